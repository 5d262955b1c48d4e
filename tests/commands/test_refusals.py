"""A refusal always has a button that works, and no button says another value than was typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.custom_id import parse_custom_id
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of
from tests.commands.cases import REQUEST, first
from tests.commands.test_contract import HOSTILE


def ask(line):
    return first(line, REQUEST)


def labels(answer):
    return [button.label for button in answer.buttons]


def all_work(answer):
    assert answer.is_refusal
    assert answer.is_private
    assert answer.buttons
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal, button
    return True


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_refusal_of_any_command_has_a_button_that_works(command):
    for option in command.options:
        for text in (*HOSTILE, "200 bananas", "mars", "1000", "+25bp", "1.2"):
            values = {**example_of(command), option.name: text}
            answer = run_command(command, REQUEST, values)
            if answer.is_refusal:
                assert all_work(answer)


@pytest.mark.parametrize("name", COMMANDS)
def test_command_without_options_has_a_button_that_works(name):
    command = COMMANDS[name]
    required = {option.name: "" for option in command.options if option.is_required}
    answer = run_command(command, REQUEST, required)
    assert not answer.is_refusal or all_work(answer)


AMOUNTS = st.sampled_from(["200b", "$1.2 trillion", "10%", "half", "all", "50 billion"])
COUNTRIES = st.sampled_from(["japan", "China", "UK", "cayman islands", "日本"])


@given(COUNTRIES, AMOUNTS, st.sampled_from(["selloff", "ripple", "rescue"]), st.data())
def test_country_and_amount_in_wrong_boxes_are_one_tap_from_their_answer(
    country, amount, name, data
):
    """Swapped, or both in the box of the country, in either order."""
    right = ask(f"/{name} country:{country} amount:{amount}")
    mixed = data.draw(
        st.sampled_from(
            [
                {"country": amount, "amount": country},
                {"country": f"{country} {amount}", "amount": "x"},
                {"country": f"{amount} {country}", "amount": "?"},
            ]
        )
    )
    answer = run_command(COMMANDS[name], REQUEST, mixed)
    assert all_work(answer)
    asked = {parse_custom_id(button.custom_id).shown_id for button in answer.buttons}
    assert right.own_id in asked or mixed["amount"] == "?"


def test_other_options_survive_the_sorting_out():
    answer = ask("/selloff country:200b amount:japan over:day market:panic")
    shown = run_component(answer.buttons[0].custom_id, REQUEST)
    assert "in one day in a panic" in shown.text


@pytest.mark.parametrize(
    "text", ["how much would it need?", "How many billions", "wie viel?", "いくら?", "what sum"]
)
def test_question_as_amount_leads_to_target(text):
    answer = ask(f"/selloff country:japan amount:{text}")
    assert all_work(answer)
    assert parse_custom_id(answer.buttons[0].custom_id).command == "target"


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("a:japan b:china", "a:japan half b:china half"),
        ("a:japan 200b b:china", "a:japan 200b b:china half"),
        ("a:200b japan b:china 10%", "a:japan 200b b:china 10%"),
        ("a:japan day b:x", None),
    ],
)
def test_sales_without_amounts_are_offered_by_halves(line, offered):
    answer = ask(f"/compare {line}")
    assert all_work(answer)
    assert offered is None or labels(answer) == [offered]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("/signal ten:5.2%", {-0.0004, 0.052}),
        ("/signal two:4.5 %", {-0.003, 0.045}),
        ("/signal thirty:4.9", {-0.007, 0.049, 0.00049}),
    ],
)
def test_level_as_move_is_asked_back(line, offered):
    answer = ask(line)
    assert all_work(answer)
    assert "looks like the yield itself" in answer.text
    fields = [parse_custom_id(button.custom_id).fields for button in answer.buttons]
    moved = {int(text) / 1e6 for each in fields for text in each if text not in {"x", "0"}}
    assert len(moved) == len(offered)
    for move in moved:
        assert any(abs(move - each) < 0.004 for each in offered), move


@pytest.mark.parametrize("text", ["+5.2%", "-1%", "0.5%", "1.2%", "+47bp"])
def test_move_is_no_level(text):
    assert not ask(f"/signal ten:{text}").is_refusal


@pytest.mark.parametrize("text", ["+25bp", "-25bp", "up 25bp", "+0.25%", "plus 25 bp"])
@pytest.mark.parametrize(
    "line", ["/bond yield:", "/interest at:", "/interest to:", "/target yield:"]
)
def test_move_as_level_is_asked_back(line, text):
    answer = ask(line + text)
    assert all_work(answer)
    assert "is a move" in answer.text
    # No sale takes a yield down, so that neither level can be aimed at.
    assert all(label.endswith("%") or label == "An example" for label in labels(answer))


@pytest.mark.parametrize("text", ["1000", "$1,000", "950", "1000.00"])
def test_bond_of_a_thousand_dollars_is_asked_about(text):
    answer = ask(f"/bond price:{text} coupon:4%")
    assert all_work(answer)
    assert labels(answer) == ["$1,000", "$100"]


@pytest.mark.parametrize("text", ["10年", "10 ans", "10 Jahre", "10 años", "１０年"])
def test_years_are_read_in_other_languages(text):
    assert ask(f"/bond price:95 years:{text}").text == ask("/bond price:95 years:10").text


def test_third_is_shown_to_three_digits():
    answer = ask("/selloff country:japan amount:1/3")
    assert "$368 billion" in answer.text
    assert "367.9" not in " ".join([answer.plain_text, *(each.label for each in answer.controls)])


def test_private_question_is_answered_in_place_and_public_one_for_everybody():
    line = {"country": "japan", "amount": "1.2"}
    for is_private in (True, False):
        request = replace(REQUEST, is_private=is_private)
        for button in run_command(COMMANDS["selloff"], request, line).buttons:
            assert parse_custom_id(button.custom_id).is_new_message is not is_private


THIRTY_SECONDS = st.builds(
    lambda whole, part, form: (form.format(whole, part), whole + part / 32),
    st.integers(60, 120),
    st.integers(1, 31),
    st.sampled_from(["{} {}/32", "{}-{:02}", "{}-{}/32"]),
)


@given(THIRTY_SECONDS)
def test_price_in_thirty_seconds_is_read_or_offered_as_it_is(typed_and_value):
    typed, value = typed_and_value
    answer = ask(f"/bond price:{typed} coupon:4%")
    plain = ask(f"/bond price:{value:.10g} coupon:4%")
    if not answer.is_refusal:
        assert answer.text == plain.text
        return
    assert all_work(answer)
    offered = [parse_custom_id(b.custom_id) for b in answer.buttons if b.label != "An example"]
    assert [each.shown_id for each in offered] in ([], [plain.own_id])


@given(st.integers(2, 9), st.integers(1, 7), st.sampled_from(["{}-{}/8%", "{} {}/8%", "{} {}/8"]))
def test_coupon_with_a_fraction_is_read_or_offered_as_it_is(whole, part, form):
    answer = ask(f"/bond price:95 coupon:{form.format(whole, part)}")
    plain = ask(f"/bond price:95 coupon:{whole + part / 8}%")
    if not answer.is_refusal:
        assert answer.own_id == plain.own_id
        return
    assert [parse_custom_id(b.custom_id).shown_id for b in answer.buttons] == [plain.own_id]


@given(st.integers(11, 99), st.integers(9, 12), st.sampled_from([",", "."]))
def test_amount_in_exponent_form_is_read_or_offered_as_it_is(digits, exponent, point):
    typed = f"{digits // 10}{point}{digits % 10}e{exponent}"
    plain = ask(f"/selloff country:japan amount:${digits * 10 ** (exponent - 1)}")
    answer = ask(f"/selloff country:japan amount:{typed}")
    if not answer.is_refusal:
        assert answer.own_id == plain.own_id
        return
    assert [parse_custom_id(b.custom_id).shown_id for b in answer.buttons] == [plain.own_id]
