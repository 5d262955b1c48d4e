"""The record is counted without the cases the model was set with; every study is shown."""

import numpy as np
import pytest

from calc import PortfolioType, Scenario, load_snapshot
from calc.estimates import EstimateKind, load_studies
from calc.events.track_record import dated_record, track_record
from calc.evidence.families import studies_of

SNAPSHOT = load_snapshot()
JAPAN = Scenario("jp", 200 * 10**9)


def test_dated_record_counts_each_sale_once():
    """The seven that share no dollars; March 2014 came back within two weeks and was no sale."""
    record = dated_record()
    assert [case.key for case in record.tested] == [
        "fed_custody_2011",
        "china_scare_2015",
        "china_belgium_2014_2016",
        "japan_2024",
        "fed_custody_2025",
        "japan_round_1_2026",
        "japan_round_2_2026",
    ]
    tested = {case.key for case in record.tested}
    assert all(case.overlaps in tested for case in record.overlapping)
    dated = [case for case in track_record() if case.is_episode]
    assert len(dated) == len(tested) + len(record.overlapping) + len(record.fitted)


def test_expected_score_equals_seeded_draws():
    """What a perfect model would score, by 200,000 draws of the yield's own moves."""
    record, draws = dated_record(), np.random.default_rng(7)
    for expected, effect in (
        (record.within_if_exact, lambda case: case.expected.central),
        (record.within_if_nothing, lambda case: 0.0),
    ):
        hits = 0.0
        for case in record.tested:
            seen = draws.normal(effect(case), case.ordinary, 200_000)
            within = (case.expected.smallest <= seen) & (seen <= case.expected.largest)
            hits += float(within.mean())
        assert expected == pytest.approx(hits, abs=0.02)


def test_studies_split_into_flows_and_stocks():
    studies = studies_of(JAPAN, SNAPSHOT)
    flows, stocks = studies.flows.estimates, studies.stocks.estimates
    shown = [*flows, *stocks, *studies.not_pooled]
    assert sorted(estimate.study.key for estimate in shown) == sorted(load_studies())
    assert all(estimate.study.kind is EstimateKind.FLOW for estimate in flows)
    # Ahmed and Rebucci have two rows; everybody else has one.
    assert (len(flows), studies.flows.papers) == (8, 7)
    assert (len(stocks), studies.stocks.papers) == (13, 13)


def test_studies_scale_with_amount():
    one, two = (studies_of(Scenario("jp", n * 10**11), SNAPSHOT).estimates for n in (1, 2))
    for small, large in zip(one, two, strict=True):
        assert large.middle == pytest.approx(2 * small.middle)
    bills = {
        e.study.key: e
        for e in studies_of(
            Scenario("jp", 10**11, portfolio_type=PortfolioType.BILLS), SNAPSHOT
        ).estimates
    }
    less = {e.study.key for e in one if bills[e.study.key].middle < e.middle}
    assert less == {"fed_rule"}


def test_studies_use_capped_amount():
    all_of_it = studies_of(Scenario("jp", 5 * 10**12), SNAPSHOT)
    assert all_of_it.sale.sale.is_capped
    exact = studies_of(Scenario("jp", int(SNAPSHOT.holders["jp"].latest.usd)), SNAPSHOT)
    assert all_of_it.estimates == exact.estimates
