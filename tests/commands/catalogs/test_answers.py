"""Answers in a language with a catalog: whole ones, kept by their buttons."""

from dataclasses import replace

import pytest

from commands.catalogs.__main__ import main
from commands.common import translator
from commands.common.command import Request
from commands.common.custom_id import parse_custom_id
from commands.common.locale import catalog_files
from commands.common.locale.catalog_files import SOURCE
from commands.common.translator import ENGLISH, is_served, translator_for
from commands.dispatch import answer_in_language, run_command, run_component
from commands.registry import COMMANDS, example_of
from tests.commands.cases import REQUEST, ask, first
from tests.commands.languages import speaking
from tests.commands.pseudo import pseudo

LINE = COMMANDS["selloff"].example
TITLE = "US Treasuries"


def test_locale_without_catalog_is_english(german):
    assert translator_for("de") is not ENGLISH
    assert all(translator_for(tag) is ENGLISH for tag in ("fr", "en-GB", "xx", None))
    assert is_served("de")
    assert is_served("en-GB")
    assert not is_served("fr")


def test_option_chooses_language_and_buttons_keep_it(german):
    answer = first(f"{LINE} language:de", REQUEST)
    assert pseudo(TITLE) in answer.text
    assert TITLE not in answer.text
    ids = [control.custom_id for control in answer.controls]
    assert all(parse_custom_id(custom_id).language == "de" for custom_id in ids)
    assert max(map(len, ids)) <= 100
    again = run_component(next(i for i in ids if ":selloff:show:" in i), REQUEST)
    assert pseudo(TITLE) in again.text
    assert all("-de:" in control.custom_id for control in again.controls)


def test_buttons_without_chosen_language_carry_none(german):
    request = replace(REQUEST, translator=translator_for("de"))
    answer = first(LINE, request)
    assert pseudo(TITLE) in answer.text
    assert [c.custom_id for c in answer.controls] == [c.custom_id for c in ask(LINE).controls]


@pytest.mark.parametrize(
    "line",
    [
        *(command.example for command in COMMANDS.values()),
        "/compare a:china 2t b:japan 5t day",
        "/selloff country:cayman islands amount:200b others:follow fed:repo",
    ],
)
def test_every_id_has_space_for_a_language(line, german):
    answer = first(f"{line} language:de", REQUEST)
    assert all("-de:" in control.custom_id for control in answer.controls)
    for control in answer.controls[:8]:
        pressed = run_component(control.custom_id, REQUEST)
        assert all("-de:" in each.custom_id for each in pressed.controls), control


def test_unknown_language_is_refused_with_those_there_are(german):
    answer = first(f"{LINE} language:xx", REQUEST)
    assert answer.is_refusal
    assert answer.is_private
    assert "`en`" in answer.text
    assert "`de`" in answer.text


def test_private_answer_to_public_question_is_in_own_language(german):
    request = replace(REQUEST, translator=translator_for("de"), own=ENGLISH)
    values = {**example_of(COMMANDS["selloff"]), "country": "Atlantis"}
    refusal = run_command(COMMANDS["selloff"], request, values)
    assert refusal.text.startswith("I do not know a country called")
    public = run_command(COMMANDS["selloff"], request, example_of(COMMANDS["selloff"]))
    assert pseudo(TITLE) in public.text
    stale = run_component("nonsense", request)
    assert stale.text == run_component("nonsense", REQUEST).text


def test_answer_that_cannot_all_be_said_is_english(monkeypatch):
    partial = speaking("de", {"Estimate, not advice.": "Schätzung, kein Rat."})
    request = Request(REQUEST.snapshot, partial)
    assert first(LINE, request) == ask(LINE)
    assert partial.missing == set()


def test_whole_answer_is_computed_once(german):
    calls = []

    def compute(request):
        calls.append(request.translator.locale.language)
        return ask(LINE)

    answer_in_language(replace(REQUEST, translator=translator_for("de")), compute)
    assert calls == ["de"]


def test_picture_knows_its_language(german):
    assert first(f"{LINE} language:de", REQUEST).picture.spec.language == "de"
    assert ask(LINE).picture.spec.language == ""


def test_about_says_whether_a_native_speaker_read_it(german, made, tmp_path, monkeypatch):
    unreviewed = pseudo("Translation not yet reviewed by a native speaker.")
    assert unreviewed in first("/about language:de", REQUEST).small_print
    assert "reviewed" not in first("/about", REQUEST).small_print
    (tmp_path / "de").mkdir()
    source = (made / "de" / SOURCE).read_text(encoding="utf-8")
    named = source.replace("Language-Team: de <LL@li.org>", "Language-Team: A. Reader")
    (tmp_path / "de" / SOURCE).write_text(named, encoding="utf-8")
    assert main([], tmp_path) == 0
    assert "Language-Team: A. Reader" in (tmp_path / "de" / SOURCE).read_text(encoding="utf-8")
    monkeypatch.setattr(catalog_files, "FOLDER", tmp_path)
    translator._translator.cache_clear()
    assert unreviewed not in first("/about language:de", REQUEST).small_print


def test_refusal_names_countries_in_own_language(german):
    refused = first("/selloff country:EU amount:1b language:de", REQUEST)
    assert refused.is_refusal
    assert "`Deutschland`" in refused.text
    assert [button.label for button in refused.buttons][:2] == ["Belgien", "Luxemburg"]
    english = first("/selloff country:EU amount:1b", REQUEST)
    assert [button.label for button in english.buttons][:2] == ["Belgium", "Luxembourg"]
    pressed = run_component(refused.buttons[0].custom_id, REQUEST)
    assert "Belgien" in pressed.text


def test_country_without_holdings_is_named_in_own_language(german):
    refused = first("/selloff country:Ivory Coast amount:1b language:de", REQUEST)
    assert "Côte d’Ivoire" in refused.text
