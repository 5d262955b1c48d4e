"""Report errors to Sentry without user input or secrets, off unless ``SENTRY_DSN`` is set."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from bot.exit_codes import ConfigurationError
from bot.observability.logs import redact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentry_sdk.types import Event, Hint

    from bot.settings import Settings

_FLUSH_SECONDS = 2.0


@contextmanager
def report_errors(settings: Settings) -> Iterator[None]:
    """Report what is logged as an error if the settings ask for it, as long as the context lasts.

    Raises:
        ConfigurationError: The extra is not installed, or the DSN cannot be used.
    """
    if settings.sentry_dsn is None:
        yield
        return
    try:
        import sentry_sdk
    except ModuleNotFoundError as error:
        msg = 'SENTRY_DSN needs an extra: pip install -e ".[sentry]"'
        raise ConfigurationError(msg) from error
    try:
        sentry_sdk.init(
            settings.sentry_dsn.get_secret_value(),
            before_send=without_secrets,
            auto_enabling_integrations=False,
            # Variables and breadcrumbs would hold what users typed.
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
    """Return the event without tokens, command line and error messages.

    An error message may quote what a user typed; it is in the bot's own log.
    """
    plain: dict[str, Any] = json.loads(redact(json.dumps(event, default=str)))
    plain.get("extra", {}).pop("sys.argv", None)
    for error in plain.get("exception", {}).get("values", []):
        error["value"] = ""
    return cast("Event", plain)
