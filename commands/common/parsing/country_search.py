"""Completing a country while it is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.errors import InputError
from commands.common.parsing.country_table import codes_and_names, fold
from commands.common.parsing.edit_distance import edits_between
from commands.common.parsing.sanitize import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.parsing.country_table import KnownHolder

MOST_CHOICES: Final = 25
"""Discord shows no more choices than this."""

_UNFIT: Final = 4
_OF_MANY: Final = "republic"
"""In the full names of so many that it tells none apart."""


def suggest_countries(
    typed: str, known: Sequence[KnownHolder], limit: int = MOST_CHOICES
) -> list[KnownHolder]:
    """Holders that may be meant by the beginning of a name.

    Args:
        typed: What stands in the box so far, raw; anything at all.
        known: The holders, in the order to show them.
        limit: The most to return.

    Returns:
        All holders for an empty text; else those whose name begins so, then those another name of
        which does, then those with a later word that does, then by code, in the given order within
        each. When none fits, those whose name begins so but for a slip or two.
    """
    try:
        beginning = fold(clean(typed, "country"))
    except InputError:
        return []
    if not beginning:
        return list(known[:limit])
    ranked = [(_rank(beginning, holder), holder) for holder in known]
    fitting = sorted((r for r in ranked if r[0] < _UNFIT), key=lambda r: r[0])
    if fitting:
        return [holder for _, holder in fitting][:limit]
    return [holder for holder in known if _slipped(beginning, fold(holder.name))][:limit]


def _rank(beginning: str, holder: KnownHolder) -> int:
    name = fold(holder.name)
    codes, names = codes_and_names(holder.key)
    # "Kingdom of Belgium" is read when written out, but nobody looks for Belgium under K.
    others = [other for other in names if " of " not in other]
    later_words = (word for text in (name, *others) for word in text.split()[1:])
    later_words = (word for word in later_words if word != _OF_MANY)
    if name.startswith(beginning):
        return 0
    if any(other.startswith(beginning) for other in others):
        return 1
    if any(word.startswith(beginning) for word in later_words):
        return 2
    return 3 if beginning in codes else _UNFIT


def _slipped(beginning: str, name: str) -> bool:
    start = name[: len(beginning)]
    if len(beginning) < 3 or beginning[0] != start[:1]:
        return False
    slips = 1 if len(beginning) < 7 else 2
    return edits_between(beginning, start, slips) <= slips
