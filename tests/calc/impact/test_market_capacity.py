"""A sale against a day's trading and against what dealers hold."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Pace, Scenario, load_snapshot, run
from calc.parameters import load_impact_parameters
from calc.sale import day_sale

SNAPSHOT, PARAMETERS = load_snapshot(), load_impact_parameters()
JAPAN = Scenario("jp", 200 * 10**9)
MOST = PARAMETERS.regimes["dash"].stress


def day(usd, days=1):
    return day_sale(usd, days, SNAPSHOT, PARAMETERS)


@pytest.mark.parametrize(
    ("usd", "stress", "is_halt"),
    [
        (64e9, 1, False),  # 5% of $1,288.8 billion traded in a day (SIFMA, March 2026) is 64.44
        (248.22e9, 1.4, False),
        (432e9, 1.8, False),  # what primary dealers held net on 30 September 2026
        (433e9, 1.8, True),
    ],
)
def test_stress_grows_from_calm_to_halt(usd, stress, is_halt):
    found = day(usd)
    assert found.stress == pytest.approx(stress, abs=1e-4)
    assert found.is_halt is is_halt
    assert found.is_strained is (stress > 1)


@given(st.floats(1e6, 31e12), st.floats(1, 3), st.integers(1, 252))
def test_larger_day_is_never_calmer(usd, times, days):
    assert 1 <= day(usd, days).stress <= day(usd * times, days).stress <= MOST


def test_stress_of_size_is_not_added_to_regime():
    calm, panic = (
        run(dataclasses.replace(JAPAN, pace=Pace.DAY, regime=regime)) for regime in ("calm", "dash")
    )
    temporary = [one.yields.path.temporary_at_peak.central for one in (calm, panic)]
    more = (1 + PARAMETERS.regimes["dash"].contagion) ** 0.5
    assert temporary[1] / temporary[0] == pytest.approx(more * MOST / calm.sale.day.stress)


def test_usual_month_keeps_its_calm():
    assert run(JAPAN).sale.day.stress == 1
