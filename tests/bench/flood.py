"""Far more questions than one process can answer: ``python -m tests.bench.flood``.

A stand-in for Discord of the least cost, in this process, asks the real bot in another one at
steady rates: first what it can well answer, then ten times what it can, then again what it can.
It prints what became of the questions, how late the first responses came, and how soon all was
as before. Every question is due at a moment fixed beforehand; lateness counts from there, so a
process that stops reading wins nothing.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path
from time import monotonic, process_time, time

import numpy as np
from aiohttp import ClientSession, TCPConnector, web
from nacl.signing import SigningKey

from tests.bench.redirected import ADDRESS

ROOT = Path(__file__).resolve().parents[2]
LATE_MS = 2500
"""A first response after this is as good as none: Discord gives up at 3,000."""
UNUSUAL_MS = 500
AFTER_SECONDS = 10
_EPOCH_MS = 1_420_070_400_000
_APPLICATION = "1000000000000000001"
_JSON = "application/json"
# What tells the kinds of first response apart, at the start of their bodies.
_FILE, _LATER = b"multipart/form-data", b'"type":5'


class Asked:
    """One question."""

    __slots__ = ("due", "kind", "response_ms")

    def __init__(self, due):
        self.due = due
        self.kind, self.response_ms = "nothing", None


def payload(number, due, text_options):
    """An interaction as Discord sends it, from a person of its own."""
    snowflake = str((int(due * 1000) - _EPOCH_MS) << 22 | (number & 0x3FFFFF))
    person = str(2_000_000_000_000_000_000 + number)
    return snowflake, {
        "id": snowflake,
        "application_id": _APPLICATION,
        "type": 2,
        "token": f"token{number}",
        "version": 1,
        "data": {"id": "5", "name": "selloff", "type": 1, "options": text_options},
        "guild_id": "7",
        "guild": {"id": "7", "locale": "en-US", "features": []},
        "channel_id": "8",
        "channel": {"id": "8", "type": 0, "name": "markets", "position": 0, "nsfw": False},
        "member": {
            "user": {"id": person, "username": f"u{number}", "discriminator": "0", "avatar": None},
            "roles": [],
            "joined_at": "2024-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "permissions": "2147483647",
        },
        "app_permissions": "2147483647",
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": "7"},
        "context": 0,
        "attachment_size_limit": 10_485_760,
    }


OPTIONS = [
    {"name": "country", "type": 3, "value": "japan"},
    {"name": "amount", "type": 3, "value": "200b"},
]
_AUTHOR = {"id": _APPLICATION, "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
_APPLICATION_INFO = {
    "name": "bot",
    "description": "",
    "icon": None,
    "summary": "",
    "verify_key": "0" * 64,
    "bot_public": True,
    "bot_require_code_grant": False,
    "owner": _AUTHOR,
    "flags": 0,
}
_MESSAGE = {
    "id": "9",
    "type": 20,
    "content": "",
    "channel_id": "8",
    "author": _AUTHOR,
    "attachments": [],
    "embeds": [],
    "mentions": [],
    "mention_roles": [],
    "pinned": False,
    "mention_everyone": False,
    "tts": False,
    "timestamp": "2026-01-01T00:00:00+00:00",
    "edited_timestamp": None,
    "flags": 32768,
    "components": [],
}


class Discord:
    """What the bot talks to."""

    def __init__(self, door):
        self.asked = {}
        self.latest = []
        self.connected = asyncio.Event()
        self.key = SigningKey.generate()
        self._door = door
        self._socket = None
        self._sequence = count(1)
        self._numbers = count(1)
        self._registered = []
        self._callback_reply = json.dumps(
            {"interaction": {"id": "1", "type": 2}, "resource": {"type": 4, "message": _MESSAGE}}
        ).encode()

    def handler(self):
        """Serves all requests; a router would cost more than the rest."""

        async def handle(request):
            path = request.path
            if path.endswith("/callback"):
                return await self._callback(request, path)
            if path == "/gateway":
                return await self._gateway(request)
            await request.read()
            return self._rest(request, path)

        return handle

    async def _callback(self, request, path):
        now = monotonic()
        body = await request.read()
        asked = self.asked.get(path.split("/")[-3])
        if asked is not None and asked.response_ms is None:
            asked.response_ms = (now - asked.due) * 1000
            if request.content_type == "multipart/form-data":
                asked.kind = "answered"
            elif _LATER in body:
                asked.kind = "thinking"
            else:
                asked.kind = "busy"
        if "with_response" not in request.query_string:
            return web.Response(status=204)
        return web.Response(body=self._callback_reply, content_type=_JSON)

    def _rest(self, request, path):
        if path.endswith("/gateway/bot"):
            limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
            url = f"ws://{request.host}/gateway"
            return _json({"url": url, "shards": 1, "session_start_limit": limit})
        if path.endswith("/commands"):
            if request.method == "PUT":
                return _json(self._registered)
            return _json([])
        if path.startswith("/api/v10/webhooks/"):
            return _json(_MESSAGE)
        return _json(_AUTHOR | _APPLICATION_INFO)

    async def _gateway(self, request):
        self._socket = socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            said = message.json()
            if said["op"] == 1:
                await socket.send_json({"op": 11})
            if said["op"] == 2:
                ready = {
                    "v": 10,
                    "user": _AUTHOR,
                    "guilds": [],
                    "session_id": "s",
                    "resume_gateway_url": f"ws://{request.host}/gateway",
                    "application": {"id": _APPLICATION, "flags": 0},
                    "shard": [0, 1],
                }
                await socket.send_str(self._event("READY", ready))
                self.connected.set()
        return socket

    def _event(self, name, data):
        return json.dumps({"op": 0, "d": data, "s": next(self._sequence), "t": name})

    def ask(self, due):
        """The next question, noted."""
        # An id tells the wall time; what it is measured by must not jump.
        snowflake, data = payload(next(self._numbers), time() - monotonic() + due, OPTIONS)
        self.asked[snowflake] = asked = Asked(due)
        self.latest.append(asked)
        return asked, data

    async def over_the_gateway(self, due):
        _, data = self.ask(due)
        await self._socket.send_str(self._event("INTERACTION_CREATE", data))

    async def over_http(self, session, url, due):
        asked, data = self.ask(due)
        body = json.dumps(data).encode()
        stamp = str(int(time())).encode()
        headers = {
            "X-Signature-Ed25519": self.key.sign(stamp + body).signature.hex(),
            "X-Signature-Timestamp": stamp.decode(),
            "Content-Type": _JSON,
        }
        async with session.post(url, data=body, headers=headers) as response:
            told = await response.read()
            if response.status == 200 and asked.response_ms is None:
                asked.response_ms = (monotonic() - asked.due) * 1000
                asked.kind = "busy"
            elif response.status >= 400:
                asked.kind = f"HTTP {response.status} {told[:40]!r}"


def _json(value):
    return web.Response(body=json.dumps(value).encode(), content_type=_JSON)


async def offer(send, rate, seconds):
    """So many questions a second, each sent when it is due or as soon after as the bot reads."""
    start = monotonic()
    sending = set()
    for number in range(round(rate * seconds)):
        due = start + number / rate
        if (early := due - monotonic()) > 0:
            await asyncio.sleep(early)
        elif number % 20 == 0:
            await asyncio.sleep(0)
        task = asyncio.ensure_future(send(due))
        sending.add(task)
        task.add_done_callback(sending.discard)
    if sending:
        await asyncio.wait(sending, timeout=10)


def show(name, asked):
    """What became of these questions."""
    kinds = Counter(each.kind for each in asked)
    known = np.array([each.response_ms for each in asked if each.response_ms is not None])
    late = int((known > LATE_MS).sum())
    p50, p95, p99, most = np.percentile(known, (50, 95, 99, 100)) if len(known) else [0] * 4
    print(
        f"{name}: {len(asked):,} asked, "
        + ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
        + f"\n    first response ms p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f}, max {most:.0f};"
        f" after {LATE_MS} ms: {late}",
        flush=True,
    )


def resident_mib(pid):
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 2**20


def cpu_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Flood:
    """One bot and its stand-in."""

    def __init__(self, discord, send, pid):
        self._discord, self._send, self._pid = discord, send, pid

    async def phase(self, rate, seconds):
        """Ask at a rate; what was asked may still be answered afterwards."""
        self._discord.latest = asked = []
        began, cpu, own = monotonic(), cpu_seconds(self._pid), process_time()
        await offer(self._send, rate, seconds)
        took, used = monotonic() - began, cpu_seconds(self._pid) - cpu
        own = process_time() - own
        print(
            f"{rate} a second for {took:.0f} s: {used * 1000 / len(asked):.2f} CPU ms each, "
            f"{used / took:.0%} of a core, {resident_mib(self._pid):.0f} MiB; "
            f"the stand-in itself {own / took:.0%}",
            flush=True,
        )
        return asked

    async def run(self, usual, rate, seconds):
        """Before, during and after."""
        await self.phase(usual, 2)
        before = await self.phase(usual, seconds)
        await asyncio.sleep(1)
        flood = await self.phase(rate, seconds)
        ended = monotonic()
        after = await self.phase(usual, AFTER_SECONDS)
        await asyncio.sleep(3)
        for name, asked in (("before", before), ("in the flood", flood), ("after", after)):
            show(name, asked)
        unusual = [
            each.due - ended
            for each in after
            if each.kind != "answered" or each.response_ms > UNUSUAL_MS
        ]
        print(f"as before after {max([*unusual, 0]):.1f} s")


async def main(options):
    discord = Discord(options.door)
    server = web.Server(discord.handler(), access_log=None)
    runner = web.ServerRunner(server)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
    await site.start()
    port = runner.addresses[0][1]
    environment = os.environ | {
        ADDRESS: f"127.0.0.1:{port}",
        "DISCORD_TOKEN": "MTAwMDAwMDAwMDAwMDAwMDAwMQ.bench.bench",
        "DISCORD_PUBLIC_KEY": discord.key.verify_key.encode().hex(),
        "REFRESH_HOURS": "0",
        "DATA_DIR": tempfile.gettempdir() + "/selloff-bench-no-data",
        "LOG_LEVEL": "WARNING",
    }
    extra = options.python or []
    command = [*extra, sys.executable, "-m", "tests.bench.redirected"]
    http_port = port + 1
    command += ["run"] if options.door == "gateway" else ["serve", "--port", str(http_port)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment)
    async with ClientSession(connector=TCPConnector(limit=512)) as session:
        if options.door == "gateway":
            await asyncio.wait_for(discord.connected.wait(), 60)
            send = discord.over_the_gateway
        else:
            url = f"http://127.0.0.1:{http_port}"
            for _ in range(300):
                try:
                    async with session.get(url + "/health") as response:
                        if response.status == 200:
                            break
                except OSError:
                    pass
                await asyncio.sleep(0.2)

            async def send(due):
                await discord.over_http(session, url + "/interactions", due)

        await asyncio.sleep(2)
        try:
            flood = Flood(discord, send, process.pid)
            await flood.run(options.usual, options.rate, options.seconds)
        finally:
            process.terminate()
            print(f"exit code {await process.wait()}")
            await runner.cleanup()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.flood", description=__doc__)
    parser.add_argument("--door", choices=("gateway", "http"), default="gateway")
    parser.add_argument("--usual", type=int, default=100, help="questions a second, well served")
    parser.add_argument("--rate", type=int, default=3000, help="questions a second, far too many")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--python", nargs="*", help=argparse.SUPPRESS)
    asyncio.run(main(parser.parse_args()))
