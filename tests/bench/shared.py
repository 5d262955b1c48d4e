"""Two processes and the store that they share: ``python -m tests.bench.shared``.

It prints what a picture costs that the other process has drawn, and then, at a steady rate of
signed questions to both, how long people wait while the store is there, while it hangs, after it is
killed, and when it is back. Every question has to be answered whatever happens to the store: that
decides the exit code.
"""

import argparse
import asyncio
import itertools
import json
import os
import shutil
import signal
import sys
import tempfile
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import monotonic, time

import numpy as np
from aiohttp import ClientSession, web
from nacl.signing import SigningKey
from valkey.asyncio import Valkey

from tests.bench.redirected import API, GATEWAY
from tests.end_to_end import free_port
from tests.faults import payloads

ROOT = Path(__file__).resolve().parents[2]
SERVER = shutil.which("valkey-server") or shutil.which("redis-server")
NEW_EVERY = 20
"""One question in so many has not been asked before."""
STARTING_SECONDS = 60
LAST_ANSWER_SECONDS = 15
HEADER = f"{'':22}{'asked':>7}{'busy':>6}{'lost':>6}   let in ms{'p50':>7}{'p99':>7}{'max':>7}"
HEADER += f"   answered ms{'p50':>7}{'p99':>7}{'max':>7}"


class Question:
    """When it was asked, let in and answered."""

    def __init__(self, phase):
        self.phase, self.asked = phase, monotonic()
        self.let_in = self.answered = None
        self.is_refused = False

    def is_answered(self):
        return self.answered or self.is_refused


class Discord:
    """Asks both processes in turn, and takes the answers."""

    def __init__(self):
        self.key = SigningKey.generate()
        self.session = None
        self.phase = ""
        self.questions = {}
        self._numbers = itertools.count(1)

    async def handle(self, request):
        path = request.path.split("/")
        body = await request.read()
        # A whole answer has a picture; without one it is a promise, which is kept with a PATCH.
        if request.method == "PATCH" or request.content_type.startswith("multipart"):
            token = path[-2] if path[-1] == "callback" else path[-3]
            self.questions[token].answered = monotonic()
        elif b'"type":5' not in body.replace(b" ", b""):
            print("an answer without picture:", body[:200])
        return web.json_response({"interaction": {"id": "1", "type": 2}})

    async def ask(self, url, amount):
        number = next(self._numbers)
        token = f"token-{number}"
        question = self.questions[token] = Question(self.phase)
        identifier = (int(time() * 1000) - 1_420_070_400_000 << 22) + number
        person = payloads.ANN | {"id": str(10**18 + number)}
        asked = payloads.selloff(amount=amount) | {"user": person}
        body = json.dumps(payloads.interaction(str(identifier), token, asked)).encode()
        stamp = str(int(time()))
        headers = {
            "X-Signature-Ed25519": self.key.sign(stamp.encode() + body).signature.hex(),
            "X-Signature-Timestamp": stamp,
            "Content-Type": "application/json",
        }
        async with self.session.post(url, data=body, headers=headers) as response:
            question.is_refused = response.status == 200
            if response.status == 202:
                question.let_in = monotonic()
        return question

    def all_answered(self):
        return all(each.is_answered() for each in self.questions.values())

    def report(self, phase):
        """Print a line.

        Returns:
            How many were never answered.
        """
        asked = [each for each in self.questions.values() if each.phase == phase]
        answered = [each for each in asked if each.answered]
        let_in = spread(each.let_in - each.asked for each in asked if each.let_in)
        waited = spread(each.answered - each.asked for each in answered)
        refused = sum(each.is_refused for each in asked)
        lost = len(asked) - len(answered) - refused
        counts = f"{len(asked):7}{refused:6}{lost:6}"
        print(f"{phase:22}{counts}{'':12}{let_in}{'':14}{waited}", flush=True)
        return lost


def spread(seconds):
    """p50, p99 and the largest in milliseconds."""
    figures = np.percentile(list(seconds), (50, 99, 100)) * 1000
    return "".join(f"{figure:7.1f}" for figure in figures)


async def until(is_so, seconds):
    """Wait for it, so long at most."""
    ends = monotonic() + seconds
    while monotonic() < ends:
        if is_so():
            return
        await asyncio.sleep(0.002)


class Store:
    """A server that keeps nothing on disk."""

    def __init__(self, socket):
        self.socket = socket

    async def start(self):
        command = (SERVER, "--port", "0", "--unixsocket", str(self.socket), "--save", "")
        self._process = await asyncio.create_subprocess_exec(
            *command, stdout=asyncio.subprocess.DEVNULL
        )

    async def pictures_taken(self):
        client = Valkey(unix_socket_path=str(self.socket))
        hits = (await client.info("stats"))["keyspace_hits"]
        await client.aclose()
        return hits

    def hang(self):
        self._process.send_signal(signal.SIGSTOP)

    async def kill(self):
        self._process.kill()
        await self._process.wait()


@asynccontextmanager
async def door(environment, name, folder):
    """The address of a process, as long as the context lasts."""
    port = free_port()
    log = folder / f"{name}.log"
    with log.open("wb") as file:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.bench.redirected", "serve", "--port", str(port)),
            cwd=ROOT,
            env=environment | {"HEALTH_FILE": str(folder / f"{name}.json")},
            stderr=file,
        )
    try:
        await until(lambda: b'"ready"' in log.read_bytes(), STARTING_SECONDS)
        yield f"http://127.0.0.1:{port}/interactions"
    finally:
        process.terminate()
        await process.wait()
        events = [json.loads(line)["message"] for line in log.read_text().splitlines()]
        print(f"{name} said:", ", ".join(event for event in events if "store" in event))


@asynccontextmanager
async def receiving(discord):
    runner = web.ServerRunner(web.Server(discord.handle, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def one_by_one(discord, url, amounts, phase):
    """Each when the one before is answered."""
    discord.phase = phase
    for amount in amounts:
        question = await discord.ask(url, amount)
        await until(question.is_answered, LAST_ANSWER_SECONDS)
    return discord.report(phase)


async def steadily(discord, urls, rate, seconds, phase):
    discord.phase = phase
    due, sent = monotonic(), []
    for number in range(int(rate * seconds)):
        is_new = number % NEW_EVERY == 0
        amount = f"{len(discord.questions) + 1000}m" if is_new else f"{100 + number % 10}b"
        url = urls[number % len(urls)]
        sent.append(asyncio.create_task(discord.ask(url, amount)))
        due += 1 / rate
        await asyncio.sleep(due - monotonic())
    await asyncio.gather(*sent)
    await until(discord.all_answered, LAST_ANSWER_SECONDS)
    return discord.report(phase)


async def main(options):
    discord = Discord()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = Store(folder / "store")
        await store.start()
        stack.push_async_callback(store.kill)
        environment = os.environ | {
            API: await stack.enter_async_context(receiving(discord)),
            GATEWAY: "ws://127.0.0.1:9",
            "DISCORD_TOKEN": "",
            "DISCORD_PUBLIC_KEY": discord.key.verify_key.encode().hex(),
            "REFRESH_HOURS": "0",
            "NOTICE_SECONDS": "0",
            "DATA_DIR": str(folder),
            "VALKEY_URL": "" if options.alone else f"unix://{store.socket}",
        }
        discord.session = await stack.enter_async_context(ClientSession())
        urls = [
            await stack.enter_async_context(door(environment, name, folder))
            for name in ("first", "second")
        ]
        amounts = [f"{number}b" for number in range(200, 200 + options.pictures)]
        print(HEADER)
        lost = await one_by_one(discord, urls[0], amounts, "drawn by the first")
        lost += await one_by_one(discord, urls[1], amounts, "asked of the second")
        print(f"{await store.pictures_taken()} pictures taken from the store", flush=True)

        async def load(phase):
            return await steadily(discord, urls, options.rate, options.seconds, phase)

        lost += await load("first round")
        lost += await load("store there")
        asyncio.get_running_loop().call_later(options.seconds / 3, store.hang)
        lost += await load("store hangs")
        await store.kill()
        await store.start()
        lost += await load("store new and empty")
        killing = asyncio.create_task(_later(options.seconds / 3, store))
        lost += await load("store killed")
        await killing
        await store.start()
        lost += await load("store back")
    return 1 if lost else 0


async def _later(seconds, store):
    await asyncio.sleep(seconds)
    await store.kill()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.shared", description=__doc__)
    parser.add_argument("--rate", type=int, default=60, help="questions a second")
    parser.add_argument("--seconds", type=float, default=12, help="of each phase")
    parser.add_argument("--pictures", type=int, default=20, help="drawn one by one")
    parser.add_argument("--alone", action="store_true", help="for comparison: nothing is shared")
    chosen = parser.parse_args()
    if SERVER is None:
        sys.exit("This needs valkey-server or redis-server, and neither is installed.")
    sys.exit(asyncio.run(main(chosen)))
