"""Random pairs of faults under light load: ``python -m tests.faults --pairs 200 --seed 1``.

The unchanged bot runs in this process against the small Discord of the tests, in a loop whose clock
leaps over idle time. For each pair it is asked before, while and after both faults are played. What
is asked before and after has to be answered once, with words; what was asked while they were played
is counted.
"""

import argparse
import asyncio
import contextlib
import json
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import aiohttp
import discord
from discord.gateway import DiscordWebSocket

from bot.observability.logs import start_logging
from tests.faults import payloads, rest
from tests.faults.connection import ACK, DISPATCH, RECONNECT, Connection
from tests.faults.fake_discord import FakeDiscord, error, rate_limited
from tests.faults.fast_forward_loop import FastForwardLoop
from tests.faults.running_bot import RunningBot

CALLBACK, EDIT = "POST .*/callback", "PATCH .*@original"
AT_ONCE, LONG = 10.0, 900.0
GONE = (ConnectionError, aiohttp.ClientError)
# What was refused within an hour makes the next new session wait: pairs are apart.
BETWEEN_PAIRS = 3600
# discord.py beats by a clock that does not leap: a gateway that says nothing for a minute is left.
QUIET = 30


def answers(what, *faults):
    """The next requests get these answers."""

    async def play(double):
        double.fail(what, *faults)

    return play


def on_socket(act):
    async def play(request):
        return await act(request, None)

    return play


def closes(code):
    async def play(double):
        await double.connection.close(code)

    return play


def says(text):
    async def play(double):
        await double.connection.send_text(text)

    return play


async def reconnect(double):
    await double.connection.send(RECONNECT)


async def invalid_for_good(double):
    await double.connection.refuse()


async def invalid_for_now(double):
    await double.connection.refuse(can_resume=True)


async def cut(double):
    double.connection.cut()


async def forget_sessions(double):
    double.sessions.clear()
    await double.connection.close(4009)


async def unreachable(double):
    double.is_reachable = False
    double.connection.cut()


async def refused_at_first(double):
    async def once(connection):
        double.on_identify = Connection.ready
        await connection.refuse()

    double.on_identify = once
    double.sessions.clear()
    await double.connection.refuse()


async def twice(double):
    asked = await double.ask()
    payload = payloads.interaction(asked.id, asked.token, payloads.SELLOFF)
    await double.connection.send(DISPATCH, payload, "INTERACTION_CREATE")


async def late(double):
    await double.ask(made_seconds_ago=10)


FAULTS = {
    "502 on the first response": answers(CALLBACK, lambda _: error(502)),
    "two 500 on the first response": answers(CALLBACK, *[lambda _: error(500)] * 2),
    "503 on the edit": answers(EDIT, lambda _: error(503)),
    "reset on the first response": answers(CALLBACK, on_socket(rest.reset)),
    "closed on the first response": answers(CALLBACK, on_socket(rest.close)),
    "reset on the edit": answers(EDIT, on_socket(rest.reset)),
    "closed on the edit, twice": answers(EDIT, *[on_socket(rest.close)] * 2),
    "no reply to the first response": answers(CALLBACK, on_socket(rest.hang)),
    "no reply to the edit": answers(EDIT, on_socket(rest.hang)),
    "too late": answers(CALLBACK, lambda _: error(404, 10062)),
    "message not known yet": answers(EDIT, *[lambda _: error(404, 10015)] * 2),
    "no files here": answers(CALLBACK, lambda _: error(403, 50013)),
    "too large": answers(EDIT, lambda _: error(413, 40005)),
    "blocked by a filter": answers(CALLBACK, lambda _: error(400, 200000)),
    "bad form": answers(CALLBACK, lambda _: error(400, 50035)),
    "rate limit": answers(CALLBACK, lambda _: rate_limited(0.3)),
    "reconnect": reconnect,
    "session invalid": invalid_for_good,
    "session invalid, can be resumed": invalid_for_now,
    "connection cut": cut,
    "sessions forgotten": forget_sessions,
    "Discord gone": unreachable,
    "identify refused": refused_at_first,
    "no JSON": says("{not json"),
    "unknown opcode": says(json.dumps({"op": 99, "d": None, "s": None, "t": None})),
    "malformed interaction": says(
        json.dumps({"op": DISPATCH, "t": "INTERACTION_CREATE", "s": 1, "d": {"id": "1"}})
    ),
    "unknown event": says(json.dumps({"op": DISPATCH, "t": "NEWS", "s": 1, "d": {}})),
    "interaction twice": twice,
    "interaction ten seconds old": late,
    **{f"close {code}": closes(code) for code in (1000, 1001, 4000, 4003, 4008, 4007)},
}


class Round:
    """One pair of faults, and who was answered."""

    def __init__(self, double, names, chance):
        self._double, self._names, self._chance = double, names, chance
        self.unanswered = 0
        self.during = Counter()
        self.recovery_seconds = 0.0

    async def play(self):
        await self._must_answer()
        asked = []
        for name in self._names:
            try:
                await FAULTS[name](self._double)
            except GONE:
                """The other fault has cut the line already."""
            for _ in range(4):
                asked.append(await self._ask())
                await asyncio.sleep(0.25)
        await asyncio.sleep(AT_ONCE)
        for each in asked:
            self.during["answered" if is_answered(each) else "not"] += 1
        self._double._faults.clear()
        self._double.is_reachable = True
        await self._recover()
        await self._must_answer()
        for _ in range(BETWEEN_PAIRS // QUIET):
            await asyncio.sleep(QUIET)
            with contextlib.suppress(*GONE):
                await self._double.connection.send(ACK)

    async def _recover(self):
        began = now()
        while not await self._answers() and now() - began < LONG:
            """Not yet."""
        self.recovery_seconds = now() - began

    async def _must_answer(self):
        for _ in range(3):
            self.unanswered += not await self._answers()

    async def _answers(self):
        asked = await self._ask()
        with contextlib.suppress(TimeoutError):
            await self._double.until(lambda: is_answered(asked), seconds=AT_ONCE)
        return is_answered(asked)

    async def _ask(self):
        """A question; None when there is no line to ask it on."""
        amount = f"{self._chance.randint(100, 900)}b"
        try:
            return await self._double.ask(payloads.selloff(amount=amount))
        except GONE:
            return None


def is_answered(asked):
    shown = asked and [*asked.responses, *asked.edits]
    return bool(shown) and "If Japan sold" in str(shown[-1])


def now():
    return asyncio.get_running_loop().time()


async def play(pairs, seed):
    """All pairs, one after another, with one bot.

    Returns:
        How many questions outside of the faults were not answered.
    """
    chance, during, unanswered, slowest = random.Random(seed), Counter(), 0, (0.0, ())
    with tempfile.TemporaryDirectory() as folder:
        async with FakeDiscord() as double, RunningBot(double, Path(folder)) as bot:
            discord.http.Route.BASE = double.api
            DiscordWebSocket.DEFAULT_GATEWAY = double.gateway
            await bot.start(patience_seconds=0, refresh_hours=0)
            for number in range(pairs):
                names = chance.sample(sorted(FAULTS), 2)
                one = Round(double, names, chance)
                await one.play()
                during += one.during
                unanswered += one.unanswered
                slowest = max(slowest, (one.recovery_seconds, tuple(names)))
                if one.unanswered:
                    print(f"pair {number}, {names}: {one.unanswered} of 6 unanswered", flush=True)
            print(f"{pairs} pairs of {len(FAULTS)} faults, seed {seed}")
            print(f"before and after: {6 * pairs} asked, {unanswered} unanswered")
            print(f"meanwhile: {during['answered']} answered, {during['not']} not")
            print(f"slowest to answer again: {slowest[0]:.0f} s after {' and '.join(slowest[1])}")
            print(f"{len(double.identifies)} identifies, {len(double.resumes)} resumes")
    return unanswered


def main():
    options = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    options.add_argument("--pairs", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    start_logging("CRITICAL")
    with asyncio.Runner(loop_factory=FastForwardLoop) as runner:
        return min(runner.run(play(chosen.pairs, chosen.seed)), 1)


if __name__ == "__main__":
    exit_code = main()
    sys.stdout.flush()
    os._exit(exit_code)
