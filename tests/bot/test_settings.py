"""Settings: what is set wrong ends the start with one line and exit code 78."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot import exit_codes as exits
from bot.cli import main
from bot.client import SelloffClient
from bot.interactions.dispatcher import Dispatcher
from bot.settings import Settings
from calc import load_snapshot


def settings(**given):
    return Settings(_env_file=None, **given)


@pytest.mark.parametrize(
    ("index", "each", "ids"),
    [("0", "1", (0,)), ("7", "1", (7,)), ("0", "4", (0, 1, 2, 3)), ("1", "4", (4, 5, 6, 7))],
)
def test_a_process_knows_its_shards_by_its_index(monkeypatch, index, each, ids):
    monkeypatch.setenv("PROCESS_INDEX", index)
    monkeypatch.setenv("SHARDS_PER_PROCESS", each)
    monkeypatch.setenv("SHARD_COUNT", "8")
    assert Settings(_env_file=None).own_shards == ids


@given(count=st.integers(1, 200), each=st.integers(1, 20))
def test_all_processes_together_have_each_shard_once(count, each):
    processes = -(-count // each)
    shards = [
        shard
        for index in range(processes)
        for shard in settings(
            shard_count=count, shards_per_process=each, process_index=index
        ).own_shards
    ]
    assert shards == list(range(count))
    with pytest.raises(ValidationError):
        settings(shard_count=count, shards_per_process=each, process_index=processes)


@pytest.mark.parametrize(
    "given",
    [
        {"PROCESS_INDEX": "0"},
        {"PROCESS_INDEX": "-1", "SHARD_COUNT": "8"},
        {"PROCESS_INDEX": "a", "SHARD_COUNT": "8"},
        {"PROCESS_INDEX": "2", "SHARDS_PER_PROCESS": "4", "SHARD_COUNT": "8"},
    ],
    ids=str,
)
def test_an_index_that_makes_no_sense_is_one_line(monkeypatch, capsys, given):
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert main(["run"]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("The setting PROCESS_INDEX cannot be used: ")


@pytest.mark.parametrize("index", [None, "", " "])
def test_shards_that_are_dealt_out_need_an_index(monkeypatch, capsys, index):
    monkeypatch.setenv("SHARDS_PER_PROCESS", "4")
    monkeypatch.setenv("SHARD_COUNT", "8")
    if index is not None:
        monkeypatch.setenv("PROCESS_INDEX", index)
    assert main(["run"]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert "SHARDS_PER_PROCESS needs a PROCESS_INDEX" in line


def test_a_wrong_number_of_shards_is_said_once(monkeypatch, capsys):
    monkeypatch.setenv("SHARD_COUNT", "two")
    monkeypatch.setenv("PROCESS_INDEX", "0")
    assert main(["run"]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert "SHARD_COUNT" in line


def test_without_an_index_all_shards_are_its(monkeypatch):
    monkeypatch.setenv("PROCESS_INDEX", "")
    assert Settings(_env_file=None).own_shards is None


async def test_client_opens_own_shards():
    def shards(**given):
        chosen = settings(**given)
        client = SelloffClient(chosen, Dispatcher(chosen, load_snapshot()))
        return client.shard_ids, client.shard_count

    assert shards(shard_count=8, process_index=2) == ([2], 8)
    by_index = shards(shard_count=8, shards_per_process=4, process_index=1)
    assert by_index == ([4, 5, 6, 7], 8)
    assert shards() == (None, None)


@pytest.mark.parametrize("key", ["", "abc", "g" * 64, "a" * 63])
def test_the_http_door_needs_a_public_key(monkeypatch, capsys, key):
    monkeypatch.setenv("DISCORD_PUBLIC_KEY", key)
    assert main(["serve"]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert "DISCORD_PUBLIC_KEY" in line


@pytest.mark.parametrize("action", ["run", "sync"])
def test_the_gateway_and_registering_need_a_token(monkeypatch, capsys, action):
    monkeypatch.setenv("DISCORD_TOKEN", " ")
    assert main([action]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert "DISCORD_TOKEN" in line


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_ports_are_ports(port):
    with pytest.raises(ValidationError):
        settings(metrics_port=port)


def test_the_heartbeat_is_in_the_data_folder_unless_told_otherwise(tmp_path):
    assert settings(data_dir=tmp_path).heartbeat == tmp_path / "health.json"
    assert settings(data_dir=tmp_path, health_file="/x/y").heartbeat.as_posix() == "/x/y"


@pytest.mark.parametrize("name", ["DATA_DIR", "HEALTH_FILE"])
@pytest.mark.parametrize("between", ["\n", "\t", "\r", "\x07"])
def test_path_with_control_character_is_one_line(monkeypatch, capsys, name, between):
    monkeypatch.setenv(name, f"C:{between}ew")
    assert main(["health"]) == exits.CONFIG
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"The setting {name} cannot be used: it holds a line break")


def test_tilde_in_path_is_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings(data_dir="~/selloff").data_dir == tmp_path / "selloff"
