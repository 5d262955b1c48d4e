"""How fast answers come: ``python -m tests.bench.load FOLDER --seconds 60``.

The same question again and again, questions never asked before, fifty new pictures at once, and
a steady rate; beside the least that a discord.py bot can do, which sends one fixed picture.
Ratios of the same minute on the same machine say something; milliseconds alone do not.
"""

import argparse
import asyncio
import statistics
import sys
from pathlib import Path

from commands.registry import OPENING
from tests.bench.stand_in import HEADER, forget, line, load_harness, start

AT_ONCE = 16
SERIES = 400
ROUNDS = 3
PICTURES_AT_ONCE = 50
A_CHUNK = 10
"""Seconds of the steady rate after which the stand-in forgets the past."""


def new_questions(first, count):
    """Amounts that nobody has asked about."""
    return [f"/selloff country:japan amount:{first + number}m" for number in range(count)]


class Bench:
    """Loads one process and prints what it saw."""

    def __init__(self, harness, load):
        self._harness, self._load = harness, load

    async def series(self, discord, texts, number, at_once=AT_ONCE, **how):
        """Figures of one series; the stand-in starts each with an empty memory.

        Every question comes from a person of its own, so that nobody is asked to slow down.
        """
        how.setdefault("users", number)
        figures = await self._load.run_load(discord, texts, number, at_once, **how)
        forget(discord)
        return figures

    def show(self, name, figures):
        print(line(f"{name}: acknowledged", figures["ack_ms"]))
        print(line(f"{name}: done", figures["complete_ms"]))
        print(
            f"    {figures['throughput_per_s']:.0f} a second, {figures['bot_cpu_ms_each']} CPU ms "
            f"each, {figures['bot_rss_mib']:.0f} MiB, failures {figures['failures']}, "
            f"the stand-in's own lag p95 {figures['harness_lag_ms']['p95']} ms",
            flush=True,
        )
        if figures["failures"]:
            for key in ("statuses", "violation_codes", "driver_errors"):
                print(f"    {key}: {figures[key]}")

    async def floor(self):
        """The least: one fixed picture."""
        command = [sys.executable, str(Path(self._harness.__file__).with_name("floor_bot.py"))]
        async with self._harness.Harness() as discord:
            await start(discord, command)
            return await self.series(discord, ["/picture"], SERIES, warmup=AT_ONCE)

    async def cached(self):
        async with self._harness.Harness() as discord:
            await start(discord)
            return await self.series(discord, [OPENING], SERIES, warmup=AT_ONCE)

    async def against_the_floor(self):
        """Floor and bot in turn, so that a busy minute hits both; medians of the ratios."""
        rounds = []
        for _ in range(ROUNDS):
            least, ours = await self.floor(), await self.cached()
            rounds.append((least, ours))
        self.show("floor", rounds[-1][0])
        self.show("cached", rounds[-1][1])
        for name, of in (
            ("p50", lambda figures: figures["complete_ms"]["p50"]),
            ("p95", lambda figures: figures["complete_ms"]["p95"]),
            ("throughput", lambda figures: figures["throughput_per_s"]),
        ):
            ratios = [of(ours) / of(least) for least, ours in rounds]
            print(f"    {name}: {statistics.median(ratios):.2f} times the floor's", flush=True)

    async def new_ones(self):
        """Questions and pictures that no cache holds."""
        async with self._harness.Harness() as discord:
            await start(discord)
            series = await self.series(discord, new_questions(100_000, SERIES), SERIES)
            self.show("never asked before", series)
            at_once = PICTURES_AT_ONCE
            storm = await self.series(discord, new_questions(50_000, at_once), at_once, at_once)
            self.show(f"{at_once} new pictures at once", storm)

    async def steady(self, rate, seconds):
        """The same question at a steady rate; the worst of all chunks."""
        async with self._harness.Harness() as discord:
            await start(discord)
            chunks = []
            for _ in range(max(1, seconds // A_CHUNK)):
                how = {"rate": rate, "users": rate * A_CHUNK}
                figures = await self.series(discord, [OPENING], rate * A_CHUNK, 5000, **how)
                chunks.append(figures)
            worst = max(chunks, key=lambda figures: figures["ack_ms"]["max"] or 0)
            self.show(f"{rate} a second, worst of {len(chunks)}", worst)
            asked = sum(figures["n"] for figures in chunks)
            failed = sum(figures["failures"] for figures in chunks)
            latest = max(figures["ack_ms"]["max"] or 0 for figures in chunks)
            print(f"    {asked:,} asked, {failed} failed, latest acknowledgement {latest:.0f} ms")


async def main(options):
    """The chosen parts in turn, each with a fresh process."""
    bench = Bench(*load_harness(options.folder))
    parts = {
        "floor": bench.against_the_floor,
        "new": bench.new_ones,
        "steady": lambda: bench.steady(options.rate, options.seconds),
    }
    print(HEADER)
    for part in options.only or parts:
        await parts[part]()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description=__doc__)
    parser.add_argument("folder", help="that holds the package harness")
    parser.add_argument("--rate", type=int, default=300, help="questions a second")
    parser.add_argument("--seconds", type=int, default=60, help="of the steady rate")
    parser.add_argument("--only", action="append", choices=("floor", "new", "steady"))
    asyncio.run(main(parser.parse_args()))
