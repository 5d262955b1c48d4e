"""What people and their copies of Discord may send: always one polite answer, never a ping."""

import re

import pytest

from bot.data_refresh.sources import par_curve as curve
from commands.common.translator import ENGLISH
from commands.registry import COMMANDS, example_of
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import KNOWN, TODAY
from tests.faults.fake_discord import text_of as words
from tests.faults.payloads import ANN, IN_A_DAY, press, selloff

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
ARGUMENTS = [
    pytest.param(command, option, id=f"{command.name} {option.name}")
    for command in COMMANDS.values()
    for option in command.options
]


def command(data):
    return {"type": 2, "data": data}


def ask_for(name, **values):
    options = [{"name": each, "type": 3, "value": value} for each, value in values.items()]
    return command({"id": "9", "name": name, "type": 1, "options": options})


def is_private(taken):
    return bool(taken["data"]["flags"] & 64)


@pytest.mark.parametrize("payload", [
    ask_for("gone", country="japan"),
    ask_for("selloff", country="japan"),
    ask_for("selloff", nation="japan", amount="200b"),
    command({"id": "9", "name": "selloff", "type": 1}),
    command({"id": "9", "name": "selloff", "type": 2, "target_id": "1", "resolved": {}}),
    command({"id": "9", "name": "selloff", "type": 1, "options": [
        {"name": "japan", "type": 1, "options": [{"name": "amount", "type": 3, "value": "5b"}]},
    ]}),
    command({"id": "9", "name": "selloff", "type": 1, "options": [
        {"name": "country", "type": 4, "value": 7}, {"name": "amount", "type": 10, "value": 1.5},
    ]}),
])  # fmt: skip
@pytest.mark.fault("F49")
async def test_changed_command_gets_polite_line(at_once, payload):
    (taken,) = (await at_once.ask(payload)).responses
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
@pytest.mark.fault("F50", "F52")
async def test_unreadable_button_gets_polite_line(at_once, custom_id):
    (taken,) = (await at_once.ask(press(custom_id))).responses
    assert is_private(taken)
    assert "older version" in words(taken)


@pytest.mark.fault("F51")
async def test_button_without_message_is_answered(at_once):
    click = {key: value for key, value in press(IN_A_DAY).items() if key != "message"}
    (taken,) = (await at_once.ask(click)).responses
    assert "in one day" in words(taken)


@pytest.mark.fault("F54")
async def test_old_button_is_answered_from_new_snapshot(at_once):
    before = await at_once.ask(selloff())
    at_once.dispatcher.set_snapshot(curve.update(served.curve(), KNOWN, TODAY).snapshot())
    after = await at_once.ask(press(IN_A_DAY))
    old, new = (words(each.responses[0]) for each in (before, after))
    assert ENGLISH.day(KNOWN.par_curve.as_of).removesuffix(" 2026") in old
    assert ENGLISH.day(served.CURVE_DAY).removesuffix(" 2026") in new
    assert "in one day" in new


@pytest.mark.fault("F55")
async def test_simultaneous_clicks_are_both_answered(at_once):
    both = [press(IN_A_DAY), press(IN_A_DAY) | {"user": ANN | {"id": "8", "username": "bob"}}]
    first, second = (words(each.responses[0]) for each in await at_once.ask(*both))
    assert "in one day" in first
    assert first == second


@pytest.mark.fault("F56")
@pytest.mark.parametrize(("command_", "option"), ARGUMENTS)
async def test_no_argument_pings_or_links(at_once, command_, option):
    for text in MENTIONS:
        values = {**example_of(command_), option.name: text}
        (taken,) = (await at_once.ask(ask_for(command_.name, **values))).responses
        assert taken["data"]["allowed_mentions"] == {"parse": []}
        assert not LIVE.search(words(taken)), (text, words(taken))


@pytest.mark.fault("F56")
async def test_deferred_answer_pings_nobody(deferring):
    asked = await deferring.ask(selloff())
    assert asked.responses[0]["type"] == 5
    assert asked.edits[0]["allowed_mentions"] == {"parse": []}
