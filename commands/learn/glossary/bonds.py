"""Terms of one bond: what it promises, what it costs, what it earns."""

from __future__ import annotations

from typing import Final

from commands.common.translator import mark
from commands.learn.glossary.term import Term

BONDS: Final = (
    Term(
        "iou",
        mark("IOU"),
        mark(
            "An IOU (“I owe you”) is a written promise to pay money back. A bond is an IOU that can"
            " be sold on to somebody else."
        ),
        mark(
            "You lend a friend $100 and get a note: “I owe you $103 in a year.” Sell that note, and"
            " your friend owes the buyer."
        ),
        ("i owe you", "promissory note"),
        ("bond", "facevalue", "treasury"),
        "bond",
    ),
    Term(
        "bond",
        mark("Bond"),
        mark(
            "A bond is a loan cut into pieces that can be bought and sold. The borrower pays"
            " interest on fixed days and pays the loan back on the last one."
        ),
        mark(
            "A new ten-year US bond of $100 pays {ten_coupon} a year for ten years. Then it pays"
            " the $100 back."
        ),
        ("bonds", "fixed income", "debt security", "债券"),
        ("note", "price", "yield"),
        "bond",
    ),
    Term(
        "note",
        mark("Treasury note"),
        mark(
            "A note is US government debt that runs 2 to 10 years. It pays interest every"
            " half-year."
        ),
        mark("The two-year note earns {two} a year today, the ten-year note {ten}."),
        ("notes", "t-note", "treasury notes"),
        ("bill", "bond", "maturity"),
        "bond",
    ),
    Term(
        "bill",
        mark("Treasury bill"),
        mark(
            "A bill is US government debt that runs a year or less. It pays no interest; it is sold"
            " below the sum it pays back."
        ),
        mark(
            "A one-year bill that earns {year} costs about {bill_price} and pays back $100. Bills"
            " are {bills_share} of the debt on the market."
        ),
        ("bills", "t-bill", "treasury bills"),
        ("note", "maturity", "rollover"),
        "bond",
    ),
    Term(
        "facevalue",
        mark("Face value"),
        mark(
            "The face value is the sum a bond pays back at its end. It never changes, while the"
            " price does every day."
        ),
        mark(
            "A bond with a face value of $100 may trade at $90 today. At the end it still pays"
            " $100."
        ),
        ("face", "principal", "par value", "nominal value", "面值"),
        ("price", "par", "coupon"),
        "bond",
    ),
    Term(
        "coupon",
        mark("Coupon"),
        mark(
            "The coupon is the yearly interest of a bond, fixed on the day it is first sold. It is"
            " said as a percentage of the face value."
        ),
        mark(
            "A 3% coupon on $100 pays $3 a year, whatever the bond costs later. Bought at $90,"
            " those $3 are {current_yield} of what you paid."
        ),
        ("coupon rate", "interest rate of a bond", "票息"),
        ("yield", "facevalue", "par"),
        "bond",
    ),
    Term(
        "price",
        mark("Price"),
        mark(
            "A bond's price is what a buyer pays for it today, said per $100 of face value. When"
            " the price falls, the yield rises, because the same payments cost less."
        ),
        mark("$103 in a year, bought at $100, earns 3%. Bought at $90, it earns 14.44%."),
        ("bond price", "clean price", "价格"),
        ("yield", "par", "duration"),
        "bond",
    ),
    Term(
        "yield",
        mark("Yield"),
        mark(
            "The yield is what a bond earns a year, bought at today's price and kept to the end."
            " When the price falls, the yield rises."
        ),
        mark(
            "The ten-year US bond earns {ten} a year ({date}). If its price fell from $100 to"
            " {price_up_one}, a new buyer would earn {ten_up_one}."
        ),
        ("yields", "yield to maturity", "return", "收益率"),
        ("price", "coupon", "yieldcurve"),
        "bond",
    ),
    Term(
        "par",
        mark("Par"),
        mark(
            "A bond is at par when it costs exactly its face value. Then its yield equals its"
            " coupon."
        ),
        mark(
            "At $100 a bond with a {ten} coupon earns {ten}. Below $100 it earns more, above $100"
            " less."
        ),
        ("at par", "par yield"),
        ("facevalue", "coupon", "price"),
        "bond",
    ),
    Term(
        "maturity",
        mark("Maturity"),
        mark(
            "Maturity is the day a bond ends and pays its face value back. It also means the time"
            " left until then."
        ),
        mark(
            "The US debt on the market runs {average_maturity} years on average. {due} of it ends"
            " within twelve months."
        ),
        ("term", "tenor", "到期"),
        ("rollover", "yieldcurve", "duration"),
        "interest",
    ),
    Term(
        "basispoint",
        mark("Basis point"),
        mark(
            "A basis point is one hundredth of a percentage point. Traders use it because yields"
            " move by small steps."
        ),
        mark(
            "From {ten} to {ten_up_bp} is 10 basis points. On an ordinary day the ten-year yield"
            " moves about {day_move} of them."
        ),
        ("bp", "bps", "basis points", "基点"),
        ("yield", "dv01", "swapspread"),
        "history",
    ),
    Term(
        "duration",
        mark("Duration"),
        mark(
            "Duration tells how strongly a bond's price answers to its yield. A duration of 8"
            " means: one point more yield takes about 8% off the price."
        ),
        mark(
            "Of one point more yield a two-year note loses {two_fall}, a ten-year {ten_fall}, a"
            " thirty-year {thirty_fall}."
        ),
        ("modified duration", "interest rate risk", "久期"),
        ("dv01", "convexity", "price"),
        "bond",
    ),
    Term(
        "dv01",
        mark("DV01"),
        mark(
            "DV01 is the dollars a bond loses when its yield rises by 0.01 points. It measures how"
            " much rate risk somebody holds or sells."
        ),
        mark(
            "Today's ten-year note loses {dv01} cents per $100. A billion of them loses about"
            " {dv01_billion}."
        ),
        ("dollar value of a basis point", "pv01", "dollar duration"),
        ("duration", "basispoint", "convexity"),
        "bond",
    ),
    Term(
        "convexity",
        mark("Convexity"),
        mark(
            "A bond's price bends as its yield moves: each further rise costs a little less than"
            " the one before. That bend is called convexity."
        ),
        mark(
            "From {ten}, one point more yield takes {ten_fall} off a ten-year note. One point less"
            " adds {ten_gain}."
        ),
        ("curvature",),
        ("duration", "dv01", "price"),
        "bond",
    ),
)
