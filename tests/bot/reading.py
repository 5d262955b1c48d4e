"""Reading a message as a person does: words, buttons, alt text."""

import discord


def items(message, kind):
    view = discord.ui.LayoutView.from_message(message.message)
    return [item for item in view.walk_children() if isinstance(item, kind)]


def words(message):
    return "\n".join(item.content for item in items(message, discord.ui.TextDisplay))


def labels(message):
    return [item.label for item in items(message, discord.ui.Button)]


def alt(message):
    (gallery,) = [part for part in message.components if part["type"] == 12]
    return gallery["items"][0]["description"]
