"""Net interest against the budget."""

import numpy as np
import pytest

from calc.interest.cost import interest_ratios
from calc.interest.model import interest_model
from calc.market import load_snapshot

SNAPSHOT = load_snapshot()
MODEL = interest_model(SNAPSHOT)


def test_ratios_match_cbo_outlook():
    """CBO publication 61882: net interest is 3.3 percent of GDP in 2026 and 4.6 in 2036."""
    ratios = interest_ratios(SNAPSHOT, MODEL, MODEL.published_interest_usd)
    assert ratios.of_gdp[[0, -1]] == pytest.approx([0.033, 0.046], abs=0.0005)
    assert ratios.of_revenue[0] == pytest.approx(1038.976 / 5595.916)
    assert ratios.of_outlays[0] == pytest.approx(1038.976 / 7448.619)


def test_extra_interest_raises_outlays():
    base = MODEL.published_interest_usd
    more = np.stack([base, base + 100e9])
    ratios = interest_ratios(SNAPSHOT, MODEL, more)
    assert ratios.of_outlays[1, 0] == pytest.approx(1138.976 / 7548.619)
    assert (ratios.of_outlays[1] < 1).all()
    assert (np.diff(ratios.of_revenue, axis=0) > 0).all()


def test_ratios_select_years():
    base = MODEL.published_interest_usd
    ratios = interest_ratios(SNAPSHOT, MODEL, np.stack([base, 2 * base]))
    last = ratios.years(slice(-2, None))
    for name in ("of_revenue", "of_outlays", "of_gdp"):
        np.testing.assert_array_equal(getattr(last, name), getattr(ratios, name)[:, -2:])
