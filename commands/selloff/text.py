"""Text of ``/selloff``: what would happen, in the order a person asks it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc import PortfolioType
from commands.common.sale.text import (
    halt_text,
    held_when,
    holds_less,
    reaction_lines,
    read_as,
    title,
)
from commands.common.text.names import holder_name
from commands.common.text.small_print import (
    SMALL_WORDS,
    as_lines,
    count_words,
    fit_words,
    small_line,
    yields_day,
)
from commands.common.translator import N_

if TYPE_CHECKING:
    from datetime import date

    from calc import Outcome
    from commands.common.sale.figures import Figures


def main_text(outcome: Outcome, figures: Figures) -> str:
    """The plain answer: yield, price and interest, as far as a phone has room."""
    said = _sentences(outcome, figures)
    kept = said.that_fit
    rise = figures.translator.paragraph(
        part for part in (said.rise, said.lasting, said.stays) if part in kept
    )
    return as_lines(
        said.too_much,
        f"### {title(outcome, figures)}",
        said.halt,
        rise,
        *(line for line in (said.price, said.interest, *said.reactions) if line in kept),
    )


def left_out(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    """What the plain answer had no room for, the weightiest first."""
    said = _sentences(outcome, figures)
    kept = said.that_fit
    told = {said.stays, said.interest} if said.lasting in kept else set()
    return tuple(line for line in said.apart if line and line not in kept and line not in told)


@dataclass(frozen=True, slots=True)
class _Sentences:
    """Sentences of an answer; empty where there is nothing to say."""

    too_much: str
    halt: str
    rise: str
    lasting: str
    """What stays and its interest, for both of which it stands where there is room."""
    stays: str
    price: str
    interest: str
    reactions: tuple[str, ...]

    @property
    def apart(self) -> tuple[str, ...]:
        """Those without which the others mislead come first."""
        first = (self.too_much, self.halt, self.rise, *self.reactions)
        return (*first, self.stays, self.interest, self.price)

    @property
    def that_fit(self) -> tuple[str, ...]:
        """Those that a phone has room for."""
        first = (self.too_much, self.halt, self.rise, *self.reactions)
        kept = fit_words((*first, self.lasting, self.price))
        return kept if self.lasting in kept else fit_words(self.apart)


def _sentences(outcome: Outcome, figures: Figures) -> _Sentences:
    return _Sentences(
        too_much=holds_less(outcome, figures),
        halt=halt_text(outcome, figures),
        rise=_yield(outcome, figures),
        lasting=_lasting(outcome, figures),
        stays=_what_stays(outcome, figures),
        # A market that halts has no price.
        price="" if outcome.sale.day.is_halt else _price(figures),
        interest=_interest(outcome, figures),
        reactions=reaction_lines(outcome, figures.translator),
    )


def alt_text(outcome: Outcome, figures: Figures) -> str:
    """The picture for those who do not see it: the same numbers in the same order."""
    gettext = figures.translator.gettext
    price = gettext(
        "{title}: the price of a {face} bond would be {about}{range}.",
        title=title(outcome, figures),
        face=figures.face,
        about=figures.price.about,
        range=figures.price.in_brackets,
    )
    if _is_bills(outcome):
        rise = gettext(
            "The 3-month yield would go from {before} to {after}; the 10-year yield would rise"
            " {points} points.",
            before=figures.bill_before,
            after=figures.bill_after,
            points=figures.rise.about,
        )
    else:
        rise = gettext(
            "The 10-year yield would go from {before} to {after}{range}, up {points} points.",
            before=figures.yield_before,
            after=figures.yield_after.central,
            range=figures.yield_after.in_brackets,
            points=figures.rise.central,
        )
    cost = gettext(
        "Extra US interest over ten years: {about}{range}.",
        about=figures.interest.about,
        range=figures.interest.in_brackets,
    )
    if outcome.sale.day.is_halt:
        price = gettext("{title}: trading would halt.", title=title(outcome, figures))
    return figures.translator.paragraph((price, rise, cost))


def _is_bills(outcome: Outcome) -> bool:
    return outcome.scenario.portfolio_type is PortfolioType.BILLS


def _yield(outcome: Outcome, figures: Figures) -> str:
    gettext = figures.translator.gettext
    if _is_bills(outcome):
        message = N_(
            "**3-month bills**, US government debt due within a year, would yield about"
            " **{points} points** more{range}."
        )
        # TRANSLATORS: {least} is: less than 0.01.
        tiny = N_(
            "**3-month bills**, US government debt due within a year, would yield"
            " **{least} points** more{range}."
        )
        rise = figures.bill_rise
    else:
        message = N_("The **10-year yield** would be pushed up about **{points} points**{range}.")
        # TRANSLATORS: {least} is: less than 0.01.
        tiny = N_("The **10-year yield** would be pushed up **{least} points**{range}.")
        rise = figures.rise
    if rise.is_tiny:
        return gettext(tiny, least=rise.central, range=rise.in_brackets)
    return gettext(message, points=rise.central, range=rise.in_brackets)


def _what_stays(outcome: Outcome, figures: Figures) -> str:
    gettext = figures.translator.gettext
    if _is_bills(outcome):
        return gettext("The 10-year yield would rise {ten}.", ten=figures.rise.about)
    if figures.settled.about == figures.rise.central:
        # Both are too small to show.
        return ""
    return figures.translator.sentence("{points} would stay.", points=figures.settled.about)


def _price(figures: Figures) -> str:
    numbers = {"face": figures.face, "price": figures.price.bold}
    if figures.price.about == figures.price.central:
        # "less than 1 cent below $100" is no price to dip to.
        return figures.translator.gettext(
            "A {face} ten-year US government bond would trade {price}.", **numbers
        )
    return figures.translator.gettext(
        "A {face} ten-year US government bond would dip to {price}.", **numbers
    )


def _interest(outcome: Outcome, figures: Figures) -> str:
    """The extra interest of the first year and over ten."""
    gettext = figures.translator.gettext
    total = outcome.interest.total_lasting_usd.central
    first = outcome.interest.first_lasting_usd.central
    numbers = {"first": figures.first_interest.bold, "ten": f"**{figures.interest.central}**"}
    if min(first, total) < 0:
        return gettext("What stays is a lower yield: the US would pay a little less interest.")
    if figures.first_interest.central == figures.interest.central:
        return gettext(
            "What stays would cost the US {ten} of interest over ten years.",
            ten=figures.interest.bold,
        )
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        return gettext(
            "Extra US interest: {first} in the first year, {ten} over ten.",
            **numbers,
        )
    return gettext(
        "What stays would cost the US {first} of interest in the first year, {ten} over ten.",
        **numbers,
    )


def _lasting(outcome: Outcome, figures: Figures) -> str:
    """What stays of the rise with its interest, in few words; empty where it takes more."""
    cost = figures.first_interest, figures.interest
    if (
        outcome.interest.first_lasting_usd.central < 0
        or outcome.scenario.portfolio_type is PortfolioType.BILLS
        or cost[0].central == cost[1].central
        or figures.settled.about == figures.rise.central
    ):
        return ""
    return figures.translator.sentence(
        "{points} would stay. That is {first} more US interest in the first year, {ten} over ten.",
        points=figures.settled.about,
        first=figures.first_interest.bold,
        ten=f"**{figures.interest.central}**",
    )


def small_print(
    outcome: Outcome, figures: Figures, corrected_from: str | None = None, today: date | None = None
) -> str:
    """What was understood, the share of the holding, the days of the data, and what this is not."""
    translator = figures.translator
    corrected = read_as(outcome, translator) if corrected_from else ""
    holding, short_holding = _holdings(outcome, figures)
    advice = translator.gettext("Estimate, not advice.")
    day = yields_day(outcome.snapshot, translator, today)
    earned = translator.gettext("Yields (what buyers earn): {day}.", day=day)
    yields = translator.gettext("Yields: {day}.", day=day)
    for parts in (
        (corrected, holding, earned, advice),
        (corrected, short_holding, earned, advice),
        (corrected, short_holding, yields, advice),
    ):
        if sum(map(count_words, parts)) <= SMALL_WORDS:
            break
    return small_line(*parts)


def _holdings(outcome: Outcome, figures: Figures) -> tuple[str, str]:
    """What the sale is of the holding, in full and short."""
    translator, holding = figures.translator, outcome.sale.holding
    values = {
        "share": figures.share_of_holding,
        "when": held_when(holding, translator),
    }
    full = translator.sentence(
        "{who}: {share} of its {holding} ({when}).",
        who=holder_name(outcome.sale.holder, translator),
        holding=figures.holding,
        **values,
    )
    return full, translator.sentence("{share} of its holdings ({when}).", **values)
