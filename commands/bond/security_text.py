"""Text of ``/bond security:``: price and yield of one outstanding security, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.bonds.days import coupon_period
from calc.market.snapshot import DebtType
from commands.bond.figures import cents
from commands.bond.math import APPENDIX_B
from commands.bond.quoted_prices import write_thirty_seconds
from commands.common.text.small_print import as_lines, fitted, small_line
from commands.common.translator import N_
from commands.selloff.buttons import OPENING

if TYPE_CHECKING:
    from datetime import date

    from calc import MarketSnapshot
    from calc.market.securities import Security, SecurityQuote
    from commands.bond.buttons import At
    from commands.bond.figures import SecurityFigures
    from commands.common.translator import Translator

_BASIS_POINT, _SMALL_RISE = 1e-4, 1e-3
_NOTES = {
    "price": N_("At {price} ({ticks}) it earns **{rate}** a year, its yield."),
    "yield": N_("To earn {rate} a year it would cost **{price}** ({ticks})."),
    "market": N_("To earn about today's {rate} a year it would cost about **{price}** ({ticks})."),
}
_BILLS = {
    "price": N_(
        "At {price} it earns **{rate}** a year (investment rate); as a discount rate, {discount}."
    ),
    "yield": N_(
        "To earn {rate} a year (investment rate) it would cost **{price}**; as a discount rate,"
        " {discount}."
    ),
    "market": N_(
        "To earn about today's {rate} a year (investment rate) it would cost about **{price}**; as"
        " a discount rate, {discount}."
    ),
}


def main_text(quote: SecurityQuote, at: At, figures: SecurityFigures) -> str:
    """Price and yield, what a sale would do to it, and what any rise costs its holder."""
    gettext = figures.translator.gettext
    messages = _BILLS if quote.security.type is DebtType.BILL else _NOTES
    title = gettext("The {name}", name=figures.name)
    return fitted(
        f"### {title}",
        gettext(
            messages[at],
            price=figures.price,
            ticks=write_thirty_seconds(quote.price),
            rate=figures.bond_yield,
            discount=figures.translator.rate(quote.discount_rate or 0.0),
        ),
        gettext(
            "If Japan sold {amount} of US government debt in a month, it would lose {loss}{range}.",
            amount=figures.translator.exact_money(OPENING.amount_usd),
            loss=figures.sale_loss.bold,
            range=figures.sale_loss.in_brackets,
        ),
        gettext(
            "A yield {points} points higher would cost about **{loss} per {face}**.",
            points=figures.translator.points(_SMALL_RISE),
            loss=cents(quote.loss(_SMALL_RISE), figures.translator),
            face=figures.hundred,
        ),
    )


def small_print(as_of: date, figures: SecurityFigures) -> str:
    """How old the list and the yields are, and what this is not."""
    gettext = figures.translator.gettext
    return small_line(
        _list_text(as_of, figures.translator),
        gettext("Yields of {date}.", date=figures.curve_date),
        gettext("Estimate, not advice."),
    )


def unpriced_text(security: Security, name: str, translator: Translator) -> str:
    """What is not priced, in one sentence, and how much of it there is."""
    gettext = translator.gettext
    if security.type is DebtType.TIPS:
        why = gettext(
            "Its payments grow with consumer prices, so it trades at a real yield, and I have no"
            " curve of those: I do not price it."
        )
    else:
        why = gettext(
            "Its interest follows the three-month bill, so its price hardly moves with yields: I"
            " do not price it."
        )
    held = gettext(
        "{amount} of it is held by the public.",
        amount=translator.money(security.outstanding_usd, 3),
    )
    title = gettext("The {name}", name=name)
    return as_lines(f"### {title}", why, held)


def unpriced_small_print(as_of: date, translator: Translator) -> str:
    """How old the list is."""
    return f"-# {_list_text(as_of, translator)}"


def _list_text(as_of: date, translator: Translator) -> str:
    return translator.gettext(
        "List of {date}: newer issues are missing.", date=translator.day(as_of)
    )


def alt_text(figures: SecurityFigures) -> str:
    """The picture for those who do not see it."""
    return figures.translator.gettext(
        "Price and yield of the {name}: at {price} it earns {rate} a year. The line falls from a"
        " high yield at a low price to a low yield at a high price.",
        name=figures.name,
        price=figures.price,
        rate=figures.bond_yield,
    )


def math_text(quote: SecurityQuote, snapshot: MarketSnapshot, figures: SecurityFigures) -> str:
    """Accrued interest, duration and DV01 with the numbers put in."""
    translator, gettext = figures.translator, figures.translator.gettext
    if quote.security.type is DebtType.BILL:
        days = (quote.security.maturity - quote.settlement).days
        first = gettext(
            "**Price** = 100 × (1 − discount rate × {days} days ÷ 360) = **{price}**. The"
            " investment rate, {rate}, counts the gain on what was paid, over a year of 365 or"
            " 366 days.",
            days=translator.fixed(days, 0),
            price=figures.price,
            rate=figures.bond_yield,
        )
    else:
        period = coupon_period(quote.security.maturity, quote.settlement)
        first = gettext(
            "**Interest due so far** = half a year's coupon × {past} ÷ {all} days = **{accrued}**."
            " {price} without it is called the clean price, {dirty} with it the dirty price."
            " Both value every payment left at {rate}, counted by the half-year.",
            past=translator.fixed((quote.settlement - period.start).days, 0),
            all=translator.fixed(period.days, 0),
            accrued=translator.dollars(quote.accrued),
            price=figures.price,
            dirty=translator.dollars(quote.dirty_price),
            rate=figures.bond_yield,
        )
    title = gettext("The math of the {name}", name=figures.name)
    return as_lines(
        f"### {title}",
        first,
        gettext(
            "**Modified duration: {duration}**. If its yield rose a full point, it would lose"
            " roughly {fall} of its value; for {points} points, {dv01} per {face} (DV01).",
            duration=translator.number(quote.modified_duration),
            fall=translator.percent(quote.modified_duration / 100),
            points=translator.points(_BASIS_POINT),
            dv01=cents(quote.dv01, translator),
            face=figures.hundred,
        ),
        gettext(
            "**Today's yield** is read off the Treasury's par curve at the time left. A"
            " security far from {face} may trade some hundredths of a point beside it.",
            face=figures.hundred,
        ),
        gettext(
            "**The sale** would lift its yield {rise} points{range} at the worst moment: so far"
            " the model lifts the curve at this maturity. It settles on {day}. CUSIP {cusip},"
            " {held} held by the public.",
            rise=figures.sale_rise.about,
            range=figures.sale_rise.in_brackets,
            day=translator.day(quote.settlement),
            cusip=quote.security.cusip,
            held=translator.money(quote.security.outstanding_usd, 3),
        ),
        gettext("**Where it comes from**"),
        "-# "
        + gettext(
            "[US Treasury, 31 CFR 356, Appendix B](<{rules}>) ·"
            " [Monthly Statement of the Public Debt, table 3](<{list}>)",
            rules=APPENDIX_B,
            list=snapshot.sources[snapshot.securities.source].url,
        ),
        "-# " + gettext("Estimate, not advice."),
    )
