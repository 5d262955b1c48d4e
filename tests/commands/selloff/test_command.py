"""``/selloff``: what its first answer says."""

import re

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.selloff.command import COMMAND

REQUEST = Request(load_snapshot())


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def why(answer):
    (button,) = (button for button in answer.buttons if button.label == "Why?")
    return run_component(button.custom_id, REQUEST)


def test_first_screen_is_three_sentences():
    """The words beside the title; Japan's bills, 12.7% of what it has, make its sale lighter."""
    text = ask(country="japan", amount="200b").text
    title, *lines = text.splitlines()
    assert title == "### If Japan sold $200 billion of US Treasuries in a month"
    assert lines == [
        (
            "The **10-year yield** would be pushed up about **0.15 points** (most studies: 0.04 to"
            " 0.59). About 0.02 would stay. That is about **$310 million** more US interest in the"
            " first year, **$35 billion** over ten."
        ),
        "A $100 ten-year US government bond would dip to about **$98.80**.",
    ]


def test_sale_of_bills_moves_bills():
    answer = ask(country="japan", amount="200b", selling="bills")
    assert "due within a year, would yield about **0.05 points** more (our guess:" in answer.text
    assert "The 10-year yield would rise less than 0.01." in answer.text
    assert "most studies" not in answer.text
    assert "Extra US interest: about" in answer.text


def test_purchases_of_notes_leave_bills_alone():
    """What the Fed buys undoes the rise of longer yields; bills have a path of their own."""
    bought, alone = (
        ask(country="japan", amount="200b", selling="bills", fed=fed) for fed in ("buys", "out")
    )
    assert "That would not help bills" in bought.text
    assert bought.text.splitlines()[1].startswith(alone.text.splitlines()[1].partition(". ")[0])


def test_math_names_own_share_of_bills():
    """Japan's of April 2026 is 12.7%; a note's rate risk times what is not bills."""
    answer = ask(country="japan", amount="200b")
    (button,) = (each for each in answer.buttons if each.label == "Math")
    math = run_component(button.custom_id, REQUEST).text
    assert (
        "$200 billion × 0.483 (its own mix, 13% of it bills, in ten-year notes) = $96.7bn" in math
    )


def test_sale_of_bonds_names_its_dollar():
    """The table of holdings is at market value, so the share is."""
    answer = ask(country="japan", amount="200b", selling="bonds")
    assert "18% of its $1.1 trillion (Jul 2026)" in answer.small_print
    assert "counted as if they cost their face value" in why(answer).small_print


def test_sale_beyond_dealers_is_halt():
    sudden = ask(country="japan", amount="all", over="day")
    assert (
        "**Trading would halt:** each day's sale is 2.6 times what dealers hold of US debt."
        in sudden.text
    )
    assert "bond" not in sudden.text
    assert "halt" not in ask(country="japan", amount="200b", over="day").text


def test_sale_too_fast_has_no_calm_market():
    calm = why(ask(country="japan", amount="200b", over="day"))
    assert "Calm market" not in calm.small_print
    assert "strained by so fast a sale" in calm.small_print


def test_amount_of_a_share_has_three_figures():
    """A third of $1.1039 trillion; the exact amount stays in the buttons."""
    answer = ask(country="japan", amount="1/3")
    assert answer.text.startswith("### If Japan sold $368 billion of US Treasuries")
    (double,) = (each for each in answer.controls if each.label == "$736 billion in a month")
    assert f":{2 * 367_966_666_667}:" in double.custom_id


def test_funds_cannot_borrow_from_fed():
    """What is recorded in the Cayman Islands belongs mostly to funds, not to a central bank."""
    lent = ask(country="cayman", amount="200b", fed="repo")
    alone = ask(country="cayman", amount="200b")
    assert "lends to central banks only. Most owners here are funds" in lent.text
    rise = lent.text.splitlines()[1].partition("would stay")[0]
    assert alone.text.splitlines()[1].startswith(rise)


def test_line_without_room_is_under_why():
    answer = ask(country="japan", amount="all", over="day", others="follow", fed="buys")
    small = why(answer).small_print
    assert "Others would sell" in small
    assert "What stays would cost the US" in small or "a little less interest" in small
    assert "What others sell is our guess" in small
    assert "kept there for owners elsewhere" in why(ask(country="uk", amount="1b")).small_print


def test_panic_stays_in_title_with_reactions():
    answer = ask(country="japan", amount="200b", market="panic", others="follow", fed="buys")
    title = answer.text.splitlines()[0]
    assert title.endswith("in a month in a panic, others followed and the Fed bought")


@pytest.mark.parametrize("amount", ["1b", "10b", "50b", "100b", "200b", "400b", "all"])
def test_price_in_the_math_is_said_once_where_it_is_exact(amount):
    answer = ask(country="japan", amount=amount)
    (button,) = (each for each in answer.buttons if each.label == "Math")
    math = run_component(button.custom_id, REQUEST).text
    exact, said = re.search(r"% instead of [^:]+:(?: (\S+), said as)? \*\*(.+?)\*\*", math).groups()
    assert exact != said


def test_corrected_country_has_its_article_small_inside_the_sentence():
    assert "Read as the UK." in ask(country="united kingdm", amount="200b").small_print
