"""Controls as a phone shows them: rows of buttons break, so long ones go into a menu."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.common.answer import (
    BUTTONS_IN_A_ROW,
    MOST_OPTIONS,
    USUAL_ROWS,
    Answer,
    Button,
    SelectMenu,
    SelectOption,
)
from commands.common.custom_id import MATH, POST, parse_custom_id
from commands.common.navigation import BACK, MORE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.translator import Translator

# A phone 390 pixels wide, as Discord draws buttons there.
_ROW_PX: Final = 310
_EDGES_PX: Final = 40
_NARROW_PX, _WIDE_PX = 7.5, 14
_WIDE: Final = frozenset("WF")
_STAYING: Final = frozenset({BACK, MORE, POST})


def lines_of(answer: Answer) -> int:
    """How many lines the menus and buttons take on a phone."""
    starts = range(0, len(answer.buttons), BUTTONS_IN_A_ROW)
    rows = (answer.buttons[start : start + BUTTONS_IN_A_ROW] for start in starts)
    return len(answer.menus) + sum(_lines_of_row(row) for row in rows)


def gather_questions(
    answer: Answer, translator: Translator, most_lines: int = USUAL_ROWS
) -> Answer:
    """The answer with its further questions in a menu where their buttons take too many lines.

    An answer without a picture has room for them; one with menus of its own keeps its buttons.
    """
    questions = [button for button in answer.buttons if not _stays(button)]
    has_room = answer.picture is None or bool(answer.menus)
    if has_room or lines_of(answer) <= most_lines or not 1 < len(questions) <= MOST_OPTIONS:
        return answer
    menu = SelectMenu(
        translator.gettext("Ask next"),
        tuple(SelectOption(button.label, button.custom_id) for button in questions),
    )
    staying = tuple(button for button in answer.buttons if _stays(button))
    return replace(answer, menus=(*answer.menus, menu), buttons=staying)


def _stays(button: Button) -> bool:
    """Whether it is about this answer and not a further question."""
    custom_id = parse_custom_id(button.custom_id)
    return custom_id.command in _STAYING or custom_id.action == MATH


def _lines_of_row(buttons: Sequence[Button]) -> int:
    lines, left = 0, 0.0
    for button in buttons:
        width = _EDGES_PX + sum(
            _WIDE_PX if unicodedata.east_asian_width(character) in _WIDE else _NARROW_PX
            for character in button.label
        )
        if width > left:
            lines, left = lines + 1, float(_ROW_PX)
        left -= width
    return lines
