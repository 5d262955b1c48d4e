"""Every number of a first answer stands in its math, maybe with more digits or in another unit."""

import re
from datetime import date

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.common.slash_line import parse_slash_line
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS

REQUEST = Request(load_snapshot(), today=date(2026, 10, 10))
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# What the asker gave or the sentence only counts: days, years and a bond's $100.
NOT_COMPUTED = re.compile(
    r"\b\d{1,2} [A-Z][a-z]{2}\b|\b[12]\d{3}\b(?! billion)|\$100\b|\b\d+-year"
    r"|\b\d+ (?:days|months|years)"
)
# Points are basis points, a multiple is a percentage, and a table counts in billions.
SCALES = (1, 100, 0.01, 1000, 0.001)
LINES = """
/selloff country:japan amount:200b
/selloff country:japan amount:200b selling:bills
/selloff country:japan amount:200b selling:bonds
/selloff country:japan amount:all over:day
/selloff country:japan amount:200b over:year
/selloff country:china amount:half others:follow
/selloff country:japan amount:200b others:dash fed:buys
/selloff country:cayman amount:all
/ripple country:japan amount:200b
/rescue country:japan amount:200b
/rescue country:belgium amount:100b
/target yield:6%
/target price:90
/target interest:100b
/compare a:japan all b:china all
/bond yield:6%
/interest at:4.5%
/interest at:6%
/interest issue:100b from:4% to:6%
/holders
/holders country:japan
/holders country:china
/holders country:belgium
""".strip().splitlines()


def first_and_math(line):
    name, values = parse_slash_line(line)
    answer = run_command(COMMANDS[name], REQUEST, values)
    (button,) = (button for button in answer.controls if button.label == "Math")
    return answer, run_component(button.custom_id, REQUEST).text


def numbers(text):
    return [found.replace(",", "") for found in NUMBER.findall(text)]


def is_rounding(short, long):
    """Whether a number is another one with no more than its own digits shown."""
    half = 0.5 * 10.0 ** -len(short.partition(".")[2])
    if "." not in short:
        half *= 10.0 ** (len(short) - len(short.rstrip("0")))
    return any(abs(float(short) - float(long) * scale) <= half * 1.001 for scale in SCALES)


@pytest.mark.parametrize("line", LINES)
def test_first_answer_has_no_number_that_its_math_lacks(line):
    answer, math = first_and_math(line)
    said = NOT_COMPUTED.sub("", answer.text.partition("\n")[2])
    derived = numbers(math)
    lacking = [n for n in numbers(said) if not any(is_rounding(n, long) for long in derived)]
    assert numbers(said)
    assert not lacking


def test_number_that_math_lacks_is_found():
    assert is_rounding("0.59", "59")
    assert is_rounding("1.1", "1.1039")
    assert is_rounding("2.6", "256")
    assert not is_rounding("0.60", "59")
    assert not is_rounding("18", "19")
