"""Alone or together, as the settings say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.exit_codes import ConfigurationError
from bot.extras import extra
from bot.shared.sharing import Alone

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.shared.sharing import Sharing


def sharing(settings: Settings) -> Sharing:
    """What this process shares with others; nothing is connected yet.

    Raises:
        ConfigurationError: What the settings ask for is not installed, or cannot be used.
    """
    if settings.valkey_url is None:
        return Alone()
    url = settings.valkey_url.get_secret_value()
    with extra("shared", "VALKEY_URL", "valkey"):
        from valkey.asyncio import Valkey

        from bot.shared.together import Together
    connect = partial(Valkey.from_url, url)
    try:
        connect()
    except ValueError:
        # Its message may quote a part of a password.
        msg = "VALKEY_URL cannot be used: write it like valkey://:password@host:6379."
        raise ConfigurationError(msg) from None
    return Together(connect, url)
