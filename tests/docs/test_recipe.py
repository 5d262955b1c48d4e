"""README's "Add a command", done word for word in a copy of the project."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECTION = re.search(
    r"## Add a command\n([\s\S]*?)\n## ", (ROOT / "README.md").read_text(encoding="utf-8")
)[1]


@pytest.fixture
def project(tmp_path):
    for name in ("bot", "calc", "commands", "tests/commands"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/__init__.py", "tests/conftest.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    file = tmp_path / re.search(r"Write `(\S+\.py)`", SECTION)[1]
    file.write_text(re.search(r"```python\n([\s\S]*?)```", SECTION)[1], encoding="utf-8")
    line, registry = re.search(r"Add the line `(\S+)` to \[(\S+)\]", SECTION).groups()
    text = (tmp_path / registry).read_text(encoding="utf-8")
    before, rest = text.split("_MODULES = (\n")
    (tmp_path / registry).write_text(f"{before}_MODULES = (\n    {line}\n{rest}", encoding="utf-8")
    return tmp_path


def run(project, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_recipe_yields_command_that_keeps_the_contract(project):
    check = re.search(r"Run `\S+ -m (pytest [^`]+)`", SECTION)[1]
    assert re.search(r"[1-9]\d* passed", run(project, *check.split()))
    run(project, "ruff", "check", "commands/basis.py", "commands/registry.py")
    run(project, "ruff", "format", "--check", "commands/basis.py")
    contracts = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    subprocess.run([sys.executable, "-c", contracts], cwd=project, check=True, capture_output=True)
