"""``/selloff``: what its buttons offer."""

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.selloff.command import COMMAND

REQUEST = Request(load_snapshot())


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def labels(answer):
    return [button.label for button in answer.buttons]


@pytest.mark.parametrize("holder", ["japan", "uk", "israel"])
@pytest.mark.parametrize("amount", ["all", "half", "60%", "5%"])
def test_double_is_offered_up_to_holding(holder, amount):
    answer = ask(country=holder, amount=amount)
    doubles = [button for button in answer.buttons if button.label.startswith("Double")]
    assert len(doubles) == (amount in {"half", "5%"})
    for button in doubles:
        doubled = button.label.removeprefix("Double: ")
        assert f"sold {doubled} of" in run_component(button.custom_id, REQUEST).text


def test_beyond_the_holding_all_that_there_is_may_be_doubled():
    capped = ask(country="japan", amount="2t")
    (what_if,) = (button for button in capped.buttons if button.label.startswith("What if it had"))
    assert "Double: $4 trillion" in labels(run_component(what_if.custom_id, REQUEST))


def test_past_sale_comes_with_caveat():
    answer = ask(country="japan", amount="200b")
    assert "When Japan sold $96.5 billion of reserves in summer 2026" in answer.text
    assert "amid other news" in answer.text
    assert "For that past sale we would say 0.03 to 0.24 points higher." in answer.small_print
    assert "How much of it was Treasuries is not published." in answer.small_print


def test_other_past_move_has_no_caveat():
    answer = ask(country="japan", amount="all", over="day")
    assert "amid other news" not in answer.text
    assert "not published" not in answer.small_print
