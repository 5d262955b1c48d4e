"""Break the arithmetic on purpose and count the breaks that the tests notice.

``python -m tests.mutation calc/bonds tests/calc/bonds`` changes one thing at a time, in memory
only, runs the tests on it and prints what was killed in each file and every survivor.
"""

import argparse
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

from tests.mutation.operators import mutants
from tests.mutation.trial import Changed, trial, warm_up


def modules(source):
    path = Path(source)
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def module_name(path):
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def chosen(source, sample, seed):
    """(path, mutant) of every change, or of a random sample of them, in the files' order."""
    found = [
        (path, mutant)
        for path in modules(source)
        for mutant in mutants(path.read_text(encoding="utf-8"))
    ]
    print(f"{len(found)} mutants of {source}", flush=True)
    if sample is None or sample >= len(found):
        return found
    print(f"a sample of {sample}, seed {seed}", flush=True)
    picked = np.random.default_rng(seed).choice(len(found), sample, replace=False)
    return [found[position] for position in sorted(picked)]


def report(ends):
    for path, alive in ends.items():
        killed = len(alive) - sum(alive)
        print(f"{path!s:<36}{killed:>5} of{len(alive):>5} killed{killed / len(alive):>8.1%}")
    everything = [end for alive in ends.values() for end in alive]
    killed = len(everything) - sum(everything)
    print(f"{'all':<36}{killed:>5} of{len(everything):>5} killed{killed / len(everything):>8.1%}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", help="file or folder to break")
    parser.add_argument("tests", nargs="+", help="tests that should notice")
    parser.add_argument("--sample", type=int, help="how many changes to try, default all")
    parser.add_argument("--seed", type=int, default=356, help="of the sample")
    arguments = parser.parse_args()
    warm_up()
    start = perf_counter()
    code, seconds = trial(arguments.tests, {})
    if code != 0:
        sys.exit("the tests fail on the unbroken program")
    # A change that makes the tests take this much longer has been noticed.
    limit = 10.0 + 3.0 * (perf_counter() - start)
    ends = {}
    for path, mutant in chosen(arguments.source, arguments.sample, arguments.seed):
        changed = Changed(module_name(path), str(path), mutant.compiled(str(path)))
        code, _ = trial(arguments.tests, seconds, limit, changed)
        ends.setdefault(path, []).append(code == 0)
        if code == 0:
            print(f"survived {path}:{mutant.line}  {mutant}", flush=True)
    report(ends)


if __name__ == "__main__":
    main()
