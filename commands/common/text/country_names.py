"""Names of countries that were found in a text, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.parsing.country_table import Country, fold, names

if TYPE_CHECKING:
    from commands.common.translator import Translator


def country_as_said(text: str, translator: Translator) -> str:
    """A country's name in the reader's language; any other text, and all in English, as it is."""
    known = None if translator.locale.language == "en" else names().get(fold(text))
    if known is None or known.is_code or known.is_loose or not isinstance(known.what, Country):
        return text
    return translator.country(known.what.alpha2, text)
