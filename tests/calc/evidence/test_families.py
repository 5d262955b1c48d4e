"""The pooled studies, the parameters that follow from them, and every study beside a sale."""

from dataclasses import replace

import pytest

from calc import PortfolioType, Scenario, load_snapshot, run
from calc.estimates import EstimateKind, ReadIn, load_studies
from calc.evidence.families import (
    REFERENCE_SALE_USD,
    derive_parameters,
    flows,
    pool_estimates,
    stocks,
    studies_of,
)
from calc.parameters import load_impact_parameters

SNAPSHOT, PARAMETERS = load_snapshot(), load_impact_parameters()
TYPICAL = PARAMETERS.relative_dv01.central
FLOWS, STOCKS = flows(SNAPSHOT, TYPICAL), stocks(SNAPSHOT, TYPICAL)


def derived(typical=TYPICAL):
    return derive_parameters(
        SNAPSHOT, relative_dv01=typical, half_life=PARAMETERS.half_life, sale_days=21
    )


@pytest.mark.parametrize("key", ["kappa", "flow"])
def test_shipped_parameter_follows_from_the_pooled_estimates(key):
    shipped = PARAMETERS.published[key]
    assert (shipped.low, shipped.central, shipped.high) == getattr(derived(), key)


def test_model_at_the_reference_sale_says_what_the_studies_say():
    """A holder without a table of its own sells the typical portfolio."""
    snapshot = replace(SNAPSHOT, bills_shares={})
    outcome = run(Scenario("jp", int(REFERENCE_SALE_USD)), snapshot)
    pushed, stayed = FLOWS.pooled, STOCKS.pooled
    wanted_push = (pushed.next_study[0], pushed.mean, pushed.next_study[1])
    wanted_stay = (stayed.next_study[0], stayed.mean, stayed.next_study[1])
    assert list(outcome.yields.peak) == pytest.approx(wanted_push, rel=0.01)
    assert list(outcome.yields.permanent) == pytest.approx(wanted_stay, rel=0.01)


def test_derived_parameters_do_not_depend_on_the_unit_of_rate_risk():
    """Less rate risk per dollar needs proportionally more effect per unit of it."""
    assert derived(TYPICAL / 2).flow[1] > derived().flow[1]


def test_families_hold_one_row_a_result_and_no_survey():
    keys = {e.study.key for e in (*FLOWS.estimates, *STOCKS.estimates)}
    assert not keys & {"kansas_city", "beltran_long"}
    assert len(FLOWS.estimates) >= 8
    assert len(STOCKS.estimates) >= 13


def test_family_without_unchecked_papers_is_a_sensitivity():
    unchecked = [e for e in FLOWS.estimates if e.study.read is ReadIn.FROM_MEMORY]
    assert unchecked
    without = [e for e in FLOWS.estimates if e not in unchecked]
    assert FLOWS.sensitivities["read"] == pool_estimates(without)
    assert FLOWS.sensitivities["read"] != FLOWS.pooled


def test_family_scaled_by_gdp_is_larger_for_older_papers():
    """Debt has grown faster than the economy."""
    assert FLOWS.sensitivities["gdp"].mean > FLOWS.pooled.mean


JAPAN = Scenario("jp", 200 * 10**9)


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
