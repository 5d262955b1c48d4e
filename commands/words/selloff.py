"""The words of ``/selloff``: what would happen, in the order a person asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.words.names import capitalised, episode_sentence, holder_name, in_time, of_what
from commands.words.reactions import assumptions, mood_clause, reaction_lines, with_reactions

if TYPE_CHECKING:
    from calc import Outcome
    from calc.snapshot import Holder, Holding
    from commands.figures import Figures, Span
    from commands.tongue import Tongue


def main_text(outcome: Outcome, figures: Figures) -> str:
    """The plain answer: yield, price, interest, and something to compare it with."""
    reactions = reaction_lines(outcome, figures.tongue)
    return "\n".join(
        (
            *_too_much(outcome, figures),
            f"### {title(outcome, figures)}",
            _yield(figures),
            _price(figures),
            _interest(figures, is_brief=bool(reactions)),
            *(reactions or (_comparison(outcome, figures),)),
        )
    )


def title(outcome: Outcome, figures: Figures) -> str:
    """The question as understood."""
    scenario, tongue = outcome.scenario, figures.tongue
    sale = tongue.say(
        "If {who} sold {amount} of {what} {in_time}{mood}",
        who=holder_name(outcome.sale.holder, tongue),
        amount=figures.amount,
        what=of_what(scenario.mix, tongue),
        in_time=in_time(scenario.pace, tongue),
        mood=mood_clause(scenario, tongue),
    )
    return with_reactions(sale, outcome, tongue)


def small_print(outcome: Outcome, figures: Figures, corrected_from: str | None = None) -> str:
    """What was understood, the dates of the data, and what this is not."""
    tongue, holder = figures.tongue, outcome.sale.holder
    who = capitalised(holder_name(holder, tongue))
    parts = [
        tongue.say("Read as {who}.", who=who) if corrected_from else "",
        tongue.say(
            "{who}, {amount} = {share} of what it holds ({when}).",
            who=who,
            amount=figures.amount,
            share=figures.share_of_holding,
            when=held_when(outcome.sale.holding, tongue),
        ),
        _custody(holder, tongue),
        tongue.say("Rates of {date}.", date=figures.curve_date),
        assumptions(outcome, tongue),
        tongue.say("Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def _custody(holder: Holder, tongue: Tongue) -> str:
    if not holder.is_custody_centre:
        return ""
    return tongue.say("Much of it is kept there for owners elsewhere.")


def held_when(holding: Holding, tongue: Tongue) -> str:
    """The month of a holding, and whether it comes from the Treasury's own table."""
    when = tongue.month(holding.month)
    if holding.standing == "official":
        return when
    return tongue.say("{when}, press reports", when=when)


def alt_text(outcome: Outcome, figures: Figures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    say = figures.tongue.say
    return " ".join(
        (
            say(
                "{title}: the 10-year US yield would rise {about} percentage points at"
                " its peak{range}, from {before} to {after}.",
                title=title(outcome, figures),
                about=figures.rise.about,
                range=_range(figures.rise),
                before=figures.yield_before,
                after=figures.yield_after.central,
            ),
            say(
                "The price of a {face} bond would be {about}{range}.",
                face=figures.face,
                about=figures.price.about,
                range=_range(figures.price),
            ),
            say(
                "Extra US interest in {year}: {about}{range}.",
                year=figures.last_year,
                about=figures.interest.about,
                range=_range(figures.interest),
            ),
        )
    )


def _too_much(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    sale, tongue = outcome.sale, figures.tongue
    if not sale.exceeds_holding:
        return ()
    fact = tongue.say(
        "{who} holds {holding} ({when}), so it cannot sell {asked}.",
        who=capitalised(holder_name(sale.holder, tongue)),
        holding=figures.holding,
        when=held_when(sale.holding, tongue),
        asked=figures.asked,
    )
    if sale.is_capped:
        return (f"{fact} {tongue.say('This is for all of it.')}",)
    return (f"{fact} {tongue.say('This is for if it could.')}",)


def _yield(figures: Figures) -> str:
    tongue = figures.tongue
    rise = tongue.say("{number} percentage points", number=figures.rise.central)
    return tongue.say(
        "The **10-year yield** (what new buyers earn a year) would rise {rise} at its peak{range},"
        " from {before} to {after}. It would settle {settled} higher.",
        rise=_bold(figures.rise, rise),
        range=_range(figures.rise),
        before=figures.yield_before,
        after=figures.yield_after.central,
        settled=figures.settled.about,
    )


def _price(figures: Figures) -> str:
    return figures.tongue.say(
        "**Price:** a {face} ten-year US government bond would slip to {price}{range}.",
        face=figures.face,
        price=_bold(figures.price),
        range=_range(figures.price),
    )


def _interest(figures: Figures, *, is_brief: bool) -> str:
    extra = figures.tongue.say(
        "**US interest bill:** {extra} more in {year}{range}",
        extra=_bold(figures.interest),
        year=figures.last_year,
        range=_range(figures.interest),
    )
    if is_brief:
        return f"{extra}."
    return figures.tongue.say(
        "{extra}, on top of the {before} expected.", extra=extra, before=figures.interest_before
    )


def _comparison(outcome: Outcome, figures: Figures) -> str:
    if outcome.comparison.is_beyond_history:
        return figures.tongue.say("No move in our history is that big.")
    if outcome.comparison.times_ordinary_month < 0.05:
        return figures.tongue.say("That is far too small to see in this market.")
    return f"{_against_a_month(outcome, figures)} {_against_history(outcome, figures)}".rstrip()


def _against_a_month(outcome: Outcome, figures: Figures) -> str:
    times, tongue = outcome.comparison.times_ordinary_month, figures.tongue
    month = figures.ordinary_month
    if 0.85 <= times <= 1.15:
        return tongue.say("That is about an ordinary month's move ({month} points).", month=month)
    if times < 1:
        return tongue.say(
            "That is {share} of an ordinary month's move ({month} points).",
            share=tongue.percent(times),
            month=month,
        )
    return tongue.say(
        "That is {times} times an ordinary month's move ({month} points).",
        times=tongue.number(times),
        month=month,
    )


def _against_history(outcome: Outcome, figures: Figures) -> str:
    comparison, tongue = outcome.comparison, figures.tongue
    if outcome.sale.exceeds_holding:
        # The first lines are taken by what cannot be sold.
        return ""
    return episode_sentence(comparison.episode, tongue)


def _bold(span: Span, text: str | None = None) -> str:
    """The best guess in bold, what qualifies it not."""
    return span.about.replace(span.central, f"**{text or span.central}**", 1)


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
