"""``/selloff``: what its first answer says."""

from calc import load_snapshot
from commands.common.command import Request
from commands.dispatch import run_command
from commands.selloff.command import COMMAND

REQUEST = Request(load_snapshot())


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def test_first_screen_is_three_sentences():
    """The words beside the title that a phone shows with the picture."""
    text = ask(country="japan", amount="200b").text
    title, *lines = text.splitlines()
    assert title == "### If Japan sold $200 billion of US Treasuries in a month"
    assert lines == [
        (
            "The **10-year yield** would be pushed up about **0.15 points** (most studies: 0.04 to"
            " 0.6); about 0.02 would stay."
        ),
        "A $100 ten-year US government bond would dip to about **$98.80**.",
        (
            "For what stays, the US would pay about **$320 million** more interest in the first"
            " year, **$37 billion** over ten."
        ),
    ]
    assert len(" ".join(lines).split()) <= 52


def test_sale_of_bills_moves_bills():
    answer = ask(country="japan", amount="200b", selling="bills")
    assert "**3-month yield** would be pushed up about **0.05 points**" in answer.text
    assert "the 10-year yield less than 0.01" in answer.text
    assert "most studies" not in answer.text
    assert "As bills are renewed" in answer.text


def test_sale_of_bonds_names_its_dollar():
    small = ask(country="japan", amount="200b", selling="bonds").small_print
    assert "counted at face value" in small


def test_sale_beyond_dealers_is_halt():
    sudden = ask(country="japan", amount="all", over="day")
    assert "no price but a halt" in sudden.text
    assert "2.6 times all that dealers hold ($430 billion)" in sudden.text
    assert "halt" not in ask(country="japan", amount="200b", over="day").text


def test_sale_too_fast_has_no_calm_market():
    calm = ask(country="japan", amount="200b", over="day")
    assert "Calm market" not in calm.small_print
    assert "strained by so fast a sale" in calm.small_print
