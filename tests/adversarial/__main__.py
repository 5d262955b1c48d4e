"""Run every hostile text in every option and count the outcomes."""

import argparse
import sys
from collections import Counter

from .checks import OUTCOMES, check_option
from .tables import all_options


def main() -> int:
    """Run the options named on the command line.

    Returns:
        0 when every text was handled as the rules say, 1 otherwise.
    """
    pairs = {
        f"{command.name}.{option.name}": (command, option) for command, option in all_options()
    }
    parser = argparse.ArgumentParser("python -m tests.adversarial", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="command[.option]", help="default: all of them")
    names = parser.parse_args().names
    known = {*pairs, *(name.partition(".")[0] for name in pairs)}
    if unknown := [name for name in names if name not in known]:
        parser.error(f"no such command or option: {', '.join(unknown)}")
    total, wrong, slowest = Counter(), 0, (0.0, "")
    for name, (command, option) in pairs.items():
        if names and name not in names and command.name not in names:
            continue
        report = check_option(command, option)
        counts = [report.counts[outcome] for outcome in OUTCOMES]
        print(name.ljust(20), *(f"{n:6}" for n in (*counts, len(report.wrong))), flush=True)
        for line in report.wrong:
            print("   ", line.encode("utf-8", "backslashreplace").decode())
        total += report.counts
        wrong += len(report.wrong)
        slowest = max(slowest, (report.slowest_refusal, name))
    print(*(f"{outcome} {total[outcome]}," for outcome in OUTCOMES), f"wrong {wrong}")
    print(f"slowest refusal: {slowest[0] * 1000:.0f} ms, {slowest[1]}")
    return int(wrong > 0 or not total)


if __name__ == "__main__":
    sys.exit(main())
