"""Damaged figures are never told as facts: the bot does not start with them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot import exit_codes as exits
from bot.__main__ import main
from bot.intact import FIGURES, SUMS, damaged_files

ROOT = Path(__file__).resolve().parents[2]
RENEW = "after a change on purpose: cd calc && sha256sum data/*.json parameters/*.json > SHA256SUMS"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FIGURES, tmp_path / "calc")
    return tmp_path / "calc"


def flip_a_byte(path):
    content = bytearray(path.read_bytes())
    at = re.search(rb"[1-8]", content).start()
    content[at] ^= 1
    path.write_bytes(content)


def test_the_figures_are_those_that_were_released():
    assert damaged_files() == [], RENEW
    listed = {line.split()[1] for line in (FIGURES / SUMS).read_text().splitlines()}
    there = {str(path.relative_to(FIGURES).as_posix()) for path in FIGURES.rglob("*.json")}
    assert listed == there, RENEW


def test_one_wrong_digit_a_missing_file_or_missing_sums_are_noticed(folder):
    flip_a_byte(folder / "data" / "par_curve.json")
    assert damaged_files(folder) == ["data/par_curve.json"]
    (folder / "parameters" / "impact.json").unlink()
    assert damaged_files(folder) == ["data/par_curve.json", "parameters/impact.json"]
    (folder / SUMS).unlink()
    assert damaged_files(folder) == [SUMS]


def test_line_endings_of_windows_are_no_damage(folder):
    path = folder / "data" / "par_curve.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert damaged_files(folder) == []


@pytest.mark.parametrize(
    "arguments", [["run"], ["serve"], ["sync"], ["ask", "/about"], ["refresh"]]
)
def test_it_ends_with_one_line_and_its_own_code(folder, arguments, capsys, monkeypatch):
    flip_a_byte(folder / "data" / "holders.json")
    monkeypatch.setattr("bot.intact.damaged_files", lambda: damaged_files(folder))
    assert main(arguments) == exits.CONFIGURATION == 78
    (line,) = capsys.readouterr().err.splitlines()
    assert "data/holders.json" in line


def test_a_damaged_installation_says_so_before_it_reads_anything(tmp_path):
    for part in ("bot", "calc", "commands"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("data/par_curve.json", "parameters/impact.json"):
        (tmp_path / "calc" / name).write_text("{")
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "/selloff country:japan amount:200b"],
        cwd=tmp_path, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == exits.CONFIGURATION
    assert "data/par_curve.json, parameters/impact.json" in ran.stderr
    assert "Traceback" not in ran.stderr
