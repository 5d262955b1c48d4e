"""Texts in fewer letters, for narrow places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.translator import Translator

_LIMIT = "{limit}"


def narrowed(text: str, translator: Translator) -> str:
    """``<0.01`` for ``less than 0.01``; any other text as it is."""
    pattern = translator.gettext("less than {limit}", limit=_LIMIT)
    before, _, after = pattern.partition(_LIMIT)
    if not (text.startswith(before) and text.endswith(after)):
        return text
    return f"<{text[len(before) : len(text) - len(after)]}"
