"""Terms of the public debt: what is owed, what it costs, how it is renewed, who rates it."""

from __future__ import annotations

from typing import Final

from commands.common.translator import N_
from commands.learn.glossary.term import Term

DEBT: Final = (
    Term(
        "deficit",
        N_("Deficit"),
        N_(
            "The deficit is what the government spends in a year beyond what it takes in. It is"
            " paid for by new debt."
        ),
        N_(
            "In fiscal year {fiscal_year} spending was {outlays} and revenue {revenue}. The deficit"
            " was {deficit}."
        ),
        ("budget deficit", "赤字"),
        ("debt", "netinterest", "auction"),
        "interest",
    ),
    Term(
        "debt",
        N_("Debt held by the public"),
        N_(
            "This is what the US government owes to others than itself. The larger “total debt”"
            " also counts what it owes to its own trust funds."
        ),
        N_("{public_debt} of a total of {total_debt} is owed to others."),
        ("national debt", "public debt", "total debt", "debt", "federal debt"),
        ("deficit", "netinterest", "treasury"),
        "interest",
    ),
    Term(
        "debtservice",
        N_("Debt service"),
        N_(
            "Debt service is what a borrower pays on its debt: interest, and the loans that end. A"
            " government usually pays back old loans with new ones."
        ),
        N_(
            "{due} of the debt ends within a year, about {due_amount}. Most is replaced by new debt"
            " at that day's yields."
        ),
        ("servicing", "还本付息"),
        ("netinterest", "rollover", "snowball"),
        "interest",
    ),
    Term(
        "netinterest",
        N_("Net interest"),
        N_(
            "Net interest is what the government pays on its debt, less the interest it earns"
            " itself. It is the figure that the deficit counts."
        ),
        N_(
            "In fiscal year {fiscal_year} it was {net_interest}: {of_revenue} of revenue,"
            " {of_outlays} of spending."
        ),
        ("interest", "interest bill", "interest cost", "利息"),
        ("debtservice", "deficit", "snowball"),
        "interest",
    ),
    Term(
        "rollover",
        N_("Rollover"),
        N_(
            "Rolling over means repaying an old bond by selling a new one. Only then does the"
            " government pay today's yield instead of the old one."
        ),
        N_(
            "{due} of the debt rolls over within a year. The average rate on all debt is"
            " {average_rate}; new ten-year debt costs {ten}."
        ),
        ("refinancing", "refinance", "roll over", "maturity wall", "展期"),
        ("maturity", "auction", "snowball"),
        "interest",
    ),
    Term(
        "snowball",
        N_("Interest on interest"),
        N_(
            "Interest that is paid with borrowed money becomes debt, which costs interest too. The"
            " debt grows like a snowball when this goes on for years."
        ),
        N_("$100 borrowed at {ten}, interest borrowed as well, is {ten_years_on} after ten years."),
        ("compound interest", "snowball", "debt spiral", "利滚利"),
        ("rollover", "netinterest", "deficit"),
        "interest",
    ),
    Term(
        "rating",
        N_("Credit rating"),
        N_(
            "Agencies grade how safely a borrower pays. The best grade is AAA; one step below is"
            " AA+, or Aa1 at Moody's."
        ),
        N_("The US lost the best grade at {downgrades}. It still pays, and still sells its debt."),
        ("credit rating", "aaa", "triple a", "s&p", "fitch", "moody's", "评级"),
        ("downgrade", "safehaven", "treasury"),
        "history",
    ),
    Term(
        "downgrade",
        N_("Downgrade"),
        N_(
            "A downgrade lowers a borrower's grade. It changes no payment, but some buyers may want"
            " a higher yield."
        ),
        N_(
            "In {downgrade_when} the US lost its last top grade. The ten-year yield rose"
            " {downgrade_rise} points in {downgrade_days} days. A tax bill was debated in the same"
            " days."
        ),
        ("downgraded", "rating cut"),
        ("rating", "safehaven", "yield"),
        "history",
    ),
    Term(
        "fed",
        N_("The Fed"),
        N_(
            "The Fed, or Federal Reserve, is the US central bank. It sets the shortest rate and can"
            " buy or sell Treasuries."
        ),
        N_(
            "It holds {fed_held} of Treasuries. Japan, China and the UK hold {three_held} between"
            " them."
        ),
        ("federal reserve", "central bank", "fomc", "美联储"),
        ("qe", "fima", "yieldcurve"),
    ),
    Term(
        "qe",
        N_("QE"),
        N_(
            "In quantitative easing a central bank buys bonds with newly made money. It lifts bond"
            " prices and so lowers yields, at the risk of inflation."
        ),
        N_(
            "The Fed's {fed_held} came largely from such buying. It is {fed_share} of all"
            " Treasuries on the market."
        ),
        ("quantitative easing", "bond buying", "money printing", "量化宽松"),
        ("fed", "termpremium", "debt"),
    ),
)
