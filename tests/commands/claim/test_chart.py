"""The picture of a checked claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commands.claim.chart import ComparedNumber, alt_text, chart
from commands.common.chart import theme
from commands.common.chart.canvas import Line
from commands.common.translator import ENGLISH
from tests.commands.common.chart.checks import check_texts_are_legible, words_of

TOO_HIGH = ComparedNumber(
    topic="US debt held in China",
    claimed=1e12,
    claimed_text="$1tn",
    official=618e9,
    official_text="$618bn",
    verdict="too high by 62%",
    holds=False,
    source="US Treasury, Jul 2026 (press reports)",
)
CASES = [
    TOO_HIGH,
    replace(
        TOO_HIGH, claimed=10.5e12, claimed_text="$10.5tn", verdict="too high by a factor of 17"
    ),
    replace(TOO_HIGH, claimed=0.0, claimed_text="$0", verdict="too low"),
    replace(TOO_HIGH, official=0.0, official_text="<$1m", verdict="too high"),
    replace(
        TOO_HIGH, topic="What the US would pay in interest if Japan sold all of its Treasuries"
    ),
    replace(TOO_HIGH, verdict="more than is on the market"),
    replace(TOO_HIGH, holds=True, verdict="about right"),
]


@pytest.mark.parametrize("compared", CASES)
def test_texts_are_legible_and_the_verdict_stands_in_the_picture(compared):
    spec = chart(compared, ENGLISH)
    check_texts_are_legible(spec)
    words, alt = words_of(spec), alt_text(compared, ENGLISH)
    for text in (compared.claimed_text, compared.official_text, compared.verdict):
        assert text in words
        assert text in alt
    assert "official" in words


def test_bars_are_proportional_to_the_numbers():
    spec = chart(TOO_HIGH, ENGLISH)
    bars = [line for line in spec.primitives if isinstance(line, Line) and line.width > 50]
    lengths = {line.color: line.points[1][0] - line.points[0][0] for line in bars}
    ratio = lengths[theme.BEST_GUESS] / lengths[theme.MEASURED]
    assert ratio == pytest.approx(TOO_HIGH.official / TOO_HIGH.claimed)
