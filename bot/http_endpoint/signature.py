"""Is it Discord that asks, and does it ask now?

Discord signs the timestamp followed by the raw body with Ed25519 and probes regularly whether we
refuse what is not signed (Discord's documentation, "Interactions: security and authorization").
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from multidict import MultiMapping

WINDOW_SECONDS = 300
"""How far a signed timestamp may be from our clock."""
# Each as Discord writes it; of fixed length, or digits could be moved from timestamp to body.
_TIMESTAMP = re.compile(r"[0-9]{10}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


class Verifier:
    """Checks what claims to come from Discord.

    Args:
        public_key: The application's, 64 hexadecimal digits.
        now: Wall time in seconds.
    """

    def __init__(self, public_key: str, now: Callable[[], float] = time.time) -> None:
        self._key = VerifyKey(bytes.fromhex(public_key))
        self._now = now

    def objection_to_headers(self, headers: MultiMapping[str]) -> str | None:
        """Why a request is not believed whatever its body will be, in one word."""
        timestamp, signature = _stamp(headers)
        if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
            return "unsigned"
        return "untimely" if abs(self._now() - int(timestamp)) > WINDOW_SECONDS else None

    def objection(self, headers: MultiMapping[str], body: bytes) -> str | None:
        """Why a request is not believed, in one word; None when it is."""
        if objection := self.objection_to_headers(headers):
            return objection
        timestamp, signature = _stamp(headers)
        try:
            self._key.verify(timestamp.encode() + body, bytes.fromhex(signature))
        except BadSignatureError:
            return "forged"
        return None


def _stamp(headers: MultiMapping[str]) -> tuple[str, str]:
    """Timestamp and signature."""
    return _only(headers, "X-Signature-Timestamp"), _only(headers, "X-Signature-Ed25519")


def _only(headers: MultiMapping[str], name: str) -> str:
    """A header; empty when it is missing, or there twice and nobody knows which one counts."""
    values = headers.getall(name, [])
    return values[0] if len(values) == 1 else ""
