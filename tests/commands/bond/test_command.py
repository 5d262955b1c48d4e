"""``/bond``: the articles' figures in words, and every part of an answer with the same numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from calc.one_bond import BondTerms
from calc.reverse import amount_for_price
from commands.bond import command as bond
from commands.bond.buttons import BondQuestion, bond_id, read_bond, write_bond
from commands.common.command import Request
from commands.common.custom_id import build_custom_id, parse_custom_id
from commands.common.slash_line import parse_slash_line
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from tests.commands.test_contract import BANNED, check

REQUEST = Request(load_snapshot())
ARTICLE = "/bond price:90 coupon:3% years:1"
GRID = [
    "/bond price:95 coupon:5% years:1",
    "/bond yield:14.4% coupon:3% years:1",
    "/bond price:90",
    "/bond yield:6%",
    "/bond price:110 coupon:6% years:30",
    "/bond price:100 coupon:4% years:5",
    "/bond price:900 face:1000 coupon:3% years:5y6m",
    "/bond price:99.5 coupon:3% years:6 months",
    "/bond price:20 coupon:0% years:30",
    "/bond price:130 coupon:2% years:10",
    "/bond yield:0% coupon:25% years:30",
    "/bond yield:15% coupon:0% years:30",
    "/bond price:15 coupon:0% years:1",
]
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def ask(line):
    return run_command(bond.COMMAND, REQUEST, parse_slash_line(line)[1])


def tap(answer, label):
    return run_component(next(b.custom_id for b in answer.controls if label in b.label), REQUEST)


def test_price_of_story_gives_its_yield():
    answer = ask(ARTICLE)
    assert "**14.44%** a year: $103 back for $90 paid" in answer.text
    assert "The US still pays 3%. Only new debt" in answer.text
    assert "One payment at the end, simple interest" in answer.small_print
    # Nothing of it comes from the market, so no age of data is said.
    assert answer.used == ()


def test_second_price_of_story_gives_its_yield():
    assert "**10.53%** a year: $105 back for $95 paid" in ask(GRID[0]).text


def test_yield_gives_price():
    assert "**$90.03**" in ask("/bond yield:14.4% coupon:3% years:1").text


def test_lower_price_means_higher_yield():
    assert "10% less paid, 11 points more earned" in ask(ARTICLE).text
    assert (
        "10% more paid, 0.67 points less earned" in ask("/bond price:110 coupon:6% years:30").text
    )


def test_same_discount_on_ten_year_note():
    text = tap(ask(ARTICLE), "on a ten-year").text
    assert "**1.4 points**" in text
    assert "11 points" in text


def test_needed_sale_is_shown():
    text = tap(ask(ARTICLE), "What sale").text
    needed = amount_for_price(90, snapshot=load_snapshot())
    assert f"About **{ENGLISH.money(needed.central)}** (" in text
    assert "Japan, has $1.1 trillion" in text
    deep = tap(ask("/bond price:40"), "What sale").text
    assert "would not" in deep
    middling = tap(ask("/bond price:75"), "What sale").text
    assert "More than exists" in middling or "more than exists" in middling


def test_price_above_face_offers_no_sale():
    for line in ("/bond price:100 coupon:4%", "/bond price:110 coupon:6%"):
        answer = ask(line)
        assert not any("sale" in button.label for button in answer.controls)
        question = BondQuestion(BondTerms(0.05, 10), "price", 110)
        assert run_component(bond_id("sale", question), REQUEST).is_refusal


@pytest.mark.parametrize("line", [ARTICLE, *GRID])
def test_words_alt_text_and_buttons_agree(line):
    answer = ask(line)
    check(answer)
    assert not answer.is_refusal
    assert not BANNED.search(answer.text)
    assert set(NUMBER.findall(answer.picture.alt)) <= set(NUMBER.findall(answer.plain_text))
    for button in answer.controls:
        assert not run_component(button.custom_id, REQUEST).is_refusal, button.label


@pytest.mark.parametrize("line", [ARTICLE, *GRID])
def test_back_button_shows_same_note(line):
    answer = ask(line)
    if any("What sale" in button.label for button in answer.controls):
        again = tap(tap(answer, "What sale"), "Back")
        assert again.text == answer.text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/bond", "I need a price or a yield"),
        ("/bond price:90 yield:5%", "one of them"),
        ("/bond price:0.01 coupon:3% years:1", "too far apart to draw"),
        ("/bond yield:25% coupon:0% years:30", "too far apart to draw"),
        ("/bond price:-5", "above zero"),
        ("/bond price:90 years:500", "years"),
    ],
)
def test_unusable_options_are_refused_with_hint(line, says):
    answer = ask(line)
    assert answer.is_refusal
    assert says in answer.text
    assert "`" in answer.text


questions = st.builds(
    BondQuestion,
    terms=st.builds(
        BondTerms,
        coupon=st.integers(0, 250_000).map(lambda n: n / 1e6),
        years=st.integers(3, 360).map(lambda months: months / 12),
        face_usd=st.integers(1, 100_000).map(lambda cents: cents / 100),
    ),
    quoted=st.just("price"),
    quote=st.integers(1, 100_000).map(lambda cents: cents / 100),
) | st.builds(
    BondQuestion,
    terms=st.just(BondTerms(0.03, 1.0)),
    quoted=st.just("yield"),
    quote=st.integers(0, 250_000).map(lambda n: n / 1e6),
)


@given(questions)
def test_bond_in_custom_id_is_unchanged(question):
    custom_id = bond_id("show", question)
    assert len(custom_id) <= 100
    assert read_bond(parse_custom_id(custom_id).fields) == question


@given(questions, st.sampled_from(["show", "math", "sale", "ten"]))
def test_every_bond_that_can_be_asked_is_answered_or_refused(question, action):
    check(run_component(bond_id(action, question), REQUEST))


GOOD = list(write_bond(BondQuestion(BondTerms(0.03, 1.0), "price", 90)))


FORGED = {
    0: ("cost",),
    1: ("1e3", "nan", "-90", "0", "99999"),
    2: ("0", "1001"),
    3: ("0.26", "٣"),
    4: ("0", "2", "361", "1.5"),
}


@pytest.mark.parametrize(
    ("place", "value"), [(place, value) for place, values in FORGED.items() for value in values]
)
def test_forged_field_is_stale(place, value):
    fields = [*GOOD[:place], value, *GOOD[place + 1 :]]
    assert not run_component(build_custom_id("bond", "show", *GOOD), REQUEST).is_refusal
    assert run_component(":".join(("1:bond:show", *fields)), REQUEST).is_refusal


def test_too_few_or_many_fields_or_another_action_are_stale():
    for action, fields in (("show", GOOD[:-1]), ("show", [*GOOD, "1"]), ("explode", GOOD)):
        assert run_component(build_custom_id("bond", action, *fields), REQUEST).is_refusal


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ("90", "bought 10% below its face: 6.62%, 1.4 points more."),
        ("100", "bought at its face: 5.24%."),
        ("110", "bought 10% above its face: 4.02%, 1.2 points less."),
    ],
)
def test_math_says_on_which_side_of_the_face_a_price_lies(price, said):
    answer = ask(f"/bond price:{price}")
    (button,) = (button for button in answer.buttons if button.label == "Math")
    assert said in run_component(button.custom_id, REQUEST).text
