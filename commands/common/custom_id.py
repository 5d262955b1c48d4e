"""What a button carries: the whole scenario in its id, so that nothing has to be remembered.

``1:selloff:show:jp:200000000000:month:held`` is the layout's version, the command, the action and
the fields the command put there. Ids come back from the client and are read like any other input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

VERSION = "1"
MAX_LENGTH = 100
SHOW = "show"
"""Show this scenario in place of the one the button stands under."""
POST = "post"
"""Show this scenario in a new message."""
_ID = re.compile(r"(?P<version>[0-9]{1,3}):(?P<command>[a-z]{1,20}):(?P<rest>[a-z0-9:._-]{1,90})")


class StaleButtonError(Exception):
    """A button that this version cannot read: an older layout, or a forged one."""


@dataclass(frozen=True, slots=True)
class Press:
    """A tapped button, taken apart."""

    command: str
    action: str
    fields: tuple[str, ...]


def build_custom_id(command: str, action: str, *fields: str) -> str:
    """The id for a button.

    Raises:
        ValueError: It would not fit or not be readable again.
    """
    text = ":".join((VERSION, command, action, *fields))
    if len(text) > MAX_LENGTH or _ID.fullmatch(text) is None:
        msg = f"not a usable button id: {text!r}"
        raise ValueError(msg)
    return text


def is_for_all(text: str) -> bool:
    """Whether the answer to this id is a new message for everybody, not a change of the old one."""
    try:
        return parse_custom_id(text).action == POST
    except StaleButtonError:
        return False


def parse_custom_id(text: str) -> Press:
    """Take an id apart.

    Raises:
        StaleButtonError: It is not one of this version's.
    """
    match = _ID.fullmatch(text) if len(text) <= MAX_LENGTH else None
    if match is None or match["version"] != VERSION:
        raise StaleButtonError
    action, *fields = match["rest"].split(":")
    return Press(match["command"], action, tuple(fields))
