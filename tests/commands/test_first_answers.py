"""First answers fit a phone, whatever was asked; data are old, so that their age is said too."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from commands.registry import COMMANDS
from tests.commands.cases import REQUEST, first, lines
from tests.commands.first_screen import check_first_screen

OLD = replace(REQUEST, today=date(2026, 11, 28))
COVERED: tuple[str, ...] = (
    "about",
    "bond",
    "claim",
    "compare",
    "history",
    "holders",
    "interest",
    "learn",
    "rescue",
    "ripple",
    "selloff",
    "signal",
    "target",
    "yen",
)
"""Commands whose first answers keep the limits; each is added when it does."""

_SALES = ("country:japan amount:200b", "country:cayman amount:1m", "country:uae amount:31t")
_SOLD = ("", "selling:bills", "selling:bonds")
_MARKETS = ("", "market:panic")
_OTHERS = ("", "others:follow", "others:dash")
_FED = ("", "fed:buys", "fed:repo")
_PACES = ("over:day", "over:month", "over:year")


def _combinations():
    """Every combination of the options of a sale, which have the most of them."""
    everything = product(_SALES, _PACES, _SOLD, _MARKETS, _OTHERS, _FED)
    return [" ".join(part for part in ("/selloff", *parts) if part) for parts in everything]


def _covered(all_lines):
    return [line for line in all_lines if line[1:].partition(" ")[0] in COVERED]


@pytest.mark.parametrize("line", _covered([*lines(), *_combinations()]))
def test_first_answer_fits_a_phone(line):
    answer = first(line, OLD)
    assert not answer.is_refusal, answer.text
    check_first_screen(answer)


def test_covered_commands_exist():
    assert set(COVERED) <= set(COMMANDS)
