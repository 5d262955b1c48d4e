"""The words of ``/selloff``: what would happen, in the order a person asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import PortfolioType
from commands.common.text.names import (
    capitalised,
    episode_sentence,
    holder_name,
    in_time,
    mix_name,
    of_what,
)
from commands.selloff.reactions_text import (
    assumptions,
    left_out_line,
    mood_clause,
    reaction_lines,
    with_reactions,
)
from commands.selloff.space_budget import Room

if TYPE_CHECKING:
    from calc import Outcome
    from calc.market import Holder, Holding
    from commands.common.sale.figures import Figures
    from commands.common.spans import Span
    from commands.common.translator import Translator

_INVISIBLE: Final = 0.05
"""Of an ordinary month's move."""


def main_text(outcome: Outcome, figures: Figures) -> str:
    """The plain answer: yield, price, interest, and something to compare it with."""
    room = Room.of(outcome)
    lines = (
        _too_much(outcome, figures),
        f"### {title(outcome, figures)}",
        _yield(outcome, figures, room),
        _price(figures),
        _interest(figures, room) if room.for_interest else "",
        *reaction_lines(outcome, figures.translator, room),
        _past_case(outcome, figures) if room.for_more else "",
    )
    return "\n".join(line for line in lines if line)


def title(outcome: Outcome, figures: Figures) -> str:
    """The question as understood."""
    scenario, translator = outcome.scenario, figures.translator
    sale = translator.gettext(
        "If {who} sold {amount} of {what} {in_time}{mood}",
        who=holder_name(outcome.sale.holder, translator),
        amount=figures.amount,
        what=of_what(scenario.portfolio_type, translator),
        in_time=in_time(scenario.pace, translator),
        mood=mood_clause(scenario, translator),
    )
    return with_reactions(sale, outcome, translator)


def small_print(outcome: Outcome, figures: Figures, corrected_from: str | None = None) -> str:
    """What was understood, the dates of the data, and what this is not."""
    translator, holder = figures.translator, outcome.sale.holder
    who = capitalised(holder_name(holder, translator))
    parts = [
        read_as(outcome, translator) if corrected_from else "",
        translator.gettext(
            "{who}, {amount} = {share} of what it holds ({when}).",
            who=who,
            amount=figures.amount,
            share=figures.share_of_holding,
            when=held_when(outcome.sale.holding, translator),
        ),
        _custody(holder, translator),
        _sold(outcome.scenario.portfolio_type, translator),
        *_left_out(outcome, figures),
        translator.gettext("Rates of {date}.", date=figures.curve_date),
        assumptions(outcome, translator),
        translator.gettext("Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def _sold(portfolio_type: PortfolioType, translator: Translator) -> str:
    return (
        ""
        if portfolio_type is PortfolioType.TYPICAL
        else translator.gettext("Sold: {mix}.", mix=mix_name(portfolio_type, translator))
    )


def _left_out(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    """What the first screen had no room for, and the measure of its comparison."""
    translator, room = figures.translator, Room.of(outcome)
    month = translator.gettext("An ordinary month: {month} points.", month=figures.ordinary_month)
    return (
        "" if room.for_settled else _settled(figures),
        "" if room.for_interest else _interest(figures, room).replace("**", ""),
        left_out_line(outcome, translator, room),
        month if room.for_month else "",
        _past_sale(outcome, figures) if room.for_more else "",
    )


def _custody(holder: Holder, translator: Translator) -> str:
    if not holder.is_custody_centre:
        return ""
    return translator.gettext("Much of it is kept there for owners elsewhere.")


def held_when(holding: Holding, translator: Translator) -> str:
    """The month of a holding, and whether it comes from the Treasury's own table."""
    when = translator.month(holding.month)
    if holding.standing == "official":
        return when
    return translator.gettext("{when}, press reports", when=when)


def alt_text(outcome: Outcome, figures: Figures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    return " ".join(
        (
            gettext(
                "{title}: the 10-year US yield would rise {about} percentage points at"
                " its peak{range}, from {before} to {after}.",
                title=title(outcome, figures),
                about=figures.rise.about,
                range=_range(figures.rise),
                before=figures.yield_before,
                after=figures.yield_after.central,
            ),
            gettext(
                "The price of a {face} bond would be {about}{range}.",
                face=figures.face,
                about=figures.price.about,
                range=_range(figures.price),
            ),
            gettext(
                "Extra US interest in {year}: {about}{range}.",
                year=figures.last_year,
                about=figures.interest.about,
                range=_range(figures.interest),
            ),
        )
    )


def read_as(outcome: Outcome, translator: Translator) -> str:
    """Whom a misspelt country was taken for."""
    return translator.gettext(
        "Read as {who}.", who=capitalised(holder_name(outcome.sale.holder, translator))
    )


def holds_less(outcome: Outcome, figures: Figures) -> str:
    """In short that it holds less than was asked; empty when it holds enough."""
    sale, translator = outcome.sale, figures.translator
    if not sale.exceeds_holding:
        return ""
    holds = {
        "who": capitalised(holder_name(sale.holder, translator)),
        "holding": figures.holding,
        "asked": figures.asked,
    }
    if sale.is_capped:
        return translator.gettext(
            "{who} holds {holding}, not {asked}: this is for all of it.", **holds
        )
    return translator.gettext(
        "{who} holds {holding}, not {asked}: this is for if it could.", **holds
    )


def _too_much(outcome: Outcome, figures: Figures) -> str:
    sale, translator = outcome.sale, figures.translator
    if not sale.exceeds_holding:
        return ""
    holds = {
        "who": capitalised(holder_name(sale.holder, translator)),
        "holding": figures.holding,
        "when": held_when(sale.holding, translator),
        "asked": figures.asked,
    }
    if sale.is_capped:
        return translator.gettext(
            "{who} holds {holding} ({when}), so it cannot sell {asked}: this is for all of it.",
            **holds,
        )
    return translator.gettext(
        "{who} holds {holding} ({when}), so it cannot sell {asked}: this is for if it could.",
        **holds,
    )


def _yield(outcome: Outcome, figures: Figures, room: Room) -> str:
    translator = figures.translator
    rise = translator.gettext("{number} percentage points", number=figures.rise.central)
    peak = translator.gettext(
        "The **10-year yield** would peak {rise} higher{range}.",
        rise=_bold(figures.rise, rise),
        range=_range(figures.rise),
    )
    earned = translator.gettext(
        "New buyers would earn {after} a year, now {before}.",
        after=figures.yield_after.central,
        before=figures.yield_before,
    )
    parts = (
        peak,
        _against_a_month(outcome, figures) if room.for_month else "",
        earned,
        _settled(figures) if _settles_visibly(figures, room) else "",
    )
    return " ".join(part for part in parts if part)


def _settled(figures: Figures) -> str:
    return figures.translator.gettext(
        "It would settle {settled} higher.", settled=figures.settled.about
    )


def _settles_visibly(figures: Figures, room: Room) -> bool:
    """Too little to show is worth saying only where the Federal Reserve brought it about."""
    is_shown = figures.settled.about != figures.settled.central
    return room.for_settled and (is_shown or not room.for_month)


def _price(figures: Figures) -> str:
    return figures.translator.gettext(
        "**Price** of a {face} ten-year US government bond: {price}{range}.",
        face=figures.face,
        price=_bold(figures.price),
        range=_range(figures.price),
    )


def _interest(figures: Figures, room: Room) -> str:
    extra = figures.translator.gettext(
        "**US interest in {year}:** {extra} more{range}",
        extra=_bold(figures.interest),
        year=figures.last_year,
        range=_range(figures.interest),
    )
    if not room.for_more:
        return f"{extra}."
    return figures.translator.gettext(
        "{extra} than the {before} expected.", extra=extra, before=figures.interest_before
    )


def _against_a_month(outcome: Outcome, figures: Figures) -> str:
    comparison, translator = outcome.comparison, figures.translator
    times = comparison.times_ordinary_month
    if comparison.is_beyond_history:
        return translator.gettext("No move in our history is that big.")
    if times < _INVISIBLE:
        return translator.gettext("That is far too small to see in this market.")
    if 0.85 <= times <= 1.15:
        return translator.gettext("That is about an ordinary month's move.")
    if times < 1:
        return translator.gettext(
            "That is {share} of an ordinary month's move.", share=translator.percent(times)
        )
    return translator.gettext(
        "That is {times} times an ordinary month's move.", times=translator.number(times)
    )


def _past_case(outcome: Outcome, figures: Figures) -> str:
    comparison = outcome.comparison
    if comparison.is_beyond_history or comparison.times_ordinary_month < _INVISIBLE:
        return ""
    return episode_sentence(comparison.episode, figures.translator)


def _past_sale(outcome: Outcome, figures: Figures) -> str:
    """Why a past sale of dollars need not have done what this sale of Treasuries would."""
    is_known_sale = outcome.comparison.episode.sold_usd is not None and figures.past_sale
    if not is_known_sale or not _past_case(outcome, figures):
        return ""
    return figures.translator.gettext(
        "For that past sale we would say {rise} points higher. How much of it was Treasuries is"
        " not published.",
        rise=figures.past_sale,
    )


def _bold(span: Span, text: str | None = None) -> str:
    """The best guess in bold, what qualifies it not."""
    return span.about.replace(span.central, f"**{text or span.central}**", 1)


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
