"""``/claim``: the story's figures, the shape of the answer, and any text at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from commands.claim.articles import article_messages, find_article
from commands.claim.checked_text import check_text
from commands.claim.command import COMMAND
from commands.claim.findings import CheckContext
from commands.claim.reading.reader import read
from commands.claim.reading.tokenizer import MAX_LENGTH
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from tests.calls import calls
from tests.commands.first_screen import check_first_screen

SNAPSHOT = load_snapshot()
REQUEST = Request(SNAPSHOT)
CONTEXT = CheckContext(SNAPSHOT, ENGLISH)
MOST_CALLS = 150_000


def ask(text):
    return run_command(COMMAND, REQUEST, {"text": text})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A bond costs $95 and repays $105 in a year: it earns 10.5%", ["Holds", "10.53%"]),
        ("$100bn of debt at 14.4% costs $14.4bn in interest", ["Holds", "new debt", "33%"]),
        ("China holds $1.3 trillion of Treasuries", ["True of then", "$618.0 billion"]),
        ("China held $1.3 trillion of Treasuries in November 2013", ["Holds", "$1.317 trillion"]),
        (
            "Japan holds 1.27 trillion of Treasuries",
            ["$1.104 trillion", "Jul 2026", "True of then"],
        ),
        ("$36tn of debt at 4.5% takes a quarter of revenue", ["31%", "$1.62 trillion", "3.4%"]),
        ("The US is AAA", ["Does not hold", "S&P since 2011", "Fitch since 2023"]),
        ("If China sells its bonds the dollar collapses", ["0.90 points", "7.6%"]),
        ("Japan sold $20 billion of Treasuries overnight", ["No verdict", "1.6%"]),
        ("the 2-year yield is 4.80%", ["Holds", "The 2-year US yield"]),
        (
            "Japan caused the April 2025 jump by selling",
            ["No verdict", "No table shows causes", "$70.4 billion", "$4.18 billion"],
        ),
        ("China sold $100 billion of Treasuries last year", ["Roughly right", "$112 billion"]),
        ("Foreign governments sold Treasuries in April 2025", ["Holds", "$11.6 billion"]),
        ("Japan holds $120 billion of US debt", ["Does not hold", "slip of billions"]),
        ("UK overtakes China as second-largest holder of US Treasuries", ["Holds", "number 2"]),
        ("🇯🇵 holds $1.2 trillion of US Treasuries", ["True of then", "$1.104 trillion"]),
    ],
)
def test_figure_of_the_story_is_answered_with_its_numbers(text, said):
    answer = ask(text)
    assert not answer.is_refusal
    for each in said:
        assert each in answer.text, answer.text


def test_cause_is_put_into_nobodys_mouth():
    for text in ("Foreign governments sold Treasuries in April 2025", "China dumps Treasuries"):
        assert "jump" not in ask(text).text
    text = ask("The basis trade caused the April 2025 sell-off").text
    assert "holders selling" not in text
    assert "No verdict" in text


def test_number_without_a_place_takes_the_verdict_away():
    assert "Holds" in ask("Japan holds $1.1 trillion of US Treasuries").text
    text = ask("Japan holds $1.1 trillion of US Treasuries that pay 9 yen").text
    assert "I did not read" in text
    assert "No verdict" in ask("Japan holds $1.1 trillion of US stocks").text


@pytest.mark.parametrize(
    "text",
    [
        "Japan holds $1.1 trillion of US Treasuries and stocks",
        "In Germany, the 10-year yield is 5.24%",
        "Inflation-adjusted, the 10-year yields 2.6%",
        "The 10-year JGB yield is 5.24%",
        "The US debt ceiling is $39.4 trillion",
        "Japan holds $1.1 trillion of US Treasuries because it likes them",
    ],
)
def test_other_thing_is_not_taken_for_us_debt(text):
    answer = ask(text)
    judged = check_text(text, CONTEXT).judged
    assert not judged or "I did not read" in answer.text
    assert "Does not hold" not in answer.text
    assert "True of then" not in answer.text


def test_cause_is_never_judged():
    text = "Yields rose because Japan sold $4.2 billion of Treasuries in April 2025"
    assert not check_text(text, CONTEXT).judged


def test_unread_part_of_a_claim_is_said():
    text = ask("Japan holds $1.1 trillion of US Treasuries, and the frobnication is 7%").text
    assert "Holds" in text
    assert "I did not read: “frobnication is 7%”" in text


def test_several_claims_get_a_verdict_each():
    text = ask("Japan holds $1.1 trillion of Treasuries and China holds $2 trillion").text
    assert text.count("\n- ") == 2
    assert "Holds" in text
    assert "Does not hold" in text


def test_condition_future_question_and_denial_get_no_verdict():
    for text in (
        "If Japan holds $1.1 trillion of Treasuries, it is rich",
        "Japan could hold $9 trillion of Treasuries",
        "Does Japan hold $1.1 trillion of Treasuries?",
        "It is a myth that Japan holds $9 trillion of Treasuries",
    ):
        assert "No verdict" in ask(text).text, text
        assert "Japan" in ask(text).text


def test_denial_opposite_or_condition_of_an_article_gets_its_figures_and_no_verdict():
    for text, figure in {
        "The US has never defaulted": "18.5%",
        "The US is not going bankrupt": "18.5%",
        "If the US defaults on China only, China loses its money": "18.5%",
        "China can't crash the US economy by dumping bonds": "$618.0 billion",
        "The Fed would never buy it all": "$4.564 trillion",
    }.items():
        said = ask(text).text
        assert "**No verdict**" in said, text
        assert "would go bankrupt" not in said, text
        assert figure in said, text
    for text in ("The US cannot pay its debt", "If China sold, the US would go bankrupt"):
        assert "Overstated" in ask(text).text, text


def test_day_of_yields_is_said_where_a_yield_was_used():
    assert "9 Oct" in ask("The 10-year yields 5.24%").small_print
    assert "9 Oct" in ask("If China dumps everything, yields go to 20%").small_print
    for text in ("Japan holds $1.1 trillion of Treasuries", "The US is going bankrupt"):
        assert "9 Oct" not in ask(text).small_print, text


def test_yield_of_a_bond_without_a_maturity_is_said_for_two():
    said = ask("A bond bought at $90 paying 3% yields 14.4%").text
    assert "No verdict" in said
    assert "14.44%" in said
    assert "4.24%" in said
    assert "Holds" in ask("A one-year bond with a 3% coupon bought at $90 yields 14.4%").text


def test_each_of_several_claims_is_named():
    said = ask("Japan holds $1.1 trillion and China $2 trillion of Treasuries").text
    assert "“Japan: $1.1 trillion of US Treasuries”: **Holds**" in said
    assert "“China: $2 trillion of US Treasuries”: **Does not hold**" in said


def test_every_article_says_what_is_known():
    reached = {
        "April 2025 was Japan, it sold and Trump blinked over his bonds": "april_2025",
        "Foreigners own most of our debt": "foreign_own_most",
        "China could crash the US by dumping its Treasuries": "china_crash",
        "Japan has the trigger for the bond market": "japan_trigger",
        "China would only hurt itself by selling Treasuries": "hurt_themselves",
        "The Fed would just buy everything": "fed_buys",
        "The US government is going bankrupt": "bankrupt",
        "Nobody wants to buy Treasuries": "nobody_buys",
        "The negative swap spread proves sales": "swap_spread",
        "The inverted yield curve proves that foreigners sell": "inverted_curve",
        "The US keeps its AAA forever": "aaa",
        "Interest is above the defence budget": "interest_defence",
        "They buy gold instead of Treasuries": "gold",
        "China can call in the debt": "call_debt",
    }
    for text, key in reached.items():
        article = find_article(read(text, CONTEXT.now))
        assert article is not None, text
        assert article.article.key == key, text
        check_first_screen(ask(text))
    assert all(message for message in article_messages())


@pytest.mark.parametrize(
    "text",
    [
        "Japan holds $1.1 trillion, the UK $998 billion and China $618 billion of Treasuries",
        "The 10-year yields 5.24%, the 30-year 5.6%, the 2-year 4.8% and the 5-year 5%",
        "It is said that frobnicators of the northern hemisphere hold Treasuries with Japan",
    ],
)
def test_answer_fits_the_first_screen(text):
    check_first_screen(ask(text))


def test_every_button_answers():
    for text in (
        "Japan holds $1.1 trillion of Treasuries",
        "I like turtles",
        "5% of $1tn is $50bn",
    ):
        answer = ask(text)
        assert answer.buttons
        for button in answer.buttons:
            assert not run_component(button.custom_id, REQUEST).is_refusal, button.label


@pytest.mark.parametrize(
    "text",
    [
        "Japan holds $1.1 trillion of US Treasuries",
        "China is the second-largest holder of US debt",
        "The 10-year yield is 5.24%",
        "China could crash the US by dumping its Treasuries",
        "China dumping its Treasuries would not crash the US",
        "The national debt was 20 trillion dollars when Trump took office in 2017",
        "Japan holds $1.2 trillion, China $759.0 billion, the UK $779.3 billion, Norway $20bn",
    ],
)
def test_answer_can_be_shown_again_by_its_id_and_posted(text):
    answer = ask(text)
    assert run_component(answer.own_id, REQUEST).text == answer.text
    private = run_command(COMMAND, replace(REQUEST, is_private=True), {"text": text})
    (post,) = (button for button in private.buttons if button.label == "Post it here")
    posted = run_component(post.custom_id, REQUEST)
    assert posted.text == answer.text
    assert not posted.is_private


def test_text_too_long_for_an_id_has_none():
    letters = "".join(chr(0x100 + n * 7) for n in range(200))
    assert not ask(f"Japan holds $1.1 trillion of US Treasuries {letters}").own_id


@pytest.mark.parametrize(
    "rest",
    [
        "text:-110000-",
        "text:-d800-",
        "packed:x",
        "packed:一",
        "example:x",
        "holding.size:a:1_2_0:jp:-:-:-",
        "",
        "a:b:c",
    ],
)
def test_forged_buttons_get_a_polite_line(rest):
    answer = run_component(f"1:claim:show:{rest}", REQUEST)
    assert 0 < len(answer.plain_text) <= 4000


def test_no_more_than_the_first_characters_are_read():
    long = "Nothing to see. " * 30 + "Japan holds $1.2 trillion of Treasuries"
    assert len(long) > MAX_LENGTH
    assert ask(long).is_refusal
    cut = "Japan holds $1.2 trillion of Treasuries. " + "Nothing to see. " * 30
    assert f"first {MAX_LENGTH} characters" in ask(cut).small_print


@pytest.mark.parametrize(
    "text", ["a " * 150, "$1bn, " * 50, "japan, " * 45, "and 5% " * 45, "1" * 300]
)
def test_hostile_text_is_checked_in_bounded_work(text):
    check_text(text, CONTEXT)
    assert calls(lambda: check_text(text, CONTEXT)) <= MOST_CALLS


@given(st.text(max_size=300))
def test_any_text_at_all_is_answered(text):
    answer = ask(text)
    assert 0 < len(answer.plain_text) <= 4000
    assert len(answer.buttons) <= 6


WORDS = [
    "Japan",
    "China",
    "the",
    "UK",
    "US",
    "the",
    "holds",
    "sells",
    "bond",
    "yield",
    "price",
    "dollar",
    "interest",
    "revenue",
    "budget",
    "trillion",
    "billion",
    "1.2",
    "$200",
    "5%",
    "10-year",
    "in",
    "2013",
    "since",
    "second",
    "largest",
    "holder",
    "of",
    "Treasuries",
    "debt",
    "not",
    "if",
    "could",
    "and",
    ",",
    ".",
    "more",
    "than",
    "fell",
    "to",
    "from",
    "record",
    "high",
    "AAA",
    "Moody's",
    "downgraded",
    "rose",
    "basis",
    "points",
]


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_words_of_the_subject_are_answered(text):
    answer = ask(text)
    assert 0 < len(answer.plain_text) <= 4000
    if not answer.is_refusal:
        check_first_screen(answer)
    check_text(text, CONTEXT)
