"""A number of a question that is not used is said, never dropped silently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.cases import ask


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("what happens to the yen if they sell 300 billion", "300 billion"),
        ("china sells 500b AND japan buys 300b", "300b"),
        ("would selling 500b be enough for 6%?", "500b"),
        ("what if japan sold 200 today vs nothing", "200"),
        ("which is worse, china 600b or everybody else 5%", "5%"),
    ],
)
def test_number_that_is_not_used_is_named_in_the_small_print(question, unread):
    answer = ask(f"/ask question:{question}")
    assert "I did not read" in answer.small_print
    assert unread in answer.small_print.split("I did not read")[1]


@given(st.integers(2, 500), st.sampled_from(["day", "month", "year"]))
def test_number_that_is_used_is_not_named_as_unread(billions, pace):
    answer = ask(f"/ask question:what if japan sells {billions} billion in one {pace}")
    assert "I did not read" not in answer.small_print, answer.small_print


@pytest.mark.parametrize(
    "question",
    [
        "what if china sells a third over a year",
        "how much selling makes a $100 bond fall to $85?",
        "china sells 10 billion a month, what happens to the 10-year",
        "japan sells half in one day",
    ],
)
def test_share_pace_face_and_maturity_are_no_unread_numbers(question):
    answer = ask(f"/ask question:{question}")
    assert "I did not read" not in answer.small_print, answer.small_print
