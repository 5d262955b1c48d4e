"""The pictures of what happened: readable, honest, with the numbers of the answer."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest

from calc import Scenario, load_snapshot
from calc.events.dated_moves import history
from calc.evaluation import dated_record, studies_of
from calc.ownership import holder_path, ownership
from commands.about import record_chart, studies_chart
from commands.about import record_text as record_words
from commands.about.figures import figures_of_record, figures_of_studies
from commands.common.chart import theme
from commands.common.translator import ENGLISH, Translator
from commands.history import chart as history_chart
from commands.history import text as history_words
from commands.history.figures import figures_of_history
from commands.holders import chart as holders_chart
from commands.holders.figures import figures_of_ownership, figures_of_path
from tests.commands.common.chart.checks import (
    check_few_words,
    check_nothing_is_drawn_behind_text,
    check_numbers_are_known,
    check_text_is_large_and_stands_alone,
    colored,
    pixels,
    together,
)
from tests.commands.common.chart.test_theme import contrast

SNAPSHOT = load_snapshot()
SALES = [
    Scenario("il", 10**6),
    Scenario("jp", 2 * 10**11),
    Scenario("jp", 1_103_900_000_000),
    Scenario("jp", 31 * 10**12, beyond_holding=True, regime="panic"),
]


def everybody():
    split = ownership(SNAPSHOT)
    names = {holder.key: holder.name for holder in split.holders}
    figures = figures_of_ownership(split, names, ENGLISH)
    return holders_chart.compose_everybody(split, figures), figures, figures.names


def path(key):
    found = holder_path(key, SNAPSHOT)
    figures = figures_of_path(found, ENGLISH.country(key, found.holder.name), SNAPSHOT, ENGLISH)
    years = {str(table.months[key][-1].month.year) for table in found.older}
    years.add(str(found.holder.latest.month.year))
    return holders_chart.compose_path(found, figures), figures, (figures.name, *years)


def past(scenario):
    found = history(SNAPSHOT, scenario)
    figures = figures_of_history(found, ENGLISH)
    names = [history_words.short_name(move, ENGLISH) for move in found.moves]
    return history_chart.compose(found, names, figures), figures, names


def record():
    found = dated_record()
    figures = figures_of_record(found, ENGLISH)
    names = [record_words.short_name(case, ENGLISH) for case in found.tested]
    return record_chart.compose(found, names, figures), figures, names


def studies(scenario):
    found = studies_of(scenario, SNAPSHOT)
    figures = figures_of_studies(found, ENGLISH)
    return studies_chart.compose(found, figures), figures, ()


PICTURES = {
    "everybody": everybody,
    **{f"path-{key}": lambda key=key: path(key) for key in SNAPSHOT.holders},
    "history": lambda: past(None),
    **{f"history-{n}": lambda sale=sale: past(sale) for n, sale in enumerate(SALES)},
    "record": record,
    **{f"studies-{n}": lambda sale=sale: studies(sale) for n, sale in enumerate(SALES)},
}


@pytest.fixture(params=PICTURES.values(), ids=PICTURES.keys())
def picture(request):
    return request.param()


def written(figures, names) -> set[str]:
    """All text of a figures dataclass, at any depth, and the names of the rows."""
    found = set(names)
    for field in dataclasses.fields(figures):
        value = getattr(figures, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                found.add(one)
            elif dataclasses.is_dataclass(one) and not isinstance(one, Translator):
                found |= written(one, ())
    return found


def test_text_is_large_and_stands_alone(picture):
    check_text_is_large_and_stands_alone(picture[0])


def test_nothing_is_drawn_behind_text(picture):
    check_nothing_is_drawn_behind_text(picture[0])


def test_few_words_beside_the_names_of_rows(picture):
    canvas, figures, names = picture
    check_few_words(canvas, written(figures, names))


def test_every_number_is_one_of_the_answer_or_of_an_axis(picture):
    canvas, figures, names = picture
    ticks = {text.get_text() for text in canvas.texts if text.get_color() == theme.TICK.color}
    check_numbers_are_known(canvas, written(figures, names) | ticks)


def test_the_same_facts_make_the_same_bytes():
    assert record()[0].png() == record()[0].png()


def test_the_record_marks_hits_and_misses_without_colour():
    canvas, _, _ = record()
    verdicts = [text.get_text() for text in canvas.texts if text.get_text() in "✓✗"]
    assert verdicts == ["✓" if case.is_within else "✗" for case in dated_record().tested]


def test_a_reported_sum_is_marked():
    text = together(everybody()[0])
    for holder in ownership(SNAPSHOT).holders[:5]:
        held = ENGLISH.short_money(holder.latest.usd, 3)
        assert (f"{held}, {ENGLISH.month(holder.latest.month)}, reported" in text) == (
            holder.latest.standing == "reported"
        )


def test_no_line_crosses_a_month_that_was_not_read():
    """April 2026 was not read for the United Kingdom: its column of the picture stays empty."""
    canvas, _, _ = path("gb")
    for text in canvas.texts:
        text.set_visible(False)
    columns = colored(pixels(canvas.png()), theme.MEASURED)[150:].any(axis=0)
    marked = np.flatnonzero(columns)
    gaps = [right - left for left, right in itertools.pairwise(marked)]
    wide = sorted(gap for gap in gaps if gap > 12)
    # Four between the five tables, one for the month.
    assert len(wide) == 5
    assert wide[0] < wide[1] / 1.5


def test_bars_are_as_long_as_the_sums():
    canvas, _, _ = everybody()
    for text in canvas.texts:
        text.set_visible(False)
    rows = pixels(canvas.png())[320:]
    bars = colored(rows, theme.MEASURED) | colored(rows, theme.BASELINE)
    lengths = [length for length in bars.sum(axis=1) if length > 100]
    seen = sorted(set(lengths), reverse=True)
    held = sorted({h.latest.usd for h in ownership(SNAPSHOT).holders[:5]}, reverse=True)
    for usd in held:
        assert min(abs(length / seen[0] - usd / held[0]) for length in seen) < 0.005


@pytest.mark.parametrize("ground", [theme.GROUND, theme.RANGE_FILL, theme.RULE])
def test_what_was_measured_stands_out(ground):
    assert contrast(theme.MEASURED, ground) >= 3
