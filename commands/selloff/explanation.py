"""Text of "Why?": how sure it is, and how a sale reaches the yield, the price and the bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace, PortfolioType
from calc.market.snapshot import chance_of_rise
from commands.common.figures import money_span
from commands.common.sale.text import assumptions
from commands.common.text.names import holder_name
from commands.common.text.small_print import as_lines
from commands.common.translator import N_
from commands.selloff.text import left_out

if TYPE_CHECKING:
    from calc import Outcome
    from calc.impact.reactions import Feedback
    from calc.market.snapshot import OrdinaryMonth
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_MONTHS_A_YEAR, _DAYS_A_MONTH = 12, 21
_BEST_GUESS = 1
_AS_OFTEN_AS_NOT = 0.55
_NEARLY_ALWAYS = 0.95
_HIGHER_MONTHS = {
    2 / 3: N_("After such a sale the 10-year yield would be higher in about two months of three."),
    3 / 4: N_("After such a sale the 10-year yield would be higher in about three months of four."),
    9 / 10: N_("After such a sale the 10-year yield would be higher in about nine months of ten."),
}
_HIGHER_YEARS = {
    2 / 3: N_("After such a sale the 10-year yield would be higher in about two years of three."),
    3 / 4: N_("After such a sale the 10-year yield would be higher in about three years of four."),
    9 / 10: N_("After such a sale the 10-year yield would be higher in about nine years of ten."),
}


def why_text(outcome: Outcome, figures: Figures) -> str:
    """How sure the push is, and its mechanism, with the numbers of the answer."""
    gettext = figures.translator.gettext
    return as_lines(
        gettext("### Why would the yield rise?"),
        figures.translator.paragraph(
            (
                _how_often(outcome, figures.translator),
                _ordinary_move(outcome.snapshot.ordinary_month, figures.translator),
            )
        ),
        gettext(
            "**A buyer pays the seller**, not the US: {amount} is {share} of the market.",
            amount=figures.amount,
            share=figures.share_of_market,
        ),
        *_mechanism(outcome, figures),
        gettext("**Slowly:** only new US debt pays it."),
        _household_text(outcome, figures),
    )


def why_small_print(outcome: Outcome, figures: Figures) -> str:
    """What the first answer had no room for, and what it takes for granted."""
    translator = figures.translator
    parts = (
        *(translator.plain(line) for line in left_out(outcome, figures)),
        *_cautions(outcome, translator),
        _sold(outcome, figures),
        _owners(outcome, translator),
        assumptions(outcome, translator),
    )
    return "-# " + translator.paragraph(parts)


def _sold(outcome: Outcome, figures: Figures) -> str:
    """In which dollars long bonds are counted, and what that leaves out."""
    if outcome.scenario.portfolio_type is not PortfolioType.BONDS:
        return ""
    return figures.translator.gettext(
        "Bonds (20 to 30 years) are counted as if they cost their face value; most cost less, so a"
        " dollar spent on them carries slightly more rate risk."
    )


def _owners(outcome: Outcome, translator: Translator) -> str:
    """Whose the holdings of a country are."""
    who = holder_name(outcome.sale.holder, translator)
    if outcome.sale.holder.is_custody_centre:
        return translator.gettext(
            "Much of what {who} holds is kept there for owners elsewhere.",
            who=who,
        )
    return translator.sentence(
        "{who} stands for everybody there: government, banks, insurers, savers.", who=who
    )


def _ordinary_move(month: OrdinaryMonth, translator: Translator) -> str:
    least, most = sorted((month.record, month.recent))
    return translator.gettext(
        "It moves under {range} points in two months of three ({first} to {last}).",
        range=translator.between(translator.points(least), translator.points(most)),
        first=month.first_year,
        last=translator.month(month.last_month),
    )


def _how_often(outcome: Outcome, translator: Translator) -> str:
    """How often the 10-year yield would be higher at the end of the month or year of a sale."""
    spread, day, sentences = outcome.snapshot.ordinary_month.record, _DAYS_A_MONTH, _HIGHER_MONTHS
    if outcome.scenario.pace is Pace.YEAR:
        spread, day = spread * _MONTHS_A_YEAR**0.5, outcome.sale.trading_days
        sentences = _HIGHER_YEARS
    # A quick sale's push has partly passed by the end of the month.
    push = float(outcome.yields.path.shift[_BEST_GUESS, day])
    chance = chance_of_rise(push, spread)
    if chance < _AS_OFTEN_AS_NOT:
        return translator.gettext(
            "After such a sale the 10-year yield would rise about as often as not."
        )
    if chance > _NEARLY_ALWAYS:
        return translator.gettext(
            "After such a sale the 10-year yield would nearly always be higher."
        )
    return translator.gettext(sentences[min(sentences, key=lambda share: abs(share - chance))])


def _mechanism(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    gettext = figures.translator.gettext
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        return (
            gettext("**Bills, not bonds:** those who buy bills would have to take more."),
            gettext(
                "**Yield up:** 3-month bills go from {before} to {after}; longer yields hardly"
                " move.",
                before=figures.bill_before,
                after=figures.bill_after,
            ),
        )
    if outcome.sale.day.is_halt:
        return (_seesaw(figures),)
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


def _household_text(outcome: Outcome, figures: Figures) -> str:
    """The extra interest for one US household; empty where it would pay less."""
    if outcome.interest.total_lasting_usd.central < 0:
        return ""
    return figures.translator.gettext(
        "For each US household: {usd} over ten years.", usd=figures.per_household
    )


def _cautions(outcome: Outcome, translator: Translator) -> tuple[str, ...]:
    """What is less sure about the others than their best guess; empty when nobody follows."""
    feedback = outcome.feedback
    if feedback is None:
        return ()
    alone = translator.gettext(
        "What others sell is our guess{range}; without them the rise would be {alone} points.",
        range=money_span(feedback.sold_usd, translator).in_brackets,
        alone=translator.points(feedback.peak_alone.central),
    )
    return alone, _unsettled(feedback, translator)


def _unsettled(feedback: Feedback, translator: Translator) -> str:
    if all(feedback.settles):
        return ""
    if any(feedback.settles):
        return translator.gettext(
            "At the high end of the range each sale would bring the next, without an end."
        )
    return translator.gettext("Each sale would bring the next, without an end.")
