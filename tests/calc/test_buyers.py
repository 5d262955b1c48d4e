"""Who took the new debt since September 2022, from the official figures of both days."""

import pytest

from calc import load_snapshot
from calc.ownership import new_debt


def test_new_debt_is_split_by_owner():
    """31,621.3 - 24,253.4; 9,298.5 - 7,251.5; 4,564.2 - 5,671.8; the rest is 6,428.5 billion."""
    found = new_debt(load_snapshot())
    assert found.public_usd / 1e12 == pytest.approx(7.3679, abs=1e-4)
    assert found.foreign_usd / 1e12 == pytest.approx(2.0470, abs=1e-4)
    assert found.fed_usd / 1e12 == pytest.approx(-1.1076, abs=1e-4)
    assert found.domestic_usd / 1e12 == pytest.approx(6.4285, abs=1e-4)
    assert found.domestic_share == pytest.approx(0.8725, abs=1e-4)


def test_purchases_abroad_are_told_apart():
    """SLT Table 3, February 2023 to April 2026."""
    found = new_debt(load_snapshot())
    assert found.official_bought_usd == 255_105_000_000
    assert found.private_bought_usd == 1_884_661_000_000
