"""Text of the track record: how often the model was right, misses said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.about.figures import case_figures

if TYPE_CHECKING:
    from calc.evaluation import TrackRecord
    from calc.events.track_record import TrackedCase
    from commands.about.figures import RecordFigures
    from commands.common.translator import Translator


def short_name(case: TrackedCase, translator: Translator) -> str:
    """What a case is called in the picture."""
    year = "" if case.end is None else f"’{case.end:%y}"
    return translator.gettext(case.short_label, year=year)


def main_text(figures: RecordFigures) -> str:
    """Hits, misses, and why neither proves much."""
    gettext = figures.translator.gettext
    return "\n".join(
        (
            gettext("### How good is this model?"),
            gettext(
                "Of **{tested}** dated sales of known size, **{within}** ended inside our range for"
                " the **10-year yield** (what new buyers earn).",
                tested=figures.tested,
                within=figures.within,
            ),
            gettext(
                "**Misses:** in {below} it rose less than our range or fell; it fell in {fell}. In"
                " {above} it rose more.",
                below=figures.below,
                fell=figures.fell,
                above=figures.above,
            ),
            gettext(
                "Other news moves yields more than such sales. In {ordinary} of {tested}, the move"
                " was no larger than usual. So a hit proves little, and so does a miss.",
                ordinary=figures.ordinary,
                tested=figures.tested,
            ),
            gettext(
                "{fitted} cases of March 2020 are not counted: the model was set with them in"
                " view.",
                fitted=figures.fitted,
            ),
        )
    )


def small_print(record: TrackRecord, translator: Translator) -> str:
    """How far the amounts can be trusted."""
    reported = sum(case.standing == "reported" for case in record.tested)
    return "-# " + translator.gettext(
        "Range: low to high setting at the worst moment, market size of the time. {reported} of"
        " {tested} amounts are as quoted by others. Estimate, not advice.",
        reported=translator.fixed(reported, 0),
        tested=translator.fixed(len(record.tested), 0),
    )


def alt_text(figures: RecordFigures) -> str:
    """The picture for those who do not see it."""
    return figures.translator.gettext(
        "In {within} of {tested} dated sales the change of the 10-year yield, a dot, lies on the"
        " model's hatched range: a tick inside, a cross outside. {fell} dots are below zero.",
        within=figures.within,
        tested=figures.tested,
        fell=figures.fell,
    )


def cases_text(record: TrackRecord, translator: Translator) -> str:
    """Every dated sale with its numbers and its source."""
    gettext = translator.gettext
    return "\n".join(
        (
            gettext("### Every dated sale"),
            gettext(
                "Change of the 10-year yield in points: the model at its worst moment, low /"
                " **best** / high, and what was seen."
            ),
            *(_row(case, translator) for case in record.tested),
            gettext("**Not counted, the model was set with these:**"),
            *(_row(case, translator) for case in record.fitted),
        )
    )


def _row(case: TrackedCase, translator: Translator) -> str:
    numbers = case_figures(case, translator)
    verdict = translator.gettext("inside") if case.is_within else translator.gettext("**missed**")
    reported = translator.gettext(", as quoted") if case.standing == "reported" else ""
    return "- " + translator.gettext(
        "{label}, {sold}{reported}: {low} / **{central}** / {high}; seen {observed}, {verdict}."
        " {source}",
        label=translator.gettext(case.label),
        sold=numbers.sold,
        reported=reported,
        low=numbers.low,
        central=numbers.central,
        high=numbers.high,
        observed=numbers.observed,
        verdict=verdict,
        source=translator.gettext("[Source](<{url}>)", url=case.source.url),
    )
