"""A second language needs a catalog and nothing else: shown with one that does not exist."""

from functools import cache
from io import BytesIO

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from babel.support import Translations

from calc import load_snapshot
from commands.common.answer import LONGEST_LABEL, Button
from commands.common.catalog import template
from commands.common.command import Request
from commands.common.translator import Translator
from commands.dispatch import run_component
from commands.registry import COMMANDS
from tests.commands.common.chart import checks
from tests.commands.grid import first
from tests.commands.pseudo import names_of, plain_words, pseudo, pseudo_tongue

SNAPSHOT = load_snapshot()
TONGUE, SAID = pseudo_tongue()
OTHER, ENGLISH = Request(SNAPSHOT, TONGUE), Request(SNAPSHOT)
# What agencies write, the name of a quarter, and publications under their own titles.
NAMES = {*names_of(TONGUE.locale), "S", "P", "Fitch", "Moody", "s", "AAA", "AA", "Aaa", "Aa", "Q"}
TITLES = {"Table", "of", "January", "February", "April", "July", "September", "November", "to"}
each_command = pytest.mark.parametrize("name", COMMANDS)


@cache
def two_taps(name):
    """Every answer two taps around an example, in both languages, by the way there."""
    line = COMMANDS[name].example
    found = {line: (first(line, OTHER), first(line, ENGLISH))}
    fresh = dict(found)
    for _ in range(2):
        taps = {
            button.custom_id for answer, _ in fresh.values() for button in answer.buttons
        } - found.keys()
        fresh = {tap: (run_component(tap, OTHER), run_component(tap, ENGLISH)) for tap in taps}
        found |= fresh
    return found


@each_command
def test_every_answer_is_given_within_the_limits_and_leads_to_the_same(name):
    for way, (other, english) in two_taps(name).items():
        assert other.is_refusal == english.is_refusal, way
        assert len(other.plain_text) <= 4000, way
        assert all(0 < len(button.label) <= LONGEST_LABEL for button in other.buttons)
        ids = [[button.custom_id for button in each.buttons] for each in (other, english)]
        assert ids[0] == ids[1], way


@each_command
def test_nothing_is_said_past_the_tongue(name):
    for way, (answer, _) in two_taps(name).items():
        texts = [answer.text, answer.small_print, *(button.label for button in answer.buttons)]
        if answer.picture is not None:
            texts.append(answer.picture.alt)
        names = NAMES | TITLES if ":holders:math:" in way else NAMES
        assert set().union(*(plain_words(text, names) for text in texts)) == set(), way


@each_command
def test_pictures_hold_the_longer_words(name):
    for answer, _ in two_taps(name).values():
        if answer.picture is None:
            continue
        checks.check_texts_are_apart(answer.picture.spec)
        for text in answer.picture.spec.texts:
            assert plain_words(text.words, NAMES) == set()


def test_all_that_is_said_is_in_the_template():
    for name in COMMANDS:
        two_taps(name)
    known = set()
    for message in template():
        known.update([message.id] if isinstance(message.id, str) else message.id)
    assert known >= SAID


def test_a_compiled_catalog_changes_a_sentence_and_nothing_else(tmp_path):
    """As a translator works: the template, a translation, the compiled catalog."""
    po, mo = BytesIO(), tmp_path / "de" / "LC_MESSAGES" / "messages.mo"
    write_po(po, template())
    po.seek(0)
    catalog = read_po(po, locale="de")
    assert isinstance(catalog, Catalog)
    catalog["Estimate, not advice."].string = "Schätzung, kein Rat."
    mo.parent.mkdir(parents=True)
    with mo.open("wb") as file:
        write_mo(file, catalog)
    texts = Translations.load(str(tmp_path), ["de"], "messages")
    line = COMMANDS["selloff"].example
    german = first(line, Request(SNAPSHOT, Translator(Locale("de"), texts)))
    english = first(line, ENGLISH)
    assert "Schätzung, kein Rat." in german.small_print
    assert "Estimate, not advice." not in german.small_print
    assert "**0,15 percentage points**" in german.text
    assert [each.custom_id for each in german.buttons] == [
        each.custom_id for each in english.buttons
    ]


def test_pseudo_is_longer_and_keeps_places_code_and_links():
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
def test_a_label_too_long_ends_at_a_word(label, shown):
    assert Button(label, "1:about:show").label == shown
