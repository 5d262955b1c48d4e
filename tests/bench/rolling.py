"""Restarting the HTTP door under load: ``python -m tests.bench.rolling``.

Two real ``python -m bot serve`` behind HAProxy, a steady rate of signed questions, and in turn: one
told to leave and started again, then the other, then one killed. It prints what became of the
questions of each phase. Whoever is told to leave may lose nothing: that decides the exit code.
"""

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, time

from aiohttp import ClientError, ClientSession, web

from tests.bench.bot_process import KEY, ROOT
from tests.bench.flood import signature
from tests.bench.redirected import API, GATEWAY
from tests.faults import payloads
from tests.faults.fake_discord import error, reply
from tests.wire import free_port

HAPROXY = shutil.which("haproxy", path=os.environ.get("PATH", "") + ":/usr/sbin")
# The same as in the runbook, but for the addresses.
BALANCER = """
defaults
    mode http
    timeout connect 1s
    timeout client 30s
    timeout server 10s
    retries 3
    option redispatch 1
    retry-on conn-failure empty-response 503
frontend discord
    bind 127.0.0.1:{port}
    default_backend doors
backend doors
    option httpchk GET /health
    default-server check inter 1s fall 2 rise 1
    server first 127.0.0.1:{first}
    server second 127.0.0.1:{second}
"""
ANSWERED, TOLD = "answered", "told to come back"
CALM_SECONDS = 4
LAST_ANSWER_SECONDS = 6
_ALREADY_ANSWERED = 40060
# Discord's ids count milliseconds from 2015 on.
_EPOCH_MS = 1_420_070_400_000


def _now():
    """As the logs of the processes tell the time."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Question:
    """What became of one."""

    __slots__ = ("asked_at", "phase", "responses", "status", "thinking")

    def __init__(self, phase):
        self.phase, self.status, self.asked_at = phase, "no response", _now()
        self.responses, self.thinking = 0, False

    @property
    def outcome(self):
        if self.status not in {200, 202}:
            return f"failed with {self.status}"
        if self.status == 200:
            return TOLD
        if not self.responses:
            return "let in, never answered"
        return "left thinking" if self.thinking else ANSWERED


class Discord:
    """Asks through the balancer and takes the answers."""

    def __init__(self):
        self.phase = "at rest"
        self.questions = {}
        self._by_token = {}

    async def handle(self, request):
        path = request.path.split("/")
        if path[-1] == "callback":
            question = self.questions[path[-3]]
            kind = await _kind_of(request)
            question.responses += 1
            if question.responses > 1:
                return error(400, _ALREADY_ANSWERED)
            question.thinking = kind == 5
            return reply({"interaction": {"id": path[-3], "type": 2}})
        await request.read()
        if path[-1] == "@original":
            self._by_token[path[-3]].thinking = False
        return reply(payloads.message(1))

    async def ask(self, session, url):
        number = len(self.questions) + 1
        identifier = str((int(time() * 1000) - _EPOCH_MS << 22) + number)
        person = payloads.ANN | {"id": str(10**18 + number)}
        data = payloads.interaction(
            identifier, f"token-{number}", payloads.SELLOFF | {"user": person}
        )
        question = self.questions[identifier] = self._by_token[data["token"]] = Question(self.phase)
        body = json.dumps(data).encode()
        try:
            async with session.post(url, data=body, headers=signature(body)) as response:
                question.status = response.status
        except (ClientError, TimeoutError) as failure:
            question.status = type(failure).__name__

    def report(self):
        """Print each phase.

        Returns:
            How many were lost while somebody was told to leave.
        """
        lost = 0
        for phase in dict.fromkeys(each.phase for each in self.questions.values()):
            asked = [each for each in self.questions.values() if each.phase == phase]
            outcomes = Counter(each.outcome for each in asked)
            twice = sum(each.responses > 1 for each in asked)
            told = ", ".join(f"{count:,} {name}" for name, count in outcomes.most_common())
            # The second answer to the same question Discord refuses, and so does this stand-in.
            print(f"{phase}: {len(asked):,} asked: {told}; offered twice: {twice}")
            unlucky = [each for each in asked if each.outcome not in {ANSWERED, TOLD}]
            lost += 0 if "killed" in phase else len(unlucky)
            for each in unlucky[:10]:
                print(f"     {each.asked_at}: {each.outcome}")
        return lost


async def _kind_of(request):
    if request.content_type == "application/json":
        return (await request.json())["type"]
    return json.loads((await request.post())["payload_json"])["type"]


class Process:
    """One of the two."""

    def __init__(self, name, port, environment, folder):
        self.name, self._port = name, port
        self._environment = environment | {"HEALTH_FILE": str(folder / f"{name}.json")}
        self._log = folder / f"{name}.log"

    async def start(self, session):
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.bench.redirected", "serve"),
                *("--port", str(self._port)),
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        await _until_well(session, f"http://127.0.0.1:{self._port}/health")

    def complaints(self):
        """Lines of its log above INFO."""
        lines = self._log.read_text().splitlines()
        return [line for line in lines if '"level": "INFO"' not in line]

    async def end(self, number=signal.SIGTERM):
        """Its exit code, and how long it took to end."""
        started = monotonic()
        if self._process.returncode is None:
            self._process.send_signal(number)
        code = await self._process.wait()
        print(f"     {self.name} ended with {code} after {monotonic() - started:.1f} s", flush=True)


async def _until_well(session, url):
    for _ in range(600):
        try:
            async with session.get(url) as response:
                if response.status == 200:
                    return
        except ClientError:
            pass
        await asyncio.sleep(0.1)
    sys.exit(f"{url} is not well after a minute")


@asynccontextmanager
async def receiving(discord):
    """The address of Discord's interface."""
    runner = web.ServerRunner(web.Server(discord.handle, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@asynccontextmanager
async def balancing(folder, **ports):
    """HAProxy in front of both."""
    path = folder / "haproxy.cfg"
    path.write_text(BALANCER.format(**ports))
    process = await asyncio.create_subprocess_exec(HAPROXY, "-q", "-db", "-f", str(path))
    yield f"http://127.0.0.1:{ports['port']}"
    process.terminate()
    await process.wait()


@asynccontextmanager
async def asking(discord, session, url, rate):
    """So many a second, as long as the context lasts."""
    sent = set()

    async def ask_on():
        due = monotonic()
        while True:
            task = asyncio.create_task(discord.ask(session, url))
            sent.add(task)
            task.add_done_callback(sent.discard)
            due += 1 / rate
            await asyncio.sleep(due - monotonic())

    going_on = asyncio.create_task(ask_on())
    yield
    going_on.cancel()
    await asyncio.gather(going_on, *sent, return_exceptions=True)


async def restart(discord, session, process, number, phase):
    discord.phase = phase
    await process.end(number)
    await process.start(session)
    await asyncio.sleep(CALM_SECONDS)


async def main(options):
    discord = Discord()
    ports = {name: free_port() for name in ("port", "first", "second")}
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment = os.environ | {
            API: await stack.enter_async_context(receiving(discord)),
            GATEWAY: "ws://127.0.0.1:9",
            "DISCORD_TOKEN": "",
            "DISCORD_PUBLIC_KEY": KEY.verify_key.encode().hex(),
            "REFRESH_HOURS": "0",
            "DATA_DIR": str(folder),
        }
        url = await stack.enter_async_context(balancing(folder, **ports))
        session = await stack.enter_async_context(ClientSession())
        both = [Process(name, ports[name], environment, folder) for name in ("first", "second")]
        for process in both:
            await process.start(session)
            stack.push_async_callback(process.end)
        await _until_well(session, f"{url}/health")
        async with asking(discord, session, f"{url}/interactions", options.rate):
            await asyncio.sleep(CALM_SECONDS)
            for process in both * options.rounds:
                phase = f"{process.name} told to leave"
                await restart(discord, session, process, signal.SIGTERM, phase)
            await restart(discord, session, both[0], signal.SIGKILL, "first killed")
        await asyncio.sleep(LAST_ANSWER_SECONDS)
        lost = discord.report()
        for process in both if lost else ():
            print(process.name, *process.complaints()[:20], sep="\n     ")
    return 1 if lost else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.rolling", description=__doc__)
    parser.add_argument("--rate", type=int, default=50, help="questions a second")
    parser.add_argument("--rounds", type=int, default=1, help="restarts of each")
    chosen = parser.parse_args()
    if HAPROXY is None:
        sys.exit("This needs HAProxy, which is not installed: apt-get install haproxy")
    sys.exit(asyncio.run(main(chosen)))
