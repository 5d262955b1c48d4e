"""docs/faults.md: all eighty faults, each with a test that exists or a reason."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (F\d\d) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
PROOF = re.compile(r"`([^`]+\.py)::(\w+)`")
ROWS = ROW.findall((ROOT / "docs" / "faults.md").read_text(encoding="utf-8"))


@cache
def names_in(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in tree.body if isinstance(node, kinds)}


def test_all_eighty_are_there_in_order():
    assert [number for number, *_ in ROWS] == [f"F{number:02}" for number in range(1, 81)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_names_tests_that_exist_or_says_why_it_cannot_occur(row):
    *_, proof = row
    named = PROOF.findall(proof)
    if not named:
        assert proof.startswith("cannot occur: ")
        assert len(proof) > 40
    for path, name in named:
        assert name.startswith("test_")
        assert name in names_in(path), f"{path} has no {name}"
