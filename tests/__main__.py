"""Everything that has to hold, in one command: lint, format, types, storeys, tests.

``python -m tests`` runs them all; ``python -m tests PATH …`` hands the paths to pytest.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto"),
)


def main(paths: list[str]) -> int:
    """Run the checks in turn and stop at the first that fails."""
    for tool, *arguments in CHECKS:
        command = [tool, *arguments, *(paths if tool == "pytest" else ())]
        print("$", *command, flush=True)
        # The tools of this environment, whether or not it is on the PATH.
        command[0] = str(Path(sys.executable).with_name(tool))
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            return code
    print("All checks passed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
