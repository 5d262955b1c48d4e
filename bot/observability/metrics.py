"""Counters and histograms, served to Prometheus where ``METRICS_PORT`` is set.

No label holds anything that a user typed.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)

from bot.exit_codes import bind_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.observability.health import BotStatus
    from bot.settings import Settings

UNKNOWN = "unknown"
"""The label of a command that this bot does not have."""
# The three seconds that Discord waits for a first response are among them.
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0, 10.0, 30.0)


class AnswerResult(StrEnum):
    """How an interaction ended."""

    ANSWERED = "answered"
    REFUSED = "refused"
    """The input could not be used, and the user was told why."""
    FAILED = "failed"
    """An error of the bot, and an apology."""
    UNDELIVERED = "undelivered"
    """Discord did not take the answer."""
    OVERLOADED = "overloaded"
    """Too many at once; the user was told."""
    RATE_LIMITED = "rate_limited"
    """Too many at once, many of them by this user, who was told."""


class Meter:
    """Counts and times; Prometheus reads its `registry`."""

    def __init__(self) -> None:
        registry = self.registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        counter = partial(Counter, registry=registry)
        histogram = partial(Histogram, registry=registry, buckets=_BUCKETS)
        self._interactions = counter("selloff_interactions", "Interactions", ["command", "outcome"])
        self._invalid = counter(
            "selloff_invalid_requests", "401, 403 or 429 of Discord", ["status"]
        )
        self._rejected = counter("selloff_http_rejected", "Rejected HTTP requests", ["reason"])
        self._acknowledged = histogram(
            "selloff_acknowledge_seconds", "Time until the first response"
        )
        self._completed = histogram("selloff_complete_seconds", "Time until the whole answer")

    def count(self, command: str, result: AnswerResult) -> None:
        """Count an interaction.

        Args:
            command: The name of a command, or `UNKNOWN`.
            result: How it ended.
        """
        self._interactions.labels(command, result).inc()

    def acknowledge(self, seconds: float) -> None:
        """Record the time until the first response."""
        self._acknowledged.observe(seconds)

    def complete(self, seconds: float) -> None:
        """Record the time until the whole answer."""
        self._completed.observe(seconds)

    def refuse(self, status: int) -> None:
        """Count a 401, 403 or 429 of Discord, which count towards its invalid-request limit."""
        self._invalid.labels(status).inc()

    def reject(self, reason: str) -> None:
        """Count a request that the HTTP endpoint rejected."""
        self._rejected.labels(reason).inc()

    def watch(self, read_status: Callable[[], BotStatus]) -> None:
        """Export the status of the bot, which can be read from any thread."""

        def gauge(name: str, meaning: str, read: Callable[[BotStatus], float]) -> None:
            gauge = Gauge(f"selloff_{name}", meaning, registry=self.registry)
            gauge.set_function(lambda: read(read_status()))

        gauge("ready", "1 while interactions can come in", lambda now: now.is_ready)
        gauge("in_flight", "Interactions being answered", lambda now: now.in_flight)
        gauge("pictures_waiting", "Charts not rendered yet", lambda now: now.pictures_waiting)
        gauge("loop_lag_seconds", "Largest event loop delay", lambda now: now.lag_seconds)
        gauge("sending_paused", "1 while Discord refuses us", lambda now: now.is_paused)
        gauge("sessions_left", "New sessions allowed at the start", _sessions_left)
        gauge("data_age_days", "Age of the newest yields", lambda now: _age_days(now.data_day))


@contextmanager
def serve_metrics(settings: Settings, meter: Meter) -> Iterator[None]:
    """Answer Prometheus in a thread if the settings ask for it, as long as the context lasts.

    Raises:
        ConfigurationError: The address cannot be used.
        UnavailableError: The address is taken.
    """
    host, port = settings.metrics_host, settings.metrics_port
    if port is None:
        yield
        return
    try:
        server, _ = start_http_server(port, host, meter.registry)
    except OSError as error:
        raise bind_error(f"METRICS_PORT {port} on {host}", error) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _age_days(day: str) -> float:
    return (datetime.now(UTC).date() - date.fromisoformat(day)).days


def _sessions_left(status: BotStatus) -> float:
    return float("nan") if status.sessions_left is None else status.sessions_left
