"""`/selloff` as a user meets it: the slash command, the message, every button."""

import re

import discord
import pytest

from tests.bot.conftest import build_client
from tests.bot.reading import alt, items, labels, menus, tap, words

pytestmark = pytest.mark.simcord(settle_timeout=30)
PNG = b"\x89PNG\r\n\x1a\n"


async def ask(scene, **options):
    channel, ann = scene
    return await ann.slash(channel, "selloff", **options)


async def test_selloff_is_one_public_message_with_picture(scene):
    reply = await ask(scene, country="japan", amount="200b")
    message = reply.response
    assert not reply.ephemeral
    assert not reply.followups
    assert message.flags.components_v2
    assert words(message).startswith("### If Japan sold $200 billion of US Treasuries in a month")
    (file,) = message.attachments
    assert (await file.read()).startswith(PNG)
    assert file.description == alt(message)
    size, actors = menus(message)
    assert [label for label, chosen in size.items() if chosen] == ["$200 billion in a month"]
    assert next(iter(actors.items())) == ("Nobody else acts", True)
    assert len(actors) == 6
    assert labels(message) == ["For me?", "Why?", "Math", "More"]
    assert [len(row.children) for row in items(message, discord.ui.ActionRow)] == [1, 1, 4]


async def test_private_is_only_for_the_asker(scene):
    reply = await ask(scene, country="japan", amount="200b", private=True)
    assert reply.ephemeral
    assert "If Japan sold" in words(reply.response)


async def test_excess_amount_is_said_first_with_hypothetical_button(scene):
    channel, ann = scene
    reply = await ask(scene, country="china", amount="2t")
    assert re.match(
        r"China holds \$618 billion .* not \$2 trillion: this is for all of it",
        words(reply.response),
    )
    (what_if,) = [label for label in menus(reply.response)[0] if "if it had it" in label]
    pressed = await tap(ann, reply.response, what_if)
    assert "If China sold $2 trillion" in words(pressed.response)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("$200 billion in one day", "$200 billion of US Treasuries in one day"),
        ("$200 billion over a year", "$200 billion of US Treasuries over a year"),
        ("$100 billion in a month", "$100 billion of US Treasuries in a month"),
        ("$400 billion in a month", "$400 billion of US Treasuries in a month"),
        ("A panic", "$200 billion of US Treasuries in a month in a panic"),
        ("Others follow", "in a month and others followed"),
        ("The Fed (US central bank) buys", "in a month and the Fed bought"),
        ("For me?", "What else would move"),
    ],
)
async def test_tap_by_asker_edits_message(scene, label, expected):
    channel, ann = scene
    reply = await ask(scene, country="japan", amount="200b")
    before = await reply.response.attachments[0].read()
    pressed = await tap(ann, reply.response, label)
    assert pressed.response.id == reply.response.id
    assert expected in words(pressed.response)
    assert await pressed.response.attachments[0].read() != before


async def test_math_is_private_and_keeps_answer(scene):
    channel, ann = scene
    reply = await ask(scene, country="japan", amount="200b")
    pressed = await ann.click(reply.response, label="Math")
    assert pressed.ephemeral
    assert pressed.response.id != reply.response.id
    text = words(pressed.response)
    assert "Rate risk sold" in text
    assert "https://ticdata.treasury.gov" in text
    assert len(text) <= 4000


async def test_somebody_elses_tap_does_not_change_my_message(scene, guild, simcord_env):
    channel, ann = scene
    reply = await ask(scene, country="japan", amount="200b")
    bob = guild.add_member(simcord_env.create_user("bob"))
    pressed = await tap(bob, reply.response, "$200 billion in one day")
    assert pressed.ephemeral
    assert "in one day" in words(pressed.response)
    assert "in a month" in words(reply.response)


@pytest.mark.fault("F57")
async def test_buttons_work_after_restart(scene, simcord_env):
    channel, ann = scene
    reply = await ask(scene, country="japan", amount="200b")
    await simcord_env.restart_bot(build_client())
    for label in [*menus(reply.response)[0], *labels(reply.response)]:
        reply = await ask(scene, country="japan", amount="200b")
        pressed = await tap(ann, reply.response, label)
        assert pressed.acknowledged
        assert words(pressed.response)


async def test_ambiguous_amount_is_asked_back_with_both_readings(scene):
    channel, ann = scene
    question = await ask(scene, country="japan", amount="1.2")
    assert question.ephemeral
    assert labels(question.response) == ["1.2b", "1.2t"]
    answered = await ann.click(question.response, label="1.2b")
    assert not answered.ephemeral
    assert "If Japan sold $1.2 billion" in words(answered.response)


@pytest.mark.parametrize(
    ("country", "amount"),
    [
        ("japan", "200 bananas"),
        ("japan", ""),
        ("japan", "1e1000000"),
        ("japan", "-5b"),
        ("japan", "0"),
        ("japan", "NaN"),
        ("japan", "200b yen"),
        ("japan", "101%"),
        ("japan", "50t"),
        ("japan", "5"),
        ("japan", "1,2b"),
        ("japan", "100b-200b"),
        ("japan", "200b; DROP TABLE"),
        ("japan", "@everyone"),
        ("japan", "[x](http://evil.example)"),
        ("japan", "\u202e002b"),
        ("japan", "٢٠٠b"),
        ("mars", "5b"),
        ("malta", "5b"),
        ("us", "5b"),
        ("BRICS", "5b"),
        ("japan and china", "5b"),
        ("x" * 200, "5b"),
        ("<@1234567890>", "5b"),
    ],
)
async def test_bad_input_gets_one_private_sentence_and_nothing_else(scene, country, amount):
    if not amount:
        amount = " "
    reply = await ask(scene, country=country, amount=amount)
    assert reply.ephemeral
    assert not reply.followups
    assert not reply.response.attachments
    text = words(reply.response)
    assert 10 < len(text) < 400
    assert "Traceback" not in text
    assert "@everyone" not in text
    assert "://" not in text
    assert "<@1" not in text.replace("\\<", "")


async def test_misspelled_country_is_corrected_visibly(scene):
    reply = await ask(scene, country="jappan", amount="200b")
    assert "Read as Japan" in words(reply.response)


async def test_autocomplete_shows_what_each_holds(scene):
    channel, ann = scene
    choices = await ann.autocomplete(channel, "selloff", "country", "ja")
    assert choices[0] == {"name": "Japan: $1.1039 trillion (Jul 2026)", "value": "Japan"}
    assert len(await ann.autocomplete(channel, "selloff", "country", "")) == 25


async def test_direct_message_is_answered(simcord_env):
    carol = simcord_env.create_user("carol")
    reply = await carol.slash("selloff", country="🇯🇵", amount="half")
    assert "If Japan sold $552 billion" in words(reply.response)


def test_command_is_installable_everywhere():
    client = build_client()
    payload = client.tree.get_command("selloff").to_dict(client.tree)
    assert payload["integration_types"] == [0, 1]
    assert payload["contexts"] == [0, 1, 2]
    assert client.intents.value == 0
    assert client.allowed_mentions.to_dict() == {"parse": []}


async def test_unknown_button_gets_polite_line(scene, simcord_bot):
    class Old(discord.ui.LayoutView):
        row = discord.ui.ActionRow()

        @row.button(label="Old", custom_id="0:something:else")
        async def old(self, interaction, button):
            raise AssertionError

    channel, ann = scene
    view = Old(timeout=None)
    view.stop()
    sent = await simcord_bot.get_partial_messageable(channel.id).send(view=view)
    pressed = await ann.click(sent, label="Old")
    assert pressed.ephemeral
    assert "older version" in words(pressed.response)
