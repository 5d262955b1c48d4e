"""``python -m tests.fuzz --runs 20000``: bent examples and noise at every reader, in turn.

The same seed makes the same texts. A text that breaks a promise, or takes longer than
`HANGS_SECONDS`, is printed in a form that can be pasted into a test. With Atheris, the same
targets are steered by coverage: see `CONTRIBUTING.md`.
"""

import argparse
import random
import sys
import traceback
from time import perf_counter

from tests.fuzz.making import Maker
from tests.fuzz.targets import READERS, TARGETS

HANGS_SECONDS = 5.0
"""Far above what any text takes: this is about blocking, not about speed."""


class Tally:
    """What happened at one target."""

    def __init__(self):
        self.runs = self.understood = self.broken = 0
        self.seconds = self.slowest = 0.0
        self.slowest_text = ""

    def note(self, text, seconds, *, understood):
        self.runs += 1
        self.understood += understood
        self.seconds += seconds
        if seconds > self.slowest:
            self.slowest, self.slowest_text = seconds, text


def play(name, target, runs, seed, until):
    """Give a target its share of texts, until a time by the clock at the latest."""
    maker = Maker(random.Random(f"{seed} {name}"), target.seeds, target.pieces)
    tally = Tally()
    broken = set()
    while tally.runs < runs and perf_counter() < until:
        text = maker.text()
        started = perf_counter()
        understood = False
        try:
            understood = target.run(text)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            tally.broken += 1
            if (kind := (type(error), where.filename, where.lineno)) not in broken:
                broken.add(kind)
                print(f"BROKEN {name}: {text!r}", flush=True)
                traceback.print_exc()
        seconds = perf_counter() - started
        if seconds > HANGS_SECONDS:
            tally.broken += 1
            print(f"HANGS {name} for {seconds:.1f} s: {text!r}", flush=True)
        tally.note(text, seconds, understood=understood)
    return tally


def main():
    """Play the chosen targets."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000, help="of all targets together")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="at the most, of all")
    parser.add_argument("--seed", type=int, default=1789)
    parser.add_argument("--target", action="append", choices=TARGETS, help="may be repeated")
    parser.add_argument("--readers", action="store_true", help="all that read and do not answer")
    parser.add_argument("--each", type=int, help="of each target; instead of --runs")
    options = parser.parse_args()
    names = options.target or (READERS if options.readers else TARGETS)
    chosen = {name: TARGETS[name] for name in names}
    each = options.each or -(-options.runs // len(chosen))
    started, total, broken = perf_counter(), 0, 0
    print(f"{'target':22}{'texts':>9}{'read':>7}{'each µs':>9}{'slowest ms':>12}  slowest text")
    for left, (name, target) in zip(range(len(chosen), 0, -1), chosen.items(), strict=True):
        now = perf_counter()
        until = now + (started + options.seconds - now) / left
        tally = play(name, target, each, options.seed, until)
        total, broken = total + tally.runs, broken + tally.broken
        share, cost = tally.understood / max(tally.runs, 1), tally.seconds / max(tally.runs, 1)
        print(
            f"{name:22}{tally.runs:9,}{share:7.0%}{cost * 1e6:9.0f}{tally.slowest * 1e3:12.1f}"
            f"  {tally.slowest_text[:60]!r}",
            flush=True,
        )
    print(f"{total:,} texts in {perf_counter() - started:.0f} s, {broken} broken promises")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
