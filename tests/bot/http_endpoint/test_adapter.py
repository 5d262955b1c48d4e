"""What the adapter uses of discord.py's own is there, and does what it is used for."""

import asyncio
import inspect

import discord
import pytest
from discord.http import HTTPClient

from bot.http_endpoint.adapter import open_without_token, receive
from tests.bot.conftest import build_client


def test_session_has_the_name_that_is_set():
    assert "_HTTPClient__session" in HTTPClient.static_login.__code__.co_names


def test_interaction_sends_with_that_session():
    source = inspect.getsource(discord.Interaction.__init__)
    assert "state.http._HTTPClient__session" in source


async def test_client_opened_without_token_reads_interactions():
    client = build_client()
    await open_without_token(client)
    seen = []
    client.tree.interaction_check = _note(seen)
    user = {"id": "7", "username": "ann", "discriminator": "0", "avatar": None}
    receive(client, {
        "id": "1", "application_id": "5", "type": 2, "token": "t", "version": 1, "user": user,
        "locale": "en-US", "attachment_size_limit": 1, "data": {"id": "9", "name": "selloff"},
    })  # fmt: skip
    with pytest.raises(KeyError):
        receive(client, {"id": "1"})
    # Its task runs up to the check.
    await asyncio.sleep(0)
    assert seen[0].user.id == 7
    client.dispatcher.close()
    await client.close()


def _note(seen):
    async def check(interaction):
        seen.append(interaction)
        return False

    return check
