"""The ways from an answer to others, and the list of all questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.translator import Translator


EXAMPLE = N_("An example")
"""What the button says that shows the example of a command."""


def more_label(translator: Translator) -> str:
    """What the button to all questions says."""
    return translator.gettext("More")


def back_label(translator: Translator) -> str:
    """What the button to the answer before says."""
    return translator.gettext("Back")


def post_label(translator: Translator) -> str:
    """What the button says that shows a private answer to everybody."""
    return translator.gettext("Post it here")


def questions_label(translator: Translator) -> str:
    """What the menu of all questions says while none is chosen."""
    return translator.gettext("All questions")


def questions_text(mentions: Sequence[str], translator: Translator) -> str:
    """What can be asked.

    Args:
        mentions: Some commands, each as it is typed or as Discord links it.
        translator: The language.
    """
    return translator.gettext(
        "### What can I ask?\n"
        "I work out what would happen if somebody sold US Treasuries, US government"
        " debt. Tap a question, choose another from the menu, or ask your own: {commands}.",
        commands=translator.listed(mentions),
    )
