"""Discord's replies are JSON even when their type says more than that."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import discord.http
import discord.webhook.async_

if TYPE_CHECKING:
    import aiohttp


async def _json_or_text(response: aiohttp.ClientResponse) -> object:
    text = await response.text(encoding="utf-8")
    if response.content_type != "application/json":
        return text
    try:
        read: object = json.loads(text)
    except ValueError:
        return text
    return read


def read_json_of_any_charset() -> None:
    """Make discord.py read ``application/json; charset=utf-8`` as JSON.

    It compares the whole header with ``application/json``: a parameter, which any proxy may add,
    would make a text of every reply, and an error of every text.
    """
    for module in (discord.http, discord.webhook.async_):
        vars(module)["json_or_text"] = _json_or_text
