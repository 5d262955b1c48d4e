"""Text of the record: what weekly custody shows, and the dated sales, misses said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.about.figures import signed_points
from commands.common.text.small_print import (
    MOST_SMALL_WORDS,
    as_lines,
    fitted_paragraph,
    small_line,
)
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.events.track_record import TrackedCase, TrackRecord
    from commands.about.figures import RecordFigures
    from commands.common.translator import Translator

# Whether the yield ended inside the range, and whether the sum is quoted by others.
_ROWS = {
    (True, False): N_("{label}, {sold}: {low} / **{central}** / {high}; seen {observed}, inside."),
    (True, True): N_(
        "{label}, {sold}, as quoted: {low} / **{central}** / {high}; seen {observed}, inside."
    ),
    (False, False): N_(
        "{label}, {sold}: {low} / **{central}** / {high}; seen {observed}, **missed**."
    ),
    (False, True): N_(
        "{label}, {sold}, as quoted: {low} / **{central}** / {high}; seen {observed}, **missed**."
    ),
}


def main_text(figures: RecordFigures) -> str:
    """What the custody record shows, and why it proves little."""
    gettext = figures.translator.gettext
    return fitted_paragraph(
        gettext("### How good is this model?"),
        gettext("**Nobody could see foreign governments’ sales in the yield.**"),
        gettext(
            "In **{rose} of {spells}** spells of sales, the **10-year yield** (what new buyers"
            " earn) rose.",
            rose=figures.rose,
            spells=figures.spells,
        ),
        gettext("That fits our numbers, and no effect at all just as well."),
        gettext("**But** governments often sell in fear, when others buy, which hides a push."),
    )


def small_print(figures: RecordFigures) -> str:
    """What a spell is, and of which years."""
    return small_line(
        figures.translator.gettext(
            "Spells: their custody at the Federal Reserve fell {least} or more in four weeks;"
            " {first} to {last}.",
            least=figures.least,
            first=figures.first_day,
            last=figures.last_day,
        ),
        limit=MOST_SMALL_WORDS,
    )


def alt_text(figures: RecordFigures) -> str:
    """The picture for those who do not see it."""
    return figures.translator.gettext(
        "A bar for each of {spells} four-week spells of falling custody, {first} to {last}: the"
        " 10-year yield rose in {rose} and moved by {seen} points on average. A dot on each shows"
        " what we would have said, {model} on average.",
        spells=figures.spells,
        first=figures.first_day,
        last=figures.last_day,
        rose=figures.rose,
        seen=figures.mean_seen,
        model=figures.mean_model,
    )


def cases_text(record: TrackRecord, figures: RecordFigures) -> str:
    """Every dated sale with its numbers and its source."""
    translator = figures.translator
    gettext = translator.gettext
    return as_lines(
        gettext("### The record in full"),
        gettext(
            "**Weekly custody:** US government debt that the Federal Reserve keeps for foreign"
            " governments and central banks, two thirds of theirs, at face value; the largest"
            " fall in four weeks was {largest}. The 10-year yield moved by {seen} points on"
            " average in these spells; we would have said {model}. Nine in ten should lie"
            " within what the yield does anyway: {with_ours} of {spells} do with our number,"
            " {with_nothing} with none.",
            largest=figures.largest,
            seen=figures.mean_seen,
            model=figures.mean_model,
            with_ours=figures.within_model,
            with_nothing=figures.within_nothing,
            spells=figures.spells,
        ),
        gettext(
            "**Dated sales:** change of the 10-year yield in points, the model at its worst"
            " moment, low / **best** / high, and what was seen."
        ),
        gettext(
            "{within} of {tested} are inside. If the best guess were exactly true, {exact}"
            " would be expected, since the yield moves by itself; if sales did nothing,"
            " {nothing}.",
            within=translator.fixed(len(record.within), 0),
            tested=translator.fixed(len(record.tested), 0),
            exact=translator.fixed(record.within_if_exact, 1),
            nothing=translator.fixed(record.within_if_nothing, 1),
        ),
        *(_row(case, translator) for case in record.tested),
        gettext("**Not counted, part of a sale above:**"),
        *(_row(case, translator) for case in record.overlapping),
        gettext("**Not counted, a number of ours was set with these:**"),
        *(_row(case, translator) for case in record.fitted),
    )


def _row(case: TrackedCase, translator: Translator) -> str:
    row = translator.gettext(
        _ROWS[case.is_within, case.standing == "reported"],
        label=translator.gettext(case.label),
        sold=translator.exact_money(case.sold_usd),
        low=translator.points(case.expected.smallest),
        central=translator.points(case.expected.central),
        high=translator.points(case.expected.largest),
        observed=signed_points(case.observed, translator),
    )
    source = translator.gettext("[Source](<{url}>)", url=case.source.url)
    return f"- {translator.paragraph((row, source))}"
