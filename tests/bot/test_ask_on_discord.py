"""``/ask`` and “Ask about this”, as a user meets them."""

import pytest

from tests.bot.reading import menus, tap, words

pytestmark = pytest.mark.simcord(settle_timeout=30)
MENU = "Ask about this"


async def test_menu_answers_message_privately(scene, guild, simcord_env):
    channel, ann = scene
    bob = guild.add_member(simcord_env.create_user("bob"))
    message = await bob.send(channel, "hey what happens if china dumps half its bonds??")
    reply = await ann.context_menu(channel, MENU, message)
    assert reply.ephemeral
    assert "`/selloff country:china amount:half`" in words(reply.response)
    assert "If China sold $309 billion" in words(reply.response)


async def test_unrelated_message_gets_polite_line(scene):
    channel, ann = scene
    message = await ann.send(channel, "Good morning @everyone")
    reply = await ann.context_menu(channel, MENU, message)
    assert reply.ephemeral
    assert "I answer questions about US government debt" in words(reply.response)
    assert "@everyone" not in words(reply.response)


async def test_question_by_command_is_public_with_a_live_menu(scene):
    channel, ann = scene
    reply = await ann.slash(channel, "ask", question="what does it do to my mortgage?")
    assert not reply.ephemeral
    assert "`/ripple country:japan amount:all`" in words(reply.response)
    (questions,) = menus(reply.response)
    assert "$200 billion" in questions
    other = await tap(ann, reply.response, "$200 billion")
    assert "`/ripple country:japan amount:200b`" in words(other.response)
