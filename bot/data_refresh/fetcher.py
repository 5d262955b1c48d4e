"""Asking an official address: in time, of sane size, never led elsewhere, never a web page."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_DOMAIN = "treasury.gov"
_MOST_REDIRECTS = 3
_PIECE_BYTES = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGE_STARTS = ("<!doctype html", "<html")


class FetchError(OSError):
    """An address did not serve what can be read; the message says why."""


class Fetcher:
    """Fetches texts; made by `open_fetcher`.

    Args:
        session: With its timeouts, and without decompression, which could blow up a small answer.
        mirror: Asked instead of every official host, whose name becomes the first part of the path.
    """

    def __init__(self, session: aiohttp.ClientSession, mirror: URL | None) -> None:
        self._session = session
        self._mirror = mirror

    async def text(self, address: str, limit_bytes: int) -> str:
        """What an address serves.

        Raises:
            FetchError: It serves an error, a web page, too much, or a way elsewhere.
            TimeoutError: It is too slow.
            aiohttp.ClientError: It cannot be reached or stops midway.
            UnicodeDecodeError: It serves no text.
        """
        url = self._first(URL(address))
        for _ in range(1 + _MOST_REDIRECTS):
            self._need_official(url)
            async with self._session.get(url, allow_redirects=False) as response:
                if response.status in _REDIRECTS:
                    url = url.join(URL(response.headers.get("Location", "")))
                    continue
                return await _text(response, limit_bytes)
        raise FetchError("too many redirects")

    def _first(self, official: URL) -> URL:
        if self._mirror is None:
            return official
        path = f"{self._mirror.path.rstrip('/')}/{official.host}{official.path}"
        return self._mirror.with_path(path).with_query(official.query)

    def _need_official(self, url: URL) -> None:
        if self._mirror is not None:
            is_fine = url.origin() == self._mirror.origin()
        else:
            host = url.host or ""
            is_fine = url.scheme == "https" and host.endswith(f".{_DOMAIN}")
        if not is_fine:
            msg = f"led elsewhere, to {url.host}"
            raise FetchError(msg)


@asynccontextmanager
async def open_fetcher(mirror: str | None = None, seconds: float = 20) -> AsyncIterator[Fetcher]:
    """A fetcher for one round.

    Args:
        mirror: Base address asked instead of the official ones.
        seconds: The most that one address may take.
    """
    async with aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=seconds, connect=seconds / 2),
        headers={"Accept-Encoding": "identity", "User-Agent": "treasury-selloff-bot"},
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        # Many containers reach the outside only through the proxy of their environment.
        trust_env=mirror is None,
    ) as session:
        yield Fetcher(session, URL(mirror) if mirror else None)


async def _text(response: aiohttp.ClientResponse, limit_bytes: int) -> str:
    if response.status != 200:
        msg = f"HTTP status {response.status}"
        raise FetchError(msg)
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchError("packed, although not asked for")
    pieces: list[bytes] = []
    size = 0
    async for piece in response.content.iter_chunked(_PIECE_BYTES):
        size += len(piece)
        if size > limit_bytes:
            msg = f"more than {limit_bytes} bytes"
            raise FetchError(msg)
        pieces.append(piece)
    text = b"".join(pieces).decode("utf-8-sig")
    is_page = response.content_type == "text/html"
    if is_page or text[:200].lstrip().lower().startswith(_PAGE_STARTS):
        raise FetchError("a web page instead of data")
    return text
