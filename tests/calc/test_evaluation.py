"""The record is counted without the cases the model was set with; every study is shown."""

from dataclasses import replace

import pytest

from calc import PortfolioType, Scenario, load_snapshot
from calc.evaluation import TrackRecord, dated_record, studies_of
from calc.events.track_record import track_record
from calc.parameters.estimates import EstimateKind, load_studies

SNAPSHOT = load_snapshot()
JAPAN = Scenario("jp", 200 * 10**9)


def test_dated_cases_are_counted_once():
    record = dated_record()
    dated = [case for case in track_record() if case.start is not None]
    assert [*record.tested, *record.fitted] == sorted(
        dated, key=lambda case: (case.is_fitted, case.end, case.start)
    )
    parts = (*record.within, *record.above, *record.below)
    assert sorted(case.key for case in parts) == sorted(case.key for case in record.tested)
    assert not any(case.is_fitted for case in record.tested)
    assert all(case.is_fitted for case in record.fitted)


def test_falls_and_ordinary_moves_are_counted():
    record = dated_record()
    assert {case.key for case in record.fell} == {
        case.key for case in record.tested if case.observed < 0
    }
    usual, other = record.tested[:2]
    unusual = replace(other, observed=-2 * other.ordinary)
    assert TrackRecord((replace(usual, observed=usual.ordinary), unusual), ()).ordinary[1:] == ()
    assert TrackRecord((unusual,), ()).ordinary == ()


def test_studies_split_into_flows_and_stocks():
    studies = studies_of(JAPAN, SNAPSHOT)
    shown = [*studies.of_flows, *studies.of_stocks]
    assert {estimate.study.key for estimate in shown} == set(load_studies())
    assert all(estimate.study.kind is EstimateKind.FLOW for estimate in studies.of_flows)


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
