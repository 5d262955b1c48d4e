"""From what the words of a question mean to a sentence in English that asks the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from commands.ask.sales import money_option
from commands.ask.sellers import country_name
from commands.ask.templates import QuestionTemplate, compile_template
from commands.learn.buttons import name_of_term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commands.ask.language_text import MeaningsOfText

_Templates = tuple[QuestionTemplate, ...]

_OF_NO_HOLDER: Final = frozenset({"price_yield", "history", "inverted", "rating", "level.now"})
_OF_SALES: Final = frozenset({"selloff", "ripple", "rescue", "compare"})
_OF_RATES: Final = frozenset({"target", "interest", "level"})
_WORDS_FOR_ONE_UNREAD: Final = 4
_AMOUNT: Final = re.compile(r"@usd|@pct")
_YEARS: Final = re.compile(r"(?<!\S)(?:@num|@one) years? ")
_RATE: Final = re.compile(r"(?:yield|interest|reach|at) @pct ")


class _File(BaseModel):
    """Templates on meanings.

    Attributes:
        source: Where they are from.
        statement: What tells a statement that asks nothing.
        no_answer: What has none: nobody sells, or something else is sold.
        not_whole: What tells that a part of a sale is not read: another actor, another pace.
        topics: Each with its templates and its sentence, first come first taken.
        amounts: Shares of a holding by their meaning.
        options: Further options of a sale: templates and words.
        things: What a sale moves, by its meaning.
        named: Other things of which there are figures.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    statement: list[str]
    no_answer: dict[str, list[str]]
    not_whole: list[str]
    topics: list[tuple[str, list[str], str]]
    amounts: dict[str, str]
    options: list[tuple[list[str], str]]
    things: dict[str, str]
    named: list[tuple[list[str], str]]


@dataclass(frozen=True, slots=True)
class _Meanings:
    statement: _Templates
    no_answer: tuple[tuple[str, _Templates], ...]
    not_whole: _Templates
    topics: tuple[tuple[str, _Templates, str], ...]
    amounts: tuple[tuple[str, str], ...]
    options: tuple[tuple[_Templates, str], ...]
    things: tuple[tuple[str, str], ...]
    named: tuple[tuple[_Templates, str], ...]


@dataclass(frozen=True, slots=True)
class InEnglish:
    """A question in another language.

    Args:
        text: The same in English; None where it was not read.
        is_statement: It asks nothing.
        topic: What kind of question nothing answers; empty where that is not known.
        holders: Keys of the holders that it names.
        named: Who and what it names, in English.
        unread: Words that were not read.
    """

    text: str | None
    is_statement: bool
    topic: str
    holders: tuple[str, ...]
    named: str
    unread: tuple[str, ...]


def sentence_of(read: MeaningsOfText, *, is_asked: bool) -> InEnglish:
    """The question in English, as far as it was read.

    Args:
        read: What the words mean.
        is_asked: There is a question mark.
    """
    holders = tuple(dict.fromkeys(key for key, _ in read.holders))
    term = _term(read) if "means " in read.marked else None
    if term is not None:
        asked: tuple[str | None, bool, str] = f"what is {term}", False, ""
        return InEnglish(*asked, holders, named_in(read), ())
    return InEnglish(*_asked(read, is_asked=is_asked), holders, named_in(read), read.unread)


def _asked(read: MeaningsOfText, *, is_asked: bool) -> tuple[str | None, bool, str]:
    known = _meanings()
    several = len({key for key, _ in read.holders}) > 1
    flags = "@several " * several + "@asked " * is_asked
    text = f"{read.marked}\n{flags}"
    if not is_asked and _fits(known.statement, text) and not _is_sale_to_come(text):
        return None, True, ""
    if _has_too_much_unread(read):
        return None, False, ""
    for topic, templates in known.no_answer:
        if _fits(templates, text):
            return None, False, topic
    for topic, templates, sentence in known.topics:
        if _fits(templates, text):
            return _filled(topic, sentence, read), False, ""
    return None, False, ""


def named_in(read: MeaningsOfText) -> str:
    """Who and what a text names, in English, by which the nearest figures are found."""
    who = dict.fromkeys(country_name(key) for key, _ in read.holders)
    text = f"{read.marked}\n{'@several ' * bool(who)}"
    things = [words for templates, words in _meanings().named if _fits(templates, text)]
    return ", ".join((*who, *things))


def _term(read: MeaningsOfText) -> str | None:
    """The term that a question about a word is about, in English."""
    said = (read.rest, " ".join(read.unread))
    return next((term for each in said if each and (term := name_of_term(each))), None)


def _filled(topic: str, sentence: str, read: MeaningsOfText) -> str | None:
    keys = list(dict.fromkeys(key for key, _ in read.holders))
    places = {"who": country_name(keys[0]) if keys else "a country"}
    if topic in {"holders", "holders.did"} and len(keys) != 1:
        return "who owns us debt"
    if topic in _OF_RATES:
        if not read.percents:
            return None
        places["rate"] = f"{read.percents[-1]:.6g}%"
    if topic == "yen":
        rates = [f"{n:.6g}" for n in read.numbers]
        goal = " to ".join(rates[-2:]) or "150"
        way = "from" if len(rates) > 1 else "to"
        places["yen"] = f"how much would japan have to sell to take the yen {way} {goal}"
    if topic == "compare.pace":
        whole = _Sale(read.marked.split(), list(read.sums), list(read.percents))
        places["amount"] = _amount(read.marked, whole) or "all"
    if topic in _OF_SALES:
        sales = _sales(topic, read)
        if sales is None:
            return None
        places["sale"], places["other"] = sales
    places["thing"] = " and ".join(_things(read.marked)) or "stocks"
    return sentence.format_map(places)


def _things(marked: str) -> list[str]:
    said = marked.split()
    return list(dict.fromkeys(text for meaning, text in _meanings().things if meaning in said))


def _sales(topic: str, read: MeaningsOfText) -> tuple[str, str] | None:
    """One sale, or the two that are compared; None where one was not wholly read."""
    row = read.marked.split()
    whole = _Sale(row, list(read.sums), list(read.percents))
    if not read.holders and read.unread:
        return None
    seller = _seller(read, row)
    if topic != "compare":
        sale = _sale(seller, whole)
        return None if sale is None else (sale, "")
    first = read.holders[0][0]
    second = next(at for key, at in read.holders if key != first)
    joints = [at for at, each in enumerate(row[:second]) if each == "or"]
    cut = joints[-1] if joints and read.holders[0][1] < joints[-1] else second
    sides = _cut(whole, cut)
    others = {key for key, _ in read.holders} - {first}
    if len(others) > 1:
        return None
    sales = [_sale(key, side) for key, side in zip((first, *others), sides, strict=True)]
    return None if None in sales else (sales[0] or "", sales[1] or "")


@dataclass(frozen=True, slots=True)
class _Sale:
    row: list[str]
    sums: list[float]
    percents: list[float]


def _cut(whole: _Sale, at: int) -> tuple[_Sale, _Sale]:
    sums, percents = (whole.row[:at].count(mark) for mark in ("@usd", "@pct"))
    return (
        _Sale(whole.row[:at], whole.sums[:sums], whole.percents[:percents]),
        _Sale(whole.row[at:], whole.sums[sums:], whole.percents[percents:]),
    )


def _seller(read: MeaningsOfText, row: list[str]) -> str:
    """Who is named nearest before the sale, else first; nobody is the largest holder."""
    sold = row.index("sell") if "sell" in row else len(row)
    before = [key for key, at in read.holders if at < sold]
    return (*before[-1:], *(key for key, _ in read.holders), "")[0]


def _sale(seller: str, sale: _Sale) -> str | None:
    marked = "".join(f"{each} " for each in sale.row)
    amount = _amount(marked, sale)
    if amount is None or _fits(_meanings().not_whole, marked):
        return None
    if "@num " in _YEARS.sub("", marked):
        return None
    options = [text for templates, text in _meanings().options if _fits(templates, marked)]
    if "permonth" in sale.row:
        if "over a year" not in options or "@usd" not in sale.row:
            return None
        amount = f"{amount} a month for a year"
        options.remove("over a year")
    who = country_name(seller) if seller else "a country"
    return " ".join((who, "sells", *amount.split(), *options))


def _amount(marked: str, sale: _Sale) -> str | None:
    """How much is sold, in English; nothing where it is not said, None where it is not clear."""
    shares = [text for meaning, text in _meanings().amounts if f"{meaning} " in marked]
    percents = [] if _RATE.search(marked) else [f"{each:.6g}%" for each in sale.percents]
    sums = [f"${money_option(round(each))}" for each in sale.sums]
    if "hold " in marked and (shares or percents):
        sums = []
    found = [*sums, *percents] or shares[:1]
    if len(found) > 1:
        return None
    return found[0] if found else ""


def _is_sale_to_come(text: str) -> bool:
    """Whether a sale is told as one that may come: "China sells 500bn in a day"."""
    is_past = "did " in text
    return "sell " in text and not is_past and bool(_AMOUNT.search(text) or "over" in text)


def _has_too_much_unread(read: MeaningsOfText) -> bool:
    """Whether a number, a name or too many words were not read."""
    if read.has_unread_number:
        return True
    if any(_is_name(word) for word in read.unread):
        return True
    return len(read.unread) > max(1, read.known // _WORDS_FOR_ONE_UNREAD)


def _is_name(word: str) -> bool:
    return word[0].isupper() or "\u30a0" <= word[0] <= "\u30ff"


def _fits(templates: Iterable[QuestionTemplate], text: str) -> bool:
    return any(template.matches(text) for template in templates)


@cache
def _meanings() -> _Meanings:
    file = files("commands.ask") / "data" / "meanings.json"
    data = _File.model_validate_json(file.read_bytes())

    def templates(texts: list[str]) -> _Templates:
        return tuple(compile_template(text, {}) for text in texts)

    return _Meanings(
        templates(data.statement),
        tuple((topic, templates(texts)) for topic, texts in data.no_answer.items()),
        templates(data.not_whole),
        tuple((topic, templates(texts), sentence) for topic, texts, sentence in data.topics),
        tuple(data.amounts.items()),
        tuple((templates(texts), words) for texts, words in data.options),
        tuple(data.things.items()),
        tuple((templates(texts), words) for texts, words in data.named),
    )
