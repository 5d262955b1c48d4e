"""Off by default; one line where it cannot be had, without a password in it."""

import builtins
import sys

import pytest

from bot.exit_codes import ConfigurationError
from bot.settings import Settings
from bot.shared.opening import sharing
from bot.shared.sharing import Alone
from bot.shared.together import Together


def shared_by(url):
    return sharing(Settings(_env_file=None, valkey_url=url))


@pytest.mark.parametrize("url", [None, "", " "])
def test_alone_unless_told_otherwise(url):
    assert isinstance(shared_by(url), Alone)


@pytest.mark.parametrize("scheme", ["redis", "rediss", "valkey", "valkeys", "unix"])
def test_every_way_to_write_it_starts_without_a_store(scheme):
    assert isinstance(shared_by(f"{scheme}://:word@nowhere.invalid/0"), Together)


@pytest.mark.parametrize(
    "url", ["http://:s3cr3t@host", "s3cr3t", "valkey://:s3cr3t/x@host", "valkey://:s3cr3t@host:x"]
)
def test_an_address_that_is_none_is_one_line_without_the_password(url):
    with pytest.raises(ConfigurationError, match=r"^VALKEY_URL cannot be used") as raised:
        shared_by(url)
    assert "s3cr3t" not in str(raised.value)
    assert raised.value.__suppress_context__
    assert raised.value.__cause__ is None


def test_a_missing_extra_is_one_line(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "valkey"]:
        monkeypatch.delitem(sys.modules, name)
    real = builtins.__import__

    def without(name, *rest):
        if name.partition(".")[0] == "valkey":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ConfigurationError, match=r'^VALKEY_URL needs .*\.\[shared\]"$'):
        shared_by("valkey://host")


def test_the_setting_itself_does_not_show_its_password():
    assert "s3cr3t" not in repr(Settings(_env_file=None, valkey_url="valkey://:s3cr3t@host"))
