"""First answers of commands with many options fit a phone in every combination of them."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from commands.dispatch import run_component
from tests.commands.cases import REQUEST, first, of_present_commands
from tests.commands.first_screen import check_first_screen
from tests.commands.test_contract import BANNED

OLD = replace(REQUEST, today=date(2026, 11, 28))
# The day after the packaged list of securities, when its bills are still outstanding.
LISTED = replace(REQUEST, today=date(2025, 10, 1))
DOUBLED = re.compile(r"\b(\w+) \1\b|\.\.|  |about less|\(\)| ,")


def lines(command, *choices):
    """Each combination of one text of each tuple; an empty one leaves the option out."""
    rows = (" ".join(part for part in (command, *parts) if part) for parts in product(*choices))
    return of_present_commands(rows)


INTEREST = [
    *lines(
        "/interest",
        [f"at:{rate}%" for rate in ("0", "2.5", "3.6", "4.8", "5.24", "5.2401", "9", "25")],
        ("", "issue:36t", "issue:10%"),
    ),
    *lines("/interest", ("", "issue:1b", "issue:36t"), ("from:3%", "from:14.4%"), ("", "to:3%")),
]
BOND = lines(
    "/bond",
    ("price:90", "price:99.99", "price:130", "yield:0.5%", "yield:12.3456%"),
    ("", "coupon:0%", "coupon:3%"),
    ("", "years:1", "years:2y7m", "years:30"),
    ("", "face:$1,000"),
)
SECURITIES = lines(
    "/bond",
    ("security:10y", "security:4.25% 31 Dec 2026", "security:the 30-year", "security:91282CNS6"),
    ("", "price:99-16+", "yield:6%"),
)
LISTED_SECURITIES = lines(
    "/bond",
    ("security:912797PD3", "security:bill 26 Mar 2026", "security:91282CMX6", "security:2y"),
    ("", "price:99", "yield:4.5%"),
)
RESCUE = lines(
    "/rescue",
    ("country:japan amount:200b", "country:cayman amount:all", "country:uae amount:31t"),
    ("over:day", "over:month", "over:year"),
    ("", "others:nobody", "others:follow"),
)
YEN = lines("/yen", ("", "from:160", "from:157.5"), ("to:157", "to:150", "to:112.5", "to:133.33"))
SIGNAL = lines(
    "/signal",
    ("ten:+47bp", "ten:-30bp", "ten:+300bp"),
    ("", "thirty:+44bp", "thirty:+120bp"),
    ("", "two:+60bp", "two:+10bp"),
    ("", "spread:-58", "spread:-80 to -100"),
    ("", "dollar:-3% shares:-9%", "dollar:+2% shares:+3% real:+30bp"),
)


@pytest.mark.parametrize("line", [*INTEREST, *BOND, *SECURITIES, *RESCUE, *YEN, *SIGNAL])
def test_first_answer_of_every_combination_fits_a_phone(line):
    _check(line, OLD)


@pytest.mark.parametrize("line", LISTED_SECURITIES)
def test_first_answer_on_a_security_then_outstanding_fits_a_phone(line):
    _check(line, LISTED)


@pytest.mark.parametrize("line", [*INTEREST[::3], *BOND[::7], *YEN])
def test_public_answer_behind_own_button_fits_a_phone(line):
    name = line[1:].partition(" ")[0]
    for button in first(line, OLD).buttons:
        if f":{name}:" in button.custom_id:
            answer = run_component(button.custom_id, OLD)
            if not answer.is_private:
                check_first_screen(answer)


def _check(line, request):
    answer = first(line, request)
    if answer.is_refusal and "too far apart to draw" in answer.text:
        return
    assert not answer.is_refusal, answer.text
    check_first_screen(answer)
    assert not BANNED.search(answer.text)
    assert not DOUBLED.search(answer.plain_text), answer.plain_text
