"""Discord's side of an answer, over a real socket: it takes it, or does what a test planned."""

import asyncio
import json
import socket
import struct
from collections import deque

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.bot.conftest import build_client
from tests.faults.payloads import message

ACK, EDIT = "ack", "edit"


def status(code, body=None, **headers):
    """Answers with a status, and JSON or text."""

    async def act(request, take):
        if isinstance(body, dict):
            return _json(body, code, **headers)
        return web.Response(text=body or "", status=code, headers=headers)

    return act


def _json(body, code=200, **headers):
    # Without a charset, as Discord writes it.
    headers = {"Content-Type": "application/json", **headers}
    return web.Response(body=json.dumps(body).encode(), status=code, headers=headers)


def refuse(http_status, code):
    """Answers as Discord does when it does not want a request."""
    return status(http_status, {"code": code, "message": "no"})


async def reset(request, take):
    """Breaks the connection off at once (RST)."""
    linger = struct.pack("ii", 1, 0)
    request.transport.get_extra_info("socket").setsockopt(
        socket.SOL_SOCKET, socket.SO_LINGER, linger
    )
    request.transport.abort()
    return web.Response()


async def close(request, take):
    """Closes the connection without an answer (FIN), as a stale keep-alive looks."""
    request.transport.close()
    return web.Response()


async def hang(request, take):
    """Never answers."""
    await asyncio.sleep(3600)


async def take_and_reset(request, take):
    """Takes the answer, but nobody hears that it did."""
    await take()
    return await reset(request, take)


async def take_and_say_nothing(request, take):
    """Takes the answer with 204, as it did before it told what became of it."""
    await take()
    return web.Response(status=204)


async def take_and_name_a_charset(request, take):
    """Takes the answer; its reply's type has a parameter."""
    reply = await take()
    return _json(reply, **{"Content-Type": "application/json; charset=utf-8"})


class Rest:
    """Takes first responses and edits, each interaction once, like Discord."""

    def __init__(self):
        self.plan = {ACK: deque(), EDIT: deque()}
        self.tries = []
        """ACK or EDIT, in the order in which they came."""
        self.taken = []
        """What was taken: the message or the promise of one."""
        self._answered = set()
        self._changed = asyncio.Condition()

    async def __aenter__(self):
        api = web.Application()
        api.router.add_post("/api/v10/interactions/{id}/{token}/callback", self._ack)
        api.router.add_patch("/api/v10/webhooks/{app}/{token}/messages/@original", self._edit)
        self._server = TestServer(api, host="127.0.0.1")
        await self._server.start_server(shutdown_timeout=0.01)
        self.base = str(self._server.make_url("/api/v10"))
        return self

    async def __aexit__(self, *_):
        await self._server.close()

    async def until(self, holds):
        """Wait until something is true of what was tried or taken."""
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(holds)

    async def _ack(self, request):
        token = request.match_info["token"]

        async def take():
            self.taken.append(await _read(request))
            self._answered.add(token)
            return {"interaction": {"id": request.match_info["id"], "type": 2}}

        if token in self._answered and not self.plan[ACK]:
            self.tries.append(ACK)
            return await refuse(400, 40060)(request, take)
        return await self._act(ACK, request, take)

    async def _edit(self, request):
        async def take():
            self.taken.append({"type": EDIT, "data": await _read(request)})
            return message(1)

        if request.match_info["token"] not in self._answered:
            self.tries.append(EDIT)
            return await refuse(404, 10015)(request, take)
        return await self._act(EDIT, request, take)

    async def _act(self, kind, request, take):
        self.tries.append(kind)
        if self.plan[kind]:
            return await self.plan[kind].popleft()(request, take)
        reply = _json(await take())
        async with self._changed:
            self._changed.notify_all()
        return reply


async def _read(request):
    if request.content_type == "application/json":
        return await request.json()
    parts = await request.post()
    read = json.loads(parts["payload_json"])
    read["files"] = [part.filename for name, part in parts.items() if name != "payload_json"]
    return read


class Answering:
    """Our client, and Discord's side of its answers."""

    def __init__(self, rest, **settings):
        self.rest = rest
        self.client = build_client(**settings)

    async def __aenter__(self):
        self.client.desk.warm_up = _nothing
        await self.client.open_without_token()
        return self

    async def __aexit__(self, *_):
        await self.client.close()

    async def ask(self, *payloads):
        """Hand in interactions at the same time, and wait until they are done with."""
        before = asyncio.all_tasks()
        for payload in payloads:
            self.client.receive(payload | {"token": f"token-of-{payload['id']}"})
        async with asyncio.timeout(60):
            await asyncio.gather(*(asyncio.all_tasks() - before))


async def _nothing():
    pass


def words(taken):
    """All text of a message."""
    data = taken["data"]
    return "\n".join(part.get("content", "") for part in data.get("components", []))
