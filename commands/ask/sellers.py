"""Who sells: a holder, somebody who is named and not known, or nobody in particular."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.ask.vocabulary import vocabulary
from commands.common.parsing.country_table import inverted, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.ask.question import Question
    from commands.common.parsing.country_table import KnownHolder

_SHORT_NAMES: Final = {"gb": "uk", "ae": "uae"}
_ACTS: Final = re.compile(
    r"(?<!\S)(?:sells?|selling|sold|dump(?:s|ed|ing)?|(?:un|off)load(?:s|ed|ing)?|liquidat\w+"
    r"|divest(?:s|ed|ing)?|sheds?|shedding|ditch(?:es|ed|ing)?|flog(?:s|ged)?"
    r"|(?:get|gets|got|getting) (?:rid|out) of|panic(?:s|ked)? and sells?"
    r"|pull(?:s|ed)? out of|exit(?:s|ed)?|unwinds?|cash(?:es|ed)? out|abandon(?:s|ed)?) "
)
_DONE_BY: Final = re.compile(r"(?<!\S)(?:sold|sale|sales|selling|selloff|dumping) by ")
_BESIDE: Final = re.compile(
    r"(?:^|(?<!\S)(?:if|when|that) )(?:the )?([a-z][\w'&]*) and @who (?:both |each |together )?"
    r"(?:sell|sold|dump|unload) "
    r"|^([a-z][\w'&]*) (?:@usd|@pct|half|all) (?:or|vs|versus|and|against) @who "
    r"|@who (?:@usd|@pct|half|all) (?:or|vs|versus|against) ([a-z][\w'&]*) (?:@usd|@pct|half|all) "
)
"""Who is named beside a country: "BlackRock and Japan sell", "Japan 200b or BlackRock 200b"."""
_SPAN: Final = re.compile(
    r"(?<!\S)(?:in|over|within) (?:an?|one|@num|[0-9]+) (?:minute|hour|day|week|month|year)s? "
)
_MARKS: Final = {"@fed": "the Fed", "@foreign": "foreigners", "@home": "US", "@group": ""}
_MOST_WORDS: Final = 6


def country_name(key: str) -> str:
    """What the country of a key is called in an option."""
    named = names().get(key)
    name = key if named is None else inverted(named.what.name).lower()
    return _SHORT_NAMES.get(key, name)


def seller_of(question: Question, known: Sequence[KnownHolder]) -> str:
    """Who sells, as an option.

    Returns:
        A holder before a country that holds none; who is named and not known, as it is written,
        for the command to refuse; the largest holder where nobody is named.
    """
    unknown = unknown_seller_in(question.marked)
    if unknown is not None:
        return unknown
    keys = {holder.key for holder in known}
    held = (key for key in question.sellers if key in keys)
    return country_name(next(held, (*question.sellers, known[0].key)[0]))


def unknown_seller_in(marked: str) -> str | None:
    """Who is said to sell and is no country, as it is written.

    Args:
        marked: The words of a question as in `Question.marked`.

    Returns:
        None where a country sells, or nobody is named.
    """
    line = _SPAN.sub("", marked.partition("\n")[0])
    found = [_subject(line[: act.start()].split()) for act in _ACTS.finditer(line)]
    found += [_agent(line[act.end() :].split()) for act in _DONE_BY.finditer(line)]
    beside = _BESIDE.search(line)
    if beside is not None and (name := beside[beside.lastindex or 0]) and _is_somebody([name]):
        return name if _ACTS.match(f"{name} ") is None else None
    if any("@who" in words for words in found):
        return None
    unknown_sellers = [words for words in found if words and _is_somebody(words)]
    return (
        " ".join(_MARKS.get(word, word) for word in unknown_sellers[0]) if unknown_sellers else None
    )


def _subject(before: list[str]) -> list[str]:
    """The words in front of a verb that may be who does it."""
    words = list(before)
    while words and words[-1] in vocabulary().seller.helpers:
        if words.pop() == "and" and "@who" in words:
            # "Japan needs cash and sells".
            return ["@who"]
    subject: list[str] = []
    while words and words[-1] not in vocabulary().seller.bounds and len(subject) < _MOST_WORDS:
        subject.insert(0, words.pop())
        if subject[0] in vocabulary().seller.articles or subject[0] == "@who":
            break
    if "@who" in words and words[-1] in vocabulary().seller.prepositions:
        # "Japan, tired of tariffs, sells".
        return ["@who"]
    return subject


def _agent(behind: list[str]) -> list[str]:
    words = behind[1:] if behind[:1] == ["the"] else behind
    ends = (
        at
        for at, word in enumerate(words)
        if word in vocabulary().seller.bounds or word in vocabulary().seller.helpers
    )
    return words[: min(next(ends, len(words)), _MOST_WORDS)]


def _is_somebody(words: list[str]) -> bool:
    bare = [word for word in words if word not in vocabulary().seller.articles]
    # A number or a maturity is nobody: "it took them five years to sell".
    if not bare or "@group" in bare or any(w[0] == "@" and w not in _MARKS for w in bare):
        return False
    if "@home" in bare and vocabulary().seller.owed.isdisjoint(bare):
        return True
    return not vocabulary().seller.everybody.isdisjoint({words[0], words[-1]}) or any(
        word not in vocabulary().seller.anybody and not word.endswith("ly") for word in bare
    )
