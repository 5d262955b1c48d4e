"""Terms of the market: how Treasuries are sold, traded, lent and priced against each other."""

from __future__ import annotations

from typing import Final

from commands.common.translator import N_
from commands.learn.glossary.term import Term

MARKET: Final = (
    Term(
        "treasury",
        N_("Treasuries"),
        N_(
            "Treasuries are the debts of the US government: bills, notes and bonds. The Treasury is"
            " the US finance ministry, which sells them."
        ),
        N_(
            "{marketable} of them are on the market. On an average day {daily_trading} change"
            " hands."
        ),
        ("treasury", "treasurys", "us treasury", "ust", "government bond", "国债", "美债"),
        ("bill", "note", "auction"),
    ),
    Term(
        "secondarymarket",
        N_("Secondary market"),
        N_(
            "Here people trade bonds that the government has sold before. It gets no"
            " money from such a sale and pays none."
        ),
        N_(
            "If Japan sells $20 billion here, that is {twenty_share} of an average day's trading."
            " The US pays the same interest as before, to another owner."
        ),
        ("resale", "trading"),
        ("auction", "price", "liquidity"),
    ),
    Term(
        "selloff",
        N_("Sell-off"),
        N_(
            "In a sell-off many sell at once, and the price falls until buyers come. In a fire sale"
            " the seller needs cash now, so it falls more."
        ),
        N_(
            "$200 billion sold by Japan in one day would lift the ten-year yield by {day_rise}"
            " points. Over a year: {year_rise}."
        ),
        ("selloffs", "dump", "dumping", "dumped", "dumping treasuries", "fire sale", "抛售"),
        ("secondarymarket", "contagion", "liquidity"),
    ),
    Term(
        "auction",
        N_("Auction"),
        N_(
            "The Treasury sells new debt at auctions. Bidders name the yield they want; the lowest"
            " yields win."
        ),
        N_(
            "In an average month about {ten_auction} of ten-year notes are sold. Their coupon is"
            " set by that day's yield."
        ),
        ("auctions", "primary market", "bid to cover", "issuance"),
        ("rollover", "ontherun", "secondarymarket"),
        "interest",
    ),
    Term(
        "ontherun",
        N_("On-the-run"),
        N_(
            "The newest bond of each length is called on-the-run. It is traded most and so is the"
            " easiest to sell."
        ),
        N_("After the next ten-year auction, today's newest ten-year note becomes off-the-run."),
        ("on the run", "off the run", "benchmark"),
        ("auction", "liquidity", "secondarymarket"),
    ),
    Term(
        "liquidity",
        N_("Liquidity"),
        N_(
            "A market is liquid when much can be sold fast at nearly the same price. When it is"
            " not, even small sales move the price."
        ),
        N_(
            "$200 billion sold in one day moves yields more than the same sold over a year. Our"
            " best guess: {day_rise} points against {year_rise}."
        ),
        ("liquid", "market depth", "depth", "流动性"),
        ("secondarymarket", "repo", "elasticity"),
    ),
    Term(
        "elasticity",
        N_("Elasticity"),
        N_(
            "Elasticity tells how much more buyers take when the price falls a little. The more"
            " elastic they are, the less a sale moves the price."
        ),
        N_(
            "Our best guess: $200 billion sold by Japan in a month takes {month_price} off a $100"
            " ten-year note. Then buyers have taken it."
        ),
        ("price impact", "demand elasticity"),
        ("liquidity", "secondarymarket", "price"),
    ),
    Term(
        "yieldcurve",
        N_("Yield curve"),
        N_(
            "The yield curve shows the yields of all maturities side by side, short to long. It"
            " usually rises, because lenders want more for longer loans."
        ),
        N_(
            "On {date}: {three_month} for three months, {two} for two years, {ten} for ten,"
            " {thirty} for thirty."
        ),
        ("curve", "term structure", "收益率曲线"),
        ("invertedcurve", "termpremium", "maturity"),
        "history",
    ),
    Term(
        "invertedcurve",
        N_("Inverted curve"),
        N_(
            "The curve is inverted when short loans earn more than long ones. It often means that"
            " people expect lower rates later."
        ),
        N_("On {date} two years earn {two} and ten years {ten}: {is_inverted}."),
        ("inversion", "inverted yield curve", "倒挂"),
        ("yieldcurve", "fed", "termpremium"),
        "history",
    ),
    Term(
        "termpremium",
        N_("Term premium"),
        N_(
            "The term premium is the extra yield for tying money up for long. It is estimated; the"
            " New York Fed and the Federal Reserve Board print it daily."
        ),
        N_(
            "Ten years earn {ten}, three months {three_month}. The gap of {slope} points is"
            " expected rates plus the term premium."
        ),
        ("risk premium",),
        ("yieldcurve", "qe", "duration"),
        "history",
    ),
    Term(
        "swapspread",
        N_("Swap spread"),
        N_(
            "The swap spread is an interest swap's rate minus the Treasury yield of the same"
            " length. It is below zero when Treasuries are plentiful and dealers have little room."
        ),
        N_(
            "A swap at {swap} and a Treasury at {ten} make −0.58 points. That does not tell who"
            " sold."
        ),
        ("swap", "swap spreads", "negative swap spread"),
        ("basispoint", "repo", "liquidity"),
        "signal",
    ),
    Term(
        "repo",
        N_("Repo"),
        N_(
            "A repo is a short loan against bonds: you sell them today and buy them back tomorrow."
            " It turns bonds into cash, but not for good."
        ),
        N_(
            "A fund hands over $100 of Treasuries and gets $98 for a night. Then it pays back $98"
            " and a day's interest."
        ),
        ("repurchase agreement", "repo market", "回购"),
        ("fima", "liquidity", "custody"),
    ),
    Term(
        "fima",
        N_("FIMA repo facility"),
        N_(
            "This is the Fed's counter for foreign central banks: dollars overnight against"
            " Treasuries. Who uses it need not sell."
        ),
        N_(
            "A central bank that needs $10 billion for a week may borrow them here. Its Treasuries"
            " come back afterwards, and the market sees no sale."
        ),
        ("fima repo",),
        ("repo", "fed", "foreignofficial"),
    ),
    Term(
        "custody",
        N_("Custody"),
        N_(
            "A custodian keeps bonds safe for their owners. The tables often show where the bonds"
            " are kept, not who owns them."
        ),
        N_("{custody_name} is listed with {custody_held}. Much of it is kept there for others."),
        ("custodian", "custodial"),
        ("tic", "foreignofficial", "repo"),
        "holders",
    ),
    Term(
        "tic",
        N_("TIC data"),
        N_(
            "TIC is the US Treasury's monthly count of who abroad holds its debt. It comes about"
            " six weeks late and counts at market prices."
        ),
        N_(
            "Newest in our table: Japan {japan_held} ({japan_month}). A fall may be a sale, or only"
            " lower prices."
        ),
        ("treasury international capital", "major foreign holders"),
        ("custody", "foreignofficial", "treasury"),
        "holders",
    ),
    Term(
        "foreignofficial",
        N_("Foreign official holder"),
        N_(
            "That is a state or a central bank abroad that keeps Treasuries. The other holders"
            " abroad are funds, banks and firms."
        ),
        N_("They hold {official_held} of the {foreign_held} held abroad."),
        ("official holder", "central bank reserves", "foreign official"),
        ("tic", "reservecurrency", "intervention"),
        "holders",
    ),
)
