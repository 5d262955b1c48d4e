"""What is said when there are too many questions: from everybody, or from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.translator import Translator


def busy_text(translator: Translator) -> str:
    """Everybody asks at once."""
    return translator.gettext(
        "Very many people are asking right now. Please try again in a minute."
    )


def slow_down_text(translator: Translator) -> str:
    """One person asks faster than anybody reads."""
    return translator.gettext(
        "Many people are asking right now. Please give me a few seconds each."
    )
