"""Finding a security by what people call it: ``4.25% Nov 2034``, a CUSIP, ``the 30-year``."""

from __future__ import annotations

import calendar
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from calc.market.securities import TERMS
from calc.market.snapshot import DebtType
from commands.common.figures import exact_rate
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calc.market.securities import Securities, Security

_CUSIP: Final = re.compile(r"\b912[0-9a-z]{6}\b")
_TERM: Final = re.compile(
    r"(?:the )?(?:(?:newest|current|latest|new) )?"
    r"([0-9]{1,2})[- ]?(?:y|yr|years?)(?: (?:us )?(?:notes?|bonds?|treasury|treasuries))?"
)
_FRACTION: Final = re.compile(r"\b([0-9]{1,2})[ -]([1-7])/([248])\b")
_US_DATE: Final = re.compile(r"\b([01]?[0-9])/([0-3]?[0-9])/(?:20)?([0-9]{2})\b")
_ISO_DATE: Final = re.compile(r"\b20([0-9]{2})-([01][0-9])-([0-3][0-9])\b")
_ZEROS: Final = re.compile(r"(\.[0-9]*?)0+\b")
_NOISE: Final = frozenset(
    {"the", "a", "t", "of", "in", "due", "maturing", "matures", "us", "ust", "treasury"}
    | {"treasuries", "security", "cusip", "newest", "latest"}
)
_SAME: Final = {
    "notes": "note",
    "bonds": "bond",
    "bills": "bill",
    "tbill": "bill",
    "tbills": "bill",
    "t-bill": "bill",
    "t-bills": "bill",
    "tip": "tips",
    "floater": "frn",
    "floaters": "frn",
    "frns": "frn",
    "sept": "sep",
}
_KINDS: Final = {
    DebtType.BILL: "bill",
    DebtType.NOTE: "note",
    DebtType.BOND: "bond",
    DebtType.TIPS: "TIPS",
    DebtType.FRN: "FRN",
}


def label_of(security: Security) -> str:
    """What a security is called in a list, also readable by `find`."""
    rate = "" if security.coupon is None else f"{exact_rate(security.coupon, ENGLISH)} "
    due = ENGLISH.day(security.maturity)
    return f"{rate}{_KINDS[security.type]}, {due}, {security.cusip}"


def term_of(text: str) -> int | None:
    """The original term in ``the 30-year``, years."""
    found = _TERM.fullmatch(text.strip().lower())
    return int(found[1]) if found and int(found[1]) in TERMS else None


def find(text: str, securities: Securities, settlement: date) -> tuple[Security, ...]:
    """The securities that a text names; several where it does not tell them apart.

    One that has been paid back is found by its CUSIP alone.
    """
    plain = text.strip().lower()
    if named := dict.fromkeys(_CUSIP.findall(plain)):
        rows = [securities.by_cusip(cusip) for cusip in named]
        return tuple(row for row in rows if row is not None) if None not in rows else ()
    if (term := term_of(plain)) is not None:
        newest = securities.newest(term)
        return () if newest is None else (newest,)
    return _by_words(_words(plain), securities.alive(settlement))


def is_paid_back(text: str, securities: Securities) -> bool:
    """The text names securities of the list, though none that is still outstanding."""
    return bool(_by_words(_words(text.strip().lower()), securities.rows))


def _by_words(words: list[str], alive: Sequence[Security]) -> tuple[Security, ...]:
    if not words:
        return ()
    exact = [row for row in alive if all(word in _keywords(row) for word in words)]
    # In "26 Mar 2026" the first number is the day, not the year once more.
    apart = [
        row
        for row in exact
        if sum(any(word in part for word in words) for part in _parts(row)) >= len(set(words))
    ]
    found = apart or exact or [row for row in alive if _begin(words, row)]
    return tuple(_best_first(found))


def suggest(text: str, securities: Securities, settlement: date) -> tuple[Security, ...]:
    """What may be meant while somebody types, best first; all of them for no text."""
    plain = text.strip().lower()
    newest = [row for term in TERMS if (row := securities.newest(term))]
    alive = securities.alive(settlement)
    if not plain:
        return tuple(dict.fromkeys([*newest, *_best_first(alive)]))
    if digits := re.match(r"(?:the )?([0-9]{1,2})(?:[- ]?y.*)?$", plain):
        terms = [t for t in TERMS if str(t).startswith(digits[1])]
        named = [row for term in terms if (row := securities.newest(term))]
    else:
        named = []
    words = _words(plain)
    rest = _best_first([row for row in alive if words and _begin(words, row)])
    return tuple(dict.fromkeys([*named, *rest]))


def _words(text: str) -> list[str]:
    text = _FRACTION.sub(lambda m: f"{int(m[1]) + int(m[2]) / int(m[3]):g}", text)
    text = _US_DATE.sub(lambda m: f"{_month(m[1])} {int(m[2])} 20{m[3]}", text)
    text = _ISO_DATE.sub(lambda m: f"{_month(m[2])} {int(m[3])} 20{m[1]}", text)
    words = [word.strip(".") for word in re.split(r"[\s,;·'’()]+", text.replace("%", " "))]
    words = [word.removesuffix("s") if re.fullmatch(r"[0-9.]+s", word) else word for word in words]
    words = [_ZEROS.sub(r"\1", word).rstrip(".") for word in words]
    return [_SAME.get(word, word) for word in words if word and word not in _NOISE]


def _month(number: str) -> str:
    value = int(number)
    return calendar.month_abbr[value].lower() if 1 <= value <= 12 else "?"


@cache
def _parts(row: Security) -> tuple[frozenset[str], ...]:
    """The words for each part of what a security is called: day, month, year, kind and so on."""
    due = row.maturity
    parts = [
        {str(due.day)},
        {calendar.month_abbr[due.month].lower(), calendar.month_name[due.month].lower()},
        {str(due.year), f"{due.year % 100:02d}"},
        {_KINDS[row.type].lower()},
        {row.cusip.lower()},
        set() if row.coupon is None else {f"{round(row.coupon * 100, 4):g}"},
    ]
    return tuple(frozenset(part) for part in parts)


@cache
def _keywords(row: Security) -> frozenset[str]:
    return frozenset().union(*_parts(row))


def _begin(words: list[str], row: Security) -> bool:
    """Each word begins one of the security's."""
    return all(any(known.startswith(word) for known in _keywords(row)) for word in words)


def _best_first(rows: Iterable[Security]) -> list[Security]:
    return sorted(rows, key=lambda row: (not row.is_priced, row.maturity, row.cusip))
