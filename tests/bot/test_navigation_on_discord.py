"""Back, Post it here and More on Discord: where each answer goes, and that none piles up."""

import discord
import pytest

from tests.bot.conftest import build_client
from tests.bot.reading import items, labels, menus, tap, words

pytestmark = pytest.mark.simcord(settle_timeout=30)


@pytest.fixture
async def sale(scene):
    channel, ann = scene
    return await ann.slash(channel, "selloff", country="japan", amount="200b")


async def test_setting_tapped_leads_back(scene, sale):
    channel, ann = scene
    before = words(sale.response)
    panic = await tap(ann, sale.response, "A panic")
    assert "in a panic" in words(panic.response)
    assert "Back" in labels(panic.response)
    assert len(items(panic.response, discord.ui.ActionRow)) == 3
    back = await tap(ann, panic.response, "Back")
    assert back.response.id == sale.response.id
    assert words(back.response) == before


async def test_private_answers_follow_each_other_in_one_message(scene, sale):
    channel, ann = scene
    why = await tap(ann, sale.response, "Why?")
    assert why.ephemeral
    for label in ("More", "A word explained", "Back", "Back"):
        shown = await tap(ann, why.response, label)
        assert shown.response.id == why.response.id, label
    assert words(shown.response).startswith("### Why")
    (menu,) = menus((await tap(ann, why.response, "More")).response)
    assert len(menu) > 10


async def test_way_back_outlives_restart(scene, sale, simcord_env):
    channel, ann = scene
    why = await tap(ann, sale.response, "Why?")
    await tap(ann, why.response, "What is a yield?")
    await simcord_env.restart_bot(build_client())
    back = await tap(ann, why.response, "Back")
    assert words(back.response).startswith("### Why")


@pytest.mark.parametrize("is_private", [True, False])
async def test_private_answer_is_posted_for_everybody(scene, is_private):
    channel, ann = scene
    asked = await ann.slash(channel, "selloff", country="japan", amount="200b", private=is_private)
    shown = asked if is_private else await tap(ann, asked.response, "Why?")
    assert shown.ephemeral
    posted = await tap(ann, shown.response, "Post it here")
    assert not posted.ephemeral
    assert posted.response.id != shown.response.id
    assert words(posted.response) == words(shown.response)
    assert "Post it here" not in labels(posted.response)


async def test_answer_that_no_id_can_carry_stays(scene, guild, simcord_env):
    """Several claims at once: what follows from them is a message of its own."""
    channel, ann = scene
    message = await ann.send(
        channel,
        "The United Kingdom holds $912.4 billion of US Treasuries at the end of July 2026, and "
        "Luxembourg holds $430.7 billion of Treasuries. The Cayman Islands hold $450.3 billion of "
        "US Treasuries. Switzerland holds $300.2 billion of Treasuries.",
    )
    checked = await ann.context_menu(channel, "Check this claim", message)
    assert "Post it here" not in labels(checked.response)
    before = words(checked.response)
    shown = await tap(ann, checked.response, labels(checked.response)[0])
    assert shown.ephemeral
    assert shown.response.id != checked.response.id
    assert words(checked.response) == before


async def test_help_names_commands_that_can_be_tapped(scene, simcord_env):
    channel, ann = scene
    reply = await ann.slash(channel, "help")
    assert reply.ephemeral
    text = words(reply.response)
    for name in ("ask", "selloff", "holders", "claim"):
        assert f"</{name}:" in text
    assert labels(reply.response)[:4] == [
        "Ask in your own words",
        "What would a sale do?",
        "Who owns the debt?",
        "Check a claim",
    ]
