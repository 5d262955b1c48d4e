"""``/claim``: sentences as people write them, and what each must yield."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from commands.claim.checkers import check
from commands.claim.claims import read_claim, write_claim
from commands.claim.command import COMMAND
from commands.claim.extractors import read_text
from commands.claim.sentence import MAX_LENGTH
from commands.claim.verdicts import CheckContext
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component

SNAPSHOT = load_snapshot()
REQUEST = Request(SNAPSHOT)
CONTEXT = CheckContext(SNAPSHOT, ENGLISH)
SENTENCES = json.loads((Path(__file__).parent / "claims.json").read_text("utf-8"))


def ask(text):
    return run_command(COMMAND, REQUEST, {"text": text})


def yields(text):
    reading = read_text(text)
    if reading.stated:
        return [f"{each.kind}:{check(each, CONTEXT).verdict}" for each in reading.stated]
    return ["question"] if "denial" in ask(text).text else ["nothing"]


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"][:50])
def test_sentence_yields_expected_claims(row):
    assert yields(row["text"]) == row["yields"]


def test_enough_sentences_are_tried():
    assert len(SENTENCES) >= 60
    kinds = {each.partition(":")[0] for row in SENTENCES for each in row["yields"]}
    assert {"question", "nothing", "rating", "april.2025", "bond.yield"} <= kinds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pay 95, get back 105 on the bond: 10.5%", ["Holds", "10.53%"]),
        (
            "A bond at $90 paying back $103 earns 14.4%",
            ["Holds", "14.44%", "1.4 points", "trillion"],
        ),
        ("$100bn of debt at 14.4% costs $14.4bn in interest", ["Holds", "new debt only", "33%"]),
        (
            "China holds $1.3 trillion of Treasuries",
            ["factor of 2.1", "$1.2973 trillion in May 2013"],
        ),
        (
            "China held $1.3 trillion of Treasuries in 2013",
            ["In 2013: China", "Holds", "Newest: $618 billion"],
        ),
        ("Japan holds 1.27 trillion of Treasuries", ["$1.1039 trillion", "Jul 2026", "too high"]),
        ("10-year notes at $90 with a 3% coupon yield 14.4%", ["Does not hold", "4.24%"]),
        ("$36tn of debt at 4.5% takes a quarter of revenue", ["31%", "$1.62 trillion", "3.4%"]),
        ("Interest exceeds 20% of the budget in 2030", ["Does not hold", "16.3%", "2036"]),
        ("The US is AAA", ["Does not hold", "S&P 2011", "Fitch 2023", "Moody's 2025"]),
        ("If China sells its bonds the dollar collapses", ["0.9 points", "7.6%"]),
        (
            "Japan sold $20 billion of bonds overnight",
            ["Cannot be checked", "1.6%", "$1,289 billion"],
        ),
        ("the 2-year yield is 4.80%", ["The 2-year US yield"]),
        (
            "Japan caused the April 2025 jump by selling",
            ["Cannot be checked", "$58.5 billion", "$70.4 billion", "$4.18 billion", "9 May 2025"],
        ),
        ("China sold $100 billion of Treasuries last year", ["Roughly right", "$112 billion"]),
        ("Foreign governments sold Treasuries in April 2025", ["Holds", "$11.6 billion", "0.30%"]),
        ("Japan holds $120 billion of US debt", ["slip of units", "$1,200 billion"]),
    ],
)
def test_every_figure_of_the_story_is_answered_with_its_numbers(text, said):
    answer = ask(text)
    assert not answer.is_refusal
    for each in said:
        assert each in answer.text, answer.text


@pytest.mark.parametrize(
    "text", ["Foreign governments sold Treasuries in April 2025", "China dumps Treasuries"]
)
def test_claim_of_sale_names_no_cause(text):
    assert "yields jump" not in ask(text).text


def test_cause_without_seller_names_no_seller():
    text = ask("The basis trade caused the April 2025 sell-off").text
    assert "holders selling" not in text
    assert "% of one day" not in text


def test_formerly_right_claim_is_dated():
    assert "It was $765.4 billion in Mar 2025" in ask("China holds $765bn of Treasuries").text


def test_one_message_may_hold_several_claims():
    text = "Japan holds $1.1 trillion of bonds. The US owes $36 trillion. It is rated AAA."
    assert yields(text) == ["holding.size:holds", "debt.total:roughly", "rating:off"]


def test_denied_part_is_not_checked():
    text = "Japan holds $1.1 trillion of bonds. The US is not rated AAA."
    assert yields(text) == ["holding.size:holds"]


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"][:50])
def test_question_carries_claim_in_button(row):
    for claim in (*read_text(row["text"]).stated, *read_text(row["text"]).denied):
        again = read_claim(write_claim(claim))
        assert check(again, CONTEXT).verdict == check(claim, CONTEXT).verdict
    answer = ask(row["text"])
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal, button.label


def test_question_button_checks_claim():
    answer = ask("Japan does not hold $1.2 trillion of Treasuries")
    assert answer.is_private
    (button,) = answer.buttons
    assert "Roughly right" in run_component(button.custom_id, REQUEST).text


@pytest.mark.parametrize("rest", ["-:-:-:-:-:-", "a:1_2_0:jp:-:-:-", "a:nan_1_0:jp:-:-:-"])
def test_forged_claims_get_a_polite_line(rest):
    for kind in ("holding.size", "bond.yield", "rating", "sale.effect", "nonsense"):
        answer = run_component(f"1:claim:show:{kind}:{rest}", REQUEST)
        assert 0 < len(answer.plain_text) <= 4000


def test_no_more_than_the_first_characters_are_read():
    long = "Nothing to see. " * 30 + "Japan holds $1.2 trillion of Treasuries"
    assert len(long) > MAX_LENGTH
    assert yields(long) == ["nothing"]
    cut = "Japan holds $1.2 trillion of Treasuries. " + "Nothing to see. " * 30
    assert f"first {MAX_LENGTH} characters" in ask(cut).small_print


@given(st.text(max_size=300))
def test_any_text_at_all_is_answered(text):
    answer = ask(text)
    assert 0 < len(answer.plain_text) <= 4000
    assert len(answer.buttons) <= 6


WORDS = """
Japan China US the holds sells bond yield price dollar collapses interest revenue budget
AAA April 2025 2030 $1.2 trillion billion 90 103 14.4% 20% 3% not overnight debt 1 year
10-year points of to at = for and every Treasuries
"""


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14).map(" ".join))
def test_any_jumble_of_its_own_words_is_answered(text):
    answer = ask(text)
    assert 0 < len(answer.plain_text) <= 4000
    assert len({button.custom_id for button in answer.buttons}) == len(answer.buttons)


@pytest.mark.parametrize(
    "text",
    [
        "Interest eats 0% of the federal budget",
        "issuing $1 trillion at 5% instead of 4% costs $" + "9" * 40 + " billion more a year",
        "issuing $1 trillril 202on at 5% instead of 4% costs $10 bill on more a year",
        "a bond bought at $0.01 that pays $103 earns 14%",
    ],
)
def test_numbers_beyond_all_arithmetic_are_refused_politely(text):
    answer = run_command(COMMAND, REQUEST, {"text": text})
    assert answer.text
