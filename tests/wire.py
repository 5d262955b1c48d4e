"""The unchanged process against a stand-in for Discord: ``python -m tests.wire FOLDER``.

FOLDER holds the package ``harness``, which plays Discord's gateway and REST interface on loopback
and judges every request by Discord's published interface description.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASK = "/selloff country:japan amount:200b"
LABELS = (
    "In one day",
    "Over a year",
    "Half: $100 billion",
    "Double: $400 billion",
    "Show the math",
)


def main(folder: str) -> int:
    """Run every case; the exit code counts the failures."""
    failures = 0
    for name, arguments in _cases():
        code = _run(Path(folder), name, arguments)
        print(f"{'ok  ' if code == 0 else 'FAIL'} {name}", flush=True)
        failures += code != 0
    return min(failures, 1)


def _cases() -> list[tuple[str, list[str]]]:
    ask = ["--invoke", ASK]
    cases = [("guild", ask)]
    cases += [
        (context, [*ask, "--context", context]) for context in ("dm", "private", "user-guild")
    ]
    cases += [("one 502", [*ask, "--fault", "502:POST /interactions/*:times=1"])]
    cases += [("one reset", [*ask, "--fault", "drop:POST /interactions/*:times=1"])]
    cases += [(f"click {label}", [*ask, "--then", f"click:{label}"]) for label in LABELS]
    cases += [("autocomplete", ["--autocomplete", "/selloff country:ja"])]
    return cases


def _run(folder: Path, name: str, arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "harness", "run", "--cmd", f"{sys.executable} -m bot"]
        command += ["--cwd", str(ROOT), *arguments, "--save", out]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
        if done.returncode:
            print(done.stdout[-4000:], done.stderr[-2000:])
            return done.returncode
        if name.startswith("click") or name == "guild":
            run = json.loads((Path(out) / "run.json").read_text())
            print("    ", {key: run[key] for key in run if key in {"startup_ms", "rss_mib"}})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
