"""Text of ``/yen``: what it takes, what it does to US yields, what held before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale.sentences import paragraph
from commands.common.spans import bold_points
from commands.common.text.word_limits import fit_words, small_line

if TYPE_CHECKING:
    from calc.events.interventions import Intervention
    from calc.fx_intervention import YenOutcome
    from commands.common.translator import Translator
    from commands.yen.figures import YenFigures

_DAYS_PER_WEEK = 7
_DAYS_PER_MONTH = 30.4


def main_text(outcome: YenOutcome, figures: YenFigures) -> str:
    """The plain answer: the amount, what rounds before did, the yield, what is left."""
    gettext = figures.translator.gettext
    sentences = (
        gettext(
            "Japan would spend {usd} buying yen{range}.",
            usd=figures.usd.bold,
            range=figures.usd.in_brackets,
        ),
        _record(outcome, figures),
        gettext(
            "Paid with US debt, the **10-year yield** would peak {rise} higher{range}.",
            rise=bold_points(figures.rise, figures.translator),
            range=figures.rise.in_brackets,
        ),
    )
    return "\n".join((f"### {title(figures)}", *fit_words(sentences)))


def title(figures: YenFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "From {start} to {target} yen for a dollar (−{fall})",
        start=figures.start,
        target=figures.target,
        fall=figures.fall,
    )


def small_print(figures: YenFigures) -> str:
    """The day of the rate it starts from, the other dates, what Japan keeps, what this is not."""
    gettext = figures.translator.gettext
    start = ""
    if figures.start_date:
        start = gettext(
            "{start}: {date}, press reports.", start=figures.start, date=figures.start_date
        )
    return small_line(
        (
            start,
            gettext("Yields of {date}.", date=figures.curve_date),
            gettext("Estimate, not advice."),
            gettext("Yield: what buyers earn."),
            gettext("Japan would keep {left}.", left=figures.left),
        )
    )


def alt_text(figures: YenFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    parts = [
        gettext(
            "To bring the dollar from {start} to {target} yen would take {usd}{range}.",
            start=figures.start,
            target=figures.target,
            usd=figures.usd.about,
            range=figures.usd.in_brackets,
        ),
        gettext("Past rounds, and the dollar's fall: {rounds}.", rounds=_rounds(figures)),
    ]
    return paragraph(parts)


def _rounds(figures: YenFigures) -> str:
    gettext = figures.translator.gettext
    return figures.translator.listed(
        gettext("{when} {usd} ({fall})", when=each.when, usd=each.usd, fall=each.fall or "?")
        for each in figures.rounds
    )


def _record(outcome: YenOutcome, figures: YenFigures) -> str:
    """How far the largest round went, and how long rounds held."""
    until = outcome.record.rates_until
    days = [
        ((effect.back_day or until) - effect.after_day).days for _, effect in outcome.record.seen
    ]
    return figures.translator.gettext(
        "Past rounds reached at most {largest} and held {least} to over {most}.",
        largest=figures.largest,
        least=held_time(min(days), figures.translator),
        most=held_time(max(days), figures.translator),
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


def round_name(each: Intervention, translator: Translator) -> str:
    """One round of purchases."""
    return translator.gettext(each.label)
