"""The list of all questions, which every answer leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.translator import Translator


def more_label(translator: Translator) -> str:
    """What the button to the list says."""
    return translator.gettext("More questions")


def more_text(translator: Translator) -> str:
    """What stands above the list."""
    return translator.gettext(
        "### What else can I ask?\nEach button shows an example. Type `/` to ask your own."
    )
