"""Who else may know how the bot is doing: Prometheus and Sentry, each only if asked for."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from bot.extras import extra
from bot.observability.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings


@contextmanager
def observing(settings: Settings) -> Iterator[Meter]:
    """As long as the context lasts.

    Raises:
        ConfigurationError: What the settings ask for is not installed, or cannot be used.
    """
    with ExitStack() as stack:
        if settings.sentry_dsn is not None:
            with extra("sentry", "SENTRY_DSN", "sentry_sdk"):
                from bot.observability.sentry import reporting
            stack.enter_context(reporting(settings.sentry_dsn.get_secret_value()))
        if settings.metrics_port is None:
            yield Meter()
            return
        with extra("metrics", "METRICS_PORT", "prometheus_client"):
            from bot.observability.metrics import PrometheusMeter
        meter = PrometheusMeter()
        stack.enter_context(meter.listening(settings.metrics_host, settings.metrics_port))
        yield meter
