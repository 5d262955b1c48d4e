"""The ways between answers, kept in the ids of their own buttons and nowhere else.

An answer's own id stands inside the id of its button to the list of questions, or of the one that
posts it; the ids of the answers that it was reached from stand in its Back button, nearest first.
So a tap tells from the message alone where it came from, and nothing has to be remembered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.common.custom_id import (
    MAX_LENGTH,
    POST,
    VERSION,
    CustomId,
    StaleButtonError,
    build_custom_id,
    parse_custom_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MORE: Final = "more"
"""The list of all questions; its ids stand where those of a command do, as the next one's."""
BACK: Final = "back"
"""The answer that this one was reached from."""
_BETWEEN: Final = "+"
_VERSION: Final = f"{VERSION}:"


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
    return tuple(_VERSION + each for each in inside if _is_readable(_VERSION + each))


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
    text = f"{_VERSION}{name}:{_BETWEEN.join(each.removeprefix(_VERSION) for each in ids)}"
    return text if len(text) <= MAX_LENGTH and _is_readable(text) else None


def _is_readable(text: str) -> bool:
    try:
        parse_custom_id(text)
    except StaleButtonError:
        return False
    return True
