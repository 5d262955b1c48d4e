"""“Check this claim” on somebody else's message, as a user meets it."""

import pytest

from tests.bot.reading import labels, words

pytestmark = pytest.mark.simcord(settle_timeout=30)
MENU = "Check this claim"


async def test_the_menu_checks_a_message_for_the_asker_alone(scene, guild, simcord_env):
    channel, ann = scene
    bob = guild.add_member(simcord_env.create_user("bob"))
    message = await bob.send(channel, "Wow: Japan holds $120 billion of Treasuries!")
    reply = await ann.context_menu(channel, MENU, message)
    assert reply.ephemeral
    assert "slip of units" in words(reply.response)
    assert labels(reply.response) == ["Who holds the US debt?", "Post it here", "More"]


async def test_a_message_without_a_claim_gets_a_polite_line(scene):
    channel, ann = scene
    message = await ann.send(channel, "Good morning")
    reply = await ann.context_menu(channel, MENU, message)
    assert reply.ephemeral
    assert "nothing here I can check" in words(reply.response)


async def test_a_claim_by_command_is_public_and_may_be_longer_than_other_options(scene):
    channel, ann = scene
    text = "Japan holds $1.2 trillion of Treasuries" + ", they say" * 25
    assert 200 < len(text) <= 300
    reply = await ann.slash(channel, "claim", text=text)
    assert not reply.ephemeral
    assert "Roughly right" in words(reply.response)
