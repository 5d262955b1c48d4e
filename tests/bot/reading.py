"""Reading a message as a person does: words, buttons, alt text."""

import discord


def items(message, kind):
    view = discord.ui.LayoutView.from_message(message.message)
    return [item for item in view.walk_children() if isinstance(item, kind)]


def words(message):
    return "\n".join(item.content for item in items(message, discord.ui.TextDisplay))


def labels(message):
    return [item.label for item in items(message, discord.ui.Button)]


def menus(message):
    """The labels of each select menu, and which are chosen."""
    return [
        {option.label: option.default for option in select.options}
        for select in items(message, discord.ui.Select)
    ]


async def tap(actor, message, label):
    """Click the button of this label, or choose this entry of a menu, as a person does."""
    for select in items(message, discord.ui.Select):
        for option in select.options:
            if option.label == label:
                return await actor.select(message, [option.value], custom_id=select.custom_id)
    return await actor.click(message, label=label)


def alt(message):
    (gallery,) = [part for part in message.components if part["type"] == 12]
    return gallery["items"][0]["description"]
