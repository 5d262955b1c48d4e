"""Contrast as WCAG 2.2 counts it (success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest

from commands.common.chart import theme


def luminance(color: str) -> float:
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


STYLES = [theme.TITLE, theme.LABEL, theme.FINDING, theme.RANGE_TEXT, theme.TICK, theme.MAIN_TICK]


@pytest.mark.parametrize("style", STYLES)
def test_text_stands_out(style):
    assert contrast(style.color, theme.GROUND) >= 4.5


@pytest.mark.parametrize("ground", [theme.GROUND, theme.RANGE_FILL])
@pytest.mark.parametrize("primitive", [theme.BEST_GUESS, theme.RANGE, theme.BASELINE])
def test_marks_stand_out(primitive, ground):
    assert contrast(primitive, ground) >= 3


def test_the_best_guess_stands_out_from_the_hatch_it_crosses():
    assert contrast(theme.BEST_GUESS, theme.RANGE_HATCH) >= 2
