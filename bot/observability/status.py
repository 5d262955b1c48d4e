"""The vital signs of a running bot, and how they are judged."""

from __future__ import annotations

from dataclasses import asdict, dataclass

_MOST_LAG_SECONDS = 1.0
LONGEST_SILENCE_SECONDS = 30.0
"""After that, a bot that said how it is counts as gone."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """How a running bot is.

    Args:
        door: ``gateway`` or ``http``.
        is_ready: It is connected to Discord, or listens.
        lag_seconds: The longest that the event loop was late in the last seconds.
        in_flight: Interactions being answered.
        pictures_waiting: Pictures not drawn yet.
        data_day: The day of the newest yields, ISO 8601.
        is_paused: Nothing is sent, since Discord turns this address away.
        sessions_left: New gateway sessions that Discord still allowed when this process started.
    """

    door: str
    is_ready: bool
    lag_seconds: float
    in_flight: int
    pictures_waiting: int
    data_day: str
    is_paused: bool = False
    sessions_left: int | None = None

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def trouble(vitals: Vitals, silent_seconds: float, *, only_alive: bool = False) -> str | None:
    """What is wrong, in a few words; None when all is well.

    Args:
        vitals: What the bot last said of itself.
        silent_seconds: How long ago that was.
        only_alive: Leave out what a restart would not cure, such as an outage of Discord's.
    """
    if silent_seconds > LONGEST_SILENCE_SECONDS:
        return f"no sign of life for {silent_seconds:.0f} s"
    if only_alive:
        return None
    if not vitals.is_ready:
        return "not connected to Discord" if vitals.door == "gateway" else "not listening"
    if vitals.is_paused:
        return "Discord turns this address away, nothing is sent for a while"
    if vitals.lag_seconds > _MOST_LAG_SECONDS:
        return f"the event loop lags by {vitals.lag_seconds:.1f} s"
    return None
