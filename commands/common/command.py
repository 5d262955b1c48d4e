"""Commands without a transport: a name, options that are text, a pure function to an answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from commands.common.custom_id import POST, SHOW, StaleButtonError
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.translator import ENGLISH, N_, translator_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from calc import MarketSnapshot
    from commands.common.answer import Answer, Button
    from commands.common.custom_id import CustomId
    from commands.common.translator import Translator

    Suggest = Callable[["Request", str], Sequence["Choice"]]
    """At most 25 suggestions for what was typed so far, best first; fast, never raises."""
    CommandCallback = Callable[["Request", Mapping[str, str]], Answer | "Forward"]
    """The answer to option values, of which optional ones may be missing.

    It may name another command that answers; raises `InputError` for what is unusable.
    """
    ComponentCallback = Callable[["Request", CustomId], Answer | "Forward"]
    """The answer to a custom id; raises `StaleButtonError` for one it cannot read."""


PRIVATE: Final = "private"
PRIVATE_DESCRIPTION: Final = N_("Only I see the answer")
LANGUAGE: Final = "language"
LANGUAGE_DESCRIPTION: Final = N_("The language of the answer")
"""Options that every command has beside its own."""
_Question = TypeVar("_Question")


@dataclass(frozen=True, slots=True)
class Request:
    """What every command can rely on.

    Args:
        snapshot: The market.
        translator: The language of the answer.
        is_private: Only the asker sees the answer.
        today: The asker's day, against which data are old or not; None where nobody asks today,
            as in documents.
        locale: The asker's, as Discord writes it, by which numbers are read; the translator's is
            English where there is no catalog.
        own: The asker's language, for what only they see; None where it is that of the answer.
        language: The tag of the language that was chosen by option; empty for none.
        came_from: The ids of the answer that was tapped and of those before it, nearest first.
        mentions: What Discord makes a link to a command of, by the command's name.
    """

    snapshot: MarketSnapshot
    translator: Translator = ENGLISH
    is_private: bool = False
    today: date | None = None
    locale: str = ENGLISH_LOCALE
    own: Translator | None = None
    language: str = ""
    came_from: tuple[str, ...] = ()
    mentions: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, tag: str) -> Request:
        """The same, asked for in a language."""
        return replace(self, translator=translator_for(tag), own=None, language=tag)

    def mention(self, name: str) -> str:
        """A command as it stands in a text: to be tapped where that is known, else to be typed."""
        return self.mentions.get(name, f"`/{name}`")

    @property
    def suggestion_action(self) -> str:
        """The action of buttons under a refusal: a public question is answered in public."""
        return SHOW if self.is_private else POST


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion or a fixed choice: what is shown and what comes back."""

    label: str
    value: str


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
        name: Lower-case letters, as typed after the slash.
        description: At most 100 characters.
        reply: Makes the answer.
        example: A line that works, with the name of the command.
        press: Answers its buttons, if it has any.
        error_texts: A sentence for each code of its own `InputError`, for example
            ``{"price.above_face": N_("...")}``, with ``{typed}`` for what was typed and
            ``{name}`` for every fact ``name`` or ``name_usd`` of the error; under an option's name
            or the part of a code before its dot, what to try instead.
        options: Its own options; every command also has ``private``.
        label: Its entry in the list of all questions; the description when empty.
        sample: A button with a typical question, for other commands to offer by this command's
            name; its label is translated.
        sample_usd: The sum of that question, US dollars: ``{amount}`` of the label.
        context_menu: The name of an entry in the menu of a message, which gives the message's text
            to the first option; at most 32 characters; empty for none.
        instead: The button under a refusal that has no other; the example when None. Its label is
            translated.
    """

    name: str
    description: str
    reply: CommandCallback
    example: str
    press: ComponentCallback | None = None
    error_texts: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    label: str = ""
    sample: Button | None = None
    sample_usd: float = 0.0
    context_menu: str = ""
    instead: Button | None = None


@dataclass(frozen=True, slots=True)
class ContextMenu:
    """An entry in the menu of a message that somebody wrote.

    Args:
        name: As the menu shows it.
        command: What answers.
        option: Its option that takes the message's text.
    """

    name: str
    command: Command
    option: str


def by_action(
    read: Callable[[Request, Sequence[str]], _Question],
    **actions: Callable[[Request, _Question], Answer | Forward],
) -> ComponentCallback:
    """A callback that reads the fields and leaves the answer to the action of this name.

    Args:
        read: Reads the fields; raises `StaleButtonError` for what it cannot read.
        actions: Answers by the action of the custom id.
    """

    def press(request: Request, custom_id: CustomId) -> Answer | Forward:
        answer = actions.get(custom_id.action)
        if answer is None:
            raise StaleButtonError
        return answer(request, read(request, custom_id.fields))

    return press
