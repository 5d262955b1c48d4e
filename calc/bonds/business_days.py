"""Days on which Treasury securities settle: weekdays that are no Federal Reserve holidays.

Source: Federal Reserve Banks, holiday schedule (5 USC 6103): a holiday on a Sunday is kept on the
Monday, one on a Saturday is not kept at all.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

import numpy as np

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_JUNETEENTH_SINCE: Final = 2022
_FIXED: Final = ((1, 1), (7, 4), (11, 11), (12, 25))
# Month, weekday, which one of the month.
_FLOATING: Final = (
    (1, _MONDAY, 3),
    (2, _MONDAY, 3),
    (9, _MONDAY, 1),
    (10, _MONDAY, 2),
    (11, _THURSDAY, 4),
)


def settlement_day(trade: date) -> date:
    """The business day after a trade (T+1); a trade on a free day counts as of the day before."""
    free = sorted(holidays(trade.year) | holidays(trade.year + 1))
    next_day = np.busday_offset(trade, 1, roll="backward", holidays=free)
    return date.fromisoformat(str(next_day))


@cache
def holidays(year: int) -> frozenset[date]:
    """The weekdays of a year on which the Federal Reserve is closed."""
    fixed = [date(year, month, day) for month, day in _FIXED]
    if year >= _JUNETEENTH_SINCE:
        fixed.append(date(year, 6, 19))
    kept = {day + timedelta(days=day.weekday() == _SUNDAY) for day in fixed}
    floating = {_nth(year, month, weekday, count) for month, weekday, count in _FLOATING}
    memorial = date(year, 5, 31)
    memorial -= timedelta(days=(memorial.weekday() - _MONDAY) % 7)
    return frozenset({day for day in kept if day.weekday() < _SATURDAY} | floating | {memorial})


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
