from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.chart.scale import Scale, round_marks
from commands.common.translator import ENGLISH


def test_a_scale_may_run_backwards():
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
def test_marks_are_few_and_round(top, labels):
    assert [label for _, label in round_marks(top, ENGLISH)] == labels


@given(st.floats(1e-4, 1e6))
def test_marks_lie_in_the_scale_and_say_where_they_are(top):
    marks = round_marks(top, ENGLISH)
    assert 2 <= len(marks) <= 3
    first = marks[1][1]
    assert first.strip("0.,") in {"1", "2", "5"}
    assert not ("." in first and first.endswith("0"))
    for value, label in marks:
        assert 0 <= value <= top * (1 + 1e-9)
        assert float(label.replace(",", "")) == pytest.approx(value)
