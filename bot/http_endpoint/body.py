"""The body of a request -> what kind of interaction it is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

PING = 1
AUTOCOMPLETE = 4
_KINDS = range(PING, 6)
_ID = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class Post:
    """An interaction as Discord posted it.

    Args:
        kind: Discord's number for the type of interaction.
        id: Its id.
        locale: The asker's language.
        payload: All of it.
    """

    kind: int
    id: int
    locale: str
    payload: dict[str, Any]


def read_post(body: bytes) -> Post | None:
    """The interaction in a body; None when there is none that Discord would send."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(payload, dict):
        return None
    kind, written_id = payload.get("type"), payload.get("id")
    # JSON true would pass for 1.
    if type(kind) is not int or kind not in _KINDS:
        return None
    if not isinstance(written_id, str) or not _ID.fullmatch(written_id):
        return None
    return Post(kind, int(written_id), str(payload.get("locale", "")), payload)
