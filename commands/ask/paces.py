"""How fast a sale is said to be, as the option ``over``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.ask.vocabulary import any_matches, vocabulary

if TYPE_CHECKING:
    from commands.ask.question import Question

MONTHLY: Final = re.compile(r"@usd (?:a|every|each|per) month (?:\S+ ){0,3}?(?:a|@num) year ")
_SPAN: Final = re.compile(
    r"\b(?:in|over|within|inside|during|across|takes?|took|taking|for)"
    r" (?:(?:just|only|about|around|the|next|them|it|a period of|like|roughly|under|less than"
    r"|more than) ){0,3}"
    r"(?P<span>(?P<count>[0-9]+(?:\.[0-9]+)?|an?) ?-?"
    r"(?P<unit>second|minute|hour|day|week|fortnight|month|quarter|year|decade|century)s?)\b"
    r"(?! ?-?(?:bond|note|bill|treasur|yield|ago|mortgage|loan|paper|fixed))"
)
_ONE: Final = re.compile("an?")
_KNOWN_SPANS: Final = {
    "24 hour": "day",
    "1 day": "day",
    "1 month": "month",
    "4 week": "month",
    "30 day": "month",
    "1 year": "year",
    "12 month": "year",
    "52 week": "year",
    "365 day": "year",
}


def paces_of(question: Question) -> tuple[str, ...]:
    """All paces that are said, in order of the vocabulary; one that no sale has as it is typed."""
    if MONTHLY.search(question.marked):
        return ("year",)
    spans = _spans(question)
    if typed := tuple(span for span, pace in spans if pace is None):
        return typed
    counted = {pace for _, pace in spans}
    return tuple(
        name
        for name, templates in vocabulary().over.items()
        if name in counted or any_matches(templates, question.marked)
    )


def pace_of(question: Question) -> tuple[tuple[str, str], ...]:
    """The option ``over``; none for a month, which need not be said."""
    paces = paces_of(question)
    return (("over", paces[0]),) if paces and paces[0] != "month" else ()


def _spans(question: Question) -> list[tuple[str, str | None]]:
    """Each counted span with the pace that it is, or None: "2 weeks"."""
    if question.loan_usd is not None:
        return []
    return [
        (found["span"], _KNOWN_SPANS.get(f"{_ONE.sub('1', found['count'])} {found['unit']}"))
        for found in _SPAN.finditer(question.text)
    ]
