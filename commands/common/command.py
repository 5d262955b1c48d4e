"""What a command is: a name, options that are text, and a pure function to an answer.

The top storey turns these into Discord commands, terminal commands or anything else; nothing here
knows which.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from calc import MarketSnapshot
    from commands.common.answer import Answer
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class Request:
    """What every command can rely on.

    Args:
        snapshot: The market.
        tongue: The asker's language.
        is_private: Only the asker sees the answer.
        today: The asker's day, against which data are old or not; None where nobody asks today,
            as in documents.
    """

    snapshot: MarketSnapshot
    translator: Translator = ENGLISH
    is_private: bool = False
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion or a fixed choice: what is shown and what comes back."""

    label: str
    value: str


class Suggest(Protocol):
    """Suggests values while somebody types; fast, never raises."""

    def __call__(self, request: Request, typed: str) -> Sequence[Choice]:
        """At most 25 suggestions, best first."""


class Reply(Protocol):
    """Answers a command; raises `InputProblem` for what cannot be used."""

    def __call__(self, request: Request, values: Mapping[str, str], /) -> Answer:
        """The answer to these option values; optional ones may be missing."""


class PressReply(Protocol):
    """Answers a tapped button; raises `StaleButtonError` for what it cannot read."""

    def __call__(self, request: Request, action: str, fields: Sequence[str]) -> Answer:
        """The answer to this action on the scenario in the fields."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command.

    Args:
        name: Lower case.
        description: At most 100 characters.
        is_required: Required options come first.
        choices: Fixed choices, at most 25; empty for free text.
        suggest: Autocomplete for free text.
        max_length: The most characters of free text; Discord takes up to 6000.
    """

    name: str
    description: str
    is_required: bool = False
    choices: tuple[Choice, ...] = ()
    suggest: Suggest | None = None
    max_length: int = 200


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can ask.

    Args:
        name: What is typed after the slash.
        description: At most 100 characters.
        options: Its own options; every command also has ``private``.
        reply: Makes the answer.
        example: A line that works, with the name of the command.
        press: Answers its buttons, if it has any.
        problems: A sentence for each code of its own `InputProblem`, for example
            ``{"price.above_face": mark("...")}``, with ``{typed}`` for what was typed and
            ``{name}`` for every fact ``name`` or ``name_usd`` of the problem.
    """

    name: str
    description: str
    reply: Reply
    example: str
    press: PressReply | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class MessageMenu:
    """Something that can be done with a message that somebody wrote.

    Args:
        name: As the menu shows it, at most 32 characters.
        command: What answers.
        option: Its option that takes the message's text.
    """

    name: str
    command: Command
    option: str
