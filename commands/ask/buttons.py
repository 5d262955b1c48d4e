"""Component state of ``/ask``, and what other commands ask of its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.ask.languages import in_english
from commands.ask.lines import CLAIM, CommandLine
from commands.ask.reading import read_question
from commands.ask.wording import one_line
from commands.common.custom_id import StaleButtonError, build_custom_id, read_field, write_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.parsing.country_table import KnownHolder

NAME: Final = "ask"


def question_in_english(raw: str, known: Sequence[KnownHolder], locale: str) -> str | None:
    """A question as `/ask` answers it; None for a text that it reads as none.

    Args:
        raw: As typed, in any language.
        known: The holders, the largest first.
        locale: The asker's, as Discord writes it.
    """
    line = read_question(raw, known, locale).line
    if line is None or line.command == CLAIM:
        return None
    said = in_english(one_line(raw), locale)
    if said is None:
        return raw
    return None if said.unread else f"{said.text}?"


def named_in_english(raw: str, locale: str) -> str | None:
    """Who and what a text in another language names, in English; None for a text in English."""
    said = in_english(one_line(raw), locale)
    return None if said is None else said.named


def line_id(action: str, line: CommandLine) -> str | None:
    """The id of a button that answers a line; None for one that no id has room for."""
    fields = (write_field(part) for pair in line.options for part in pair)
    try:
        return build_custom_id(NAME, action, line.command, *fields)
    except ValueError:
        return None


def read_line(fields: Sequence[str]) -> CommandLine:
    """The line in the fields; whether a command can answer it is for others to say.

    Raises:
        StaleButtonError: They hold none.
    """
    if len(fields) % 2 == 0 or not fields[0].isalpha():
        raise StaleButtonError
    parts = [read_field(field) for field in fields[1:]]
    return CommandLine(fields[0], tuple(zip(parts[::2], parts[1::2], strict=True)))
