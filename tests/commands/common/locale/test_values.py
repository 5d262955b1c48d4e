"""Values that carry their grammar into a translation."""

import pytest

from commands.common.locale.grammar import Grammar
from commands.common.locale.sentences import Shown
from commands.common.text.names import capitalised
from commands.common.translator import ENGLISH
from tests.commands.languages import speaking

RUSSIAN = Grammar.model_validate(
    {
        "classes": ["f", "m", "pl"],
        "forms": ["gen"],
        "holders": {
            "jp": {"classes": ["f"], "forms": {"gen": "Японии"}},
            "cn": {"classes": ["m"], "forms": {"gen": "Китая"}},
            "ky": {
                "name": "Каймановы острова",
                "classes": ["pl"],
                "forms": {"gen": "Каймановых островов"},
            },
            "gb": {"name": "Британия", "classes": ["f"], "forms": {"gen": "Британии"}},
        },
    }
)
SENTENCE = "If {who} sold, {points} points"
RUSSIAN_SENTENCE = (
    "Если бы {who} {who:f=продала|m=продал|pl=продали}: {points} "
    "{points:one=пункт|few=пункта|many=пунктов|other=пункта}, у {who:gen}"
)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("jp", 0.01, "Если бы Япония продала: 1,0 пункта, у Японии"),
        ("cn", 0.03, "Если бы Китай продал: 3,0 пункта, у Китая"),
        ("ky", 0.12, "Если бы Каймановы острова продали: 12 пунктов, у Каймановых островов"),
        ("gb", 0.21, "Если бы Британия продала: 21 пункт, у Британии"),
    ],
)
def test_words_agree_with_name_and_number(key, change, said):
    translator = speaking("ru", {SENTENCE: RUSSIAN_SENTENCE}, RUSSIAN)
    who = translator.country(key, key)
    assert translator.gettext(SENTENCE, who=who, points=translator.points(change)) == said


def test_number_keeps_its_grammar_in_other_wording():
    translator = speaking("ru", {"about {number}": "примерно {number}"})
    about = translator.about(translator.points(0.05))
    assert (str(about), about.keys) == ("примерно 5,0", ("other",))
    assert translator.between(translator.number(2), translator.number(22)).keys == ("few",)


def test_plain_number_or_text_in_choice_is_no_error():
    table = {"{count} weeks": "{count} {count:one=неделя|few=недели|other=недель}"}
    translator = speaking("ru", table)
    assert translator.gettext("{count} weeks", count=2) == "2 недели"
    assert translator.gettext("{count} weeks", count="5") == "5 недель"
    assert translator.gettext("{count} weeks", count="so many") == "so many недель"


def test_start_of_sentence_is_capital_in_every_form():
    who = Shown("the UK", ("sg",), {"gen": "the UK's"})
    assert capitalised(who) == "The UK"
    assert f"{capitalised(who):gen}" == "The UK's"
    assert f"{capitalised(who):sg=is|pl=are}" == "is"


def test_english_text_of_values_is_as_before():
    assert str(ENGLISH.country("jp", "Japan")) == "Japan"
    assert f"{ENGLISH.points(0.0015)}" == "0.15"
    assert ENGLISH.gettext("about {number}", number=ENGLISH.number(2)) == "about 2.0"


@pytest.mark.parametrize(
    "wrong",
    [
        {"classes": ["f"], "holders": {"jp": {"classes": ["x"]}}},
        {"classes": ["f"], "holders": {"jp": {}}},
        {"forms": ["gen"], "holders": {"jp": {"forms": {}}}},
        {"forms": [], "holders": {"jp": {"forms": {"gen": "Японии"}}}},
    ],
)
def test_grammar_with_gap_is_refused(wrong):
    with pytest.raises(ValueError, match="jp"):
        Grammar.model_validate(wrong)
