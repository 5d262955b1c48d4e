"""The two menus of ``/selloff``: each shows its choice, any order of taps is the same question."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.answer import LONGEST_OPTION, MOST_OPTIONS, USUAL_ROWS
from commands.common.custom_id import parse_custom_id
from commands.common.sale.options import read_scenario
from commands.dispatch import run_command, run_component
from commands.selloff.command import COMMAND
from tests.commands.cases import REQUEST, lines, press
from tests.commands.cases import ask as ask_line

TAPS = 6
STARTS = st.fixed_dictionaries(
    {
        "country": st.sampled_from(["japan", "china", "uk", "israel", "cayman islands"]),
        "amount": st.sampled_from(["1m", "200b", "618b", "2t", "half", "all", "1/3"]),
    },
    optional={
        "over": st.sampled_from(["day", "month", "year"]),
        "selling": st.sampled_from(["typical", "bills", "notes", "bonds"]),
        "market": st.sampled_from(["calm", "jumpy", "panic"]),
        "others": st.sampled_from(["nobody", "follow", "dash"]),
        "fed": st.sampled_from(["out", "buys", "repo"]),
    },
)


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def size_of(answer):
    return [option.label for option in answer.menus[0].options]


def choose(answer, label):
    (found,) = {each.custom_id for each in answer.controls if each.label == label}
    return press(found)


def chosen(answer):
    return [[each.label for each in menu.options if each.is_chosen] for menu in answer.menus]


def typed(custom_id):
    """The options somebody would type for the question in an id; None if they cannot."""
    scenario = read_scenario(REQUEST, parse_custom_id(custom_id).fields)
    if scenario.beyond_holding:
        return None
    return {
        "country": REQUEST.snapshot.holders[scenario.holder].name,
        "amount": f"${scenario.amount_usd}",
        "over": scenario.pace.value,
        "selling": scenario.portfolio_type.value,
        "market": scenario.regime,
        "others": scenario.others.value,
        "fed": scenario.fed.value,
    }


@given(start=STARTS, data=st.data())
def test_any_order_of_taps_is_the_same_question_as_typed(start, data):
    answer = ask(**start)
    for _ in range(data.draw(st.integers(1, TAPS))):
        options = [option for menu in answer.menus for option in menu.options]
        tapped = data.draw(st.sampled_from(options))
        answer = run_component(tapped.custom_id, REQUEST)
        assert not answer.is_refusal
        shown = [each.custom_id for each in answer.controls if getattr(each, "is_chosen", False)]
        assert len(shown) == 2, "each menu shows its choice"
        if (values := typed(tapped.custom_id)) is not None:
            again = ask(**values)
            assert replace(again, picture=None) == replace(answer, picture=None)
            assert again.picture.spec == answer.picture.spec


def test_menus_show_what_the_answer_is_for():
    answer = ask(country="japan", amount="200b")
    assert chosen(answer) == [["$200 billion in a month"], ["Nobody else acts"]]
    panic = choose(answer, "A panic")
    assert chosen(panic) == [["$200 billion in a month"], ["A panic"]]
    fast = choose(panic, "$200 billion in one day")
    assert chosen(fast) == [["$200 billion in one day"], ["A panic"]]
    assert "in one day in a panic" in fast.text


def test_one_who_acts_takes_the_place_of_another():
    """After a panic, others who merely follow sell less, and the title says which it is."""
    panic = choose(ask(country="japan", amount="200b"), "A panic")
    follow = choose(panic, "Others follow")
    assert "in a panic" not in follow.text
    assert "others followed" in follow.text
    assert follow.text == ask(country="japan", amount="200b", others="follow").text


def test_fed_acts_among_the_sellers_on_show():
    panic = choose(ask(country="japan", amount="200b"), "A panic")
    both = choose(panic, "A panic, and the Fed buys")
    title = both.text.splitlines()[0]
    assert "in a panic" in title
    assert "the Fed bought" in title
    assert chosen(choose(both, "A panic"))[1] == ["A panic"]


def test_typed_mixture_is_an_option_of_its_own():
    answer = ask(country="japan", amount="200b", market="jumpy", others="follow", fed="repo")
    assert chosen(answer)[1] == ["A jumpy market, others follow, and the Fed lends"]
    title = answer.text.splitlines()[0]
    assert "in a jumpy market, others followed and the Fed lent" in title


@pytest.mark.parametrize("holder", ["japan", "uk", "israel"])
@pytest.mark.parametrize("amount", ["all", "half", "60%", "5%"])
def test_amounts_reach_from_half_to_all(holder, amount):
    answer = ask(country=holder, amount=amount)
    (now,) = chosen(answer)[0]
    assert now in size_of(answer)
    assert now.startswith("All") is (amount == "all")
    assert any(label.startswith("All") for label in size_of(answer))
    for option in answer.menus[0].options:
        sold = option.label.removeprefix("All ").split(" in ")[0].split(" over ")[0]
        assert f"sold {sold} of" in press(option.custom_id).text


def test_more_than_it_holds_is_one_tap_away_and_says_so():
    capped = ask(country="japan", amount="2t")
    beyond = choose(capped, "$2 trillion, if it had it, in a month")
    assert "If Japan sold $2 trillion" in beyond.text
    assert "$4 trillion, if it had it, in a month" in size_of(beyond)


@pytest.mark.parametrize("line", lines())
def test_first_answer_has_three_rows_at_most(line):
    answer = ask_line(line)
    assert answer.rows <= USUAL_ROWS
    for menu in answer.menus:
        assert 0 < len(menu.options) <= MOST_OPTIONS
        assert all(0 < len(option.label) <= LONGEST_OPTION for option in menu.options)
        assert len({option.custom_id for option in menu.options}) == len(menu.options)
        assert sum(option.is_chosen for option in menu.options) <= 1


def test_cost_for_me_is_that_of_the_state_on_show():
    calm = ask(country="japan", amount="200b")
    panic = choose(calm, "A panic")
    told = [choose(answer, "For me?").text for answer in (calm, panic)]
    assert "**$37**" in told[0]
    assert "**$71**" in told[1]
    assert "of US debt in a month in a panic" in told[1].splitlines()[0]
    assert choose(panic, "For me?").own_id.endswith("400000:360:held:panic:typical")
