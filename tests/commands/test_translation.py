"""A second language needs a catalog and nothing else: shown with one that does not exist."""

from functools import cache

import pytest

from calc.estimates import estimates_for
from commands.about.studies_chart import study_names
from commands.catalogs.template import template
from commands.common.answer import LONGEST_LABEL, Button
from commands.common.chart.canvas import BOT_NAME
from commands.common.command import Request
from commands.dispatch import run_component
from commands.registry import COMMANDS
from tests.commands.cases import REQUEST, ask, first, press
from tests.commands.common.chart import checks
from tests.commands.pseudo import names_of, plain_words, pseudo, pseudo_tongue

TRANSLATOR, SAID = pseudo_tongue()
OTHER = Request(REQUEST.snapshot, TRANSLATOR)
AUTHORS = plain_words(" ".join(study_names(estimates_for(1e9, REQUEST.snapshot))), set())
# What agencies write, the name of a quarter, and publications under their own titles.
NAMES = {
    *names_of(TRANSLATOR.locale),
    *AUTHORS,
    *plain_words(BOT_NAME, set()),
    "S",
    "P",
    "Fitch",
    "Moody",
    "s",
    "AAA",
    "AA",
    "Aaa",
    "Aa",
    "Q",
}
TITLES = {"Table", "of", "January", "February", "April", "July", "September", "November", "to"}
each_command = pytest.mark.parametrize("name", COMMANDS)


@cache
def around(name):
    """The answers to an example and to its buttons in both languages, by the way there."""
    line = COMMANDS[name].example
    ids = [button.custom_id for button in ask(line).controls]
    pressed = {custom_id: (run_component(custom_id, OTHER), press(custom_id)) for custom_id in ids}
    return {line: (first(line, OTHER), ask(line)), **pressed}


@each_command
def test_other_language_keeps_limits_and_buttons(name):
    for way, (other, english) in around(name).items():
        assert other.is_refusal == english.is_refusal, way
        assert len(other.plain_text) <= 4000, way
        assert all(0 < len(button.label) <= LONGEST_LABEL for button in other.buttons)
        ids = [[each.custom_id for each in shown.controls] for shown in (other, english)]
        assert ids[0] == ids[1], way


@each_command
def test_every_text_passes_through_translator(name):
    for way, (answer, _) in around(name).items():
        texts = [answer.text, answer.small_print, *(control.label for control in answer.controls)]
        if answer.picture is not None:
            texts.append(answer.picture.alt)
        names = NAMES | TITLES if ":holders:math:" in way else NAMES
        assert set().union(*(plain_words(text, names) for text in texts)) == set(), way


@each_command
def test_pictures_hold_longer_words(name, monkeypatch):
    for answer, _ in around(name).values():
        if answer.picture is None:
            continue
        checks.check_texts_are_apart(answer.picture.spec)
        for text in answer.picture.spec.texts:
            assert plain_words(text.words, NAMES) == set()


def test_every_message_is_in_template():
    for name in COMMANDS:
        around(name)
    known = set()
    for message in template():
        known.update([message.id] if isinstance(message.id, str) else message.id)
    assert known >= SAID


def test_pseudo_language_keeps_places_code_and_links():
    said = pseudo("Sold {in_time}: try `yield:6%` or [this](<https://a.example>), /selloff")
    for kept in ("{in_time}", "`yield:6%`", "(<https://a.example>)", "/selloff"):
        assert kept in said
    assert len(pseudo("The seller is paid by a buyer")) >= 1.25 * len(
        "The seller is paid by a buyer"
    )


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Half: $100 billion", "Half: $100 billion"),
        ("x" * 38, "x" * 38),
        ("What would it take to reach the moon, now?", "What would it take to reach the moon…"),
        ("x" * 39, "x" * 37 + "…"),
    ],
)
def test_long_label_ends_at_word(label, shown):
    assert Button(label, "1:about:show").label == shown
