"""The unit for systemd: known to it word for word, hardened, true to the program's exit codes."""

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from bot import exit_codes as exits
from bot.settings import Settings
from tests.deploy.test_compose import FAREWELL_SECONDS, ROOM_SECONDS
from tests.deploy.test_files import ROOT, exit_code_of

UNIT = ROOT / "docs" / "deploy" / "selloff-bot.service"
ANALYZE = shutil.which("systemd-analyze")
CACHES = "/var/cache"


def service():
    """What the unit's section of the service says, each word with all its values."""
    section = UNIT.read_text(encoding="utf-8").partition("[Service]")[2].partition("[Install]")[0]
    said = defaultdict(list)
    for word, value in re.findall(r"^([A-Z]\w+)=(.*)$", section, re.MULTILINE):
        said[word].append(value)
    return said


@pytest.mark.skipif(ANALYZE is None, reason="no systemd-analyze here")
def test_systemd_accepts_the_unit(tmp_path):
    """With a program that exists on this machine."""
    text = UNIT.read_text(encoding="utf-8")
    copy = tmp_path / UNIT.name
    here = re.sub(r"^(ExecStart=)\S+", rf"\1{sys.executable}", text, flags=re.MULTILINE)
    copy.write_text(here)
    command = [ANALYZE, "verify", "--man=no", copy]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_unit_restarts_unless_configuration_is_wrong():
    said = service()
    (command,) = said["ExecStart"]
    module, action = re.search(r" -m (\w+) (\w+)$", command).groups()
    assert module == "bot"
    assert exit_code_of(action) == 0
    assert said["Restart"] == ["always"]
    assert said["RestartPreventExitStatus"] == [str(exits.CONFIG)]
    assert "\nStartLimitIntervalSec=0\n" in UNIT.read_text(encoding="utf-8")
    (grace,) = said["TimeoutStopSec"]
    notice = Settings(_env_file=None).shutdown_delay_seconds
    assert notice + FAREWELL_SECONDS + ROOM_SECONDS <= int(grace)


def test_unit_writes_only_to_its_cache(monkeypatch):
    said = service()
    assert said["ProtectSystem"] == ["strict"]
    assert said["DynamicUser"] == ["yes"]
    (cache,) = said["CacheDirectory"]
    for line in said["Environment"]:
        for setting in line.split():
            name, _, value = setting.partition("=")
            monkeypatch.setenv(name, value.replace("%C", CACHES))
    settings = Settings(_env_file=ROOT / ".env.example")
    assert settings.data_dir == Path(CACHES, cache)
    assert settings.heartbeat.parent == Path(CACHES, cache)
