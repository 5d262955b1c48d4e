"""Text of ``/yen``: what it takes, what it does to US yields, what held before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.figures import bold_points
from commands.common.locale.sentences import paragraph
from commands.common.text.small_print import fitted, small_line

if TYPE_CHECKING:
    from calc.fx_intervention import YenOutcome
    from commands.common.translator import Translator
    from commands.yen.figures import YenFigures

_DAYS_PER_WEEK = 7
_DAYS_PER_MONTH = 30.4


def main_text(outcome: YenOutcome, figures: YenFigures) -> str:
    """The plain answer: the amount, what rounds before did, the yield, what is left."""
    gettext = figures.translator.gettext
    return fitted(
        f"### {title(figures)}",
        gettext(
            "Japan would spend {usd} buying yen{range}.",
            usd=figures.usd.bold,
            range=figures.usd.in_brackets,
        ),
        _record(outcome, figures.translator),
        gettext(
            "Paid with US debt, the **10-year yield** would peak {rise} higher{range}.",
            rise=bold_points(figures.rise, figures.translator),
            range=figures.rise.in_brackets,
        ),
    )


def title(figures: YenFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "From {start} to {target} yen for a dollar (−{fall})",
        start=figures.start,
        target=figures.target,
        fall=figures.fall,
    )


def small_print(outcome: YenOutcome, figures: YenFigures) -> str:
    """The day of the rate it starts from, the other dates, what Japan keeps, what this is not."""
    translator, known = figures.translator, outcome.facts.yen_per_dollar
    gettext, start = translator.gettext, ""
    if outcome.start == known.value:
        day = translator.day(known.as_of)
        start = gettext("{start}: {date}, press reports.", start=figures.start, date=day)
    return small_line(
        start,
        gettext("Yields of {date}.", date=translator.day(outcome.outcome.snapshot.curve.as_of)),
        gettext("Estimate, not advice."),
        gettext("Yield: what buyers earn."),
        gettext("Japan would keep {left}.", left=figures.left),
    )


def alt_text(figures: YenFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    rounds = figures.translator.listed(
        gettext("{when} {usd} ({fall})", when=each.when, usd=each.usd, fall=each.fall or "?")
        for each in figures.rounds
    )
    return paragraph(
        (
            gettext(
                "To bring the dollar from {start} to {target} yen would take {usd}{range}.",
                start=figures.start,
                target=figures.target,
                usd=figures.usd.about,
                range=figures.usd.in_brackets,
            ),
            gettext("Past rounds, and the dollar's fall: {rounds}.", rounds=rounds),
        )
    )


def _record(outcome: YenOutcome, translator: Translator) -> str:
    """How far the largest round went, and how long rounds held."""
    record, gettext = outcome.record, translator.gettext
    largest, fall = record.largest_fall
    days = [
        ((effect.back_day or record.rates_until) - effect.after[0]).days
        for _, effect in record.seen
    ]
    return gettext(
        "Past rounds reached at most {largest} and held {least} to over {most}.",
        largest=gettext(
            "{fall} ({when})", fall=translator.percent(fall), when=gettext(largest.label)
        ),
        least=held_time(min(days), translator),
        most=held_time(max(days), translator),
    )


def held_time(days: int, translator: Translator) -> str:
    """How long the dollar stayed below its rate before a round, rounded down to whole months."""
    if days < 2 * _DAYS_PER_WEEK:
        return translator.duration(days, "day")
    if days < 2 * _DAYS_PER_MONTH:
        weeks = round(days / _DAYS_PER_WEEK)
        return translator.duration(weeks, "week")
    months = int(days / _DAYS_PER_MONTH)
    return translator.duration(months, "month")
