"""*Remove this answer*: for whoever asked and whoever may manage messages, and nobody else."""

import logging

import discord
import pytest

from tests.bot.reading import tap, words

pytestmark = pytest.mark.simcord(settle_timeout=30)
MENU = "Remove this answer"


@pytest.fixture
async def sale(scene):
    channel, ann = scene
    return (await ann.slash(channel, "selloff", country="japan", amount="200b")).response


async def is_there(bot, channel, message):
    try:
        await bot.get_partial_messageable(channel.id).fetch_message(message.id)
    except discord.NotFound:
        return False
    return True


async def test_whoever_asked_removes_the_answer(scene, sale, simcord_bot):
    channel, ann = scene
    reply = await ann.context_menu(channel, MENU, sale)
    assert reply.ephemeral
    assert words(reply.response) == "The answer is removed."
    assert not await is_there(simcord_bot, channel, sale)


async def test_answer_changed_by_a_tap_is_still_the_askers(scene, sale, simcord_bot):
    channel, ann = scene
    await tap(ann, sale, "A panic")
    await ann.context_menu(channel, MENU, sale)
    assert not await is_there(simcord_bot, channel, sale)


async def test_somebody_else_is_refused(scene, guild, simcord_env, sale, simcord_bot):
    channel, _ = scene
    bob = guild.add_member(simcord_env.create_user("bob"))
    reply = await bob.context_menu(channel, MENU, sale)
    assert reply.ephemeral
    assert "was for somebody else" in words(reply.response)
    assert await is_there(simcord_bot, channel, sale)


async def test_moderator_removes_what_somebody_asked(scene, guild, simcord_env, sale, simcord_bot):
    channel, _ = scene
    role = guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
    bob = guild.add_member(simcord_env.create_user("bob"), roles=[role])
    await bob.context_menu(channel, MENU, sale)
    assert not await is_there(simcord_bot, channel, sale)


async def test_message_of_a_person_stays(scene, simcord_bot):
    channel, ann = scene
    message = await ann.send(channel, "Good morning")
    reply = await ann.context_menu(channel, MENU, message)
    assert "my own answers only" in words(reply.response)
    assert await is_there(simcord_bot, channel, message)


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (403, 50001, "Discord does not let me"),
        (404, 10003, "Discord does not let me"),
        (403, 50083, "Discord does not let me"),
        (404, 10008, "The answer is removed"),
        (500, 0, "did not reply in time"),
    ],
)
async def test_refusal_of_discord_is_said(scene, sale, simcord_env, caplog, status, code, said):
    channel, ann = scene
    simcord_env.inject_error("DELETE", "/channels/*/messages/*", status=status, code=code)
    reply = await ann.context_menu(channel, MENU, sale)
    assert said in words(reply.response)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
