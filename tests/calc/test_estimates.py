"""Published estimates: scaled as their units say, ordered, refused without support."""

import dataclasses
import json
import math
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from calc import CalcError, load_snapshot
from calc.estimates import StudiesFile, estimates_for, load_studies
from calc.parameters import Evidence

SNAPSHOT = load_snapshot()
FILE = resources.files("calc") / "parameters" / "estimates.json"
BILLION = 1e9

# Basis points per percent of the market (the last five: of GDP) that the publications come to, by
# hand: least and most.
PER_PERCENT = {
    "beltran_short": (31.6, 47.4),
    "beltran_long": (15.8, 15.8),
    "martin": (21, 21),
    "ahmed_rebucci": (80, 80),
    "kansas_city": (50.9, 205.6),
    "imf_2017": (2, 2.4),
    "arslanalp_poghosyan": (6, 10),
    "andritzky": (4, 4),
    "gagnon": (1.86, 3.71),
    "damico_king": (4.27, 10.7),
    "hamilton_wu": (1.40, 1.51),
    "laubach": (3, 4),
    "cbo": (2, 2),
    "plante": (3, 3),
    "grande": (2, 3),
    "fed_rule": (5, 5),
}
OF_GDP = {"laubach", "cbo", "plante", "grande", "fed_rule"}


def by_key(sale_usd, snapshot=SNAPSHOT, **options):
    return {e.study.key: e for e in estimates_for(sale_usd, snapshot, **options)}


@pytest.mark.parametrize("key", PER_PERCENT)
def test_one_percent_matches_publication(key):
    base = SNAPSHOT.gdp_usd if key in OF_GDP else SNAPSHOT.marketable_usd
    found = by_key(base / 100)[key]
    assert (found.least * 1e4, found.most * 1e4) == pytest.approx(PER_PERCENT[key], rel=0.01)


def test_kansas_city_estimate_scales_with_market():
    """57 basis points for $141 billion in a market of $28.7 trillion."""
    found = by_key(200 * BILLION)["kansas_city"]
    expected = 57 * (200 / 141) * 28_700 * BILLION / SNAPSHOT.marketable_usd
    assert found.middle * 1e4 == pytest.approx(expected)


def test_estimates_are_sorted_and_wide():
    fan = estimates_for(200 * BILLION, SNAPSHOT)
    middles = [estimate.middle for estimate in fan]
    assert middles == sorted(middles)
    assert middles[-1] > 10 * middles[0]


@given(st.floats(1e6, 3e13), st.floats(0.01, 100))
def test_estimates_are_linear_in_band_order(sale, times):
    scaled = by_key(sale * times)
    for key, estimate in by_key(sale).items():
        assert 0 < estimate.least <= estimate.middle <= estimate.most < math.inf
        assert scaled[key].middle == pytest.approx(times * estimate.middle)


def test_only_fed_rule_depends_on_risk():
    usual, heavy = by_key(BILLION), by_key(BILLION, relative_dv01=1.0)
    changed = {key for key in usual if usual[key].middle != heavy[key].middle}
    assert changed == {"fed_rule"}
    assert heavy["fed_rule"].middle == pytest.approx(2 * usual["fed_rule"].middle)


def test_larger_market_lowers_estimates():
    fact = SNAPSHOT.facts["marketable_outstanding"]
    facts = {**SNAPSHOT.facts, fact.key: dataclasses.replace(fact, value=2 * fact.value)}
    bigger = by_key(BILLION, dataclasses.replace(SNAPSHOT, facts=facts))
    assert bigger["martin"].middle == pytest.approx(by_key(BILLION)["martin"].middle / 2)


@pytest.mark.parametrize("amount", [0, -1, math.nan])
def test_no_sale_no_estimate(amount):
    with pytest.raises(CalcError) as caught:
        estimates_for(amount, SNAPSHOT)
    assert caught.value.code == "amount.not_positive"


def test_studies_are_published_with_references():
    for study in load_studies().values():
        assert study.evidence is Evidence.PUBLISHED
        assert str(study.reference.url).startswith("https://")
        assert study.note or study.conversion is not Evidence.JUDGEMENT


@pytest.mark.parametrize(
    "edit",
    [
        lambda study: study.update(reference="hearsay"),
        lambda study: study.update(evidence="judgement"),
        lambda study: study.update(basis_points=[3, 2, 1]),
        lambda study: study.update(basis_points=[0, 1, 2]),
        lambda study: study.pop("conversion"),
        lambda study: study["per"].update(unit="percent of exports"),
        lambda study: study["per"].update(unit="billion USD", marketable_billion_usd=None),
        lambda study: study["per"].update(unit="percent of GDP", marketable_billion_usd=1000),
    ],
)
def test_estimate_without_support_is_refused(edit):
    content = json.loads(FILE.read_text())
    assert len(StudiesFile.model_validate(content).studies) == len(load_studies())
    edit(content["studies"][1])
    with pytest.raises(ValidationError):
        StudiesFile.model_validate_json(json.dumps(content))
