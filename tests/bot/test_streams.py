"""The program with closed, full or narrow streams and an odd environment."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot import exit_codes as exits

ROOT = Path(__file__).resolve().parents[2]
ASK = 'ask "/signal ten:-47bp"'
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the redirections are of sh")


def run(line, tmp_path, **environment):
    """Run ``python -m bot`` with what `sh` makes of the line."""
    env = {name: text for name, text in os.environ.items() if name != "DISCORD_TOKEN"}
    env |= {"DATA_DIR": str(tmp_path), "TMPDIR": str(tmp_path)} | environment
    env = {name: text for name, text in env.items() if text is not None}
    return subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m bot {line}"],
        cwd=ROOT, env=env, check=False, capture_output=True,
    )  # fmt: skip


@pytest.mark.parametrize("to", [">&-", "2>&-", ">&- 2>&- <&-", ">/dev/full 2>/dev/full"])
def test_closed_streams_keep_the_exit_code(tmp_path, to):
    assert run(f"run {to}", tmp_path).returncode == exits.CONFIG


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-1", "ascii"])
def test_narrow_encoding_gets_plain_characters(tmp_path, encoding):
    ran = run(ASK, tmp_path, PYTHONIOENCODING=encoding)
    assert ran.returncode == exits.OK, ran.stderr
    assert "-0.47" in ran.stdout.decode(encoding)
    claim = 'ask "/claim text:Japan holds 2 trillion dollars of US Treasuries"'
    ran = run(claim, tmp_path, PYTHONIOENCODING=encoding)
    assert ran.returncode == exits.OK
    assert "$2 trillion of US Treasuries" in ran.stdout.decode(encoding)


def test_narrow_encoding_keeps_the_signs_of_the_math(tmp_path):
    line = """ask "/selloff country:japan amount:200b" --tap "Math\""""
    ran = run(line, tmp_path, PYTHONIOENCODING="ascii")
    assert ran.returncode == exits.OK, ran.stderr
    words = ran.stdout.decode("ascii").rpartition("[")[0]
    assert " * " in words
    assert not re.search(r"[?][0-9]| [?] ", words)


def test_inherited_matplotlib_backend_is_ignored(tmp_path):
    line = f'ask "/selloff country:japan amount:200b" --save {tmp_path}'
    assert run(line, tmp_path, MPLBACKEND="module://no.such").returncode == exits.OK


def test_missing_home_uses_cache_or_temporary_folder(tmp_path):
    homeless = {"HOME", "DATA_DIR"}
    nobody = """
import os
from bot.settings import Settings
os.setuid(54321)
print(Settings(_env_file=None).data_dir)
"""
    if os.geteuid() != 0:
        pytest.skip("only root can become a user without a home")
    for given, folder in (({"XDG_CACHE_HOME": "/cache"}, "/cache"), ({}, None)):
        env = {**os.environ, **given}
        env = {name: text for name, text in env.items() if name not in homeless}
        ran = subprocess.run(
            [sys.executable, "-c", nobody], cwd=ROOT, env=env, check=False, capture_output=True
        )
        assert ran.returncode == 0, ran.stderr
        path = Path(ran.stdout.decode().strip())
        assert path.is_absolute()
        assert folder is None or path.parent == Path(folder)


def test_refresh_goes_on_when_nobody_reads(tmp_path):
    ran = run("refresh --from http://127.0.0.1:9 | head -1; echo done", tmp_path)
    assert ran.stdout.splitlines()[-1] == b"done"
    assert b"Traceback" not in ran.stderr
