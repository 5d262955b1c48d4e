"""The pictures of ``/ripple``, ``/yen`` and ``/signal``: readable on a phone, few words, honest."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from calc import Pace, Scenario
from calc.fx_intervention import yen_move
from calc.market_signals import read_signal
from calc.spillovers import spillovers_of
from commands.common.chart import theme
from commands.ripple import chart as ripple_chart
from commands.ripple.buttons import USUAL_LOAN
from commands.ripple.figures import ripple_figures
from commands.signal import chart as signal_chart
from commands.signal.figures import signal_figures
from commands.yen import chart as yen_chart
from commands.yen.figures import yen_figures
from tests.commands.common.chart.checks import (
    MOST_WORDS,
    check_nothing_is_drawn_behind_text,
    check_text_is_large_and_stands_alone,
    colored,
    pixels,
    together,
)
from tests.commands.signal.test_signal import GRID as SIGNALS
from tests.commands.yen.test_yen import GRID as MOVES

SALES = [
    Scenario(holder, amount * 10**6, pace)
    for (holder, amount), pace in itertools.product(
        [("jp", 1), ("jp", 20_000), ("jp", 200_000), ("jp", 1_103_900), ("cn", 300_000)], Pace
    )
]


def _ripple(scenario):
    result = spillovers_of(scenario, USUAL_LOAN)
    return ripple_chart, result, ripple_figures(result)


def _yen(rates):
    outcome = yen_move(*rates)
    return yen_chart, outcome, yen_figures(outcome)


def _signal(moves):
    reading = read_signal(moves)
    return signal_chart, reading, signal_figures(reading)


CASES = [
    *((_ripple, sale) for sale in SALES),
    *((_yen, rates) for rates in MOVES),
    *((_signal, moves) for moves in SIGNALS),
]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0].__name__[1:]}-{CASES.index(case)}")
def drawn(request):
    make, question = request.param
    chart, outcome, figures = make(question)
    return chart, outcome, figures


def test_text_is_large_and_stands_alone(drawn):
    chart, outcome, figures = drawn
    check_text_is_large_and_stands_alone(chart.compose(outcome, figures))


def test_nothing_is_drawn_behind_text(drawn):
    chart, outcome, figures = drawn
    check_nothing_is_drawn_behind_text(chart.compose(outcome, figures))


def test_few_words(drawn):
    chart, outcome, figures = drawn
    words = [
        word
        for word in together(chart.compose(outcome, figures)).split()
        if word.strip("():…").isalpha()
        and word not in {"to", "less", "than", "points", "about"}
        and not word[:3].istitle()
    ]
    assert len(words) <= MOST_WORDS, words


def test_the_same_outcome_makes_the_same_bytes(drawn):
    chart, outcome, figures = drawn
    assert chart.draw(outcome, figures) == chart.draw(outcome, figures)


def test_a_fall_lies_left_of_its_zero_and_a_rise_right():
    chart, result, figures = _ripple(Scenario("jp", 200 * 10**9))
    canvas = chart.compose(result, figures)
    for text in canvas.texts:
        text.set_visible(False)
    picture = pixels(canvas.png())
    zeros = colored(picture, theme.BASELINE)
    rungs = colored(picture, theme.BEST_GUESS)
    lines = np.flatnonzero(np.diff(np.r_[0, zeros.any(axis=1).astype(int), 0]))
    spans = list(zip(lines[::2], lines[1::2], strict=True))
    assert len(spans) == 6
    for (top, bottom), falls in zip(spans, [False, False, False, True, True, True], strict=True):
        zero = np.flatnonzero(zeros[top:bottom].sum(axis=0) > 10).mean()
        at = np.flatnonzero(rungs[top:bottom].any(axis=0))
        assert bool(at.mean() < zero) is falls


def test_the_answer_lies_on_the_line_it_is_taken_from():
    """The dot of a move stands where the middle line reaches the fall that was asked for."""
    chart, outcome, figures = _yen((160, 150))
    canvas = chart.compose(outcome, figures)
    dots = [mark for mark in canvas.marks if hasattr(mark, "at")]
    biggest = max(dots, key=lambda mark: mark.size)
    line = next(
        mark
        for mark in canvas.marks
        if getattr(mark, "color", None) == theme.BEST_GUESS and hasattr(mark, "points")
    )
    xs, ys = zip(*line.points, strict=True)
    assert np.interp(biggest.at[0], xs, ys) == pytest.approx(biggest.at[1], abs=2)
