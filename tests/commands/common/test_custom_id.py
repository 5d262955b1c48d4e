"""Custom ids: what a button carries comes back unchanged, and nothing else is accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Pace, PortfolioType, Scenario, load_snapshot
from calc.parameters import load_impact_parameters
from commands.common.command import Request
from commands.common.custom_id import (
    SHOW,
    CustomId,
    StaleButtonError,
    build_custom_id,
    parse_custom_id,
    with_language,
)
from commands.common.sale.options import read_scenario, write_scenario
from commands.dispatch import run_component

REQUEST = Request(load_snapshot())
GOOD = ("jp", "200000000000", "month", "held", "calm", "typical")

scenarios = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(REQUEST.snapshot.holders)),
    amount_usd=st.integers(10**6, int(REQUEST.snapshot.marketable_usd)),
    pace=st.sampled_from(Pace),
    beyond_holding=st.booleans(),
    regime=st.sampled_from(sorted(load_impact_parameters().regimes)),
    portfolio_type=st.sampled_from(PortfolioType),
)


@given(scenarios, st.sampled_from(["show", "post", "math"]))
def test_scenario_in_custom_id_is_read_back_unchanged(scenario, action):
    custom_id = build_custom_id("selloff", action, *write_scenario(scenario))
    parsed = parse_custom_id(custom_id)
    shown = "show" if action == "post" else action
    assert parsed == CustomId("selloff", shown, write_scenario(scenario), action == "post")
    assert read_scenario(REQUEST, parsed.fields) == scenario


@given(st.text(max_size=200))
def test_arbitrary_text_is_refused_as_stale(text):
    assert run_component(text, REQUEST).is_refusal


FORGED = {
    0: ("xx", "JP"),
    1: ("0", "-5", "1e9", "999999", "999999999999999", "٣"),
    2: ("week",),
    3: ("all",),
    4: ("happy",),
    5: ("gold",),
}


@pytest.mark.parametrize(
    ("place", "value"), [(place, value) for place, values in FORGED.items() for value in values]
)
def test_scenario_with_forged_field_is_stale(place, value):
    assert read_scenario(REQUEST, GOOD) == Scenario("jp", 200 * 10**9)
    with pytest.raises(StaleButtonError):
        read_scenario(REQUEST, [*GOOD[:place], value, *GOOD[place + 1 :]])


@pytest.mark.parametrize("fields", [GOOD[:-1], (*GOOD, "more"), ()])
def test_scenario_with_wrong_field_count_is_stale(fields):
    with pytest.raises(StaleButtonError):
        read_scenario(REQUEST, fields)


@pytest.mark.parametrize(
    "text", ["0:selloff:show:jp", "2:selloff:show:jp", "1:selloff", "", ":", "1:more:nothing"]
)
def test_unknown_layout_or_question_is_refused(text):
    assert run_component(text, REQUEST).is_refusal
    assert run_component(build_custom_id("selloff", "explode", *GOOD), REQUEST).is_refusal


@pytest.mark.parametrize("field", ["x" * 100, "ä"])
def test_unreadable_custom_id_is_not_built(field):
    with pytest.raises(ValueError, match="not a usable"):
        build_custom_id("selloff", "show", field)


@pytest.mark.parametrize("tag", ["de", "zh-CN", "es-419", "pt-BR"])
def test_chosen_language_travels_in_id(tag):
    text = with_language(build_custom_id("selloff", SHOW, "jp"), tag)
    assert parse_custom_id(text).language == tag.lower()
    assert parse_custom_id(text).fields == ("jp",)
    assert parse_custom_id(text).shown_id == "1:selloff:show:jp"


def test_language_without_room_is_left_out():
    full = "1:x:" + "a" * 90
    assert with_language(full, "de") == "1-de:x:" + "a" * 90
    assert len(full) == 94
    longest = "1:xxxxxxx:" + "a" * 90
    assert with_language(longest, "de") == longest


@pytest.mark.parametrize("text", ["1-:x:show", "1-DE:x:show", "1-de-:x:show", "1-deutsch:x:show"])
def test_id_with_no_tag_is_stale(text):
    with pytest.raises(StaleButtonError):
        parse_custom_id(text)
