"""``health`` tells from outside whether the bot runs, by one file."""

import asyncio
import errno
import json
import os
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot import exit_codes as exits
from bot.cli import main
from bot.observability import health
from bot.observability.health import BotStatus, HeartbeatWriter, fallback_path, read_health

HEALTHY = BotStatus(
    "gateway",
    is_ready=True,
    lag_seconds=0.002,
    in_flight=3,
    pictures_waiting=1,
    data_day="2026-10-09",
)


def beat(path, age=0.0, pid=1, **changes):
    path.parent.mkdir(exist_ok=True)
    status = asdict(replace(HEALTHY, **changes))
    path.write_text(json.dumps({"written": time.time() - age, "pid": pid} | status))


def writer(path):
    return HeartbeatWriter(lambda _: HEALTHY, path)


@pytest.fixture(autouse=True)
def path(tmp_path, monkeypatch):
    path = tmp_path / "data" / "health.json"
    monkeypatch.setenv("HEALTH_FILE", str(path))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    return path


@pytest.fixture
def full_disk(monkeypatch):
    """Nothing new can be written, whatever the place."""

    real = os.open

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    def existing(path, flags, *mode, **options):
        return (real if Path(path).exists() else full)(path, flags, *mode, **options)

    monkeypatch.setattr("bot.observability.health.os.open", existing)
    monkeypatch.setattr("bot.observability.health.tempfile.TemporaryFile", full)


@pytest.mark.parametrize(
    ("changes", "age", "problem"),
    [
        ({}, 5, None),
        ({}, -5, None),
        ({}, 31, "no heartbeat for 31 s"),
        ({}, -18000, "the heartbeat is dated 18000 s in the future (clock?)"),
        ({"is_ready": False}, 5, "not connected to Discord"),
        ({"is_ready": False, "transport": "http"}, 5, "not listening"),
        ({"lag_seconds": 1.4}, 5, "the event loop lags by 1.4 s"),
    ],
)
def test_status_is_diagnosed(path, changes, age, problem):
    beat(path, age, **changes)
    is_healthy, line = read_health(path)
    assert is_healthy is (problem is None)
    assert line.startswith("healthy: " if is_healthy else f"unhealthy: {problem}")


@pytest.mark.parametrize(("age", "is_alive"), [(5, True), (31, False), (-18000, False)])
def test_alive_ignores_outages_only(path, age, is_alive):
    beat(path, age, is_ready=False)
    assert read_health(path, only_alive=True)[0] is is_alive


def test_command_tells_by_exit_code(path, capsys):
    assert main(["health"]) == main(["health", "--alive"]) == exits.FAILED
    beat(path)
    assert main(["health"]) == exits.OK
    beat(path, is_ready=False)
    assert main(["health"]) == exits.FAILED
    assert main(["health", "--alive"]) == exits.OK
    assert "yields of 2026-10-09" in capsys.readouterr().out.splitlines()[2]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"written": "now", "pid": 1}', "\ud800"])
def test_damaged_heartbeat_is_unhealthy(path, text):
    path.parent.mkdir()
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_health(path) == (False, f"unhealthy: {path} cannot be read")


async def test_running_bot_writes_and_removes_heartbeat(path):
    is_ready = False

    def read(lag_seconds):
        return replace(HEALTHY, is_ready=is_ready, lag_seconds=lag_seconds)

    async with HeartbeatWriter(read, path).running():
        await until(path.exists)
        assert read_health(path) == (False, "unhealthy: not connected to Discord")
        is_ready = True
        await until(lambda: read_health(path)[0])
    assert list(path.parent.iterdir()) == []


def test_heartbeat_can_be_read_by_other_users(path):
    before = os.umask(0o022)
    try:
        writer(path).write()
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o644


async def test_heartbeat_of_other_process_stays(path):
    async with writer(path).running():
        await until(path.exists)
        beat(path)
    assert path.exists()


def test_unwritable_folder_falls_back_to_temporary_files(path, caplog):
    path.parent.touch()
    for _ in range(3):
        writer_ = writer(path)
        writer_.write()
        writer_.write()
    assert read_health(path)[0]
    assert fallback_path(path).exists()
    assert len(caplog.records) == 3, "once for each bot"


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="Windows follows links")
def test_link_in_the_temporary_folder_is_not_followed(path, tmp_path):
    path.parent.touch()
    target = tmp_path / "target"
    target.write_text("kept")
    fallback_path(path).parent.mkdir()
    fallback_path(path).symlink_to(target)
    writer(path).write()
    assert target.read_text() == "kept"


def test_stale_file_does_not_hide_the_fallback(path):
    beat(path, age=3600)
    fallback_path(path).parent.mkdir()
    beat(fallback_path(path))
    assert read_health(path)[0]


def test_full_disk_is_overwritten_in_place(path, full_disk):
    writer(path).write()
    assert not path.exists()
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.write(b" " * 512)
    writer(path).write()
    assert read_health(path)[0]
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_full_disk_is_no_reason_for_a_restart(path, full_disk):
    assert main(["health", "--alive"]) == exits.OK
    assert main(["health"]) == exits.FAILED


def test_old_heartbeat_on_working_disk_is_dead(path):
    beat(path, age=health.MAX_SILENCE_SECONDS + 1)
    assert main(["health", "--alive"]) == exits.FAILED


async def until(holds):
    for _ in range(3000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError
