"""Amounts offered while somebody types: each says how it is read, and is read so."""

from dataclasses import replace

import pytest

from commands.common.sale.options import SALE_OPTIONS
from commands.dispatch import run_command
from commands.selloff.command import COMMAND
from tests.commands.cases import REQUEST
from tests.commands.test_contract import HOSTILE

AMOUNT = SALE_OPTIONS[1]


def offered(typed, locale="en-US"):
    choices = AMOUNT.suggest(replace(REQUEST, locale=locale), typed)
    return {choice.value: choice.label for choice in choices}


def test_hint_fits_a_phone():
    assert all(len(option.description) <= 45 for option in SALE_OPTIONS)


def test_empty_box_offers_usual_amounts():
    assert offered("") == {
        "200b": "$200 billion",
        "1t": "$1 trillion",
        "10%": "10% of what it holds",
        "half": "50% of what it holds",
        "all": "100% of what it holds",
    }


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("200b", {"200b": "$200 billion"}),
        (" 1/3 ", {"1/3": "33.3% of what it holds"}),
        ("1.2", {"1.2b": "$1.2 billion", "1.2t": "$1.2 trillion"}),
        ("200 mil millones", {"200b": "$200 billion"}),
    ],
)
def test_choice_says_how_the_amount_is_read(typed, choices):
    assert offered(typed) == choices


@pytest.mark.parametrize("typed", [*HOSTILE, "20", "bananas", "x" * 200])
def test_every_choice_can_be_sent(typed):
    for value, label in offered(typed).items():
        assert 0 < len(label) <= 100
        assert not run_command(COMMAND, REQUEST, {"country": "japan", "amount": value}).is_refusal
