"""What became of an answer that somebody wanted to remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import N_

if TYPE_CHECKING:
    from commands.common.translator import Translator

MENU = N_("Remove this answer")


def removed_text(translator: Translator) -> str:
    """It is gone."""
    return translator.gettext("The answer is removed.")


def not_ours_text(translator: Translator) -> str:
    """Somebody else wrote the message."""
    return translator.gettext("I can remove my own answers only, and this is not one.")


def not_yours_text(translator: Translator) -> str:
    """Somebody else asked."""
    return translator.gettext(
        "This answer was for somebody else. Whoever asked can remove it, and whoever may manage"
        " messages here."
    )


def not_allowed_text(translator: Translator) -> str:
    """Discord refuses, as it does where the bot is not a member."""
    return translator.gettext(
        "Discord does not let me remove it here. Whoever may manage messages can delete it."
    )


def no_reply_text(translator: Translator) -> str:
    """Discord could not be reached in time."""
    return translator.gettext("Discord did not reply in time. Please try again.")
