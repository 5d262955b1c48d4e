"""The words of the track record: how often the model was right, misses said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.about.figures import case_figures
from commands.common.translator import mark

if TYPE_CHECKING:
    from calc.evaluation import Record
    from calc.track_record import TrackedCase
    from commands.about.figures import RecordFigures
    from commands.common.translator import Tongue

_NAMES = {
    "fed_custody_2011": mark("Custody {year}"),
    "fed_custody_2014": mark("Custody {year}"),
    "fed_custody_2025": mark("Custody {year}"),
    "china_scare_2015": mark("Officials {year}"),
    "china_belgium_2014_2016": mark("China, Belgium {year}"),
    "china_2015_2016": mark("China {year}"),
    "japan_2024": mark("Japan {year}"),
    "japan_round_1_2026": mark("Japan, May {year}"),
    "japan_tic_2026": mark("Japan, Jul {year}"),
    "japan_round_2_2026": mark("Japan, Aug {year}"),
}


def short_name(case: TrackedCase, tongue: Tongue) -> str:
    """What a case is called in the picture."""
    year = "" if case.end is None else f"’{case.end:%y}"
    return tongue.say(_NAMES.get(case.key, case.label), year=year)


def main_text(figures: RecordFigures) -> str:
    """Hits, misses, and why neither proves much."""
    say = figures.tongue.say
    return "\n".join(
        (
            say("### How good is this model?"),
            say(
                "Of **{tested}** dated sales of known size, **{within}** ended inside our range for"
                " the **10-year yield** (what new buyers earn).",
                tested=figures.tested,
                within=figures.within,
            ),
            say(
                "**Misses:** in {below} it rose less than our range or fell; it fell in {fell}. In"
                " {above} it rose more.",
                below=figures.below,
                fell=figures.fell,
                above=figures.above,
            ),
            say(
                "Other news moves yields more than such sales. In {ordinary} of {tested}, the move"
                " was no larger than usual. So a hit proves little, and so does a miss.",
                ordinary=figures.ordinary,
                tested=figures.tested,
            ),
            say(
                "{fitted} cases of March 2020 are not counted: the model was set with them in"
                " view.",
                fitted=figures.fitted,
            ),
        )
    )


def small_print(record: Record, tongue: Tongue) -> str:
    """How far the amounts can be trusted."""
    reported = sum(case.standing == "reported" for case in record.tested)
    return "-# " + tongue.say(
        "Range: low to high setting at the worst moment, market size of the time. {reported} of"
        " {tested} amounts are as quoted by others. Estimate, not advice.",
        reported=tongue.fixed(reported, 0),
        tested=tongue.fixed(len(record.tested), 0),
    )


def alt_text(figures: RecordFigures) -> str:
    """The picture for those who do not see it."""
    return figures.tongue.say(
        "In {within} of {tested} dated sales the change of the 10-year yield, a dot, lies on the"
        " model's hatched range: a tick inside, a cross outside. {fell} dots are below zero.",
        within=figures.within,
        tested=figures.tested,
        fell=figures.fell,
    )


def cases_text(record: Record, tongue: Tongue) -> str:
    """Every dated sale with its numbers and its source."""
    say = tongue.say
    return "\n".join(
        (
            say("### Every dated sale"),
            say(
                "Change of the 10-year yield in points: the model at its worst moment, low /"
                " **best** / high, and what was seen."
            ),
            *(_row(case, tongue) for case in record.tested),
            say("**Not counted, the model was set with these:**"),
            *(_row(case, tongue) for case in record.fitted),
        )
    )


def _row(case: TrackedCase, tongue: Tongue) -> str:
    numbers = case_figures(case, tongue)
    verdict = tongue.say("inside") if case.is_within else tongue.say("**missed**")
    reported = tongue.say(", as quoted") if case.standing == "reported" else ""
    return "- " + tongue.say(
        "{label}, {sold}{reported}: {low} / **{central}** / {high}; seen {observed}, {verdict}."
        " {source}",
        label=tongue.say(case.label),
        sold=numbers.sold,
        reported=reported,
        low=numbers.low,
        central=numbers.central,
        high=numbers.high,
        observed=numbers.observed,
        verdict=verdict,
        source=tongue.say("[Source](<{url}>)", url=case.source.url),
    )
