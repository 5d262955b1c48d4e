"""What a first answer has room for on a phone, and how old its data are where that must be said."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from commands.common.locale.sentences import paragraph
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calc import MarketSnapshot
    from commands.common.translator import Translator

MOST_WORDS = 50
"""Beside the title."""
MOST_SMALL_WORDS = 22
"""In the small print: one line or two on a phone."""
SMALL_WORDS = MOST_SMALL_WORDS - 4
"""The same without the age of the data."""
# Chinese and Japanese write no blanks: three of their characters take the place of a word.
_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_CHARACTERS_A_WORD = 3
# Other languages take six words for five of English, or more and shorter ones, as Vietnamese does,
# which writes each syllable apart: there the room on the screen counts, seven letters a word.
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z]")
_LETTERS_A_WORD = 7
_ADDRESS = re.compile(r"\]\(<[^>]*>\)")


def count_words(text: str) -> int:
    """How many words a reader of this markdown sees; marks and addresses are none."""
    text, characters = _WITHOUT_BLANKS.subn(" ", _ADDRESS.sub("]", text))
    parts = [word for word in text.split() if any(map(str.isalnum, word))]
    words = len(parts)
    if _OTHER_LETTERS.search(text):
        words = min(math.ceil(words * 5 / 6), math.ceil(len(" ".join(parts)) / _LETTERS_A_WORD))
    return words + math.ceil(characters / _CHARACTERS_A_WORD)


def fit_words(sentences: Iterable[str], limit: int = MOST_WORDS) -> tuple[str, ...]:
    """The sentences that fit, each kept if there is still room for all of it.

    Args:
        sentences: In order of priority, which is also the order in which they are shown; empty
            ones are left out.
        limit: The most words of all together.
    """
    kept: list[str] = []
    for sentence in sentences:
        size = count_words(sentence)
        if sentence and size <= limit:
            kept.append(sentence)
            limit -= size
    return tuple(kept)


def as_lines(*lines: str) -> str:
    """A text of several lines; empty ones are left out."""
    return "\n".join(line for line in lines if line)


def fitted(heading: str, *sentences: str) -> str:
    """The heading and, a line each, the sentences that there is room for."""
    return as_lines(heading, *fit_words(sentences))


def fitted_paragraph(heading: str, *sentences: str) -> str:
    """The heading and, in one paragraph, the sentences that there is room for."""
    return as_lines(heading, paragraph(fit_words(sentences)))


def small_line(*parts: str, limit: int = SMALL_WORDS) -> str:
    """The small print: the parts that fit, as one line of small markdown.

    Args:
        parts: In order of priority, which is also the order in which they are shown; empty ones
            are left out.
        limit: The most words of all together; usually they leave room for the age of the data.
    """
    return "-# " + paragraph(fit_words(parts, limit))


class Data(StrEnum):
    """Data of the market that an answer may use."""

    YIELDS = "yields"
    HOLDINGS = "holdings"
    NET_SALES = "net_sales"
    DEBT = "debt"


@dataclass(frozen=True, slots=True)
class DatedData:
    """Data of which an answer used another day than the newest.

    Args:
        data: Of the market.
        day: That the oldest figure used describes.
    """

    data: Data
    day: date


# Yields and the debt are published each working day; holdings and net sales by month, some seven
# weeks later.
_FRESH_DAYS = {Data.YIELDS: 10, Data.HOLDINGS: 80, Data.NET_SALES: 80, Data.DEBT: 10}
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_SENTENCES = {
    Data.YIELDS: N_("Yields {age} old."),
    Data.HOLDINGS: N_("Holdings {age} old."),
    Data.NET_SALES: N_("Sales {age} old."),
    Data.DEBT: N_("Debt figure {age} old."),
}


def ages_text(
    used: Iterable[Data | DatedData],
    snapshot: MarketSnapshot,
    translator: Translator,
    today: date | None,
) -> str:
    """A sentence for each kind of data that was used and is old.

    Args:
        used: By the answer.
        snapshot: The data.
        translator: The asker's language.
        today: The asker's day; None where nobody asks today.
    """
    dated = (
        each if isinstance(each, DatedData) else DatedData(each, day_of(each, snapshot))
        for each in used
    )
    ages = (age_text(each.data, each.day, translator, today) for each in dated)
    return translator.paragraph(ages)


def day_of(data: Data, snapshot: MarketSnapshot) -> date:
    """The day that the newest figure describes."""
    match data:
        case Data.YIELDS:
            return snapshot.curve.as_of
        case Data.HOLDINGS:
            return max(holder.latest.month for holder in snapshot.holders.values())
        case Data.NET_SALES:
            return end_of_month(snapshot.transactions.months["total"][-1].month)
        case Data.DEBT:
            return snapshot.facts["total_public_debt"].as_of


def end_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def age_text(data: Data, day: date, translator: Translator, today: date | None) -> str:
    """A sentence when data of that day are old, else nothing."""
    age = _old(data, day, translator, today)
    return translator.gettext(_SENTENCES[data], age=age) if age else ""


def yields_day(snapshot: MarketSnapshot, translator: Translator, today: date | None) -> str:
    """The day of the yields inside a sentence: ``9 Oct``, or ``9 Oct, 7 weeks old``."""
    day = translator.short_day(snapshot.curve.as_of)
    age = _old(Data.YIELDS, snapshot.curve.as_of, translator, today)
    return translator.gettext("{day}, {age} old", day=day, age=age) if age else day


def _old(data: Data, day: date, translator: Translator, today: date | None) -> str:
    """How old data of that day are; empty while they are fresh, or where nobody asks today."""
    if today is None or (days := (today - day).days) <= _FRESH_DAYS[data]:
        return ""
    return _age(days, translator)


def _age(days: int, translator: Translator) -> str:
    if days < 2 * _WEEK:
        return translator.duration(days, "day")
    if days < 2 * _MONTH:
        return translator.duration(round(days / _WEEK), "week")
    if days < 2 * _YEAR:
        return translator.duration(round(days / _MONTH), "month")
    return translator.duration(round(days / _YEAR), "year")
