"""Count what comes of every hostile text in every option: ``python -m tests.hostile [command]``."""

import sys

from commands.dispatch import run_command
from commands.registry import COMMANDS

from .asking import REQUEST, every_option, tally


def main():
    wanted, total, slowest = sys.argv[1:], [0, 0, 0, 0, 0], (0.0, "")
    run_command(COMMANDS["selloff"], REQUEST, {"country": "nowhere", "amount": "1"})
    for command, option in every_option():
        if wanted and command.name not in wanted and f"{command.name}.{option.name}" not in wanted:
            continue
        found = tally(command, option)
        row = [found.exact, found.asked, found.refused, found.harmless, len(found.wrong)]
        total = [a + b for a, b in zip(total, row, strict=True)]
        slowest = max(slowest, (found.slowest_refusal, f"/{command.name} {option.name}"))
        print(f"/{command.name} {option.name}".ljust(20), *(f"{n:6}" for n in row), flush=True)
        for line in found.wrong:
            print("   ", line.encode("utf-8", "backslashreplace").decode())
    print("exact, asked, refused, harmless, wrong:", *total)
    print(f"slowest refusal: {slowest[0] * 1000:.0f} ms, {slowest[1]}")
    return bool(total[-1])


if __name__ == "__main__":
    sys.exit(main())
