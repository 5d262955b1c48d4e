"""Verify that a request comes from Discord, was signed recently, and is not a replay.

Discord signs the timestamp followed by the raw body with Ed25519 and probes regularly whether an
endpoint refuses other requests (Discord's documentation, "Interactions: security and
authorization").
"""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from multidict import MultiMapping

WINDOW_SECONDS = 300
"""How far a signed timestamp may be from this machine's clock."""
REPLAY_WINDOW_SECONDS = 2 * WINDOW_SECONDS
"""A timestamp may be as far ahead of the clock as behind it."""
MAX_REMEMBERED_IDS = 200_000
"""Five minutes at 600 requests a second, about 30 MB."""
_TIMESTAMP_HEADER, _SIGNATURE_HEADER = "X-Signature-Timestamp", "X-Signature-Ed25519"
# Exactly as Discord writes them; of fixed length, or digits could move from timestamp to body.
_TIMESTAMP = re.compile(r"[0-9]{10}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


class Verifier:
    """Verifies signatures by the application's public key, 64 hexadecimal digits."""

    def __init__(self, public_key: str, now: Callable[[], float] = time.time) -> None:
        self._key = VerifyKey(bytes.fromhex(public_key))
        self._now = now

    def verify_headers(self, headers: MultiMapping[str]) -> str | None:
        """Return the error in the headers, whatever the body is; None without one."""
        timestamp, signature = _signature_headers(headers)
        if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
            return "unsigned"
        return "untimely" if abs(self._now() - int(timestamp)) > WINDOW_SECONDS else None

    def verify(self, headers: MultiMapping[str], body: bytes) -> str | None:
        """Return the error in a request in one word; None without one."""
        if error := self.verify_headers(headers):
            return error
        timestamp, signature = _signature_headers(headers)
        try:
            self._key.verify(timestamp.encode() + body, bytes.fromhex(signature))
        except BadSignatureError:
            return "forged"
        return None


class ReplayGuard:
    """Remembers interaction ids for as long as their signatures are valid."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seen_at: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        """Return how many ids are remembered."""
        return len(self._seen_at)

    def is_first(self, interaction_id: int) -> bool:
        """Return whether this id comes for the first time, and remember it."""
        now = self._now()
        if interaction_id in self._seen_at:
            return False
        self._seen_at[interaction_id] = now
        while len(self._seen_at) > MAX_REMEMBERED_IDS or (
            now - next(iter(self._seen_at.values())) > REPLAY_WINDOW_SECONDS
        ):
            self._seen_at.popitem(last=False)
        return True


def _signature_headers(headers: MultiMapping[str]) -> list[str]:
    """Return timestamp and signature; empty where one is missing or ambiguous, that is, twice."""
    found = (headers.getall(name, []) for name in (_TIMESTAMP_HEADER, _SIGNATURE_HEADER))
    return [values[0] if len(values) == 1 else "" for values in found]
