"""How old the data are, said only when they are older than their source should leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from commands.common.translator import Translator

# The Treasury publishes a curve each working day.
_FRESH_DAYS = 10
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25


def old_curve_text(curve_day: date, translator: Translator, today: date | None) -> str:
    """A sentence when the yields are old, else nothing.

    Args:
        curve_day: Of the newest yields.
        translator: The asker's language.
        today: The asker's day; None where nobody asks today.
    """
    if today is None or (days := (today - curve_day).days) <= _FRESH_DAYS:
        return ""
    if days < 2 * _WEEK:
        return translator.gettext("The yields are {days} days old.", days=days)
    if days < 2 * _MONTH:
        return translator.gettext("The yields are {weeks} weeks old.", weeks=int(days / _WEEK))
    if days < 2 * _YEAR:
        return translator.gettext("The yields are {months} months old.", months=int(days / _MONTH))
    return translator.gettext("The yields are {years} years old.", years=int(days / _YEAR))
