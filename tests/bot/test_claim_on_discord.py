"""“Check this claim” on somebody else's message, as a user meets it."""

import datetime as dt

import discord
import pytest

from tests.bot.reading import labels, menus, words

pytestmark = pytest.mark.simcord(settle_timeout=30)
MENU = "Check this claim"


async def test_menu_checks_message_privately(scene, guild, simcord_env):
    channel, ann = scene
    bob = guild.add_member(simcord_env.create_user("bob"))
    message = await bob.send(channel, "Wow: Japan holds $120 billion of Treasuries!")
    reply = await ann.context_menu(channel, MENU, message)
    assert reply.ephemeral
    assert "slip of billions" in words(reply.response)
    (menu,) = menus(reply.response)
    assert list(menu) == ["US debt held in Japan", "If Japan sold $200bn", "Explain the words"]
    assert labels(reply.response) == ["Post it here", "More"]


async def test_message_without_claim_gets_polite_line(scene):
    channel, ann = scene
    message = await ann.send(channel, "Good morning")
    reply = await ann.context_menu(channel, MENU, message)
    assert reply.ephemeral
    assert "nothing here I can check" in words(reply.response)


async def test_claim_by_command_is_public_and_long(scene):
    channel, ann = scene
    text = "Japan holds $1.2 trillion of Treasuries" + ", they say" * 25
    assert 200 < len(text) <= 300
    reply = await ann.slash(channel, "claim", text=text)
    assert not reply.ephemeral
    assert "True of then, not of now" in words(reply.response)


CLAIM = "Japan holds $1.2 trillion of US Treasuries"


class Laid(discord.ui.LayoutView):
    """A message whose text is in components."""

    box = discord.ui.Container(
        discord.ui.Section(
            discord.ui.TextDisplay(CLAIM), accessory=discord.ui.Thumbnail("https://x.example/a.png")
        )
    )


WAYS = {
    "embed title": lambda: {"embed": discord.Embed(title=CLAIM)},
    "embed text": lambda: {"embed": discord.Embed(title="News", description=CLAIM)},
    "embed field": lambda: {"embed": discord.Embed().add_field(name="They say", value=CLAIM)},
    "link preview": lambda: {
        "content": "https://news.example/1",
        "embed": discord.Embed(title=CLAIM, url="https://news.example/1", type="article"),
    },
    "components": lambda: {"view": Laid(timeout=None)},
    "poll": lambda: {"poll": poll(CLAIM, "Yes", "No")},
    "answer of a poll": lambda: {"poll": poll("What is true?", CLAIM[:55], "Nothing")},
}


def poll(question, *answers):
    made = discord.Poll(question, dt.timedelta(hours=1))
    for answer in answers:
        made.add_answer(text=answer)
    return made


@pytest.mark.parametrize("way", WAYS)
async def test_claim_is_found_wherever_a_message_holds_it(scene, simcord_bot, way):
    channel, ann = scene
    sent = await simcord_bot.get_partial_messageable(channel.id).send(**WAYS[way]())
    reply = await ann.context_menu(channel, MENU, sent)
    assert "Japan" in words(reply.response)
    assert "1.2 trillion" in words(reply.response)
    assert "nothing here I can check" not in words(reply.response)


async def test_claim_in_a_forwarded_message_is_checked(scene, guild):
    channel, ann = scene
    other = guild.create_text_channel("news")
    forwarded = await ann.forward(await ann.send(other, CLAIM), channel)
    assert not forwarded.content
    reply = await ann.context_menu(channel, MENU, forwarded)
    assert "1.2 trillion" in words(reply.response)
