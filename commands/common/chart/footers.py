"""Parts of source lines that several charts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.translator import Translator


def yields_of(day: str, translator: Translator) -> str:
    """Whose yields, of which day."""
    return translator.gettext("Treasury yields of {day}", day=day)


def darker_is_range(translator: Translator) -> str:
    """What the darker end of a bar is."""
    return translator.gettext("Darker: most studies")
