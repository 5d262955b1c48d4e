"""Answer -> Discord message: one Components V2 layout and its file."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import discord
from discord import ui

from commands.common.answer import BUTTONS_IN_A_ROW
from commands.common.custom_id import build_custom_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.answer import Answer, Button, SelectMenu


@dataclass(frozen=True, slots=True)
class Message:
    """The content of one request. Sending uses up a file, so each try needs a new message."""

    view: ui.LayoutView
    files: list[discord.File]


def to_message(answer: Answer, png: bytes | None) -> Message:
    """The message for an answer and its drawn picture; without one the words are left alone."""
    item, files = None, []
    if png is not None and (picture := answer.picture) is not None:
        item = picture.filename, picture.alt
        files = [discord.File(io.BytesIO(png), filename=picture.filename, description=picture.alt)]
    view = _view(answer.text, item, answer.small_print, answer.menus, answer.buttons)
    return Message(view, files)


# Most answers have been given before; building their view anew would cost a sixth of each.
@lru_cache(maxsize=256)
def _view(
    text: str,
    picture: tuple[str, str] | None,
    small_print: str,
    menus: tuple[SelectMenu, ...],
    buttons: tuple[Button, ...],
) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    if picture is not None:
        filename, alt = picture
        view.add_item(
            ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{filename}", description=alt))
        )
    if small_print:
        view.add_item(ui.TextDisplay(small_print))
    for number, menu in enumerate(menus):
        view.add_item(ui.ActionRow(_select(number, menu)))
    for row in _rows(buttons):
        view.add_item(
            ui.ActionRow(
                *(ui.Button(label=button.label, custom_id=button.custom_id) for button in row)
            )
        )
    # A finished view is not remembered by discord.py, so that one may be sent any number of times:
    # our buttons carry their own state.
    view.stop()
    return view


def _select(number: int, menu: SelectMenu) -> ui.Select[ui.LayoutView]:
    """A string select: the value of an option is the id of its answer."""
    return ui.Select(
        custom_id=build_custom_id("menu", str(number)),
        placeholder=menu.placeholder,
        options=[
            discord.SelectOption(
                label=option.label, value=option.custom_id, default=option.is_chosen
            )
            for option in menu.options
        ],
    )


def _rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    """As few rows as can be, of about the same length."""
    count = math.ceil(len(buttons) / BUTTONS_IN_A_ROW)
    return [
        buttons[row * len(buttons) // count : (row + 1) * len(buttons) // count]
        for row in range(count)
    ]
