"""An answer without a transport: text, a picture still to be drawn, menus and buttons.

A phone breaks rows of buttons, so further questions go into a menu where they take too many lines.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from commands.common.chart.render import render_png
from commands.common.custom_id import (
    BACK,
    MATH,
    MORE,
    POST,
    back_id,
    more_id,
    parse_custom_id,
    post_id,
    with_language,
)
from commands.common.text.small_print import Data, DatedData

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.chart.canvas import ChartSpec
    from commands.common.translator import Translator

BUTTONS_IN_A_ROW = 5
"""Discord's limit; a phone breaks the row further."""
USUAL_ROWS = 3
"""Rows of menus and buttons under a first answer: more would push the text off a phone's screen."""
MOST_BUTTONS = 3 * BUTTONS_IN_A_ROW
MOST_OPTIONS = 25
"""Of a select menu; Discord's limit."""
LONGEST_LABEL = 38
"""Of a button; a phone cuts longer ones off."""
LONGEST_OPTION = 100
"""Of an entry in a select menu; Discord's limit."""
# A phone 390 pixels wide, as Discord draws buttons there.
_ROW_PX: Final = 310
_EDGES_PX: Final = 40
_NARROW_PX, _WIDE_PX = 7.5, 14
_WIDE: Final = frozenset("WF")
_STAYING: Final = frozenset({BACK, MORE, POST})


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart to attach to an answer.

    Args:
        spec: The chart as a value.
        alt: What it shows, for those who do not see it.
        filename: ASCII, ends in ``.png``.
    """

    spec: ChartSpec
    alt: str
    filename: str

    def draw(self) -> bytes:
        """Render the PNG: pure, some milliseconds, safe in any thread."""
        return render_png(self.spec)


@dataclass(frozen=True, slots=True)
class Control:
    """What can be tapped.

    Args:
        label: Whole words, cut where they are more than there is room for.
        custom_id: What comes back, the id of a whole question; at most 100 characters.
    """

    label: str
    custom_id: str
    longest: ClassVar[int]

    def __post_init__(self) -> None:
        if len(self.label) > self.longest:
            object.__setattr__(self, "label", _cut(self.label, self.longest))


@dataclass(frozen=True, slots=True)
class Button(Control):
    """A button under an answer, as a phone shows it."""

    longest: ClassVar[int] = LONGEST_LABEL


@dataclass(frozen=True, slots=True)
class SelectOption(Control):
    """An entry of a select menu; chosen where the answer above is the one to it."""

    is_chosen: bool = False
    longest: ClassVar[int] = LONGEST_OPTION


@dataclass(frozen=True, slots=True)
class SelectMenu:
    """A menu under an answer, in a row of its own, that shows its current choice.

    Args:
        placeholder: What can be chosen, in words; shown while nothing is.
        options: One to `MOST_OPTIONS`, none with the id of another; at most one is chosen.
    """

    placeholder: str
    options: tuple[SelectOption, ...]


_Tapped = TypeVar("_Tapped", Button, SelectOption)


def _cut(label: str, most: int) -> str:
    """Cut after the last whole word that fits, or inside a word longer than all of it."""
    start = label[:most]
    words = start.rpartition(" ")[0] or start[:-1]
    return words.rstrip(" ,:;") + "…"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said and shown: the result of a command.

    Args:
        text: Markdown, above the picture.
        small_print: One line of markdown below the picture: what was understood, dates.
        picture: To be drawn, or None.
        buttons: What to press next, at most `MOST_BUTTONS`, in rows of `BUTTONS_IN_A_ROW`.
        menus: What to choose from, above the buttons.
        is_private: Only the asker sees it.
        is_refusal: It says what could not be used, and nothing was worked out.
        samples: Names of commands whose sample button follows; one that is absent is left out.
        own_id: The custom id that shows this answer; empty where none can carry the question.
        used: Data whose age is said in the small print when they are old.
    """

    text: str
    small_print: str = ""
    picture: Picture | None = None
    buttons: tuple[Button, ...] = ()
    menus: tuple[SelectMenu, ...] = ()
    is_private: bool = False
    is_refusal: bool = False
    samples: tuple[str, ...] = ()
    own_id: str = ""
    used: tuple[Data | DatedData, ...] = (Data.YIELDS,)

    @property
    def controls(self) -> tuple[Control, ...]:
        """Everything that can be tapped, in the order of the screen."""
        options = (option for menu in self.menus for option in menu.options)
        return (*options, *self.buttons)

    @property
    def rows(self) -> int:
        """How many rows the menus and buttons take."""
        return len(self.menus) + math.ceil(len(self.buttons) / BUTTONS_IN_A_ROW)

    @property
    def plain_text(self) -> str:
        """All words, for a terminal or a log of a test."""
        return "\n".join(part for part in (self.text, self.small_print) if part)


def lines_of(answer: Answer) -> int:
    """How many lines the menus and buttons take on a phone."""
    starts = range(0, len(answer.buttons), BUTTONS_IN_A_ROW)
    rows = (answer.buttons[start : start + BUTTONS_IN_A_ROW] for start in starts)
    return len(answer.menus) + sum(_lines_of_row(row) for row in rows)


def gather_questions(answer: Answer, translator: Translator) -> Answer:
    """The answer with its further questions in a menu where their buttons take more than two lines.

    An answer without a picture has room for them; one with menus of its own keeps its buttons.
    """
    questions = [button for button in answer.buttons if not _stays(button)]
    has_room = answer.picture is None or bool(answer.menus)
    if has_room or lines_of(answer) < USUAL_ROWS or not 1 < len(questions) <= MOST_OPTIONS:
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


def keep_language(answer: Answer, tag: str) -> Answer:
    """The answer whose buttons and menus ask on in a chosen language."""

    def keep(control: _Tapped) -> _Tapped:
        return replace(control, custom_id=with_language(control.custom_id, tag))

    menus = (replace(menu, options=tuple(map(keep, menu.options))) for menu in answer.menus)
    return replace(answer, buttons=tuple(map(keep, answer.buttons)), menus=tuple(menus))


def ways_on(
    answer: Answer, trail: Sequence[str], translator: Translator, *, is_private: bool
) -> list[Button]:
    """Buttons back along a trail, to everybody, and to all questions, the most useful first."""
    found = []
    if (back := back_id(trail)) is not None:
        found.append(Button(translator.gettext("Back"), back))
    can_be_posted = (answer.is_private or is_private) and answer.own_id
    if can_be_posted and (post := post_id(answer.own_id)) is not None:
        found.append(Button(translator.gettext("Post it here"), post))
    if answer.own_id != more_id():
        found.append(Button(translator.gettext("More"), more_id(answer.own_id)))
    return found
