"""First answers fit a phone, whatever was asked; data are old, so that their age is said too."""

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest

from tests.commands.cases import REQUEST, first, lines
from tests.commands.first_screen import check_first_screen

OLD = replace(REQUEST, today=date(2026, 11, 28))
_SALES = ("country:japan amount:200b", "country:cayman amount:1m", "country:uae amount:31t")
_SOLD = ("", "selling:bills", "selling:bonds")
_MARKETS = ("", "market:panic")
_OTHERS = ("", "others:follow", "others:dash")
_FED = ("", "fed:buys", "fed:repo")
_PACES = ("over:day", "over:month", "over:year")


_TARGETS = ("yield:5.25%", "yield:12%", "price:99.99", "price:50", "interest:1b", "interest:5t")
_PAIRED = ("japan 200b", "saudi arabia 1m", "cayman islands half day", "china 2t", "uae 31t year")
_LOANS = ("", "loan:1k years:1", "loan:100m years:50")


def _combinations():
    """Every combination of the options about sales, which have the most of them."""
    for command, *options in (
        ("/selloff", _SALES, _PACES, _SOLD, _MARKETS, _OTHERS, _FED),
        ("/ripple", _SALES, _PACES, _LOANS),
        ("/target", _TARGETS, _PACES),
    ):
        for parts in product(*options):
            yield " ".join(part for part in (command, *parts) if part)
    for one, other in combinations(_PAIRED, 2):
        yield f"/compare a:{one} b:{other}"


# /ask gives another command's answer, below a line that says how the question was read.
_OWN = [line for line in lines() if not line.startswith("/ask")]


@pytest.mark.parametrize("line", [*_OWN, *_combinations()])
def test_first_answer_fits_a_phone(line):
    answer = first(line, OLD)
    assert not answer.is_refusal, answer.text
    check_first_screen(answer)
