"""Many questions with faults woven in: ``python -m tests.bench.soak FOLDER --interactions 20000``.

Every hundred questions, one fault of Discord's is played. It prints how memory, descriptors and
threads of the process move, how long askers wait, and who was left without an answer, which has
to be nobody: that alone decides the exit code.
"""

import argparse
import asyncio
import itertools
import random
import sys
from collections import Counter
from time import perf_counter

import numpy as np

from commands.registry import COMMANDS
from tests.bench.stand_in import HEADER, descriptors, forget, line, load_harness, start, threads

EACH = 100
"""Questions between two faults."""
AT_ONCE = 16
CALLBACK, EDIT = "POST /interactions/*", "PATCH /webhooks/*"
FAULTS = (
    ("500", CALLBACK, {}),
    ("502", CALLBACK, {"times": 2}),
    ("503", CALLBACK, {}),
    ("429", CALLBACK, {"retry_after": 0.5}),
    ("drop", CALLBACK, {}),
    ("drop-after", CALLBACK, {}),
    ("delay", CALLBACK, {"seconds": 0.7}),
    ("500", EDIT, {}),
    ("502", EDIT, {}),
    ("drop", EDIT, {}),
    ("drop-after", EDIT, {}),
    ("slow-answer", CALLBACK, {"seconds": 0.7}),
)
ON_THE_GATEWAY = ("reconnect", "drop", "reconnect", "invalid")
# A session refused costs an identify, and those are rare on purpose.
INVALID_EVERY = 40
WRONG = ("country:mars amount:5b", "country:japan amount:200 bananas", "country:japan amount:200")
USERS, GUILDS = 4000, 60


def questions(chance):
    """What people ask: mostly what others ask too, some of it new, some of it wrong."""
    examples = [command.example for command in COMMANDS.values()]
    while True:
        dice = chance.random()
        if dice < 0.55:
            yield chance.choice(examples)
        elif dice < 0.7:
            yield "/selloff country:japan amount:200b"
        elif dice < 0.9:
            country = chance.choice(("japan", "china", "uk", "belgium", "canada"))
            yield f"/selloff country:{country} amount:{chance.randint(1, 90_000)}m"
        else:
            yield f"/selloff {chance.choice(WRONG)}"


class Soak:
    """One run."""

    def __init__(self, discord, spread, seed):
        self._discord, self._spread = discord, spread
        self._chance = random.Random(seed)
        self._questions = questions(self._chance)
        self._users = [discord.user(f"soak{number}") for number in range(USERS)]
        self._numbers = itertools.count()
        self.outcomes = Counter()
        self.lost = []
        self.acknowledged, self.completed = [], []
        self.samples = []

    async def run(self, process, interactions):
        started = perf_counter()
        for batch in range(interactions // EACH):
            kind, target, how = FAULTS[batch % len(FAULTS)]
            self._discord.discord.faults.clear()
            self._discord.fault(kind, target, **how)
            await self._ask_many()
            if batch % 10 == 9:
                await self._shake_the_gateway(batch // 10)
                self._sample(process, (batch + 1) * EACH)
            forget(self._discord)
        return perf_counter() - started

    async def _ask_many(self):
        places = asyncio.Semaphore(AT_ONCE)

        async def one():
            async with places:
                await self._ask()

        await asyncio.gather(*(one() for _ in range(EACH)))

    async def _ask(self):
        number = next(self._numbers)
        user = self._users[number % USERS]
        place = self._discord.where("guild", user, guild=number % GUILDS)
        text = next(self._questions)
        reply = await self._discord.slash(text, user=user, place=place, settle=0)
        self._note(text, reply)
        buttons = [each for each in _buttons(reply.components) if not each.get("url")]
        if buttons and self._chance.random() < 0.25:
            button = self._chance.choice(buttons)
            stranger = self._users[(number * 7 + 1) % USERS]
            # Nobody else sees a private answer.
            someone = user if reply.ephemeral else self._chance.choice((user, stranger))
            again = await self._discord.click(
                reply, custom_id=button["custom_id"], user=someone, settle=0
            )
            self._note(button["custom_id"], again)

    def _note(self, what, reply):
        self.outcomes[reply.status] += 1
        self.acknowledged.append(reply.ack_ms)
        self.completed.append(reply.complete_ms)
        if reply.status not in {"message", "updated"} or not reply.text.strip():
            self.lost.append((what, reply.status))

    async def _shake_the_gateway(self, turn):
        kind = ON_THE_GATEWAY[turn % len(ON_THE_GATEWAY)]
        if kind == "invalid" and turn % INVALID_EVERY != len(ON_THE_GATEWAY) - 1:
            kind = "drop"
        waited = await self._discord.gateway_fault(kind, wait=60)
        self.outcomes[f"gateway {kind}"] += 1
        self.outcomes["gateway back, worst ms"] = max(
            self.outcomes["gateway back, worst ms"], round(waited)
        )

    def _sample(self, process, asked):
        resident, _ = process.measure()
        self.samples.append((asked, resident / 1024, descriptors(process), threads(process)))
        if len(self.samples) % 5 == 0:
            print(f"     {asked:7,}: {resident / 2**20:.0f} MiB", flush=True)

    def report(self, seconds):
        asked = sum(reply is not None for reply in self.completed)
        print(f"{asked:,} answers in {seconds:.0f} s, {dict(self.outcomes)}")
        print(HEADER)
        for name, all_of_them in (("acknowledged", self.acknowledged), ("done", self.completed)):
            known = [each for each in all_of_them if each is not None]
            print(line(name, self._spread(known)))
            tenth = max(1, len(known) // 10)
            print(line("  first tenth", self._spread(known[:tenth])))
            print(line("  last tenth", self._spread(known[-tenth:])))
        late = sum(each is None or each > 2500 for each in self.acknowledged)
        print(f"acknowledged after more than 2.5 s or never: {late}")
        count, memory, files, tasks = np.array(self.samples[len(self.samples) // 4 :], float).T
        slope = np.polyfit(count, memory, 1)[0] * 1000 if len(count) > 1 else float("nan")
        print(
            f"over the last three quarters: memory {memory.min() / 1024:.0f} to "
            f"{memory.max() / 1024:.0f} MiB, {slope:+.2f} KiB per 1,000 questions; "
            f"descriptors {files.min():.0f} to {files.max():.0f}, "
            f"threads {tasks.min():.0f} to {tasks.max():.0f}"
        )
        print(f"unanswered: {len(self.lost)}", *self.lost[:10], sep="\n     ")


def _buttons(components):
    for each in components:
        if each.get("type") == 2:
            yield each
        yield from _buttons(each.get("components", ()))


async def soak(options):
    """One process, all questions."""
    harness, load = load_harness(options.folder)
    async with harness.Harness(guilds=GUILDS) as discord:
        process = await start(discord)
        run = Soak(discord, load.spread, options.seed)
        seconds = await run.run(process, options.interactions)
        run.report(seconds)
        code = await process.stop()
        findings = discord.findings("violation", "warning")
        print(
            f"exit code {code}; Discord would object to {len(findings)}", *findings, sep="\n     "
        )
    return 1 if run.lost or code else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.soak", description=__doc__)
    parser.add_argument("folder", help="that holds the package harness")
    parser.add_argument("--interactions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1789)
    sys.exit(asyncio.run(soak(parser.parse_args())))
