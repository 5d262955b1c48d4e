"""Discord's side of the HTTP endpoint: signs and posts interactions, takes the answers."""

import asyncio
import itertools
import json
import socket
import time

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from nacl.signing import SigningKey

from bot.http_endpoint.adapter import open_without_token
from bot.http_endpoint.server import PATH, HttpEndpoint
from tests.bot.conftest import build_client
from tests.faults.fake_discord import reply

KEY = SigningKey(b"\x07" * 32)
PUBLIC_KEY = KEY.verify_key.encode().hex()
# Above any other id of the tests; each is a millisecond later.
_IDS = itertools.count(10**18, 1 << 22)


def signed(body, timestamp=None, key=KEY):
    timestamp = str(int(time.time())) if timestamp is None else timestamp
    return {
        "X-Signature-Timestamp": timestamp,
        "X-Signature-Ed25519": key.sign(timestamp.encode() + body).signature.hex(),
        "Content-Type": "application/json",
    }


def interaction(kind=2, data=None, **fields):
    user = {"id": "7", "username": "ann", "discriminator": "0", "avatar": None}
    return {
        "id": str(next(_IDS)),
        "application_id": "5",
        "type": kind,
        "token": "secret",
        "version": 1,
        "locale": "en-US",
        "attachment_size_limit": 10**7,
        "user": user,
        "data": data,
    } | fields


def selloff(amount="200b", kind=2, **fields):
    options = [
        {"name": "country", "type": 3, "value": "japan", "focused": kind == 4},
        {"name": "amount", "type": 3, "value": amount},
    ]
    data = {"id": "9", "name": "selloff", "type": 1, "options": options}
    return interaction(kind, data, **fields)


def press(custom_id):
    return interaction(3, {"custom_id": custom_id, "component_type": 2})


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


async def until_ready(endpoint):
    for _ in range(3000):
        if endpoint.is_ready():
            return
        await asyncio.sleep(0.01)
    raise AssertionError


def text_of(answer):
    return "\n".join(part.get("content", "") for part in answer["data"]["components"])


class DiscordSide:
    """A running endpoint, and what it sent to Discord."""

    def __init__(self):
        self.answers = asyncio.Queue()
        self._answered = set()

    async def __aenter__(self):
        api = web.Application()
        api.router.add_post("/interactions/{id}/{token}/callback", self._take)
        self._api = TestServer(api, host="127.0.0.1")
        await self._api.start_server()
        self.client = build_client()
        self.endpoint = HttpEndpoint(PUBLIC_KEY, None, "127.0.0.1", 0, shutdown_delay_seconds=0)
        await open_without_token(self.client)
        self._http = TestClient(
            TestServer(self.endpoint.application(self.client), host="127.0.0.1"),
        )
        await self._http.start_server()
        return self

    async def __aexit__(self, *_):
        await self.client.dispatcher.drain()
        await self.client.close()
        await self._http.close()
        await self._api.close()

    @property
    def api(self):
        return str(self._api.make_url("/")).rstrip("/")

    async def _take(self, request):
        if request.content_type == "application/json":
            answer = await request.json()
        else:
            parts = await request.post()
            answer = json.loads(parts["payload_json"])
            answer["files"] = [part for name, part in parts.items() if name != "payload_json"]
        number = answer["id"] = request.match_info["id"]
        if number in self._answered:
            problem = {"code": 40060, "message": "Interaction has already been acknowledged."}
            return reply(problem, 400)
        self._answered.add(number)
        await self.answers.put(answer)
        return reply({"interaction": {"id": number, "type": 2}})

    async def post(self, payload, **how):
        """Sign and post an interaction."""
        body = json.dumps(payload).encode()
        return await self.post_raw(body, signed(body, **how))

    async def post_raw(self, body, headers):
        async with self._http.post(PATH, data=body, headers=headers) as response:
            return response.status, await response.text()

    async def post_bytes(self, body, headers):
        """Post without an HTTP client that checks the headers."""
        lines = [f"POST {PATH} HTTP/1.1", "Host: bot", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers]
        reader, writer = await asyncio.open_connection(*self.address)
        writer.write("\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + body)
        status = await reader.readline()
        writer.close()
        return int(status.split()[1])

    @property
    def address(self):
        return self._http.host, self._http.port

    async def get(self, path):
        async with self._http.get(path) as response:
            return response.status

    async def answer(self):
        async with asyncio.timeout(20):
            return await self.answers.get()
