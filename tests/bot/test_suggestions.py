"""Suggestions while somebody types: a courtesy that may cost nobody an answer."""

import asyncio
from types import SimpleNamespace

import discord
from discord import app_commands

from bot.interactions import command_tree as tree
from bot.interactions.command_tree import MOST_SUGGESTING, Tree

TYPING = SimpleNamespace(type=discord.InteractionType.autocomplete)


def a_tree(monkeypatch, call):
    monkeypatch.setattr(app_commands.CommandTree, "_call", call)
    return Tree(discord.Client(intents=discord.Intents.none()))


async def test_no_more_than_some_are_on_their_way_and_the_others_get_none(monkeypatch):
    begun, end = [], asyncio.Event()

    async def slow(_tree, interaction):
        begun.append(interaction)
        await end.wait()

    suggesting = a_tree(monkeypatch, slow)
    async with asyncio.TaskGroup() as group:
        for _ in range(MOST_SUGGESTING + 20):
            group.create_task(suggesting._call(TYPING))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert len(begun) == MOST_SUGGESTING
        end.set()
    await suggesting._call(TYPING)
    assert len(begun) == MOST_SUGGESTING + 1


async def test_one_that_discord_does_not_take_is_given_up(monkeypatch):
    monkeypatch.setattr(tree, "_SUGGESTING_SECONDS", 0.01)

    async def never(_tree, _interaction):
        await asyncio.sleep(60)

    await a_tree(monkeypatch, never)._call(TYPING)
