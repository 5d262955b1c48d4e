"""What it takes to move the yen: the record, three ways through it, and their middle."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import CalcError, Scenario, run
from calc.events.interventions import intervention_record
from calc.fx_intervention import LARGEST_FALL, InterventionModel, yen_move
from calc.parameters.spillovers import load_spillover_facts

BILLION = 10**9

# Federal Reserve, H.10: yen per dollar at noon in New York, the day before and the last day.
NOONS = [
    ("japan_september_2022", 144.14, 142.16, 4),
    ("japan_october_2022", 149.82, 146.35, 362),
    ("japan_2024", 157.62, 152.85, 26),
    ("japan_july_2024", 161.73, 157.88, None),
]


@pytest.mark.parametrize(("key", "before", "after", "days"), NOONS)
def test_interventions_match_published_rates(key, before, after, days):
    rounds = {each.key: each.purchase.rates for each in intervention_record().rounds}
    effect = rounds[key]
    assert (effect.before[1], effect.after[1]) == (before, after)
    assert effect.fall == pytest.approx(1 - after / before)
    held = None if effect.back_day is None else (effect.back_day - effect.after[0]).days
    assert held == days


def test_rounds_without_rates_are_unseen():
    record = intervention_record()
    assert [each.key for each in record.rounds][-2:] == ["japan_round_1_2026", "japan_round_2_2026"]
    assert [each.key for each in record.rounds if each.purchase.rates] == [key for key, *_ in NOONS]
    assert record.rates_until == date(2025, 9, 26)


def test_intervention_fits_match_record():
    """About 0.4% per trillion yen on average, and less per yen the more is bought."""
    record = intervention_record()
    assert record.linear_slope() * 1e14 == pytest.approx(0.38, abs=0.01)
    scale, exponent = record.power_law()
    assert 0.4 < exponent < 0.9
    for each, effect in record.seen:
        assert scale * each.yen**exponent == pytest.approx(effect.fall, rel=0.2)


@given(
    start=st.floats(100, 250),
    fall=st.floats(0.001, LARGEST_FALL - 1e-6),
)
def test_each_model_inverts_the_fall(start, fall):
    outcome = yen_move(start, start * (1 - fall))
    rate = (outcome.start + outcome.target) / 2
    record, gdp = intervention_record(), load_spillover_facts().japan_gdp.value
    scale, exponent = record.power_law()
    forwards = {
        InterventionModel.FLOW_STUDY: lambda usd: (
            outcome.parameters.repatriation.central * usd / gdp
        ),
        InterventionModel.LINEAR: lambda usd: record.linear_slope() * usd * rate,
        InterventionModel.POWER_LAW: lambda usd: scale * (usd * rate) ** exponent,
    }
    for amount in outcome.amounts:
        assert forwards[amount.model](amount.usd.central) == pytest.approx(fall, rel=1e-6)
    middles = [amount.usd.central for amount in outcome.amounts]
    assert outcome.usd.central == sorted(middles)[1]
    assert outcome.usd.low <= min(middles)
    assert outcome.usd.high >= max(middles)
    peak = outcome.outcome.yields.peak
    assert 0 < peak.low <= peak.central <= peak.high
    assert outcome.left_usd >= 0


def test_yen_160_to_150_matches_models():
    outcome = yen_move(160, 150)
    by_way = {amount.model: amount.usd.central / BILLION for amount in outcome.amounts}
    gdp = load_spillover_facts().japan_gdp.value / BILLION
    assert by_way[InterventionModel.FLOW_STUDY] == pytest.approx(6.25 / 1.85 * gdp / 100)
    assert 100 < by_way[InterventionModel.LINEAR] < 110
    assert 170 < by_way[InterventionModel.POWER_LAW] < 185
    # 144 billion, of which two figures are known.
    sale = run(Scenario("jp", 140 * BILLION))
    assert outcome.outcome.yields.peak == sale.yields.peak
    holding = sale.sale.holding.usd
    rates = outcome.parameters.yen_by_rates.central * outcome.parameters.yen_by_rates_kept
    assert outcome.push_back.central == pytest.approx(rates * sale.yields.peak.central)
    assert outcome.yen == pytest.approx(outcome.usd.central * 155)
    assert outcome.left_usd == holding - 140 * BILLION


def test_models_diverge_beyond_record():
    near, far = yen_move(160, 157), yen_move(160, 130)

    def power_law_over_linear(outcome):
        usd = {amount.model: amount.usd.central for amount in outcome.amounts}
        return usd[InterventionModel.POWER_LAW] / usd[InterventionModel.LINEAR]

    assert power_law_over_linear(near) == pytest.approx(1, abs=0.25)
    assert power_law_over_linear(far) > 3


@pytest.mark.parametrize(
    ("start", "target", "code"),
    [(150, 160, "yen.not_stronger"), (150, 150, "yen.not_stronger"), (160, 100, "yen.too_far")],
)
def test_impossible_yen_target_is_refused(start, target, code):
    with pytest.raises(CalcError) as caught:
        yen_move(start, target)
    assert caught.value.code == code
