"""What a range of the model means, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.translator import Translator


def in_most_studies(between: str, translator: Translator) -> str:
    """The range in which nine in ten studies fall."""
    return translator.gettext("most studies: {range}", range=between)


def our_guess(between: str, translator: Translator) -> str:
    """A range that no study gives."""
    return translator.gettext("our guess: {range}", range=between)
