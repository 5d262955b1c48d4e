"""Settings: what is set wrong ends the start with one line and exit code 78."""

import pytest
from pydantic import ValidationError

from bot import exits
from bot.__main__ import main
from bot.settings import Settings
from tests.bot.conftest import build_client


def settings(**given):
    return Settings(_env_file=None, **given)


@pytest.mark.parametrize(
    ("written", "ids"),
    [("", None), ("0", (0,)), ("0,2", (0, 2)), ("0, 4-7", (0, 4, 5, 6, 7)), ("3-3", (3,))],
)
def test_shard_ids_are_a_list_with_ranges(monkeypatch, written, ids):
    monkeypatch.setenv("SHARD_IDS", written)
    monkeypatch.setenv("SHARD_COUNT", "8")
    assert Settings(_env_file=None).shard_ids == ids


@pytest.mark.parametrize(("ids", "count"), [("1", ""), ("8", "8"), ("-1", "8"), ("a", "8")])
def test_shard_ids_that_make_no_sense_are_one_line(monkeypatch, capsys, ids, count):
    monkeypatch.setenv("SHARD_IDS", ids)
    monkeypatch.setenv("SHARD_COUNT", count)
    assert main(["run"]) == exits.CONFIGURATION
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("The setting SHARD_IDS cannot be used: ")


async def test_the_client_opens_the_shards_it_is_told():
    from bot.client import SelloffClient
    from calc import load_snapshot

    client = SelloffClient(settings(shard_count=8, shard_ids="2-3"), load_snapshot())
    assert (client.shard_ids, client.shard_count) == ([2, 3], 8)
    await client.close()
    alone = build_client(shard_count=8, shard_ids="2-3")
    assert (alone.shard_ids, alone.shard_count) == (None, 1)
    await alone.close()


@pytest.mark.parametrize("key", ["", "abc", "g" * 64, "a" * 63])
def test_the_http_door_needs_a_public_key(monkeypatch, capsys, key):
    monkeypatch.setenv("DISCORD_PUBLIC_KEY", key)
    assert main(["serve"]) == exits.CONFIGURATION
    (line,) = capsys.readouterr().err.splitlines()
    assert "DISCORD_PUBLIC_KEY" in line


@pytest.mark.parametrize("action", ["run", "sync"])
def test_the_gateway_and_registering_need_a_token(monkeypatch, capsys, action):
    monkeypatch.setenv("DISCORD_TOKEN", " ")
    assert main([action]) == exits.CONFIGURATION
    (line,) = capsys.readouterr().err.splitlines()
    assert "DISCORD_TOKEN" in line


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_ports_are_ports(port):
    with pytest.raises(ValidationError):
        settings(metrics_port=port)


def test_the_heartbeat_is_in_the_data_folder_unless_told_otherwise(tmp_path):
    assert settings(data_dir=tmp_path).heartbeat == tmp_path / "health.json"
    assert settings(data_dir=tmp_path, health_file="/x/y").heartbeat.as_posix() == "/x/y"
