"""docs/faults.md and the markers of the tests agree."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (F\d\d) \| .+ \| (bot|discord\.py|proxy|supervisor) \|$", re.MULTILINE)
MARK = re.compile(r"mark\.fault\(([^)]*)\)")
ROWS = dict(ROW.findall((ROOT / "docs" / "faults.md").read_text(encoding="utf-8")))
MARKED = {
    fault
    for path in (ROOT / "tests").rglob("test_*.py")
    for marks in MARK.findall(path.read_text(encoding="utf-8"))
    for fault in re.findall(r'"(F\d\d)"', marks)
}


def test_every_marker_has_a_row():
    assert MARKED
    assert set() == MARKED - ROWS.keys()


def test_every_fault_of_the_bot_has_a_test():
    assert {fault for fault, owner in ROWS.items() if owner == "bot"} - MARKED == set()
