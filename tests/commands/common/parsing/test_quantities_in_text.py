"""Numbers of running text agree with the same numbers typed into an option."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.parsing.amounts import FLOOR_USD, Dollars, read_amount
from commands.common.parsing.currencies import ONES, SCALE_WORDS, SCALES, SCALES_ELSEWHERE, TENS
from commands.common.parsing.digits_in_text import write_digits
from commands.common.parsing.numbers import plain_decimal
from commands.common.parsing.quantities_in_text import Unit, find_quantities

tenths = st.integers(10, 99_999).map(lambda n: Fraction(n, 10))


@given(tenths, st.sampled_from(sorted(SCALES)), st.sampled_from(["", " "]))
def test_scaled_dollars_equal_the_option(number, scale, gap):
    text = f"${plain_decimal(number)}{gap}{scale}"
    usd = round(number * SCALES[scale])
    if usd >= FLOOR_USD and SCALES[scale] >= 10**6:
        (found,) = find_quantities(f"it sold {text} of bonds")
        assert read_amount(text) == Dollars(usd)
        assert (found.unit, found.low) == (Unit.USD, pytest.approx(usd))


@given(
    st.sampled_from([None, *TENS]),
    st.sampled_from([word for word, n in ONES.items() if n < 10]),
    st.sampled_from(["million", "billion", "trillion"]),
)
def test_spelled_dollars_equal_the_option(tens, one, scale):
    words = f"{tens}-{one}" if tens else one
    usd = (TENS.get(tens, 0) + ONES[one]) * SCALE_WORDS[scale]
    (found,) = find_quantities(write_digits(f"it sold {words} {scale} dollars of bonds"))
    assert read_amount(f"{words} {scale}") == Dollars(usd)
    assert (found.unit, found.low) == (Unit.USD, usd)


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("4.5 percentage points", Unit.POINTS, 0.045),
        ("25 bps", Unit.POINTS, 0.0025),
        ("4,5 %", Unit.PERCENT, 0.045),
        ("a fifth", Unit.PERCENT, 0.2),
        ("3 mrd dollar", Unit.USD, 3e9),
        ("5亿美元", Unit.USD, 5e8),
        ("€3 billion", Unit.FOREIGN, 3e9),
        ("125 million people", Unit.BARE, 1.25e8),
    ],
)
def test_unit_in_text(text, unit, low):
    (found,) = find_quantities(write_digits(text))
    assert found.unit is unit
    assert found.low == pytest.approx(low)


def test_scale_tables_do_not_overlap():
    assert SCALES.keys().isdisjoint(SCALES_ELSEWHERE)
