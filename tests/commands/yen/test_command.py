"""``/yen``: words, figures, picture and buttons tell the same of one move."""

from __future__ import annotations

import re

import pytest

from calc import load_snapshot
from calc.fx_intervention import yen_move
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.yen import text as words
from commands.yen.chart import chart
from commands.yen.command import COMMAND
from commands.yen.figures import YenFigures
from commands.yen.math import math_text

REQUEST = Request(load_snapshot())
GRID = [
    (160, 150),
    (160, 159.9),
    (160, 157),
    (157.09, 140),
    (160, 130),
    (160, 112.5),
    (90, 80),
    (164, 156),
]


@pytest.fixture(scope="module", params=GRID, ids=str)
def told(request):
    outcome = yen_move(*request.param)
    return outcome, YenFigures(outcome, ENGLISH)


def test_words_picture_alt_and_math_agree(told):
    outcome, figures = told
    said, alt, math = words.main_text(*told), words.alt_text(figures), math_text(*told)
    drawn = " ".join(text.words for text in chart(*told).texts)
    assert figures.usd.central in said
    assert figures.usd.range in said
    assert figures.usd.central in alt
    assert figures.usd_short.central in drawn
    assert figures.usd_short.range in drawn
    assert figures.rise.central in said
    assert len(math) <= 4000
    assert all(ENGLISH.short_money(each.usd.central) in math for each in outcome.amounts)
    assert figures.usd_short.central in math
    assert 80 <= len(alt) <= 350


def test_record_of_past_rounds_stands_beside_the_move(told):
    _, figures = told
    text = words.main_text(*told)
    assert f"yen for a dollar (−{figures.fall})" in text
    # 164 yen on 23 July to 156 on 7 September 2026, as the press reports.
    assert (
        "Past rounds reached at most 4.9% (summer 2026) and held 4 days to over 14 months." in text
    )
    assert figures.rise.labelled in text


def test_math_says_how_long_each_round_held_and_what_japan_keeps():
    outcome = yen_move(160, 150)
    math = math_text(outcome, YenFigures(outcome, ENGLISH))
    # 12 July 2024 to the last official rate on 26 September 2025: 441 days.
    assert "held over 14 months, gone by 23 Jul 2026" in math
    assert "back on 26 Sep 2022" in math
    # 1,103.9 less 140 billion, the amount that is shown; 6.25% of what is left.
    assert "keep $964 billion, worth about $60 billion less in yen" in math


def test_small_print_says_what_japan_would_keep():
    answer = run_command(COMMAND, REQUEST, {"from": "160", "to": "150"})
    assert "Japan would keep $964 billion." in answer.small_print


@pytest.mark.parametrize(
    ("start", "target", "says"),
    [
        ("150", "160", "dearer yen"),
        ("150", "150", "dearer yen"),
        ("160", "100", "30%"),
        ("1", "150", "50 to 400"),
        ("abc", "150", "from:160"),
        ("160", "150,5", "150.5"),
    ],
)
def test_unusable_rates_are_refused_with_hint(start, target, says):
    answer = run_command(COMMAND, REQUEST, {"from": start, "to": target})
    assert answer.is_refusal
    assert says in answer.text


def test_button_leads_to_what_its_label_says():
    answer = run_command(COMMAND, REQUEST, {"from": "160", "to": "150"})
    for button in answer.buttons:
        next_answer = run_component(button.custom_id, REQUEST)
        if " to " in button.label:
            rate = re.search(r"to ([\d.]+)$", button.label)[1]
            assert f"From 160 to {rate} yen" in next_answer.text
        if button.label.startswith("Japan sells"):
            assert button.label.removeprefix("Japan sells ") in next_answer.text


@pytest.mark.parametrize(
    "rest",
    ["show:16000:16000", "show:15000:16000", "show:16000:9000", "show:1:2", "turn:16000:15000"],
)
def test_forged_buttons_are_refused(rest):
    assert run_component(f"1:yen:{rest}", REQUEST).is_refusal


def test_without_a_start_it_is_the_last_rate_known():
    answer = run_command(COMMAND, REQUEST, {"to": "150"})
    assert "From 157.09 to 150 yen" in answer.text
    assert "30 Sep 2026, press reports" in answer.small_print
    given = run_command(COMMAND, REQUEST, {"from": "160", "to": "150"})
    assert "30 Sep 2026" not in given.small_print


def test_sale_behind_the_button_has_the_same_rise_and_what_is_left():
    answer = run_command(COMMAND, REQUEST, {"from": "160", "to": "150"})
    sells = next(each for each in answer.controls if each.label.startswith("Japan sells"))
    sale = run_component(sells.custom_id, REQUEST)
    rise = r"about ([0-9.]+ points)(?: higher)? \(most studies: ([0-9. to]+)\)"
    said, sold = (re.findall(rise, ENGLISH.plain(each.text)) for each in (answer, sale))
    assert said == sold != []


@pytest.mark.parametrize("start", ["150", None])
def test_suggestion_for_a_cheaper_yen_is_answered(start):
    values = {"to": "160.5"} if start is None else {"from": start, "to": "160.5"}
    refusal = run_command(COMMAND, REQUEST, values)
    assert refusal.is_refusal
    [button] = refusal.buttons
    assert not run_component(button.custom_id, REQUEST).is_refusal
