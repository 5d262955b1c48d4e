"""A question that another command answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.answer import Button


@dataclass(frozen=True, slots=True)
class Forward:
    """What a command gives instead of an answer when another command has it.

    Args:
        command: The name of the other.
        values: Its options, written in English.
        shown: A sentence that says what was understood, for the small print.
        buttons: To stand before those of the answer.
        custom_id: A button of the other command that gives the answer, instead of the options.
    """

    command: str
    values: Mapping[str, str] = field(default_factory=dict)
    shown: str = ""
    buttons: tuple[Button, ...] = ()
    custom_id: str = ""
