"""Read the body of a request: which interaction Discord posted."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp.web import HTTPRequestEntityTooLarge

if TYPE_CHECKING:
    from aiohttp.web import Request

MAX_BODY_BYTES = 256 * 1024
READ_TIMEOUT_SECONDS = 2.0
PING = 1
AUTOCOMPLETE = 4
_KINDS = range(PING, 6)
_ID = re.compile(r"[0-9]{1,20}")


class RejectedRequestError(Exception):
    """The request is not answered.

    Args:
        status: The HTTP status of the response.
        reason: Its text, and the label of the metric.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PostedInteraction:
    """An interaction as Discord posted it.

    Args:
        kind: Discord's number for the type of interaction.
        id: Its snowflake.
        locale: The user's locale.
        payload: The whole JSON object.
    """

    kind: int
    id: int
    locale: str
    payload: dict[str, Any]


async def read_body(request: Request) -> bytes:
    """Read the body of a request within the time and size limits.

    Raises:
        RejectedRequestError: It is too slow or too large.
    """
    try:
        async with asyncio.timeout(READ_TIMEOUT_SECONDS):
            return await request.read()
    except TimeoutError:
        raise RejectedRequestError(408, "slow") from None
    except HTTPRequestEntityTooLarge:
        raise RejectedRequestError(413, "large") from None


def parse_interaction(body: bytes) -> PostedInteraction | None:
    """Parse a body; None when it holds no interaction that Discord would send."""
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
    return PostedInteraction(kind, int(written_id), str(payload.get("locale", "")), payload)
