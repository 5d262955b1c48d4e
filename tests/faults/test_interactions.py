"""What people and their copies of Discord may send: always one polite answer, never a ping."""

import re

import pytest

from bot.data_refresh.sources import par_curve as curve
from commands.common.custom_id import build_custom_id
from commands.common.translator import ENGLISH
from commands.registry import COMMANDS, example_of
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import KNOWN, TODAY
from tests.bot.http_endpoint.discord_side import interaction, press, selloff
from tests.faults.rest import ACK, words

MENTIONS = [
    "@everyone",
    "@here",
    "<@123>",
    "<@!123>",
    "<@&123>",
    "<#123>",
    "</selloff:123>",
    "https://evil.example",
    "[x](http://evil.example)",
]
# As Discord would read it; a backslash takes the meaning away.
LIVE = re.compile(r"(?<!\\)<[@#/]|@everyone|@here|(?<!\\)\]\(|://evil")
IN_A_DAY = build_custom_id(
    "selloff", "show", "jp", "200000000000", "day", "held", "calm", "typical"
)
ARGUMENTS = [
    pytest.param(command, option, id=f"{command.name} {option.name}")
    for command in COMMANDS.values()
    for option in command.options
]


def ask_for(name, **values):
    options = [{"name": each, "type": 3, "value": value} for each, value in values.items()]
    return interaction(data={"id": "9", "name": name, "type": 1, "options": options})


def is_private(taken):
    return bool(taken["data"]["flags"] & 64)


@pytest.mark.parametrize("payload", [
    ask_for("gone", country="japan"),
    ask_for("selloff", country="japan"),
    ask_for("selloff", nation="japan", amount="200b"),
    interaction(data={"id": "9", "name": "selloff", "type": 1}),
    interaction(data={"id": "9", "name": "selloff", "type": 2, "target_id": "1", "resolved": {}}),
    interaction(data={"id": "9", "name": "selloff", "type": 1, "options": [
        {"name": "japan", "type": 1, "options": [{"name": "amount", "type": 3, "value": "5b"}]},
    ]}),
    interaction(data={"id": "9", "name": "selloff", "type": 1, "options": [
        {"name": "country", "type": 4, "value": 7}, {"name": "amount", "type": 10, "value": 1.5},
    ]}),
])  # fmt: skip
async def test_a_command_of_another_version_gets_a_polite_line(at_once, rest, payload):
    await at_once.ask(payload)
    (taken,) = rest.taken
    assert is_private(taken)
    assert len(words(taken)) > 20
    assert "Something went wrong" not in words(taken)


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "0:old",
        "1:selloff",
        "1:selloff:show:jp",
        "1:gone:show",
        f" {IN_A_DAY}",
        f"{IN_A_DAY}\n",
        f"{IN_A_DAY}:more",
        IN_A_DAY.replace("2", "٢"),
        IN_A_DAY.replace("200000000000", "9" * 30),
        IN_A_DAY.replace("jp", "@everyone"),
        "\ud800",
        "x" * 100,
    ],
)
async def test_a_button_that_means_nothing_gets_a_polite_line(at_once, rest, custom_id):
    await at_once.ask(press(custom_id))
    (taken,) = rest.taken
    assert is_private(taken)
    assert "older version" in words(taken)


@pytest.mark.parametrize("component", [{}, {"message": {"components": []}}])
async def test_a_button_needs_no_copy_of_its_message(at_once, rest, component):
    message = {
        "id": "4", "channel_id": "3", "type": 0, "content": "", "attachments": [], "embeds": [],
        "author": {"id": "5", "username": "bot", "discriminator": "0", "avatar": None},
        "edited_timestamp": None, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "pinned": False, "tts": False, "timestamp": "2026-01-01T00:00:00+00:00", "flags": 0,
    }  # fmt: skip
    copy = {"message": message | component["message"]} if component else {}
    await at_once.ask(press(IN_A_DAY) | copy)
    (taken,) = rest.taken
    assert "in one day" in words(taken)


async def test_a_button_of_before_is_answered_from_the_newer_market_which_is_dated(at_once, rest):
    await at_once.ask(selloff())
    at_once.client.desk.answer_from(curve.update(served.curve(), KNOWN, TODAY).snapshot())
    await at_once.ask(press(IN_A_DAY))
    before, after = map(words, rest.taken)
    assert f"Rates of {ENGLISH.day(KNOWN.par_curve.as_of)}" in before
    assert f"Rates of {ENGLISH.day(served.CURVE_DAY)}" in after
    assert "in one day" in after


async def test_two_who_press_at_once_are_both_answered(at_once, rest):
    both = [press(IN_A_DAY), press(IN_A_DAY)]
    both[1]["user"] = both[1]["user"] | {"id": "8", "username": "bob"}
    await at_once.ask(*both)
    assert rest.tries == [ACK] * 2
    first, second = rest.taken
    assert "in one day" in words(first)
    assert words(first) == words(second)


@pytest.mark.parametrize(("command", "option"), ARGUMENTS)
async def test_no_argument_pings_or_links(at_once, rest, command, option):
    for text in MENTIONS:
        await at_once.ask(ask_for(command.name, **{**example_of(command), option.name: text}))
    assert len(rest.taken) == len(MENTIONS)
    for text, taken in zip(MENTIONS, rest.taken, strict=True):
        assert taken["data"]["allowed_mentions"] == {"parse": []}
        assert not LIVE.search(words(taken)), (text, words(taken))


async def test_nor_does_what_completes_an_answer(in_two_steps, rest):
    await in_two_steps.ask(selloff("231b"))
    promise, whole = rest.taken
    assert promise["type"] == 5
    assert whole["data"]["allowed_mentions"] == {"parse": []}
