"""Far more questions than one process can answer: ``python -m tests.bench.flood``.

Our stand-in for Discord, in this process, asks the real bot in another one at steady rates: first
what it can well answer, then far too much, then again what it can. It prints what became of the
questions, how late the first responses came, and how soon all was as before. Every question is due
at a moment fixed beforehand; lateness counts from there, so a process that stops reading wins
nothing.
"""

import argparse
import asyncio
import json
from collections import Counter
from time import monotonic, process_time, time

import aiohttp
import numpy as np
from aiohttp import web

from tests.bench.bot_process import KEY, running
from tests.faults import payloads
from tests.faults.fake_discord import DISPATCH, FakeDiscord, reply

LATE_MS = 2500
"""A first response after this is as good as none: Discord gives up at 3,000."""
UNUSUAL_MS = 500
AFTER_SECONDS = 10
_THINKING = b'"type":5'


class Question:
    """One interaction."""

    __slots__ = ("due", "kind", "response_ms")

    def __init__(self, due):
        self.due = due
        self.kind, self.response_ms = "nothing", None

    def responded(self, kind):
        if self.response_ms is None:
            self.kind, self.response_ms = kind, (monotonic() - self.due) * 1000


class Crowd(FakeDiscord):
    """Many people, each of whom asks once; looks at no answer closely, which would cost more."""

    def __init__(self):
        super().__init__()
        self.questions = {}
        self.latest = []

    def question(self, due):
        """The next one as Discord sends it, noted."""
        number = next(self.numbers)
        # An id tells the wall time; what it is measured by must not jump.
        made_ms = int((time() - monotonic() + due) * 1000) - 1_420_070_400_000
        token = f"token-{number}"
        self.questions[token] = question = Question(due)
        self.latest.append(question)
        identifier = str((made_ms << 22) + (number & 0x3FFFFF))
        person = payloads.ANN | {"id": str(10**18 + number)}
        return question, payloads.interaction(
            identifier, token, payloads.SELLOFF | {"user": person}
        )

    async def _callback(self, request):
        question = self.questions.get(request.match_info["token"])
        body = await request.read()
        if question is not None:
            is_whole = request.content_type == "multipart/form-data"
            question.responded(
                "answered" if is_whole else "thinking" if _THINKING in body else "busy"
            )
        if not request.query_string:
            return web.Response(status=204)
        return reply({"interaction": {"id": "1", "type": 2}})

    async def _edit(self, request):
        await request.read()
        return reply(payloads.message(1))

    async def ask_over_the_gateway(self, due):
        _, data = self.question(due)
        await self.connection.send(DISPATCH, data, "INTERACTION_CREATE")

    async def ask_over_http(self, session, url, due):
        question, data = self.question(due)
        body = json.dumps(data).encode()
        async with session.post(url, data=body, headers=signature(body)) as response:
            await response.read()
            if response.status == 200:
                question.responded("busy")
            elif response.status >= 400:
                question.kind = f"HTTP {response.status}"


def signature(body):
    """The headers with which Discord signs a request."""
    stamp = str(int(time()))
    return {
        "X-Signature-Ed25519": KEY.sign(stamp.encode() + body).signature.hex(),
        "X-Signature-Timestamp": stamp,
        "Content-Type": "application/json",
    }


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


def show(name, questions):
    """What became of these questions."""
    kinds = Counter(each.kind for each in questions)
    known = np.array([each.response_ms for each in questions if each.response_ms is not None])
    late = int((known > LATE_MS).sum())
    p50, p95, p99, most = np.percentile(known, (50, 95, 99, 100)) if len(known) else [0] * 4
    print(
        f"{name}: {len(questions):,} asked, "
        + ", ".join(f"{number:,} {kind}" for kind, number in sorted(kinds.items()))
        + f"\n    first response ms p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f}, max {most:.0f};"
        f" after {LATE_MS} ms: {late}",
        flush=True,
    )


class Flood:
    """One bot, and those who ask it."""

    def __init__(self, crowd, send, bot):
        self._crowd, self._send, self._bot = crowd, send, bot

    async def phase(self, rate, seconds):
        """Ask at a rate; what was asked may still be answered afterwards."""
        self._crowd.latest = questions = []
        began, cpu, own = monotonic(), self._bot.cpu_seconds(), process_time()
        await offer(self._send, rate, seconds)
        took, used = monotonic() - began, self._bot.cpu_seconds() - cpu
        own = process_time() - own
        print(
            f"{rate} a second for {took:.0f} s: {used * 1000 / len(questions):.2f} CPU ms each, "
            f"{used / took:.0%} of a core, {self._bot.resident_mib():.0f} MiB; "
            f"the stand-in itself {own / took:.0%}",
            flush=True,
        )
        self._crowd.requests.clear()
        return questions

    async def run(self, usual, rate, seconds):
        """Before, during and after."""
        await self.phase(usual, 2)
        before = await self.phase(usual, seconds)
        await asyncio.sleep(1)
        flood = await self.phase(rate, seconds)
        ended = monotonic()
        after = await self.phase(usual, min(AFTER_SECONDS, seconds))
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
    """One bot."""
    connector = aiohttp.TCPConnector(limit=512)
    async with (
        Crowd() as crowd,
        running(crowd, options.transport) as bot,
        aiohttp.ClientSession(connector=connector) as session,
    ):
        url = bot.url + "/interactions"
        send = {
            "gateway": crowd.ask_over_the_gateway,
            "http": lambda due: crowd.ask_over_http(session, url, due),
        }
        await asyncio.sleep(1)
        await Flood(crowd, send[options.transport], bot).run(
            options.usual, options.rate, options.seconds
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.flood", description=__doc__)
    parser.add_argument("--transport", choices=("gateway", "http"), default="gateway")
    parser.add_argument("--usual", type=int, default=100, help="questions a second, well served")
    parser.add_argument("--rate", type=int, default=3000, help="questions a second, far too many")
    parser.add_argument("--seconds", type=float, default=10.0)
    asyncio.run(main(parser.parse_args()))
