"""Give random texts to everything that reads text: ``python -m tests.fuzz --examples 1000``.

Hypothesis makes the texts and shrinks those that break something. ``--coverage SECONDS`` lets
Atheris search one target, steered by coverage (Linux; the dependency group ``fuzz``).
"""

import argparse
import sys
from pathlib import Path
from time import perf_counter

from hypothesis import HealthCheck, given, seed, settings

CORPORA = Path(__file__).resolve().parents[2] / "out" / "fuzz"
"""Where Atheris keeps its corpora, and the texts that broke something."""


def fuzz(target, examples, number):
    """Try a target with so many texts; raise what it raises for the shortest one."""
    how = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}

    @seed(number)
    @settings(max_examples=examples, **how)
    @given(target.texts())
    def run(text):
        target.run(text)

    run()


def fuzz_by_coverage(name, seconds):
    """Let Atheris try a target; it ends this process."""
    import atheris

    with atheris.instrument_imports(include=["commands", "bot.http_endpoint", "bot.data_refresh"]):
        from tests.fuzz.targets import TARGETS
    target, corpus = TARGETS[name], CORPORA / name.replace("/", "command ")
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(text.encode("utf-8", "surrogateescape"))

    def run(data):
        target.run(data.decode("utf-8", "surrogateescape"))

    limits = ("-max_len=6000", "-timeout=10", f"-max_total_time={seconds}")
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={CORPORA}/", str(corpus)], run)
    atheris.Fuzz()


def main():
    """Fuzz the chosen targets.

    Returns:
        0 when everything held, else 1.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=1000, help="texts for each target")
    parser.add_argument("--seed", type=int, default=1789, help="the same one, the same texts")
    parser.add_argument("--coverage", type=int, metavar="SECONDS", help="Atheris, on one target")
    parser.add_argument("targets", nargs="*", metavar="target", help="default: all of them")
    options = parser.parse_args()
    if options.coverage:
        if len(options.targets) != 1:
            parser.error("--coverage takes one target")
        fuzz_by_coverage(options.targets[0], options.coverage)
    from tests.fuzz.targets import TARGETS

    if unknown := set(options.targets) - TARGETS.keys():
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    failed = 0
    for name in options.targets or TARGETS:
        started, outcome = perf_counter(), "ok"
        try:
            fuzz(TARGETS[name], options.examples, options.seed)
        except Exception as error:
            failed += 1
            outcome = "\n".join(["FAILED", repr(error), *getattr(error, "__notes__", ())])
        print(f"{name:24}{perf_counter() - started:8.1f} s  {outcome}", flush=True)
    print(f"{failed} targets failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
