"""`health` knows the truth about the running bot, from outside, by one file."""

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot import exit_codes as exits
from bot.__main__ import main
from bot.observability.health import read_health
from bot.observability.heartbeat import Pulse
from bot.observability.status import Vitals, trouble

WELL = Vitals(
    door="gateway",
    is_ready=True,
    lag_seconds=0.002,
    in_flight=3,
    pictures_waiting=1,
    data_day="2026-10-09",
)


def beat(path, written=None, pid=1, **changes):
    vitals = WELL.as_dict() | changes
    path.write_text(json.dumps({"written": written or time.time(), "pid": pid} | vitals))


@pytest.fixture
def path(tmp_path, monkeypatch):
    path = tmp_path / "sub" / "health.json"
    monkeypatch.setenv("HEALTH_FILE", str(path))
    return path


@pytest.mark.parametrize(
    ("changes", "silent", "what"),
    [
        ({}, 5, None),
        ({}, 31, "no sign of life for 31 s"),
        ({"is_ready": False}, 5, "not connected to Discord"),
        ({"is_ready": False, "door": "http"}, 5, "not listening"),
        ({"lag_seconds": 1.4}, 5, "the event loop lags by 1.4 s"),
    ],
)
def test_what_is_wrong_is_said(changes, silent, what):
    assert trouble(Vitals(**WELL.as_dict() | changes), silent) == what


def test_a_restart_cures_silence_but_no_outage():
    away = Vitals(**WELL.as_dict() | {"is_ready": False})
    assert trouble(away, 5, only_alive=True) is None
    assert trouble(away, 31, only_alive=True)


def test_the_command_tells_by_its_exit_code(path, capsys):
    assert main(["health"]) == exits.FAILED
    path.parent.mkdir()
    beat(path)
    assert main(["health"]) == exits.FINE
    beat(path, is_ready=False)
    assert main(["health"]) == exits.FAILED
    assert main(["health", "--alive"]) == exits.FINE
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "unhealthy",
        "healthy",
        "unhealthy",
        "healthy",
    ]
    assert "yields of 2026-10-09" in lines[1]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"written": "now", "pid": 1}', "\ud800"])
def test_a_file_that_is_no_heartbeat_is_no_health(tmp_path, text):
    path = tmp_path / "health.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_health(path) == (False, f"unhealthy: {path} cannot be read")


async def test_a_running_bot_beats_and_leaves_nothing_behind(path):
    is_ready = False

    def read(lag_seconds):
        return Vitals(**WELL.as_dict() | {"is_ready": is_ready, "lag_seconds": lag_seconds})

    async with Pulse(read, path).beating():
        await until(path.exists)
        assert read_health(path) == (False, "unhealthy: not connected to Discord")
        is_ready = True
        await until(lambda: read_health(path)[0])
        assert json.loads(path.read_text())["pid"] == os.getpid()
    assert list(path.parent.iterdir()) == []


async def test_a_folder_that_cannot_be_written_costs_one_line(tmp_path, caplog):
    (tmp_path / "file").touch()
    pulse = Pulse(lambda _: WELL, tmp_path / "file" / "health.json")
    for _ in range(3):
        pulse._write(WELL)
    assert [record.message for record in caplog.records] == ["the heartbeat cannot be written"]


def test_a_full_disk_leaves_no_litter(path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    Pulse(lambda _: WELL, path)._write(WELL)
    assert not list(path.parent.iterdir())


async def test_the_heartbeat_of_another_process_is_left_alone(path):
    async with Pulse(lambda _: WELL, path).beating():
        await until(path.exists)
        beat(path)
    assert path.exists()


def ended():
    """The id of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_where_a_living_bot_beats_another_one_keeps_quiet_and_says_so_once(path, caplog):
    path.parent.mkdir()
    beat(path, pid=os.getppid())
    theirs = path.read_text()
    pulse = Pulse(lambda _: WELL, path)
    for _ in range(3):
        pulse._write(WELL)
    pulse._remove()
    assert path.read_text() == theirs
    (record,) = caplog.records
    assert "another bot has its heartbeat here" in record.message
    assert record.pid == os.getppid()
    # Once it has left, the place is free.
    path.unlink()
    pulse._write(WELL)
    assert json.loads(path.read_text())["pid"] == os.getpid()
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    "left",
    [
        lambda path: beat(path, pid=ended()),
        lambda path: beat(path, pid=os.getppid(), written=time.time() - 31),
        lambda path: beat(path, pid=os.getpid()),
        lambda path: beat(path, pid=0),
        lambda path: beat(path, pid=10**30),
        lambda path: path.write_text("[]"),
        lambda path: path.write_text('{"written": 1e999, "pid": 1e999}'),
        lambda path: path.write_text('{"written": "now", "pid": 1}'),
    ],
)
def test_what_a_dead_bot_left_is_overwritten(path, caplog, left):
    path.parent.mkdir()
    left(path)
    Pulse(lambda _: WELL, path)._write(WELL)
    assert json.loads(path.read_text())["pid"] == os.getpid()
    assert not caplog.records


def test_who_cannot_know_says_what_may_be_wrong(path):
    well, line = read_health(path)
    assert not well
    assert line == f"unhealthy: no bot has written {path}; is its folder (DATA_DIR) writable?"


async def until(holds):
    for _ in range(3000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError
