"""Whatever stands in the environment or in ``.env``, the start says it in plain lines."""

import pytest

from bot import exit_codes as exits
from bot.cli import main
from bot.settings import Settings, likely_typos, read_settings

PASTED = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAx.GabcDe.secretsecretsecretsecretsecret"


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def only_line(capsys):
    (line,) = capsys.readouterr().err.splitlines()
    return line


NONSENSE = {
    "LOG_LEVEL": "loud",
    "DEFER_AFTER_SECONDS": "3",
    "RENDER_TIMEOUT_SECONDS": "0",
    "REFRESH_HOURS": "daily",
    "SHARD_COUNT": "0",
    "PROCESS_INDEX": "first",
    "DISCORD_PUBLIC_KEY": "abc",
    "SHUTDOWN_DELAY_SECONDS": "-1",
    "METRICS_PORT": "80000",
}


@pytest.mark.parametrize("name", NONSENSE)
def test_a_setting_that_cannot_be_used_is_named_in_plain_words(monkeypatch, capsys, name):
    monkeypatch.setenv(name, NONSENSE[name])
    assert main(["health"]) == exits.CONFIG
    line = only_line(capsys)
    assert line.startswith(f"The setting {name} cannot be used: it must be ")
    assert "should" not in line


def test_every_setting_says_what_it_must_be():
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize("hours", ["0.5", "0.001", "-1", "nan"])
def test_nobody_is_asked_more_often_than_hourly(monkeypatch, capsys, hours):
    monkeypatch.setenv("REFRESH_HOURS", hours)
    assert main(["health"]) == exits.CONFIG
    assert "REFRESH_HOURS" in only_line(capsys)


@pytest.mark.parametrize("hours", ["0", "1", "24"])
def test_never_hourly_and_daily_are_fine(monkeypatch, hours):
    monkeypatch.setenv("REFRESH_HOURS", hours)
    assert read_settings().refresh_hours == float(hours)


@pytest.mark.parametrize("blank", ["", "  "])
def test_empty_value_is_not_set(monkeypatch, blank):
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), blank)
    assert read_settings() == Settings(_env_file=None)


def test_empty_variable_leaves_the_file_value(monkeypatch, folder):
    (folder / ".env").write_text("LOG_LEVEL=ERROR\n")
    monkeypatch.setenv("LOG_LEVEL", "")
    assert read_settings().log_level == "ERROR"


def test_a_level_may_be_written_small(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", " warning")
    assert read_settings().log_level == "WARNING"


@pytest.mark.parametrize("action", ["run", "sync"])
@pytest.mark.parametrize("between", [" ", "\n", "\r\n", "\t", "\x00", "é", "\u2028"])
def test_a_token_in_pieces_is_one_line_and_stays_secret(capsys, monkeypatch, action, between):
    token = f"{PASTED[:30]}{between}{PASTED[30:]}"
    # The environment itself holds no such character.
    monkeypatch.setattr("bot.settings.Settings", lambda: Settings(discord_token=token))
    assert main([action]) == exits.CONFIG
    line = only_line(capsys)
    assert line.startswith("The setting DISCORD_TOKEN cannot be used: ")
    assert not any(PASTED[at : at + 6] in line for at in range(len(PASTED) - 6))


def test_white_space_around_a_token_is_left_out(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", f"  {PASTED}\n")
    assert read_settings().discord_token.get_secret_value() == PASTED


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("REFRESH_HOUR", "REFRESH_HOURS"),
        ("DISCORD_TOKN", "DISCORD_TOKEN"),
        ("discord-token", "DISCORD_TOKEN"),
        ("SHARDCOUNT", "SHARD_COUNT"),
    ],
)
def test_a_typo_is_named_without_its_value(folder, capsys, name, meant):
    (folder / ".env").write_text(f"COMPOSE_PROJECT_NAME=x\nTZ=UTC\n{name}=s3cr3t\n")
    assert main(["health"]) == exits.FAILED
    line = only_line(capsys)
    assert f"sets {name.upper()}, which is no setting: is {meant} meant?" in line
    assert "s3cr3t" not in line


def test_unrelated_lines_of_the_file_are_ignored(folder):
    (folder / ".env").write_text(f"POSTGRES_PASSWORD=x\nPORT=1\nHOST=y\nPATH=z\n{PASTED}\n")
    assert likely_typos() == []


def test_a_file_that_begins_with_a_mark_is_read(folder):
    (folder / ".env").write_text("LOG_LEVEL=ERROR\n", encoding="utf-8-sig")
    assert read_settings().log_level == "ERROR"


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_file_that_is_not_utf_8_is_one_line(folder, capsys, encoding):
    (folder / ".env").write_text("# Schlüssel\nLOG_LEVEL=ERROR\n", encoding=encoding)
    assert main(["health"]) == exits.CONFIG
    assert only_line(capsys) == "The file .env is not UTF-8 text: save it again as UTF-8."


@pytest.mark.parametrize("words", [["serve"], ["sandbox"], []])
@pytest.mark.parametrize("port", ["80000", "-1", "http", "8O80", ""])
def test_a_port_that_is_none_is_a_mistake_in_the_command(capsys, words, port):
    with pytest.raises(SystemExit) as end:
        main([*words, f"--port={port}"])
    assert end.value.code == exits.USAGE
    assert "--port: a port is a number from 0 to 65535" in capsys.readouterr().err
