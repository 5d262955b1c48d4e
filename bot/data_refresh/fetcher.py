"""HTTP client for the official sources: HTTPS only, with limits on time, size and redirects."""

from __future__ import annotations

import codecs
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_MAX_REDIRECTS = 3
_CHUNK_BYTES = 64 * 1024
_HTML_STARTS = ("<!doctype html", "<html")


class FetchError(OSError):
    """A response cannot be used; the message says why."""


class Fetcher:
    """Fetches texts; made by `open_fetcher`.

    Args:
        session: Has the timeouts, and no decompression, which could inflate a small response.
        mirror: Replaces every official host, whose name becomes the first part of the path.
    """

    def __init__(self, session: aiohttp.ClientSession, mirror: URL | None) -> None:
        self._session = session
        self._mirror = mirror

    async def fetch_text(self, address: str, limit_bytes: int) -> str:
        """Fetch an official URL; raises `OSError` or `aiohttp.ClientError`."""
        url = URL(address)
        domain = ".".join((url.host or "").split(".")[-2:])
        if self._mirror is not None:
            path = f"{self._mirror.path.rstrip('/')}/{url.host}{url.path}"
            url = self._mirror.with_path(path).with_query(url.query)
        for _ in range(1 + _MAX_REDIRECTS):
            self._require_official(url, domain)
            async with self._session.get(url, allow_redirects=False) as response:
                if response.status in {301, 302, 303, 307, 308}:
                    url = url.join(URL(response.headers.get("Location", "")))
                    continue
                return await _read_text(response, limit_bytes)
        raise FetchError("too many redirects")

    def _require_official(self, url: URL, domain: str) -> None:
        """A redirect stays within the domain of its source, such as treasury.gov."""
        if self._mirror is not None:
            is_official = url.origin() == self._mirror.origin()
        else:
            is_official = url.scheme == "https" and f".{url.host}".endswith(f".{domain}")
        if not is_official:
            msg = f"redirected to {url.host}, which is no official host"
            raise FetchError(msg)


@asynccontextmanager
async def open_fetcher(mirror: str | None = None, seconds: float = 20) -> AsyncIterator[Fetcher]:
    """Open a fetcher for one refresh, with the proxy of ``HTTPS_PROXY`` and ``NO_PROXY``.

    A mirror's base address replaces the official ones; the timeout is that of one request.
    """
    async with aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=seconds, connect=seconds / 2),
        headers={"Accept-Encoding": "identity", "User-Agent": "treasury-selloff-bot"},
        auto_decompress=False,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=True,
    ) as session:
        yield Fetcher(session, URL(mirror) if mirror else None)


async def _read_text(response: aiohttp.ClientResponse, limit_bytes: int) -> str:
    if response.status != 200:
        msg = f"HTTP status {response.status}"
        raise FetchError(msg)
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchError("compressed, although not asked for")
    body = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
        body += chunk
        if len(body) > limit_bytes:
            msg = f"more than {limit_bytes} bytes"
            raise FetchError(msg)
    text = _decode(body.removeprefix(codecs.BOM_UTF8))
    is_html = response.content_type == "text/html"
    if is_html or text[:200].lstrip().lower().startswith(_HTML_STARTS):
        raise FetchError("a web page instead of data")
    return text


def _decode(body: bytearray) -> str:
    """Decode UTF-8, or Windows-1252, which the Treasury's notes have contained."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace")
