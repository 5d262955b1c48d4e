"""The dials of the interest model, as they are shown and as they are reckoned with."""

import pytest

from calc.interest.parameters import load_interest_parameters

PARAMETERS = load_interest_parameters()


@pytest.mark.parametrize(
    "key",
    [
        "issue_quarter_weight",
        "bill_average_maturity",
        "marginal_bill_share",
        "borrowing_quarter_weight",
    ],
)
def test_what_is_shown_is_what_is_reckoned_with(key):
    assert PARAMETERS.published[key].central == getattr(PARAMETERS, key)


def test_inflation_is_shown_in_percent():
    shown = PARAMETERS.published["inflation_compensation"].central
    assert shown == pytest.approx(100 * PARAMETERS.inflation_compensation)


@pytest.mark.parametrize("key", ["slope_weight", "tips_mix"])
def test_tables_are_shown_whole(key):
    assert dict(PARAMETERS.tables[key].points) == getattr(PARAMETERS, key)


def test_whatever_is_cited_can_be_looked_up():
    for supported in (*PARAMETERS.published.values(), *PARAMETERS.tables.values()):
        for key in supported.references:
            assert PARAMETERS.references[key].key == key
