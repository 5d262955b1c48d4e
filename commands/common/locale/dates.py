"""Days, months and spans of time by CLDR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from babel.dates import format_date, format_skeleton
from babel.units import format_unit

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

Unit = Literal["day", "week", "month", "year"]
# In the order of most readers of English; CLDR's for "en" is the American one.
_ENGLISH = {"yMMMd": "d MMM y", "yMMM": "LLL y", "MMMd": "d MMM"}
# A full stop would follow the one of "of the year".
_YEAR_SIGN = "г."
# CLDR parts the number from the unit in Japanese, newspapers do not.
_NO_BLANKS = frozenset({"ja", "zh"})


def day_text(day: date, locale: Locale) -> str:
    """``9 Oct 2026``."""
    return _skeleton("yMMMd", day, locale)


def short_day_text(day: date, locale: Locale) -> str:
    """``9 Oct``."""
    return _skeleton("MMMd", day, locale)


def month_text(day: date, locale: Locale) -> str:
    """``Jul 2026``."""
    return _skeleton("yMMM", day, locale)


def year_text(year: int, locale: Locale) -> str:
    """``2036``, ``2036年``; as it stands alone, not inside a date."""
    if locale.language in {"ja", "zh"}:
        return f"{year}年"
    return f"{year}년" if locale.language == "ko" else str(year)


def duration_text(count: float, unit: Unit, shown: str, locale: Locale) -> str:
    """``7 weeks``.

    Args:
        count: How many.
        unit: Of what.
        shown: The count as text.
        locale: The language.
    """
    for length in ("long", "short", "narrow"):
        text = str(
            format_unit(count, f"duration-{unit}", length=length, format="#,##0.##", locale=locale)
        )
        # Babel writes the unit's key where it has no pattern.
        if "duration-" not in text:
            return text.replace(" ", "") if locale.language in _NO_BLANKS else text
    return f"{shown} {unit}"


def _skeleton(skeleton: str, day: date, locale: Locale) -> str:
    if locale.language == "en":
        return str(format_date(day, _ENGLISH[skeleton], locale=locale))
    text = str(format_skeleton(skeleton, day, locale=locale))
    return text.removesuffix(_YEAR_SIGN).rstrip()
