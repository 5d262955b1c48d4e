"""The words of ``/selloff``: what would happen, in the order a person asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.words.names import IN_TIME, OF_WHAT, capitalised, episode_sentence, holder_name

if TYPE_CHECKING:
    from calc import Outcome, Pace
    from calc.snapshot import Holding
    from commands.figures import Figures, Span


def main_text(outcome: Outcome, figures: Figures) -> str:
    """The plain answer: yield, price, interest, and something to compare it with."""
    return "\n".join(
        (
            *_too_much(outcome, figures),
            f"### {title(outcome, figures)}",
            _yield(figures),
            _price(figures),
            _interest(figures),
            _comparison(outcome, figures),
        )
    )


def title(outcome: Outcome, figures: Figures) -> str:
    """The question as understood."""
    who = holder_name(outcome.sale.holder)
    scenario = outcome.scenario
    what = f"{figures.amount} of {OF_WHAT[scenario.mix]}"
    return f"If {who} sold {what} {IN_TIME[scenario.pace]}"


def small_print(outcome: Outcome, figures: Figures, corrected_from: str | None = None) -> str:
    """What was understood, the dates of the data, and what this is not."""
    sale = outcome.sale
    who = capitalised(holder_name(sale.holder))
    read_as = f"Read as {who}. " if corrected_from else ""
    size = (
        f"{who}, {figures.amount} = {figures.share_of_holding} of what it holds"
        f" ({held_when(sale.holding)})."
    )
    return f"-# {read_as}{size} Rates of {figures.curve_date}. Estimate, not advice."


def held_when(holding: Holding) -> str:
    """The month of a holding, and whether it comes from the Treasury's own table."""
    when = f"{holding.month:%b %Y}"
    return when if holding.standing == "official" else f"{when}, press reports"


def alt_text(outcome: Outcome, figures: Figures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    return (
        f"{title(outcome, figures)}: the 10-year US yield would rise"
        f" {figures.rise.about} percentage points at worst{_range(figures.rise)},"
        f" from {figures.yield_before} to {figures.yield_after.central}."
        f" The price of a {figures.face} note would be {figures.price.about}"
        f"{_range(figures.price)}. Extra US interest in {figures.last_year}:"
        f" {figures.interest.about}{_range(figures.interest)}."
    )


def pace_label(pace: Pace) -> str:
    """What the button for another pace says."""
    return capitalised(IN_TIME[pace])


def _too_much(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    sale = outcome.sale
    if not sale.exceeds_holding:
        return ()
    who = holder_name(sale.holder)
    has = f"{capitalised(who)} holds {figures.holding} ({held_when(sale.holding)})"
    if sale.is_capped:
        return (f"{has}, so it cannot sell {figures.asked}. This is for all of it.",)
    return (f"{has}, so it cannot sell {figures.asked}. This is for if it could.",)


def _yield(figures: Figures) -> str:
    return (
        "The **10-year yield** (what new buyers earn a year) would rise"
        f" {_bold(figures.rise, ' points')} at worst{_range(figures.rise)},"
        f" from {figures.yield_before} to {figures.yield_after.central}."
        f" It would settle {figures.settled.about} higher."
    )


def _price(figures: Figures) -> str:
    return (
        f"**Price:** a {figures.face} ten-year note would slip to"
        f" {_bold(figures.price)}{_range(figures.price)}."
    )


def _interest(figures: Figures) -> str:
    return (
        f"**US interest bill:** {_bold(figures.interest)} more in {figures.last_year}"
        f"{_range(figures.interest)}, on top of the {figures.interest_before} expected."
    )


def _comparison(outcome: Outcome, figures: Figures) -> str:
    comparison = outcome.comparison
    times = comparison.times_ordinary_month
    ordinary = f"an ordinary month's move ({figures.ordinary_month} points)"
    if times < 0.5:
        return f"That is less than half of {ordinary}."
    against = "about" if times < 1.5 else f"about {times:.0f} times"
    return f"That is {against} {ordinary}. {_against_history(outcome, figures)}".rstrip()


def _against_history(outcome: Outcome, figures: Figures) -> str:
    episode = outcome.comparison.episode
    if outcome.comparison.is_beyond_history:
        return "No move in our history is that big."
    if outcome.sale.exceeds_holding:
        # The first lines are taken by what cannot be sold.
        return ""
    return episode_sentence(episode.key, episode.label, figures.episode_change)


def _bold(span: Span, unit: str = "") -> str:
    lead = span.about.removesuffix(span.central)
    return f"{lead}**{span.central}{unit}**"


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
