"""Structured logs, one JSON object per line, and errors for Sentry; with secrets redacted."""

from __future__ import annotations

import json
import logging
import re
import secrets
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.exit_codes import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentry_sdk.types import Event, Hint

    from bot.settings import Settings

LOG = logging.getLogger("selloff")

_FLUSH_SECONDS = 2.0
_HIDDEN = "[hidden]"
_SECRETS = (
    (re.compile(r"[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,45}"), _HIDDEN),
    (re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s\"'?]+"), rf"\g<1>{_HIDDEN}"),
)
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def redact(text: str) -> str:
    """Remove bot tokens and interaction tokens from a text."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class JsonFormatter(logging.Formatter):
    """Formats level, time, logger, message, extra fields and traceback as redacted JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Format a record as one line of JSON."""
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        entry |= {key: value for key, value in vars(record).items() if key not in _STANDARD}
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return redact(json.dumps(entry, default=str, ensure_ascii=False))


def start_logging(level: str) -> None:
    """Send all logs of this process to standard error as JSON lines."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # It warns of the missing guilds intent; this bot needs no intent.
    logging.getLogger("discord.state").setLevel(logging.ERROR)
    # It warns of libraries for voice, which this bot does not use.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


def log_error(what: str, error: BaseException) -> str:
    """Log an error once, with everything needed to find it.

    Returns:
        The id that stands in the log and is shown to the user.
    """
    error_id = secrets.token_hex(3)
    LOG.error(what, exc_info=error, extra={"error_id": error_id})
    return error_id


def log_trouble(what: str, error: BaseException) -> str:
    """Log in one line a failure outside the bot.

    Returns:
        The id that stands in the log and is shown to the user.
    """
    error_id = secrets.token_hex(3)
    LOG.warning(what, extra={"reason": repr(error), "error_id": error_id})
    return error_id


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
