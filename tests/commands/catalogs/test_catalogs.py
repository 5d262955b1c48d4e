"""The recipe for a new language, and which catalogs are served."""

import ast

import pytest
from babel import Locale

from calc import load_snapshot
from commands.catalogs.__main__ import compiled, main, read_catalog
from commands.catalogs.checks import is_first_stage, spec_problems, translation_problems
from commands.catalogs.template import template
from commands.common.locale.catalog_files import (
    COMPILED,
    FOLDER,
    SOURCE,
    catalog_names,
    native_name,
    parse_locale,
)
from commands.common.locale.grammar import NO_GRAMMAR, Grammar, load_grammar
from tests.commands.languages import translate_all
from tests.commands.pseudo import pseudo

MARKED = {"gettext", "sentence", "ngettext", "N_"}
RUSSIAN = Grammar.model_validate(
    {
        "classes": ["f", "pl"],
        "forms": ["gen"],
        "holders": {"jp": {"classes": ["f"], "forms": {"gen": "Японии"}}},
    }
)


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("zh-TW", ("zh_TW",)),
        ("zh-HK", ("zh_TW",)),
        ("zh-CN", ("zh_CN",)),
        ("zh-SG", ("zh_CN",)),
        ("zh", ("zh_CN",)),
        ("es-419", ("es_419", "es")),
        ("es-ES", ("es_ES", "es")),
        ("pt-BR", ("pt_BR", "pt")),
        ("sv-SE", ("sv_SE", "sv")),
        ("ja", ("ja_None", "ja")),
    ],
)
def test_locale_reads_only_its_own_catalog(tag, names):
    assert catalog_names(parse_locale(tag)) == names


@pytest.mark.parametrize("tag", ["", "klingon", "x", "en-", "../de", "de/../ja", "a" * 500])
def test_nonsense_is_no_locale(tag):
    assert parse_locale(tag) is None


def test_language_is_named_in_itself():
    tags = ("en", "de", "pt-BR", "zh-CN", "zh-TW", "ja")
    assert [native_name(tag) for tag in tags] == [
        "English",
        "Deutsch",
        "português (Brasil)",
        "中文 (简体)",
        "中文 (繁體)",
        "日本語",
    ]


def test_new_language_is_served_once_its_first_stage_is_complete(tmp_path, capsys):
    later = [m.id for m in template() if m.id and not is_first_stage(m)]
    first = next(m.id for m in template() if m.id and is_first_stage(m))
    assert main(["add", "de"], tmp_path) == 1
    assert not (tmp_path / "de" / COMPILED).exists()
    translate_all(tmp_path / "de", pseudo, leave=[first, *later])
    assert main([], tmp_path) == 1
    *_, state, missing = capsys.readouterr().out.splitlines()
    assert state.startswith("de: not served, 1 to do; ")
    assert missing == f"  {first!r}: not translated"
    translate_all(tmp_path / "de", pseudo, leave=later)
    assert main([], tmp_path) == 0
    assert f"{len(later)} of {len(template())} messages are English" in capsys.readouterr().out
    assert (tmp_path / "de" / COMPILED).exists()


def test_catalog_that_is_no_longer_complete_is_withdrawn(made, tmp_path):
    folder = tmp_path / "de"
    folder.mkdir()
    for name in (SOURCE, COMPILED):
        (folder / name).write_bytes((made / "de" / name).read_bytes())
    source = (folder / SOURCE).read_text(encoding="utf-8")
    (folder / SOURCE).write_text(source.replace("{who}", "{wer}"), encoding="utf-8")
    assert main([], tmp_path) == 1
    assert not (folder / COMPILED).exists()


def test_second_update_changes_nothing(made):
    before = (made / "de" / SOURCE).read_bytes()
    assert main([], made) == 0
    assert (made / "de" / SOURCE).read_bytes() == before


@pytest.mark.parametrize("name", ["de", "xx_QQ"])
def test_language_cannot_be_begun_twice_or_without_locale(name, made, capsys):
    assert main(["add", name], made) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_template_holds_what_discord_shows():
    known = {message.id for message in template()}
    assert {"Only I see the answer", "The language of the answer"} <= known
    assert "What would happen if a country sold some of its US Treasuries?" in known


@pytest.mark.parametrize("folder", sorted(path.parent for path in FOLDER.glob(f"*/{SOURCE}")))
def test_committed_catalog_is_compiled_as_it_stands(folder):
    grammar = load_grammar(folder)
    inflects = grammar.classes or grammar.forms
    assert not inflects or set(grammar.holders) >= set(load_snapshot().holders)
    assert (folder / COMPILED).read_bytes() == compiled(read_catalog(folder))


@pytest.mark.parametrize(
    ("english", "translated", "wrong"),
    [
        ("{who} sold **10%** of {what}", "{who} verkaufte **10 %** von {what}", None),
        ("$1,000 in 2 years", "1000 Dollar in 2 Jahren", None),
        ("a third", "3分の1", None),
        ("$300 billion sold in 2009", "2009年卖出3000亿美元", None),
        ("$300 billion sold in 2009", "2009年卖出4000亿美元", "300"),
        ("$100 at 5%", "1000 zu 5 %", "100"),
        ("{who} sold {what}", "{who} verkaufte", "places"),
        ("{who} sold", "{who} {wer}", "places"),
        ("**{low}**", "{low}", "bold"),
        ("Try `200b`", "Probiere `200 Mrd.`", "code"),
        ("See [this](<https://a.example>)", "Siehe [dies](<https://b.example>)", "links"),
        ("/learn has it", "/lernen hat es", "commands"),
        ("2 to 10 years", "2 bis 20 Jahre", "10"),
        ("{low}", "{low", "braces"),
        ("{low}", "{low:gen}", "form"),
        ("{low}", "{low:one=a|few=b|other=c}", "unknown"),
        ("{low}", "{low:one=a}", "other"),
    ],
)
def test_translation_keeps_places_marks_code_and_digits(english, translated, wrong):
    found = "; ".join(translation_problems(english, translated, Locale("de"), NO_GRAMMAR))
    assert (wrong in found) if wrong else found == ""


@pytest.mark.parametrize(
    ("spec", "wrong"),
    [
        ("gen", None),
        ("f=а|pl=и", None),
        ("one=а|few=б|other=в", None),
        ("dat", "no form 'dat' in the grammar"),
        ("pl=и", "nothing for 'jp'"),
        ("pl=и|other=а", None),
        ("day=за день|month=за месяц|year=за год", None),
        ("x=а|f=б", "unknown alternatives ['x']"),
    ],
)
def test_choice_needs_classes_and_forms_of_grammar(spec, wrong):
    found = list(spec_problems(spec, Locale("ru"), RUSSIAN))
    assert found == ([wrong] if wrong else [])


def test_every_literal_message_of_the_code_is_in_template():
    known = {text for message in template() for text in _texts(message.id)}
    package = FOLDER.parent
    for file in package.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name(call) in MARKED and call.args:
                said = call.args[0]
                if isinstance(said, ast.Constant):
                    assert said.value in known, f"{file}:{said.lineno}: inside another message"


def _name(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _texts(message):
    return (message,) if isinstance(message, str) else message
