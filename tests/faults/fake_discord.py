"""A small Discord on loopback that plays faults: its REST interface and its gateway."""

import asyncio
import itertools
import json
import re
import socket
import struct
import time
from dataclasses import dataclass, field

import yarl
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.faults import payloads
from tests.faults.connection import ACK, DISPATCH, HEARTBEAT, HELLO, IDENTIFY, RESUME, Connection

_TOKEN_SECONDS = 3.0


def reply(data, status=200, **headers):
    """As Discord answers: with exactly this content type."""
    return web.Response(
        body=json.dumps(data), status=status, content_type="application/json", headers=headers
    )


def error(status, code=0, **headers):
    return reply({"code": code, "message": "no"}, status, **headers)


def rate_limited(seconds):
    return reply(
        {"message": "slow", "retry_after": seconds, "global": False}, 429, Via="1.1 google"
    )


def cloudflare_ban(status=429):
    """Without Via, and not even JSON."""
    return web.Response(text="<html>error 1015</html>", status=status, content_type="text/html")


async def reset(request):
    """Abort the connection (RST)."""
    linger = struct.pack("ii", 1, 0)
    request.transport.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, linger
    )
    request.transport.abort()
    return web.Response()


async def close(request):
    """Close the connection without a response (FIN), as a stale keep-alive looks."""
    request.transport.close()
    return web.Response()


async def hang(request):
    """Never respond."""
    await asyncio.sleep(3600)


@dataclass
class Request:
    """What the bot sent, and the status that it got."""

    method: str
    path: str
    status: int | None = None
    at: float = 0.0


@dataclass
class Asked:
    """An interaction, and everything that was answered to it."""

    id: str
    token: str
    made: float
    responses: list = field(default_factory=list)
    edits: list = field(default_factory=list)
    files: list = field(default_factory=list)


class FakeDiscord:
    """Discord, as far as our bot can tell.

    Faults are played by `fail`, by replacing `on_hello`, `on_identify`, `on_resume`,
    `on_heartbeat` or `amend`, or by sending something odd through `connection`.
    """

    def __init__(self):
        self.lifetime = _TOKEN_SECONDS
        self.numbers = itertools.count(1)
        self.sequence = itertools.count(1)
        self.requests = []
        self.connections = []
        self.identifies = []
        self.resumes = []
        self.sessions = set()
        self.asked = {}
        self.commands = []
        self.shards = 1
        self.session_start_limit = {
            "total": 1000,
            "remaining": 1000,
            "reset_after": 86_400_000,
            "max_concurrency": 1,
        }
        self._faults = []
        self.on_hello = self._hello
        self.on_identify = Connection.ready
        self.on_resume = self._resume_known
        self.on_heartbeat = self._acknowledge
        self.is_reachable = True
        self.amend = lambda response: None

    async def __aenter__(self):
        application = web.Application(middlewares=[self._play_faults])
        route = application.router
        route.add_get("/gateway", self._gateway)
        route.add_get("/api/users/@me", self._me)
        route.add_get("/api/oauth2/applications/@me", self._application)
        route.add_get("/api/gateway/bot", self._gateway_bot)
        route.add_get("/api/applications/{id}/commands", self._commands)
        route.add_put("/api/applications/{id}/commands", self._register)
        route.add_post("/api/interactions/{id}/{token}/callback", self._callback)
        route.add_patch("/api/webhooks/{id}/{token}/messages/@original", self._edit)
        self._server = TestServer(application, host="127.0.0.1")
        await self._server.start_server(shutdown_timeout=0)
        return self

    async def __aexit__(self, *_):
        for each in self.connections:
            each.cut()
        await self._server.close()

    @property
    def api(self):
        return str(self._server.make_url("/api"))

    @property
    def gateway(self):
        return yarl.URL(str(self._server.make_url("/gateway"))).with_scheme("ws")

    @property
    def connection(self):
        """The newest one."""
        return self.connections[-1]

    def fail(self, what, *faults):
        """The next requests that match get these answers.

        Args:
            what: A regular expression for method and path, such as ``POST .*/callback``.
            faults: A response, a function that makes one, or None for the usual answer.
        """
        self._faults.append((re.compile(what), list(faults)))

    def forgive(self):
        """Play no more faults."""
        self._faults.clear()

    async def take_and_reset(self, request):
        """Take the response, but lose what Discord says to it."""
        await self._callback(request)
        return await reset(request)

    async def take_and_say_nothing(self, request):
        """Take the request, and answer 204 without a body."""
        await (self._callback(request) if request.method == "POST" else self._edit(request))
        return web.Response(status=204)

    async def ask(self, payload=None, *, made_seconds_ago=0.0):
        """Send an interaction over the newest connection."""
        asked = self.expect(made_seconds_ago=made_seconds_ago)
        full = payloads.SELLOFF if payload is None else payload
        await self.connection.send(
            DISPATCH, payloads.interaction(asked.id, asked.token, full), "INTERACTION_CREATE"
        )
        return asked

    def expect(self, *, made_seconds_ago=0.0):
        """An interaction that the bot may answer from now on."""
        number = next(self.numbers)
        made = time.time() - made_seconds_ago
        snowflake = (int(made * 1000) - 1_420_070_400_000 << 22) + number
        asked = Asked(str(snowflake), f"token-{number}", made)
        self.asked[asked.token] = asked
        return asked

    async def until(self, holds, seconds=1800.0):
        """Wait until something is so, in this loop's time."""
        async with asyncio.timeout(seconds):
            while True:
                if holds():
                    return
                await asyncio.sleep(0.05)

    async def answered(self, asked):
        """Wait for the whole answer to an interaction; the last message it shows."""
        await self.until(lambda: asked.edits or [each for each in asked.responses if _shows(each)])
        return asked.edits[-1] if asked.edits else asked.responses[-1]["data"]

    def tasks(self):
        """Tasks of this server, as opposed to the bot's."""
        return {each for each in asyncio.all_tasks() if "aiohttp/web" in str(each.get_coro())}

    def count(self, what):
        """How many requests matched."""
        return sum(bool(re.search(what, f"{each.method} {each.path}")) for each in self.requests)

    @web.middleware
    async def _play_faults(self, request, handler):
        if not self.is_reachable:
            request.transport.abort()
            return web.Response()
        if request.path == "/gateway":
            return await handler(request)
        note = Request(request.method, request.path, at=asyncio.get_running_loop().time())
        self.requests.append(note)
        response = await self._fault(request)
        response = await handler(request) if response is None else response
        note.status = response.status
        self.amend(response)
        return response

    async def _fault(self, request):
        line = f"{request.method} {request.path}"
        for pattern, faults in self._faults:
            if faults and pattern.search(line):
                fault = faults.pop(0)
                made = fault(request) if callable(fault) else fault
                return await made if asyncio.iscoroutine(made) else made
        return None

    async def _gateway(self, request):
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(self, socket, request)
        self.connections.append(connection)
        await self.on_hello(connection)
        async for message in socket:
            frame = json.loads(message.data)
            connection.frames.append(frame)
            if frame["op"] == HEARTBEAT:
                await self.on_heartbeat(connection)
            elif frame["op"] == IDENTIFY:
                connection.shard = frame["d"]["shard"]
                self.identifies.append((asyncio.get_running_loop().time(), frame["d"]))
                await self.on_identify(connection)
            elif frame["op"] == RESUME:
                connection.session = frame["d"]["session_id"]
                self.resumes.append((asyncio.get_running_loop().time(), frame["d"]))
                await self.on_resume(connection)
        return socket

    async def _hello(self, connection):
        await connection.send(HELLO, {"heartbeat_interval": 41_250})

    async def _acknowledge(self, connection):
        await connection.send(ACK)

    async def _resume_known(self, connection):
        if connection.session in self.sessions:
            await connection.resumed()
        else:
            await connection.refuse()

    async def _me(self, _):
        return reply(payloads.ME)

    async def _application(self, _):
        return reply(payloads.APPLICATION)

    async def _gateway_bot(self, _):
        return reply(
            {
                "url": str(self.gateway),
                "shards": self.shards,
                "session_start_limit": self.session_start_limit,
            }
        )

    async def _commands(self, _):
        return reply(self.commands)

    async def _register(self, request):
        sent = await request.json()
        self.commands = [payloads.registered(each, next(self.numbers)) for each in sent]
        return reply(self.commands)

    async def _callback(self, request):
        asked = self.asked.get(request.match_info["token"])
        if asked is None or (not asked.responses and time.time() - asked.made > self.lifetime):
            return error(404, 10062)
        if asked.responses:
            return error(400, 40060)
        body, asked.files = await _read(request)
        asked.responses.append(body)
        return reply({"interaction": {"id": asked.id, "type": 2}})

    async def _edit(self, request):
        asked = self.asked.get(request.match_info["token"])
        if asked is None or not asked.responses:
            return error(404, 10015)
        body, asked.files = await _read(request)
        asked.edits.append(body)
        return reply(payloads.message(next(self.numbers)))


def _shows(response):
    """It is an answer, not only the promise of one."""
    return response["type"] not in {5, 6}


async def _read(request):
    if request.content_type == "application/json":
        return await request.json(), []
    parts = await request.post()
    files = [part.file.read() for name, part in parts.items() if name != "payload_json"]
    return json.loads(parts["payload_json"]), files


def text_of(sent):
    """All text of a response or of an edit."""
    data = sent.get("data", sent)
    return "\n".join(part.get("content", "") for part in data.get("components", []))
