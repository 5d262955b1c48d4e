"""Terms of one bond: what it promises, what it costs, what it earns."""

from __future__ import annotations

from typing import Final

from commands.common.translator import N_
from commands.learn.glossary.term import Term

BONDS: Final = (
    Term(
        "iou",
        N_("IOU"),
        N_(
            "An IOU (“I owe you”) is a written promise to pay money back. A bond is an IOU that can"
            " be sold on."
        ),
        N_(
            "You lend a friend $100 and get a note: “I owe you $103 in a year.” Sell it, and your"
            " friend owes the buyer."
        ),
        ("i owe you", "promissory note"),
        ("bond", "facevalue", "treasury"),
        "bond",
    ),
    Term(
        "bond",
        N_("Bond"),
        N_(
            "A bond is a loan cut into pieces that can be bought and sold. The borrower pays"
            " interest on fixed days and the loan back on the last one."
        ),
        N_(
            "A new ten-year US bond of $100 pays {ten_coupon} a year. At the end it pays the $100"
            " back."
        ),
        ("bonds", "fixed income", "debt security", "债券"),
        ("note", "price", "yield"),
        "bond",
    ),
    Term(
        "note",
        N_("Treasury note"),
        N_(
            "A note is US government debt that runs 2 to 10 years. It pays interest every"
            " half-year."
        ),
        N_("The two-year note earns {two} a year today, the ten-year note {ten}."),
        ("notes", "t-note", "treasury notes"),
        ("bill", "bond", "maturity"),
        "bond",
    ),
    Term(
        "bill",
        N_("Treasury bill"),
        N_(
            "A bill is US government debt that runs a year or less. It pays no interest; it is sold"
            " below the sum it pays back."
        ),
        N_(
            "A one-year bill that earns {year} costs about {bill_price} and pays back $100. Bills"
            " are {bills_share} of the debt on the market."
        ),
        ("bills", "t-bill", "treasury bills"),
        ("note", "maturity", "rollover"),
        "bond",
    ),
    Term(
        "facevalue",
        N_("Face value"),
        N_(
            "The face value is the sum a bond pays back at its end. It never changes, while the"
            " price does every day."
        ),
        N_(
            "A bond with a face value of $100 may trade at $90 today. At the end it still pays"
            " $100."
        ),
        ("face", "principal", "par value", "nominal value", "面值"),
        ("price", "par", "coupon"),
        "bond",
    ),
    Term(
        "coupon",
        N_("Coupon"),
        N_(
            "The coupon is the yearly interest of a bond, fixed when it is first sold. It is a"
            " percentage of the face value."
        ),
        N_(
            "A 3% coupon on $100 pays $3 a year, whatever the bond costs later. Bought at $90,"
            " those $3 are {current_yield} of what you paid."
        ),
        ("coupon rate", "interest rate of a bond", "票息"),
        ("yield", "facevalue", "par"),
        "bond",
    ),
    Term(
        "price",
        N_("Price"),
        N_(
            "A bond's price is what a buyer pays for it today, said per $100 of face value. When"
            " the price falls, the yield rises, because the same payments cost less."
        ),
        N_("$103 in a year, bought at $100, earns 3%. Bought at $90, it earns 14.44%."),
        ("bond price", "clean price", "价格"),
        ("yield", "par", "duration"),
        "bond",
    ),
    Term(
        "yield",
        N_("Yield"),
        N_(
            "The yield is what a bond earns a year, bought at today's price and kept to the end."
            " When the price falls, the yield rises."
        ),
        N_(
            "The ten-year US bond earns {ten} a year ({date}). At {price_up_one} instead of $100, a"
            " new buyer would earn {ten_up_one}."
        ),
        ("yields", "yield to maturity", "return", "收益率"),
        ("price", "coupon", "yieldcurve"),
        "bond",
    ),
    Term(
        "par",
        N_("Par"),
        N_(
            "A bond is at par when it costs exactly its face value. Then its yield equals its"
            " coupon."
        ),
        N_(
            "At $100 a bond with a {ten} coupon earns {ten}. Below $100 it earns more, above $100"
            " less."
        ),
        ("at par", "par yield"),
        ("facevalue", "coupon", "price"),
        "bond",
    ),
    Term(
        "maturity",
        N_("Maturity"),
        N_(
            "Maturity is the day a bond ends and pays its face value back. It also means the time"
            " left until then."
        ),
        N_(
            "The US debt on the market runs {average_maturity} years on average. {due} of it ends"
            " within twelve months."
        ),
        ("term", "tenor", "到期"),
        ("rollover", "yieldcurve", "duration"),
        "interest",
    ),
    Term(
        "basispoint",
        N_("Basis point"),
        N_(
            "A basis point is one hundredth of a percentage point. Traders use it because yields"
            " move by small steps."
        ),
        N_(
            "From {ten} to {ten_up_bp} is 10 basis points. On an ordinary day the ten-year yield"
            " moves about {day_move} of them."
        ),
        ("bp", "bps", "basis points", "基点"),
        ("yield", "dv01", "swapspread"),
        "history",
    ),
    Term(
        "duration",
        N_("Duration"),
        N_(
            "Duration tells how strongly a bond's price answers to its yield. A duration of 8"
            " means: one point more yield takes about 8% off the price."
        ),
        N_(
            "Of one point more yield a two-year note loses {two_fall}, a ten-year {ten_fall}, a"
            " thirty-year {thirty_fall}."
        ),
        ("modified duration", "interest rate risk", "久期"),
        ("dv01", "convexity", "price"),
        "bond",
    ),
    Term(
        "dv01",
        N_("DV01"),
        N_(
            "DV01 is the dollars a bond loses when its yield rises by 0.01 points. It measures how"
            " much rate risk somebody holds or sells."
        ),
        N_(
            "Today's ten-year note loses {dv01} cents per $100. A billion of them loses about"
            " {dv01_billion}."
        ),
        ("dollar value of a basis point", "pv01", "dollar duration"),
        ("duration", "basispoint", "convexity"),
        "bond",
    ),
    Term(
        "convexity",
        N_("Convexity"),
        N_(
            "A bond's price bends as its yield moves: each further rise costs a little less than"
            " the one before. That bend is called convexity."
        ),
        N_(
            "From {ten}, one point more yield takes {ten_fall} off a ten-year note. One point less"
            " adds {ten_gain}."
        ),
        ("curvature",),
        ("duration", "dv01", "price"),
        "bond",
    ),
)
