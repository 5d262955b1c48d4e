"""How long texts made to be slow take to be read: ``python -m tests.bench.bench_ask``."""

import argparse
import sys
import time

from calc import load_snapshot
from commands.ask.reading import read_question
from commands.claim.checked_text import check_text
from commands.claim.findings import CheckContext
from commands.common.translator import ENGLISH
from tests.commands.ask.hostile_texts import HOSTILE
from tests.commands.ask.language_cases import language_cases
from tests.commands.ask.reading_cases import KNOWN

MAX_SECONDS, MAX_SECONDS_OF_SENTENCE, TRIES = 0.030, 0.010, 3


def seconds(work):
    """The quickest of some tries, after one that fills the caches."""
    work()
    took = []
    for _ in range(TRIES):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return min(took)


def main():
    """Print what is slowest for each; exit with 1 when one is slower than the target."""
    argparse.ArgumentParser(
        prog="python -m tests.bench.bench_ask", description=__doc__
    ).parse_args()
    context = CheckContext(load_snapshot(), ENGLISH)
    readers = {
        "/ask": lambda text: read_question(text, KNOWN),
        "/claim": lambda text: check_text(text, context),
    }
    slowest = {
        name: max((seconds(lambda: read(text)), text[:30]) for text in HOSTILE)  # noqa: B023
        for name, read in readers.items()
    }
    for name, (took, text) in slowest.items():
        print(f"{name}: {took * 1000:.1f} ms at most, for {text!r} …")
    cases = language_cases("third")
    took, text = max((seconds(lambda: case.line), case.question) for case in cases)  # noqa: B023
    print(f"a question in another language: {took * 1000:.1f} ms at most, for {text!r}")
    is_slow = any(took > MAX_SECONDS for took, _ in slowest.values())
    return int(is_slow or took > MAX_SECONDS_OF_SENTENCE)


if __name__ == "__main__":
    sys.exit(main())
