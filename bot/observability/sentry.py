"""Errors, reported to Sentry without anybody's words or secrets.

Only this module knows Sentry, and it is imported only when the setting is there.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import sentry_sdk

from bot.exit_codes import ConfigurationError
from bot.observability.logs import redact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentry_sdk.types import Event, Hint

_FLUSH_SECONDS = 2.0


@contextmanager
def reporting(dsn: str) -> Iterator[None]:
    """Report what is logged as an error, as long as the context lasts.

    Raises:
        ConfigurationError: The address cannot be used.
    """
    try:
        sentry_sdk.init(
            dsn,
            before_send=without_secrets,
            auto_enabling_integrations=False,
            # Variables and the trail before an error would hold what people typed.
            include_local_variables=False,
            max_breadcrumbs=0,
            server_name="",
        )
    except ValueError as error:
        msg = f"SENTRY_DSN cannot be used: {error}."
        raise ConfigurationError(msg) from error
    try:
        yield
    finally:
        sentry_sdk.flush(_FLUSH_SECONDS)


def without_secrets(event: Event, _hint: Hint) -> Event:
    """The event as it may leave: where it broke, but no token, no command line, no message.

    The message of an error may quote what somebody typed; it stands in our own log.
    """
    plain: dict[str, Any] = json.loads(redact(json.dumps(event, default=str)))
    plain.get("extra", {}).pop("sys.argv", None)
    for error in plain.get("exception", {}).get("values", []):
        error["value"] = ""
    return cast("Event", plain)
