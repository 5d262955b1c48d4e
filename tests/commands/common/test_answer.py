"""Controls on a phone: further questions go into a menu where their buttons would break."""

import pytest

from commands.common.answer import (
    USUAL_ROWS,
    Answer,
    Button,
    SelectMenu,
    SelectOption,
    gather_questions,
    lines_of,
)
from commands.common.translator import ENGLISH
from commands.registry import COMMANDS
from tests.commands.cases import ask

MATH = Button("Math", "1:yen:math:1600:1500")
MORE = Button("More", "1:more:show")
PICTURE = ask("/bond price:90").picture


def questions(*labels):
    return [Button(label, f"1:learn:show:{number}") for number, label in enumerate(labels)]


@pytest.mark.parametrize(
    "command", [name for name, each in COMMANDS.items() if each.example and name != "help"]
)
def test_first_answer_takes_at_most_three_lines_of_controls(command):
    answer = ask(COMMANDS[command].example)
    own_menus = len(answer.menus) > 1
    assert answer.picture is None or lines_of(answer) <= USUAL_ROWS + own_menus


def test_short_buttons_stay():
    answer = Answer(
        "", picture=PICTURE, buttons=(*questions("Price", "Coupon", "Duration"), MATH, MORE)
    )
    assert lines_of(answer) == 2
    assert gather_questions(answer, ENGLISH) == answer


def test_long_buttons_become_a_menu_in_the_same_order():
    asked = questions(*(f"What sale would it take for number {n}?" for n in range(4)))
    gathered = gather_questions(Answer("", picture=PICTURE, buttons=(*asked, MATH, MORE)), ENGLISH)
    assert gathered.buttons == (MATH, MORE)
    (menu,) = gathered.menus
    assert [(each.label, each.custom_id) for each in menu.options] == [
        (each.label, each.custom_id) for each in asked
    ]
    assert lines_of(gathered) == 2


def test_answer_with_menus_keeps_its_buttons():
    own = SelectMenu("How much", (SelectOption("Half", "1:learn:show:half"),))
    asked = questions("What sale would that take?", *map(str, range(9)))
    answer = Answer("", picture=PICTURE, menus=(own,), buttons=(*asked, MATH))
    assert gather_questions(answer, ENGLISH) == answer


def test_answer_without_picture_keeps_its_buttons():
    asked = questions(*(f"What sale would it take for number {n}?" for n in range(4)))
    answer = Answer("", buttons=(*asked, MATH, MORE))
    assert gather_questions(answer, ENGLISH) == answer


def test_wide_characters_take_twice_the_room():
    narrow, wide = (
        Answer("", buttons=tuple(questions(*[text] * 5))) for text in ("aaaaaaaa", "利回りは何です")
    )
    assert lines_of(wide) > lines_of(narrow)
