"""Everything under tests/ that is started by hand explains itself and rejects nonsense."""

import runpy
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def is_started_by_hand(source):
    """Return whether it is a program, and none that tests start as a changed bot."""
    return '\nif __name__ == "__main__":' in source and 'run_module("bot"' not in source


STARTED_BY_HAND = sorted(
    ".".join(("tests", *path.relative_to(FOLDER).with_suffix("").parts)).removesuffix(".__main__")
    for path in FOLDER.rglob("*.py")
    if is_started_by_hand(path.read_text(encoding="utf-8"))
)


def exit_code_of(module, argument, monkeypatch):
    monkeypatch.setattr(sys, "argv", [module, argument])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    return ended.value.code


def test_entry_points_are_discovered():
    assert {"tests", "tests.fuzz", "tests.end_to_end", "tests.bench.flood"} <= {*STARTED_BY_HAND}


@pytest.mark.filterwarnings("ignore:.*found in sys.modules:RuntimeWarning")
@pytest.mark.parametrize("module", STARTED_BY_HAND)
def test_entry_point_answers_help_and_rejects_nonsense(module, monkeypatch, capsys):
    assert exit_code_of(module, "--help", monkeypatch) == 0
    assert "usage: " in capsys.readouterr().out
    assert exit_code_of(module, "--no-such-option", monkeypatch) not in {0, None}
