"""An interaction as it arrives, before anything is built from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.interactions.components import command_of_press
from bot.observability.metrics import UNKNOWN
from commands.registry import COMMANDS, CONTEXT_MENUS

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMAND = 2
_COMPONENT = 3
AUTOCOMPLETE = 4
_COMMANDS_OF_MENUS = {menu.name: menu.command.name for menu in CONTEXT_MENUS}


@dataclass(frozen=True, slots=True)
class Arrival:
    """What decides whether an interaction is answered, and what saying no takes.

    Args:
        id: Its id.
        token: What answers it.
        kind: Discord's number for its type.
        user_id: Who asks.
        locale: The asker's language.
        data: What is asked.
    """

    id: int
    token: str
    kind: int
    user_id: int
    locale: str
    data: Mapping[str, Any]

    @property
    def command(self) -> str:
        """The name of the command that would answer, or `UNKNOWN`."""
        if self.kind == _COMPONENT:
            return command_of_press(str(self.data.get("custom_id", "")))
        name = str(self.data.get("name", ""))
        return name if name in COMMANDS else _COMMANDS_OF_MENUS.get(name, UNKNOWN)


def read_arrival(payload: Mapping[str, Any]) -> Arrival | None:
    """What arrives; None when this is no interaction as Discord sends them."""
    try:
        person = payload.get("member") or payload
        return Arrival(
            id=int(payload["id"]),
            token=str(payload["token"]),
            kind=int(payload["type"]),
            user_id=int(person["user"]["id"]),
            locale=str(payload.get("locale", "")),
            data=payload.get("data") or {},
        )
    except (AttributeError, LookupError, TypeError, ValueError):
        return None
