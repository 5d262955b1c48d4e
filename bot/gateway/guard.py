"""No event ends the process: in discord.py one without one of its fields does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord.gateway import ReconnectWebSocket

from bot.logs import log_error

if TYPE_CHECKING:
    from collections.abc import Callable

_READY = "READY"


def guard(parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """The same parser of a gateway event, but one that logs what it cannot read."""

    def guarded(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log_error("an event of the gateway could not be read", error)

    return guarded


def guard_all(parsers: dict[str, Callable[[Any], None]]) -> None:
    """Guard every parser; without its first event a session is of no use, so it begins again."""

    def ready(data: Any) -> None:
        try:
            parse_ready(data)
        except Exception as error:
            log_error("the beginning of a session could not be read", error)
            raise ReconnectWebSocket(None, resume=False) from error

    parse_ready = parsers[_READY]
    parsers.update({event: guard(parse) for event, parse in parsers.items()})
    parsers[_READY] = ready
