"""`sync` without Discord: it tries for a while, then says so in one line."""

import logging

import pytest

from bot import exit_codes as exits
from bot.cli import main
from bot.client import SelloffClient


@pytest.fixture
def outage(monkeypatch):
    """Call it with how many tries fail; returns the list of all tries."""
    monkeypatch.setenv("DISCORD_TOKEN", "nobody.s.token")
    monkeypatch.setattr("bot.app.start_logging", lambda level: None)

    def last(fails, error):
        async def login(self, token):
            # As discord.py does first of all.
            await self._async_setup_hook()
            tries.append(token)
            if len(tries) <= fails:
                raise error

        tries = []
        monkeypatch.setattr(SelloffClient, "login", login)
        return tries

    return last


def test_sync_reports_outage_in_one_line(outage, monkeypatch, capsys, caplog):
    tries = outage(100, ConnectionError("Cannot connect\nto host"))
    # The third wait would lead beyond the minute.
    waits = iter([0, 0, 61])
    monkeypatch.setattr("bot.client.backoff_seconds", lambda tries: next(waits))
    assert main(["sync"]) == exits.FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Discord could not be reached for 60 seconds (ConnectionError: Cannot ")
    assert len(tries) == 3
    ours = [record for record in caplog.records if record.name == "selloff"]
    assert [(each.levelno, each.exc_info) for each in ours] == [(logging.WARNING, None)] * 2


def test_sync_waits_out_short_outage(outage, monkeypatch, capsys):
    tries = outage(2, ConnectionError())
    monkeypatch.setattr("bot.client.backoff_seconds", lambda tries: 0)
    assert main(["sync"]) == exits.OK
    assert (len(tries), capsys.readouterr().err) == (3, "")


def test_sync_interrupted_exits_130(outage):
    outage(1, KeyboardInterrupt())
    assert main(["sync"]) == exits.INTERRUPTED
