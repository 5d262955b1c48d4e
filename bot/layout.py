"""Answer -> Discord message: one Components V2 layout and its file."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from commands.answer import BUTTONS_IN_A_ROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.answer import Answer, Button


@dataclass(frozen=True, slots=True)
class Message:
    """What one request to Discord carries. A file is used up by sending, so make one each time."""

    view: ui.LayoutView
    files: list[discord.File]


def lay_out(answer: Answer, png: bytes | None) -> Message:
    """The message for an answer.

    Args:
        answer: What is said.
        png: The drawn picture; None leaves the words alone.
    """
    view = ui.LayoutView(timeout=None)
    files = []
    view.add_item(ui.TextDisplay(answer.text))
    if png is not None and answer.picture is not None:
        picture = answer.picture
        files.append(
            discord.File(io.BytesIO(png), filename=picture.filename, description=picture.alt)
        )
        view.add_item(
            ui.MediaGallery(
                discord.MediaGalleryItem(
                    f"attachment://{picture.filename}", description=picture.alt
                )
            )
        )
    if answer.small_print:
        view.add_item(ui.TextDisplay(answer.small_print))
    for row in _rows(answer.buttons):
        view.add_item(
            ui.ActionRow(
                *(ui.Button(label=button.label, custom_id=button.custom_id) for button in row)
            )
        )
    # A finished view is not remembered by discord.py: our buttons carry their own state.
    view.stop()
    return Message(view, files)


def _rows(buttons: Sequence[Button]) -> list[Sequence[Button]]:
    """As few rows as can be, of about the same length."""
    count = math.ceil(len(buttons) / BUTTONS_IN_A_ROW)
    return [
        buttons[row * len(buttons) // count : (row + 1) * len(buttons) // count]
        for row in range(count)
    ]
