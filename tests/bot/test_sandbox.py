"""The sandbox: a line typed whole runs, as people do it first."""

import asyncio

import pytest

from bot.sandbox import run_typed_lines

pytestmark = pytest.mark.simcord(settle_timeout=30)


@pytest.fixture
async def typing(scene):
    """Say something in the channel, and get what the bot showed after it."""
    channel, ann = scene
    task = asyncio.create_task(run_typed_lines(channel, ann))
    await asyncio.sleep(0)

    async def type_and_wait(text, reply_to=None):
        sent = await ann.send(channel, text, reply_to=reply_to)
        for _ in range(40):
            await asyncio.sleep(0.1)
            shown = [each for each in channel.history(viewer=ann) if each.id > sent.id]
            if shown:
                return shown[-1]
        return None

    yield type_and_wait
    task.cancel()


def said(message):
    return str([component.to_dict() for component in message.components])


async def test_slash_line_sent_as_a_message_is_answered(typing):
    answer = await typing("/selloff country:japan amount:200b over:day")
    assert "in one day" in said(answer)


@pytest.mark.parametrize("line", ["/weather", "/selloff japan 200b", "/selloff country:japan"])
async def test_line_that_is_none_gets_help(typing, line):
    assert "What can I ask?" in said(await typing(line))


async def test_talk_is_left_alone(typing):
    assert await typing("Good morning") is None


async def test_reply_with_the_name_of_a_menu_runs_it_on_the_message(typing, scene):
    channel, ann = scene
    claim = await ann.send(channel, "Japan holds $1.2 trillion of US Treasuries")
    assert "True of then" in said(await typing("check this claim", reply_to=claim))


async def test_name_of_a_menu_without_a_message_is_talk(typing):
    assert await typing("Check this claim") is None
