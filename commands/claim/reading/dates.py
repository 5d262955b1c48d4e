"""Dates in running text: days, months, years, and "since", "by", "over the past year" with them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale

from commands.claim.reading.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_AFTER_YEAR: Final = (
    r"(?![0-9]|[.,][0-9]|s\b| ?(?:%|percent|trillion|billion|million|bn|tn|bp|basis))"
)
_HALF_A_YEAR: Final = 183
_MONTHS_IN_YEAR: Final = 12


class Role(Enum):
    """What a date is for."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    OVER = "over"
    """From ``start`` to ``end``: a time over which something changed."""
    EARLIER = "earlier"
    """When the number that it is compared with was so."""


@dataclass(frozen=True, slots=True)
class When:
    """A time.

    Args:
        role: What it is for.
        start: First day.
        end: Last day.
        at: Where it begins in the text.
        stop: Where it ends.
        has_year: Its year is said, not guessed.
    """

    role: Role
    start: date
    end: date
    at: int
    stop: int
    has_year: bool = True

    @property
    def is_day(self) -> bool:
        """One day is named."""
        return self.start == self.end

    @property
    def is_year(self) -> bool:
        """A whole calendar year is named."""
        return (self.start.month, self.start.day, self.end.month) == (1, 1, 12)


def find_dates(text: str, now: date) -> tuple[tuple[When, ...], str, str]:
    """The dates of a text, the text with short dates written out, and that with dates blanked.

    Args:
        text: Lower case.
        now: The day on which it is read.
    """
    patterns = _patterns()
    text = patterns["pair"].sub(
        r"\g<first> \g<month>\g<year> and \g<second> \g<month>\g<year>", text
    )
    text = patterns["months"].sub(r"\g<first> \g<year> and \g<second> \g<year>", text)
    whole, found = text, []
    for name, read in (("relative", _relative), ("calendar", _calendar)):
        for match in patterns[name].finditer(text):
            when = read(match, now)
            if when is not None:
                found.append(when)
                text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    dates = _paired(_near_each_other(sorted(found, key=lambda when: when.at)), whole)
    for when in dates:
        # What links two dates that are one time goes with them.
        text = text[: when.at] + " " * (when.stop - when.at) + text[when.stop :]
    return tuple(dates), whole, text


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _months() -> dict[str, int]:
    names = Locale.parse("en").months["format"]
    return {
        name.lower(): number
        for width in ("wide", "abbreviated")
        for number, name in names[width].items()
    } | {"sept": 9}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = vocabulary().words
    raw = vocabulary().raw["dates"]
    month = rf"(?:{_one_of(_months())})\b\.?"
    day = r"[0-9]{1,2}(?:st|nd|rd|th)?"
    no_number = (
        rf"(?! ?(?:%|percent|trillion|billion|bn|tn|bp|basis|(?!{_YEAR})[0-9]))(?![.,][0-9])"
    )
    roles = "".join(
        rf"(?P<{role}>\b(?:{_one_of(words('dates', 'roles', role))})\s+)|" for role in raw["roles"]
    )
    # "In the year 2023", but not "10-year 2023".
    neutral = rf"(?<![0-9][- ])\b(?:{_one_of(words('dates', 'neutral'))})\s+"
    parts = "|".join(
        rf"(?P<{part}>\b(?:{_one_of(words('dates', 'parts', part))})[\s-]+)"
        for part in raw["parts"]
    )
    before = (
        rf"(?:{roles}{neutral}|{parts}|(?P<fiscal>\b(?:{_one_of(words('dates', 'fiscal'))})\s*))*"
    )
    core = (
        rf"(?P<iso>{_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?)\b"
        rf"|(?P<d1>{day})(?: of)? (?P<m1>{month})(?:,? (?P<y1>{_YEAR}){_AFTER_YEAR})?"
        rf"|(?P<m2>\b{month}) (?P<d2>{day}){no_number}(?:,? (?P<y2>{_YEAR}){_AFTER_YEAR})?"
        rf"|(?P<m3>\b{month})(?:,| of)? ?(?P<y3>{_YEAR}){_AFTER_YEAR}"
        rf"|(?P<y4>(?<![0-9$.,]){_YEAR}){_AFTER_YEAR}"
        rf"|(?<=\bfy)(?P<y6>[0-9]{{2}})\b"
        rf"|(?P<m5>(?<=\bin ){month}|(?<=\bsince ){month}|(?<=\bof ){month}|(?<=\bby ){month}"
        rf"|(?<=\bthrough ){month})(?! [0-9])"
    )
    unit = "|".join(_one_of(words("dates", "units", each)) for each in raw["units"])
    over, to = _one_of(words("dates", "over")), _one_of(words("dates", "to"))
    target = rf"(?P<tm>{month})(?: (?P<ty>{_YEAR}))?"
    relative = (
        rf"\b(?:(?:{neutral})*(?P<last_year>{_one_of(words('dates', 'last_year'))})"
        rf"|(?:{neutral})*(?P<this_year>{_one_of(words('dates', 'this_year'))})"
        rf"|(?P<n1>an?|1|[0-9]{{1,2}}) (?P<u1>{unit}) (?:(?P<ago>{_one_of(words('dates', 'ago'))})"
        rf"|(?P<earlier>{_one_of(words('dates', 'earlier'))}))"
        rf"|(?:{over}) (?:(?P<n2>[0-9]{{1,2}}) )?(?P<u2>{unit})(?: (?:{to}) {target})?"
        rf"|last (?P<u3>week|month))\b"
    )
    pair = (
        rf"\b(?P<first>[0-9]{{1,2}}) (?:and|to|-|–) (?P<second>[0-9]{{1,2}}) (?P<month>{month})"
        rf"(?P<year> {_YEAR})?"
    )
    return {
        "pair": re.compile(pair),
        "months": re.compile(
            rf"\b(?P<first>{month}) (?:and|to|-|–) (?P<second>{month}) (?P<year>{_YEAR})\b"
        ),
        "relative": re.compile(relative),
        "calendar": re.compile(rf"{before}(?:{core})"),
    }


def _relative(match: re.Match[str], now: date) -> When | None:
    at, stop = match.span()
    if match["u1"] or match["u2"]:
        return _counted(match, now)
    start, end = date(now.year, 1, 1), now
    if match["last_year"]:
        start, end = date(now.year - 1, 1, 1), date(now.year - 1, 12, 31)
    elif match["u3"] == "week":
        start = _back(now, 2, "week")
    elif match["u3"]:
        start = _back(now, 1, "month").replace(day=1)
        end = _month_end(start)
    return When(Role.AT, start, end, at, stop)


def _counted(match: re.Match[str], now: date) -> When | None:
    """So many days, months or years back."""
    at, stop = match.span()
    words = vocabulary().words
    unit = match["u1"] or match["u2"]
    units = vocabulary().raw["dates"]["units"]
    name = next(each for each in units if unit in words("dates", "units", each))
    count = match["n1"] or match["n2"] or "1"
    number = 1 if count in {"a", "an"} else int(count)
    if match["u1"]:
        day = _back(now, number, name)
        first = day.replace(day=1)
        if match["ago"]:
            return When(Role.AT, first, _month_end(day), at, stop)
        return When(Role.EARLIER, first, day, at, stop)
    end = now
    if match["tm"]:
        month = _months()[match["tm"].rstrip(".")]
        end = _month_end(date(int(match["ty"] or _newest_year(month, now)), month, 1))
    elif not re.match(r".*\b(?:past|last)\b", match[0]):
        # "In the year" is no time without its end.
        return None
    return When(Role.OVER, _back(end, number, name), end, at, stop)


def _calendar(match: re.Match[str], now: date) -> When | None:
    try:
        start, end = _span(match, now)
    except ValueError:
        return None
    role = next((r for r in (Role.SINCE, Role.UNTIL, Role.BY) if match[r.value]), Role.AT)
    has_year = any(match[key] for key in ("iso", "y1", "y2", "y3", "y4", "y6"))
    when = When(role, start, end, *match.span(), has_year=has_year)
    for part, (first, last) in vocabulary().raw["dates"]["months"].items():
        if match[part] and when.is_year:
            start, end = date(start.year, first, 1), _month_end(date(start.year, last, 1))
            return replace(when, start=start, end=end)
    return when


def _span(match: re.Match[str], now: date) -> tuple[date, date]:
    if match["iso"]:
        parts = [int(part) for part in match["iso"].split("-")]
        return _whole(parts[0], parts[1], parts[2] if len(parts) > 2 else None)
    if year := match["y4"] or (match["y6"] and f"20{match['y6']}"):
        return date(int(year), 1, 1), date(int(year), 12, 31)
    name = next(match[key] for key in ("m1", "m2", "m3", "m5") if match[key])
    month = _months()[name.rstrip(".")]
    digits = next((match[key] for key in ("d1", "d2") if match[key]), None)
    day = None if digits is None else int(re.sub("[a-z]", "", digits))
    year = next((match[key] for key in ("y1", "y2", "y3") if match[key]), None)
    return _whole(int(year) if year else _newest_year(month, now), month, day)


def _whole(year: int, month: int, day: int | None) -> tuple[date, date]:
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), _month_end(date(year, month, 1))


def _near_each_other(found: list[When]) -> list[When]:
    """Months without a year are of one year: "in October, from September".

    After a date with a year, a month is the first that follows: "in March 2018 …, in May".
    """
    first = min((when.start for when in found if not when.has_year), default=date.min)
    result: list[When] = []
    for when in found:
        before = result[-1] if result else None
        years = 0
        if not when.has_year and before and before.has_year and not before.is_year:
            years = before.start.year - when.start.year
            years += when.start.month < before.start.month
        elif not when.has_year and (when.start - first).days > _HALF_A_YEAR:
            years = -1
        start, end = (_back(day, -years, "year") for day in (when.start, when.end))
        result.append(replace(when, start=start, end=end))
    return result


def _paired(found: list[When], text: str) -> list[When]:
    """Two dates with only "and" or "to" between them, after "between" or "from", are one time."""
    links = vocabulary().words("dates", "links")
    result: list[When] = []
    for when in found:
        before = result[-1] if result else None
        # The second date may have taken the "to" before it with it.
        between = text[before.stop : when.at].strip() if before else ""
        link = between or text[when.at :].split(maxsplit=1)[0]
        if before and link in links:
            are_days, first = before.is_day and when.is_day, before.start
            if are_days and first >= when.start:
                # "4 April to 11 April 2025": the first takes the year of the second.
                first = _back(first, first.year - when.start.year, "year")
            if first < when.start and (are_days or before.role is Role.AT):
                result[-1] = When(Role.OVER, first, when.end, before.at, when.stop)
                continue
        result.append(when)
    return result


def _newest_year(month: int, now: date) -> int:
    return now.year if month < now.month else now.year - 1


def _back(day: date, number: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return day - timedelta(days=number * (7 if unit == "week" else 1))
    months = number * {"month": 1, "year": _MONTHS_IN_YEAR}.get(unit, 10 * _MONTHS_IN_YEAR)
    total = day.year * _MONTHS_IN_YEAR + day.month - 1 - months
    year, month = divmod(total, _MONTHS_IN_YEAR)
    return date(max(year, 1), month + 1, min(day.day, monthrange(max(year, 1), month + 1)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
