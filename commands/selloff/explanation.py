"""Text of "Why?": how sure it is, and how a sale reaches the yield, the price and the bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace, PortfolioType
from calc.ordinary_moves import chance_of_rise
from commands.common.sale.interest_text import household_text

if TYPE_CHECKING:
    from calc import Outcome
    from calc.ordinary_moves import OrdinaryMonth
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_MONTHS_A_YEAR, _DAYS_A_MONTH = 12, 21
_BEST_GUESS = 1
_FRACTIONS = ((1, 2), (2, 3), (3, 4), (9, 10))
_AS_OFTEN_AS_NOT = 0.55
_NEARLY_ALWAYS = 0.95


def why_text(outcome: Outcome, figures: Figures) -> str:
    """How sure the push is, and its mechanism, with the numbers of the answer."""
    gettext = figures.translator.gettext
    lines = (
        gettext("### Why would the yield rise?"),
        _ordinary_move(outcome.snapshot.ordinary_month, figures.translator),
        _how_often(outcome, figures.translator),
        gettext(
            "**A buyer pays the seller**, not the US: {amount} is {share} of the market.",
            amount=figures.amount,
            share=figures.share_of_market,
        ),
        *_mechanism(outcome, figures),
        gettext("**Slowly:** only new US debt pays it."),
        household_text(outcome, figures),
    )
    return "\n".join(line for line in lines if line)


def _ordinary_move(month: OrdinaryMonth, translator: Translator) -> str:
    least, most = sorted((month.record, month.recent))
    return translator.gettext(
        "Yields move by {range} points either way in an ordinary month ({first} to {last}).",
        range=translator.between(translator.points(least), translator.points(most)),
        first=month.first_year,
        last=translator.month(month.last_month),
    )


def _how_often(outcome: Outcome, translator: Translator) -> str:
    """How often the 10-year yield would be higher at the end of the month or year of a sale."""
    spread, day = outcome.snapshot.ordinary_month.record, _DAYS_A_MONTH
    if outcome.scenario.pace is Pace.YEAR:
        spread, day = spread * _MONTHS_A_YEAR**0.5, outcome.sale.trading_days
    # A quick sale's push has partly passed by the end of the month.
    push = float(outcome.yields.path.shift[_BEST_GUESS, day])
    chance = chance_of_rise(push, spread)
    if chance < _AS_OFTEN_AS_NOT:
        return translator.gettext("After such a sale they would rise about as often as not.")
    if chance > _NEARLY_ALWAYS:
        return translator.gettext("After such a sale they would nearly always be higher.")
    count, of = min(_FRACTIONS, key=lambda each: abs(each[0] / each[1] - chance))
    return translator.gettext(
        "After such a sale they would be higher about {count} times in {of}.", count=count, of=of
    )


def _mechanism(outcome: Outcome, figures: Figures) -> tuple[str, str]:
    gettext = figures.translator.gettext
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        return (
            gettext("**Bills, not bonds:** bills need buyers of bills."),
            gettext(
                "**Yield up:** the 3-month goes from {before} to {after}; bonds hardly notice.",
                before=figures.bill_before,
                after=figures.bill_after,
            ),
        )
    return (
        gettext(
            "**Price down:** buyers take a {face} bond at {price}.",
            face=figures.face,
            price=figures.price.about,
        ),
        _seesaw(figures),
    )


def _seesaw(figures: Figures) -> str:
    gettext = figures.translator.gettext
    if figures.yield_after.central == figures.yield_before:
        return gettext("**Yield up:** the bond pays the same and so earns a little more.")
    return gettext(
        "**Yield up:** the bond pays the same and so earns {after} a year, not {before}.",
        after=figures.yield_after.central,
        before=figures.yield_before,
    )
