"""Custom ids of buttons and options: the whole question is in the id, nothing is remembered.

``1:selloff:show:jp:200000000000:month:held`` is the layout's version, the command, the action and
the fields the command put there; ``1-zh-cn:selloff:…`` names the language that was chosen by
option, too. Ids come back from the client and are read like any other input.

The ways between answers are kept in ids, too. An answer's own id stands inside the id of its button
to the list of questions, or of the one that posts it; the ids of the answers that it was reached
from stand in its Back button, nearest first. So a tap tells from the message alone where it came
from.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_VERSION: Final = "1"
MAX_LENGTH: Final = 94
"""Of an id without a language, which takes up to six more characters."""
_DISCORD_LIMIT: Final = 100
SHOW: Final = "show"
"""Show the answer in place of the one that the button stands under."""
POST: Final = "post"
"""Show the answer in a new message for everybody; as a command, the answer whose id follows."""
MATH: Final = "math"
"""Show the math, privately."""
MORE: Final = "more"
"""The list of all questions; its ids stand where those of a command do, as the next one's."""
BACK: Final = "back"
"""The answer that this one was reached from."""
_BETWEEN: Final = "+"
_PREFIX: Final = f"{_VERSION}:"
FIRST_PACKED: Final = "\u4e00"
LAST_PACKED: Final = "\u9fff"
"""The characters that long text is packed into."""
_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,14}")
_ID: Final = re.compile(
    r"(?P<version>[0-9]{1,3})(?:-(?P<language>[a-z]{2,3}(?:-[a-z0-9]{2,4})?))?"
    rf":(?P<command>[a-z]{{1,20}}):(?P<rest>[a-z0-9:._+{FIRST_PACKED}-{LAST_PACKED}-]{{1,90}})"
)
# What a custom id cannot hold is written as its number between two dashes.
_OTHER: Final = re.compile(r"[^a-z0-9.]")
_WRITTEN: Final = re.compile(r"-([0-9a-f]{2,6})-")


class StaleButtonError(Exception):
    """A button that this version cannot read: an older layout, or a forged one."""


@dataclass(frozen=True, slots=True)
class CustomId:
    """A custom id, parsed.

    Args:
        command: The command that answers.
        action: What it does; `SHOW` for `POST`, too.
        fields: What the command put there.
        is_new_message: The answer is a new message for everybody, not an edit of the old one.
        language: The tag of the language that was chosen, in lower case; empty for none.
    """

    command: str
    action: str
    fields: tuple[str, ...]
    is_new_message: bool = False
    language: str = ""

    @property
    def shown_id(self) -> str:
        """The id that shows the same answer in place."""
        return ":".join((_VERSION, self.command, self.action, *self.fields))


def build_custom_id(command: str, action: str, *fields: str) -> str:
    """The id for a button.

    Raises:
        ValueError: It would not fit or not be readable again.
    """
    text = ":".join((_VERSION, command, action, *fields))
    if len(text) > MAX_LENGTH or _ID.fullmatch(text) is None:
        msg = f"not a usable custom id: {text!r}"
        raise ValueError(msg)
    return text


def read_whole(text: str, least: int, most: int) -> int:
    """The whole number in a field.

    Raises:
        StaleButtonError: It is none, or out of bounds.
    """
    if _WHOLE.fullmatch(text) is None or not least <= int(text) <= most:
        raise StaleButtonError
    return int(text)


def with_language(custom_id: str, tag: str) -> str:
    """The same id for an answer in a chosen language; as it was where that would not fit."""
    version, colon, rest = custom_id.partition(":")
    longer = f"{version}-{tag.lower()}{colon}{rest}"
    return longer if len(longer) <= _DISCORD_LIMIT and _ID.fullmatch(longer) else custom_id


def parse_custom_id(text: str) -> CustomId:
    """Parse an id.

    Raises:
        StaleButtonError: It is not one of this version's.
    """
    match = _ID.fullmatch(text) if len(text) <= _DISCORD_LIMIT else None
    if match is None or match["version"] != _VERSION:
        raise StaleButtonError
    action, *fields = match["rest"].split(":")
    action = SHOW if (is_post := action == POST) else action
    is_new = is_post or match["command"] == POST
    return CustomId(match["command"], action, tuple(fields), is_new, match["language"] or "")


def more_id(own_id: str = "") -> str:
    """The id of the button to the list of questions, under the answer of this id if it has one."""
    return _holding(MORE, (own_id,)) or build_custom_id(MORE, "show")


def post_id(own_id: str) -> str | None:
    """The id of the button that posts the answer of this id; None for one too long to carry."""
    return _holding(POST, (own_id,))


def back_id(trail: Sequence[str]) -> str | None:
    """The id of the button back along a trail, nearest first, as much of it as has room."""
    for count in range(len(trail), 0, -1):
        if (found := _holding(BACK, trail[:count])) is not None:
            return found
    return None


def held_ids(custom_id: CustomId) -> tuple[str, ...]:
    """The ids inside an id that `more_id`, `post_id` or `back_id` made."""
    inside = ":".join((custom_id.action, *custom_id.fields)).split(_BETWEEN)
    return tuple(_PREFIX + each for each in inside if _is_readable(_PREFIX + each))


def trail_from(ids: Iterable[str]) -> tuple[str, ...]:
    """The way to a message: its own id and those it was reached from, nearest first.

    Args:
        ids: Of all its buttons, ours or not.
    """
    own: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    for text in ids:
        if not _is_readable(text):
            continue
        custom_id = parse_custom_id(text)
        if custom_id.command in {MORE, POST}:
            own = own or held_ids(custom_id)
        elif custom_id.command == BACK:
            older = held_ids(custom_id)
    return (*own, *older)


def is_lasting(ids: Iterable[str]) -> bool:
    """Whether a message must stay: it holds an answer whose question no id can carry.

    Such an answer has the plain button to the list of questions; a refusal has none.
    """
    readable = [parse_custom_id(text) for text in ids if _is_readable(text)]
    plain = parse_custom_id(more_id())
    return any(replace(each, language="") == plain for each in readable)


def _holding(name: str, ids: Sequence[str]) -> str | None:
    text = f"{_PREFIX}{name}:{_BETWEEN.join(each.removeprefix(_PREFIX) for each in ids)}"
    return text if len(text) <= MAX_LENGTH and _is_readable(text) else None


def _is_readable(text: str) -> bool:
    try:
        parse_custom_id(text)
    except StaleButtonError:
        return False
    return True


def write_field(text: str) -> str:
    """Lower-case text as a field: blanks as ``_``, other marks as their numbers."""
    return _OTHER.sub(lambda match: "_" if match[0] == " " else f"-{ord(match[0]):02x}-", text)


def read_field(field: str) -> str:
    """The text of a field; a number that is no character stays as it is."""
    return _WRITTEN.sub(_character, field.replace("_", " "))


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= sys.maxunicode else match[0]
