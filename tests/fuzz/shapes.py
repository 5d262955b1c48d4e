"""Interactions as Discord sends them, with fields taken away, emptied, changed and added.

A text is the name of an interaction and edits of it: ``command|-data.name|data.options.0.value=3``
takes the name of the command away and makes a number of its first option. The edited interaction
goes through the door behind the signature, the client and discord.py; only pictures are left out
and Discord's own answers are always the same.
"""

import asyncio
import copy
import json
import logging
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from types import SimpleNamespace
from unittest import mock

from bot.client import SelloffClient
from bot.http_endpoint.adapter import open_without_token
from bot.http_endpoint.payload import parse_interaction
from bot.http_endpoint.server import HttpEndpoint
from bot.interactions.dispatcher import Dispatcher
from bot.settings import Settings
from calc import load_snapshot
from commands.common.custom_id import SHOW, build_custom_id
from commands.registry import CONTEXT_MENUS
from tests.faults import payloads
from tests.faults.payloads import ANN
from tests.fuzz.examples import listed
from tests.fuzz.invariants import need

_MESSAGE = payloads.message(88) | {
    "author": ANN,
    "content": "Japan holds $120 billion of Treasuries",
    "interaction_metadata": {"id": "5", "type": 2, "user": ANN},
}
_COMMON = {
    "application_id": "500",
    "token": "token",
    "version": 1,
    "locale": "en-US",
    "channel_id": "30",
    "channel": {"id": "30", "type": 1, "recipients": [ANN]},
    "attachment_size_limit": 10_000_000,
    "authorizing_integration_owners": {"1": "7"},
    "context": 1,
    "entitlements": [],
    "app_permissions": "0",
    "user": ANN,
}
_MEMBER = {
    "user": ANN,
    "roles": ["3"],
    "joined_at": "2024-01-01T00:00:00+00:00",
    "deaf": False,
    "mute": False,
    "flags": 0,
    "permissions": "2147483647",
}
_IN_A_GUILD = {
    "guild_id": "40",
    "guild_locale": "en-US",
    "guild": {"id": "40", "locale": "en-US", "features": []},
    "channel": {"id": "30", "type": 0, "name": "markets", "position": 0, "nsfw": False},
    "member": _MEMBER,
    "context": 0,
}
_OPTIONS = [
    {"name": "country", "type": 3, "value": "japan"},
    {"name": "amount", "type": 3, "value": "200b"},
    {"name": "private", "type": 5, "value": True},
]
_SELLOFF = {"id": "9", "name": "selloff", "type": 1, "options": _OPTIONS}
_TYPING = [{"name": "country", "type": 3, "value": "ja", "focused": True}]
_MENU = {
    "id": "9",
    "name": CONTEXT_MENUS[0].name,
    "type": 3,
    "target_id": "88",
    "resolved": {"messages": {"88": _MESSAGE}},
}
_PRESS = {
    "custom_id": build_custom_id("selloff", SHOW, "jp", "5000000000", "month", "held"),
    "component_type": 2,
    "id": 4,
}
_TYPED = {"type": 1, "components": [{"type": 4, "custom_id": "amount", "value": "200b"}]}
INTERACTIONS = {
    "command": _COMMON | {"type": 2, "data": _SELLOFF},
    "guild": {k: v for k, v in _COMMON.items() if k != "user"}
    | _IN_A_GUILD
    | {"type": 2, "data": _SELLOFF | {"guild_id": "40"}},
    "menu": _COMMON | {"type": 2, "data": _MENU},
    "press": _COMMON | {"type": 3, "data": _PRESS, "message": _MESSAGE},
    "typing": _COMMON | {"type": 4, "data": _SELLOFF | {"options": _TYPING}},
    "form": _COMMON | {"type": 5, "data": {"custom_id": "0:old", "components": [_TYPED]}},
    "ping": _COMMON | {"type": 1},
}
TYPING = 4
_RESPONSES = {2: {4, 5}, 3: {4, 5, 6, 7}, TYPING: {8}, 5: {4, 5, 6, 7}}
"""Types of first responses that Discord takes, by the type of the interaction."""
_ids = count(10**18, 1 << 22)


def _paths(value, before=()):
    """Of everything in an interaction."""
    if before:
        yield ".".join(before)
    items = value.items() if isinstance(value, dict) else ()
    for key, each in enumerate(value) if isinstance(value, list) else items:
        yield from _paths(each, (*before, str(key)))


SHAPES = tuple(
    f"{name}|{edit}"
    for name, payload in INTERACTIONS.items()
    for edit in ["", *(edit for p in _paths(payload) for edit in (f"-{p}", f"{p}=null"))]
)
"""Each interaction as it is, and with each field taken away or emptied."""
SHAPE_PIECES = (
    tuple(f"|{name}" for name in INTERACTIONS)
    + listed("""
    - | =null | =[] | ={} | ="" | =0 | =-1 | =true | =1e999 | =NaN | ="\\ud800" | ="x" | =[null]
    | =[[]] | =[{}] | =99999999999999999999999 | .new=1 | .id | .type=99 | data | .options | .0
    | .user | member | .resolved | message | channel | guild | .components | .value=3 | type=3
    """)
    + ("|", "|-", "=", ".", *(f"{k}" for k in _COMMON))
)


def edited(text):
    """The interaction that a text describes."""
    name, *edits = text.split("|")
    payload = copy.deepcopy(INTERACTIONS.get(name, INTERACTIONS["command"]))
    payload["id"] = str(next(_ids))
    for edit in edits:
        path, has_value, value = edit.partition("=")
        *way, last = path.removeprefix("-").split(".")
        place = payload
        for key in way:
            place = _inside(place, key)
        if not has_value:
            _take_away(place, last)
        elif isinstance(place, dict):
            place[last] = _read(value)
        elif isinstance(place, list) and last.isascii() and last.isdecimal():
            place[int(last[:3]) : int(last[:3]) + 1] = [_read(value)]
    return payload


def _inside(place, key):
    if isinstance(place, list) and key.isascii() and key.isdecimal():
        return place[int(key[:3])] if int(key[:3]) < len(place) else None
    return place.get(key) if isinstance(place, dict) else None


def _take_away(place, key):
    if isinstance(place, dict):
        place.pop(key, None)
    elif _inside(place, key) is not None:
        del place[int(key)]


def _read(value):
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


class _Session:
    """Discord's side: it takes everything, and remembers what kind of first response came."""

    closed = False

    def __init__(self):
        self.types = []

    @asynccontextmanager
    async def request(self, method, url, data=None, **_how):
        if str(url).split("?")[0].endswith("/callback"):
            self.types.append(json.loads(data)["type"])
        reply = {"interaction": {"id": "1", "type": 2}, "resource": None}

        async def text(encoding=None):
            return json.dumps(reply)

        yield SimpleNamespace(
            status=200,
            reason="OK",
            headers={"Content-Type": "application/json"},
            content_type="application/json",
            text=text,
        )

    async def close(self):
        """Nothing is open."""


class Stage:
    """A door and a client on an event loop of their own."""

    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda _loop, context: None)
        self._session = _Session()
        self._loop.run_until_complete(self._open())

    async def _open(self):
        async def nothing(*_):
            """No picture."""

        settings = Settings(_env_file=None)
        dispatcher = Dispatcher(settings, load_snapshot())
        self._client = SelloffClient(settings, dispatcher, shard_count=1)
        with mock.patch.object(Dispatcher, "warm_up", nothing):
            await open_without_token(self._client)
        await vars(self._client.http)["_HTTPClient__session"].close()
        vars(self._client.http)["_HTTPClient__session"] = self._session
        self._client.dispatcher.renderer.draw = nothing
        self._door = HttpEndpoint("00" * 32, None, "", 0, shutdown_delay_seconds=0)

    def play(self, payload):
        """The status of the HTTP response, and the types of what Discord heard from us."""
        logging.disable(logging.CRITICAL)
        try:
            return self._loop.run_until_complete(self._play(payload))
        finally:
            logging.disable(logging.NOTSET)

    async def _play(self, payload):
        self._session.types.clear()
        post = parse_interaction(json.dumps(payload).encode())
        if post is None:
            return 400, []
        response = await self._door._answer_post(self._client, post)
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            done, waiting = await asyncio.wait(tasks, timeout=10)
            need(not waiting, f"never ends: {waiting}")
            for task in done:
                task.result()
        return 400 if response is None else response.status, self._session.types


stage = cache(Stage)


def a_shape(text):
    """It is refused as malformed or answered once, as fits its type: no error, no silence."""
    payload = edited(text)
    status, types = stage().play(payload)
    if status != 202:
        need(not types and status in {200, 400}, f"{status} and {types} to {text!r}")
        return status == 200
    token = payload["token"]
    can_be_answered = isinstance(token, str) and token.isascii()
    # Who types and sees no suggestions misses nothing.
    least = 1 if can_be_answered and payload["type"] != TYPING else 0
    need(least <= len(types) <= 1, f"{len(types)} answers to {text!r}")
    need(set(types) <= _RESPONSES[payload["type"]], f"type {types} to {text!r}")
    return True
