"""Telling Discord our commands, only when they changed: creations are limited to 200 a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord.http import Route

from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord import app_commands

    _Registered = (
        app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu
    )

_TRANSLATIONS = ("name_localizations", "description_localizations")
_DESCRIBES_THE_COMMAND = (
    *("name", "description", "type", "contexts", "integration_types", "options", "choices"),
    *("required", "autocomplete", "min_length", "max_length", "min_value", "max_value", "value"),
    *_TRANSLATIONS,
)


async def sync_if_changed(
    tree: app_commands.CommandTree[discord.AutoShardedClient],
) -> Mapping[str, int]:
    """Register the tree's commands, after login, when Discord holds other ones.

    Returns:
        Discord's ids of the slash commands, by their names.
    """
    slash = discord.AppCommandType.chat_input.value
    # As Discord sends them: discord.py's AppCommand loses the last context and installation type,
    # and none of its methods asks for the translations.
    path, application_id = "/applications/{application_id}/commands", tree.client.application_id
    route = Route("GET", path, application_id=application_id)
    payloads = await tree.client.http.request(route, params={"with_localizations": "true"})
    known = [_essence(payload) for payload in payloads]
    ours = [_essence(await _payload(command, tree)) for command in tree.get_commands()]
    if sorted(known, key=str) == sorted(ours, key=str):
        LOG.info("commands are up to date", extra={"commands": len(ours)})
        return {
            each["name"]: int(each["id"]) for each in payloads if each.get("type", slash) == slash
        }
    synced = await tree.sync()
    LOG.info("commands registered", extra={"commands": len(ours)})
    return {each.name: each.id for each in synced if each.type.value == slash}


async def _payload(
    command: _Registered, tree: app_commands.CommandTree[discord.AutoShardedClient]
) -> dict[str, Any]:
    """What `tree.sync` sends."""
    if tree.translator is None:
        return command.to_dict(tree)
    return await command.get_translated_payload(tree, tree.translator)


def _essence(payload: object) -> object:
    """A payload without ids and without the defaults that Discord leaves out or fills in."""
    if isinstance(payload, dict):
        kept = {
            key: payload.get(key) if key in _TRANSLATIONS else _essence(payload.get(key))
            for key in _DESCRIBES_THE_COMMAND
        }
        return {key: value for key, value in kept.items() if value not in (None, "", False, {}, [])}
    if isinstance(payload, list):
        items = [_essence(item) for item in payload]
        return sorted(items, key=str) if payload and isinstance(payload[0], int) else items
    return payload
