"""``/learn``: every term reads well, leads on, and is found however it is typed."""

import re
from dataclasses import replace

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.common.translator import ENGLISH, translator_for
from commands.dispatch import run_command, run_component
from commands.learn.command import COMMAND
from commands.learn.glossary import TERMS, find_term
from commands.learn.glossary.figures import glossary_figures
from commands.registry import COMMANDS
from tests.commands.first_screen import check_first_screen
from tests.commands.pseudo import pseudo

REQUEST = Request(load_snapshot())
EVERY = pytest.mark.parametrize("term", TERMS.values(), ids=lambda term: term.key)
STORY = """
IOU, bond, face value, coupon, yield, secondary market, rollover, refinancing,
swap spread, reserve currency, inverted curve, convexity, aaa, snowball, quantitative easing
"""


def ask(term):
    return run_command(COMMAND, REQUEST, {"term": term})


@EVERY
def test_term_is_two_sentences_and_example(term):
    text = ask(term.name).text
    heading, meaning, example = text.split("\n")
    assert heading == f"### {term.name}"
    assert len(re.findall(r"[.?!](?= |$)", meaning)) == 2, meaning
    assert example.startswith("**For example:** ")
    assert "{" not in text
    assert len(text.split()) <= 90
    for sentence in re.split(r"(?<=[.?!]) ", f"{meaning} {example}"):
        assert len(sentence.split()) <= 27, sentence


@EVERY
def test_term_buttons_lead_to_terms_and_command(term):
    buttons = ask(term.name).buttons
    assert len(buttons) >= 2 + (term.used in COMMANDS)
    assert term.key not in term.related
    for button in buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal, button.label
    others = 1 + (term.used in COMMANDS)
    terms = [button for button in buttons if button.custom_id.startswith("1:learn:")]
    assert len(terms) == len(buttons) - others


def test_rates_are_dated_where_the_example_has_some():
    assert "Rates of 9 Oct 2026" in ask("yield").small_print
    assert "/about show:sources" in ask("deficit").small_print
    assert ask("iou").small_print == ""


def test_other_words_find_their_term():
    for term in TERMS.values():
        for other in term.also:
            assert ask(other).text.startswith(f"### {term.name}"), other


def test_words_of_story_are_known():
    assert [word for word in STORY.split(",") if ask(word).is_refusal] == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [("yeild", "Yield"), ("COUPON ", "Coupon"), ("the fed", "The Fed"), ("roll-over", "Rollover")],
)
def test_slips_and_spellings_are_forgiven(typed, name):
    assert ask(typed).text.startswith(f"### {name}")


def test_unknown_term_offers_nearest():
    answer = ask("credit")
    assert answer.is_refusal
    assert answer.is_private
    assert answer.buttons[0].label == "Credit rating"
    assert "Credit rating" in run_component(answer.buttons[0].custom_id, REQUEST).text


def test_without_a_term_all_are_in_menus():
    answer = run_command(COMMAND, REQUEST, {})
    options = [option for menu in answer.menus for option in menu.options]
    assert sorted(option.label for option in options) == sorted(
        term.name for term in TERMS.values()
    )
    for option in options:
        assert run_component(option.custom_id, REQUEST).text.startswith(f"### {option.label}")
    again = run_component(answer.own_id, REQUEST)
    assert again.menus == answer.menus


def test_without_a_term_the_first_ones_are_offered():
    answer = run_command(COMMAND, REQUEST, {})
    assert f"I know {len(TERMS)} words" in answer.text
    names = [button.label for button in answer.buttons]
    assert {"Bond", "Yield", "Treasuries", "The Fed"} <= set(names)
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal
    check_first_screen(answer)


@EVERY
def test_term_fits_a_phone(term):
    check_first_screen(ask(term.name))


def test_typing_completes_by_any_name():
    suggest = COMMAND.options[0].suggest
    labels = [choice.label for choice in suggest(REQUEST, "refin")]
    assert labels[0] == "Rollover"
    assert suggest(REQUEST, "yie")[0].label == "Yield"
    assert len(suggest(REQUEST, "")) == 25


def test_examples_are_told_with_the_snapshot():
    figures = glossary_figures(load_snapshot(), ENGLISH)
    curve = load_snapshot().curve
    assert figures["ten"] == ENGLISH.rate(curve.at(10))
    assert figures["year"] == ENGLISH.rate(curve.at(1))
    assert figures["ten"] in ask("yield").text
    assert figures["year"] in ask("bill").text
    used = set(re.findall(r"\{(\w+)\}", " ".join(term.example for term in TERMS.values())))
    assert used <= figures.keys()
    assert figures.keys() - used == set(), "numbers that no example tells"


def test_headline_words_are_known():
    for word in ("sell-off", "selloff", "sell off", "dump", "dumping", "fire sale", "Sell-Offs"):
        assert ask(word).text.startswith("### Sell-off"), word


@pytest.mark.parametrize("word", ["tsunami", "bitcoin", "stonks", "x", "recession"])
def test_far_term_gets_no_suggestions(word):
    answer = ask(word)
    assert answer.is_refusal
    assert [button.label for button in answer.buttons] == ["All words"]
    assert not run_component(answer.buttons[0].custom_id, REQUEST).is_refusal
    assert "/learn alone lists them all." in answer.text


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("quantitative tightening", "QE"),
        ("liquidity trap", "Liquidity"),
        ("japan", "Intervention"),
    ],
)
def test_near_in_spelling_or_meaning_is_suggested(word, name):
    answer = ask(word)
    assert answer.is_refusal
    assert name in [button.label for button in answer.buttons]


def test_term_is_found_by_its_name_in_any_language(german):
    for term in TERMS.values():
        assert find_term(pseudo(term.name)) is term
    answer = ask(pseudo("Rollover"))
    assert answer.text.startswith("### Rollover\n")


def test_suggestion_carries_key_and_shows_translated_name(german):
    request = replace(REQUEST, translator=translator_for("de"))
    (option,) = COMMAND.options
    choices = {choice.label: choice.value for choice in option.suggest(request, pseudo("Roll")[:4])}
    assert choices[pseudo("Rollover")] == "rollover"
    answer = run_command(COMMAND, request, {"term": "rollover"})
    assert answer.text.startswith(f"### {pseudo('Rollover')}\n")
