"""How old a figure is, said only when it is older than its source should leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from commands.tongue import Tongue

# The curve appears each working day.
_FRESH_CURVE_DAYS = 10
# A month of holdings appears six weeks after its end and is the newest for four more.
_FRESH_HOLDINGS_DAYS = 123
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25


def curve_day(day: date, tongue: Tongue, today: date | None) -> str:
    """The day of the par curve: ``9 Oct 2026``, or ``9 Oct 2026, 6 weeks old``.

    Args:
        day: Of the curve.
        tongue: The asker's language.
        today: The asker's day; None where nobody asks today.
    """
    return _with_age(tongue.day(day), day, _FRESH_CURVE_DAYS, tongue, today)


def holdings_month(when: str, month: date, tongue: Tongue, today: date | None) -> str:
    """The month of a holding: ``Jul 2026``, or ``Mar 2026, 7 months old``.

    Args:
        when: The month as it is said, with what qualifies it.
        month: Its last day.
        tongue: The asker's language.
        today: The asker's day; None where nobody asks today.
    """
    return _with_age(when, month, _FRESH_HOLDINGS_DAYS, tongue, today)


def _with_age(when: str, day: date, fresh_days: int, tongue: Tongue, today: date | None) -> str:
    if today is None or (days := (today - day).days) <= fresh_days:
        return when
    if days < 2 * _WEEK:
        return tongue.say("{when}, {days} days old", when=when, days=days)
    if days < 2 * _MONTH:
        return tongue.say("{when}, {weeks} weeks old", when=when, weeks=int(days / _WEEK))
    if days < 2 * _YEAR:
        return tongue.say("{when}, {months} months old", when=when, months=int(days / _MONTH))
    return tongue.say("{when}, {years} years old", when=when, years=int(days / _YEAR))
