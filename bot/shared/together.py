"""What is shared, and under which names.

Anything may be found in a store: a picture is taken only with the mark that it got when kept. Names
are keyed digests that tell no question and no person. The key is the store's own address: all who
share it know it, and where it holds a password nobody else does.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bot.http_endpoint.signature import REPLAY_WINDOW_SECONDS as REMEMBERED_SECONDS
from bot.interactions.rate_limit import BURST, SECONDS_EACH
from bot.shared.edition import edition_of_code, edition_of_market
from bot.shared.link import AWAY, Link

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable, Hashable

    from bot.shared.link import Connect
    from calc import MarketSnapshot

MOST_PICTURE_BYTES = 1_000_000
"""Larger ones are neither stored nor taken."""
_PICTURE_SECONDS = 24 * 3600
_PNG = b"\x89PNG\r\n\x1a\n"
_MARK_BYTES = 32
# What somebody owes is how long their key still has to live: no two clocks to compare, and nothing
# is left of anybody who has not asked for some seconds.
_OWE = (
    "local owed = math.max(redis.call('PTTL', KEYS[1]), 0) + tonumber(ARGV[1]) "
    "owed = math.min(owed, tonumber(ARGV[2])) "
    "redis.call('SET', KEYS[1], '', 'PX', owed) return owed"
)
_OWED_MS = (round(1000 * SECONDS_EACH), round(1000 * BURST * SECONDS_EACH))
_PREFIX = "selloff"


class Together:
    """Shares through a store.

    Args:
        connect: Makes a client of it.
        secret: What only those know who share it.
    """

    def __init__(self, connect: Connect, secret: str) -> None:
        self._key = blake2b(secret.encode()).digest()
        self._link = Link(connect, ("EVAL", _OWE, 1, f"{_PREFIX}:probe", 1, 1))
        self._code = edition_of_code()
        self._market = ""

    def answer_from(self, snapshot: MarketSnapshot) -> None:
        """From now on pictures are about this market."""
        self._market = edition_of_market(snapshot)

    async def picture(self, key: Hashable) -> bytes | None:
        """The PNG that another process drew."""
        name = self._name_of_picture(key)
        # A part of what is there, however much it is.
        found = await self._link.ask("GETRANGE", name, 0, _MARK_BYTES + MOST_PICTURE_BYTES)
        if not isinstance(found, bytes):
            return None
        mark, png = found[:_MARK_BYTES], found[_MARK_BYTES:]
        return png if _is_fit(png) and self._mark(name, png) == mark else None

    def keep_picture(self, key: Hashable, png: bytes) -> None:
        """Let the others have what was drawn here."""
        if _is_fit(png):
            name = self._name_of_picture(key)
            self._link.tell("SET", name, self._mark(name, png) + png, "EX", _PICTURE_SECONDS)

    async def is_first(self, interaction_id: int) -> bool:
        """Whether no other process let this interaction in; from now on this one did."""
        name = self._name("seen", interaction_id)
        answer = await self._link.ask("SET", name, "", "NX", "EX", REMEMBERED_SECONDS)
        # None is what a name says that was there before; it is not what `AWAY` says.
        return answer is not None

    def count(self, user_id: int, learn: Callable[[int, float], None]) -> None:
        """Count a question of this person for all, and learn what others counted."""

        def tell(reply: Future[object]) -> None:
            owed_ms = AWAY if reply.cancelled() else reply.result()
            if isinstance(owed_ms, int):
                learn(user_id, owed_ms / 1000)

        name = self._name("owed", user_id)
        self._link.tell("EVAL", _OWE, 1, name, *_OWED_MS).add_done_callback(tell)

    async def close(self) -> None:
        """Leave the store."""
        await self._link.close()

    def _name_of_picture(self, key: Hashable) -> str:
        return self._name("picture", self._code, self._market, key)

    def _name(self, kind: str, *what: Hashable) -> str:
        digest = blake2b(repr(what).encode(), digest_size=16, key=self._key, person=kind.encode())
        return f"{_PREFIX}:{kind}:{digest.hexdigest()}"

    def _mark(self, name: str, png: bytes) -> bytes:
        return blake2b(name.encode() + png, digest_size=_MARK_BYTES, key=self._key).digest()


def _is_fit(png: bytes) -> bool:
    return png.startswith(_PNG) and len(png) <= MOST_PICTURE_BYTES
