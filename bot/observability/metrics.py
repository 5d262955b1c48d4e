"""Counts and times for Prometheus.

Only this module knows Prometheus, and it is imported only when the setting is there.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)

from bot.exit_codes import unusable
from bot.observability.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.observability.meter import Outcome
    from bot.observability.status import Vitals

# Discord's patience of three seconds stands among them.
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 5.0, 10.0, 30.0)


class PrometheusMeter(Meter):
    """Counts for Prometheus. No label holds anything that a user typed."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._interactions = Counter(
            "selloff_interactions",
            "Interactions by command and outcome",
            ["command", "outcome"],
            registry=self.registry,
        )
        self._acknowledged = self._histogram("acknowledge", "Until the first response was sent")
        self._completed = self._histogram("complete", "Until the whole answer was sent")
        self._invalid = Counter(
            "selloff_invalid_requests",
            "Requests that Discord answered with 401, 403 or 429",
            ["status"],
            registry=self.registry,
        )
        self._turned_away = Counter(
            "selloff_http_turned_away",
            "Requests that the HTTP door did not let in",
            ["reason"],
            registry=self.registry,
        )

    def _histogram(self, name: str, meaning: str) -> Histogram:
        return Histogram(
            f"selloff_{name}_seconds", meaning, buckets=_SECONDS, registry=self.registry
        )

    def count(self, command: str, outcome: Outcome) -> None:
        """An interaction is done with."""
        self._interactions.labels(command, outcome).inc()

    def acknowledge(self, seconds: float) -> None:
        """The asker saw a first response after this time."""
        self._acknowledged.observe(seconds)

    def complete(self, seconds: float) -> None:
        """The asker had the whole answer after this time."""
        self._completed.observe(seconds)

    def turn_away(self, reason: str) -> None:
        """The HTTP door did not let a request in."""
        self._turned_away.labels(reason).inc()

    def refuse(self, status: int) -> None:
        """Discord answered a request of ours with 401, 403 or 429, and counts it against us."""
        self._invalid.labels(status).inc()

    def watch(self, vitals: Callable[[], Vitals]) -> None:
        """From now on these vital signs are among the metrics."""

        def gauge(name: str, meaning: str, read: Callable[[Vitals], float]) -> None:
            gauge = Gauge(f"selloff_{name}", meaning, registry=self.registry)
            gauge.set_function(lambda: read(vitals()))

        gauge("ready", "1 while interactions can come in", lambda now: now.is_ready)
        gauge("in_flight", "Interactions being answered", lambda now: now.in_flight)
        gauge("pictures_waiting", "Pictures not drawn yet", lambda now: now.pictures_waiting)
        gauge("loop_lag_seconds", "Most that the event loop was late", lambda now: now.lag_seconds)
        gauge("sending_paused", "1 while Discord turns us away", lambda now: now.is_paused)
        gauge("sessions_left", "New sessions allowed at the start", _sessions_left)
        gauge("data_age_days", "Age of the newest yields", lambda now: _age_days(now.data_day))

    @contextmanager
    def listening(self, host: str, port: int) -> Iterator[None]:
        """Answer Prometheus from a thread of its own, as long as the context lasts.

        Raises:
            UnavailableError: The address is taken.
            ConfigurationError: It cannot be used at all.
        """
        try:
            server, _ = start_http_server(port, host, self.registry)
        except OSError as error:
            raise unusable(f"METRICS_PORT {port} on {host}", error) from error
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()


def _age_days(day: str) -> float:
    return (datetime.now(UTC).date() - date.fromisoformat(day)).days


def _sessions_left(vitals: Vitals) -> float:
    return float("nan") if vitals.sessions_left is None else vitals.sessions_left
