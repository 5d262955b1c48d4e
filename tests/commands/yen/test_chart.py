"""The picture of ``/yen``: bars of past rounds against what is needed."""

import numpy as np
import pytest

from calc.fx_intervention import yen_move
from commands.common.chart import theme
from commands.common.chart.canvas import Line
from commands.common.translator import ENGLISH
from commands.yen.chart import chart
from commands.yen.figures import YenFigures
from tests.commands.common.chart.test_chart_values import marks


def test_yen_bars_are_the_dollars_sold():
    outcome = yen_move(160, 150)
    spec = chart(outcome, YenFigures(outcome, ENGLISH))
    (needed,) = marks(spec, Line, theme.BEST_GUESS)
    start, end = (x for x, _ in needed.points)
    bars = sorted(marks(spec, Line, theme.MEASURED), key=lambda bar: -bar.points[0][1])
    lengths = [bar.points[1][0] - start for bar in bars]
    sold = [each.about_usd for each in outcome.record.rounds]
    assert np.array(lengths) / (end - start) == pytest.approx(np.array(sold) / outcome.usd.central)
