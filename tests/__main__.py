"""Run all checks: lint, format, types, import contracts, tests.

``python -m tests`` runs them all; ``python -m tests PATH …`` hands the paths to pytest.
``--all-pythons`` runs the tests on every supported Python on the PATH instead (see noxfile.py).
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def main() -> int:
    """Run the checks in turn and stop at the first that fails."""
    parser = argparse.ArgumentParser(prog="python -m tests", description=__doc__)
    parser.add_argument("--all-pythons", action="store_true", help="run the tests on each Python")
    parser.add_argument("paths", nargs="*", metavar="path", help="tests to run; default: all")
    options = parser.parse_args()
    if options.all_pythons:
        checks = [("nox", "-s", "tests", "--", *options.paths)]
    else:
        checks = [*CHECKS, ("pytest", "-n", "auto", *options.paths)]
    # The tools of this environment, whether or not it is on the PATH.
    folder = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    for tool, *arguments in checks:
        print("$", tool, *arguments, flush=True)
        command = [str(folder / tool), *arguments]
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if code:
            return code
    print("All checks passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
