"""Custom ids of buttons and options: the whole question is in the id, nothing is remembered.

``1:selloff:show:jp:200000000000:month:held`` is the layout's version, the command, the action and
the fields the command put there; ``1-zh-cn:selloff:…`` names the language that was chosen by
option, too. Ids come back from the client and are read like any other input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

VERSION = "1"
MAX_LENGTH = 94
"""Of an id without a language, which takes up to six more characters."""
_DISCORD_LIMIT = 100
SHOW = "show"
"""Show the answer in place of the one that the button stands under."""
POST = "post"
"""Show the answer in a new message for everybody; as a command, the answer whose id follows."""
MATH = "math"
"""Show the math, privately."""
FIRST_PACKED, LAST_PACKED = "\u4e00", "\u9fff"
"""The characters that long text is packed into."""
_ID = re.compile(
    r"(?P<version>[0-9]{1,3})(?:-(?P<language>[a-z]{2,3}(?:-[a-z0-9]{2,4})?))?"
    rf":(?P<command>[a-z]{{1,20}}):(?P<rest>[a-z0-9:._+{FIRST_PACKED}-{LAST_PACKED}-]{{1,90}})"
)


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
        return ":".join((VERSION, self.command, self.action, *self.fields))


def build_custom_id(command: str, action: str, *fields: str) -> str:
    """The id for a button.

    Raises:
        ValueError: It would not fit or not be readable again.
    """
    text = ":".join((VERSION, command, action, *fields))
    if len(text) > MAX_LENGTH or _ID.fullmatch(text) is None:
        msg = f"not a usable custom id: {text!r}"
        raise ValueError(msg)
    return text


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
    if match is None or match["version"] != VERSION:
        raise StaleButtonError
    action, *fields = match["rest"].split(":")
    action = SHOW if (is_post := action == POST) else action
    is_new = is_post or match["command"] == POST
    return CustomId(match["command"], action, tuple(fields), is_new, match["language"] or "")
