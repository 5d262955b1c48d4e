"""Ways to a store in a test."""

import asyncio
from functools import partial

from valkey.asyncio import Valkey

from bot.shared.link import AWAY, Link
from bot.shared.together import Together

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"


async def until(is_so):
    """Wait for what has to happen."""
    for _ in range(30_000):
        if await is_so():
            return
        await asyncio.sleep(0.001)
    raise TimeoutError


async def reached(link):
    """A link that has found its store."""

    async def answers():
        return await link.ask("PING") is not AWAY

    await until(answers)
    return link


async def link_to(url, **options):
    return await reached(Link(partial(Valkey.from_url, url), ("PING",), **options))


async def together(url, snapshot, word="of all"):
    """A process that shares, and has found the store."""
    shared = Together(partial(Valkey.from_url, url), word)
    shared.answer_from(snapshot)
    await reached(shared._link)
    return shared


async def asked(url, *command):
    """What a store says to somebody else."""
    client = Valkey.from_url(url)
    try:
        return await client.execute_command(*command)
    finally:
        await client.aclose()
