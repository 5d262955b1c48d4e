"""Contrast (WCAG 2.2, success criteria 1.4.3 and 1.4.11), ticks and scales."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.chart import theme
from commands.common.chart.scale import Scale, round_ticks
from commands.common.translator import ENGLISH

TEXT_COLORS = [
    theme.TEXT,
    theme.BEST_GUESS,
    theme.RANGE_WORDS,
    theme.BASELINE,
    theme.MEASURED,
]


def luminance(color):
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_matches_known_values():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("color", TEXT_COLORS)
def test_text_contrasts_with_ground(color):
    assert contrast(color, theme.GROUND) >= 4.5


@pytest.mark.parametrize("color", [*TEXT_COLORS, theme.RANGE])
def test_marks_contrast_with_ground(color):
    assert contrast(color, theme.GROUND) >= 3


@pytest.mark.parametrize("color", [theme.TEXT, theme.BEST_GUESS])
def test_marks_contrast_with_the_range_they_cross(color):
    assert contrast(color, theme.RANGE) >= 3


@pytest.mark.parametrize("color", [theme.TEXT, theme.BEST_GUESS])
def test_colors_differ_in_lightness(color):
    """Without any colour vision the answer, its range and what is quiet are told apart."""
    assert contrast(color, theme.BASELINE) >= 1.4


def test_measured_contrasts_with_rule():
    assert contrast(theme.MEASURED, theme.RULE) >= 3


def test_scale_may_run_backwards():
    fall = Scale(0, 4, 500, 100)
    assert [fall(0), fall(1), fall(4)] == [500, 400, 100]


@pytest.mark.parametrize(
    ("top", "labels"),
    [
        (0.05, ["0", "0.02", "0.04"]),
        (0.48, ["0", "0.2", "0.4"]),
        (1.0, ["0", "0.5", "1.0"]),
        (2.6, ["0", "1", "2"]),
        (19, ["0", "10"]),
        (30, ["0", "20"]),
    ],
)
def test_ticks_are_few_and_round(top, labels):
    assert [label for _, label in round_ticks(top, ENGLISH)] == labels


@given(st.floats(1e-4, 1e6))
def test_ticks_lie_in_the_scale(top):
    ticks = round_ticks(top, ENGLISH)
    assert 2 <= len(ticks) <= 3
    assert ticks[1][1].strip("0.,") in {"1", "2", "5"}
    for value, label in ticks:
        assert 0 <= value <= top * (1 + 1e-9)
        assert float(label.replace(",", "")) == pytest.approx(value)
