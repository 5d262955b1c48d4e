"""What a button carries survives the trip, and nothing else gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Pace, PortfolioType, Scenario, load_snapshot
from calc.parameters import load_impact_parameters
from commands.common.command import Request
from commands.common.custom_id import StaleButtonError, build_custom_id, is_for_all, parse_custom_id
from commands.selloff.buttons import read_scenario, write_scenario
from commands.selloff.command import press

HOLDERS = load_snapshot().holders
MOODS = load_impact_parameters().regimes

scenarios = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(HOLDERS)),
    amount_usd=st.integers(1, 10**15 - 1),
    pace=st.sampled_from(Pace),
    beyond_holding=st.booleans(),
    regime=st.sampled_from(sorted(MOODS)),
    portfolio_type=st.sampled_from(PortfolioType),
)


@given(scenarios, st.sampled_from(["show", "post", "math"]))
def test_a_scenario_survives_the_trip(scenario, action):
    custom_id = build_custom_id("selloff", action, *write_scenario(scenario))
    assert len(custom_id) <= 100
    press_ = parse_custom_id(custom_id)
    assert (press_.command, press_.action) == ("selloff", action)
    assert read_scenario(press_.fields, holders=HOLDERS, regimes=MOODS) == scenario
    assert is_for_all(custom_id) == (action == "post")


@given(st.text(max_size=200))
def test_any_other_text_is_stale_never_an_error(text):
    try:
        pressed = parse_custom_id(text)
        press(Request(load_snapshot()), pressed.action, pressed.fields)
    except StaleButtonError:
        pass


GOOD = ["jp", "200000000000", "month", "held", "calm", "typical"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, "xx"),
        (0, "JP"),
        (1, "0"),
        (1, "-5"),
        (1, "1e9"),
        (1, "999999"),
        (1, "999999999999999"),
        (1, "٣"),
        (2, "week"),
        (3, "all"),
        (4, "happy"),
        (5, "gold"),
    ],
)
def test_a_forged_field_is_stale(place, value):
    fields = [*GOOD]
    press(Request(load_snapshot()), "show", fields)
    fields[place] = value
    with pytest.raises(StaleButtonError):
        press(Request(load_snapshot()), "show", fields)


@pytest.mark.parametrize("fields", [GOOD[:-1], [*GOOD, "more"], []])
def test_too_few_or_many_fields_are_stale(fields):
    with pytest.raises(StaleButtonError):
        press(Request(load_snapshot()), "show", fields)


def test_an_unknown_action_is_stale():
    with pytest.raises(StaleButtonError):
        press(Request(load_snapshot()), "explode", GOOD)


@pytest.mark.parametrize("text", ["0:selloff:show:jp", "2:selloff:show:jp", "1:selloff", "", ":"])
def test_another_layout_is_stale(text):
    with pytest.raises(StaleButtonError):
        parse_custom_id(text)


def test_an_id_that_could_not_be_read_again_is_not_written():
    with pytest.raises(ValueError, match="not a usable"):
        build_custom_id("selloff", "show", "x" * 100)
    with pytest.raises(ValueError, match="not a usable"):
        build_custom_id("selloff", "show", "ä")
