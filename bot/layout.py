"""Answer -> Discord message: one Components V2 layout and its file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

if TYPE_CHECKING:
    from commands.answer import Answer


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
    if answer.buttons:
        view.add_item(
            ui.ActionRow(
                *(
                    ui.Button(label=button.label, custom_id=button.custom_id)
                    for button in answer.buttons
                )
            )
        )
    # A finished view is not remembered by discord.py: our buttons carry their own state.
    view.stop()
    return Message(view, files)
