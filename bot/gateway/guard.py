"""No event ends the process: in discord.py one without one of its fields does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.observability.logs import log_error

if TYPE_CHECKING:
    from collections.abc import Callable


def guard(parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """The same parser of a gateway event, but one that logs what it cannot read."""

    def guarded(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log_error("an event of the gateway could not be read", error)

    return guarded


def guard_all(parsers: dict[str, Callable[[Any], None]]) -> None:
    """Guard every parser but that of a session's first event, of no use without it."""
    parsers.update({event: guard(parse) for event, parse in parsers.items() if event != "READY"})
