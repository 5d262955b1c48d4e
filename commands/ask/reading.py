"""What a question asks: a command with its options, and what else it may ask."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from commands.ask.classifier import likelihoods
from commands.ask.languages import in_english
from commands.ask.lines import CLAIM, CommandLine, MarketNow, line_for
from commands.ask.question import take_apart
from commands.ask.sales import amount_of
from commands.ask.sellers import country_name
from commands.ask.unread_numbers import unread_numbers
from commands.ask.vocabulary import any_matches, vocabulary
from commands.ask.wording import in_words, one_line
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.parsing.places_in_text import members_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commands.ask.question import Question
    from commands.common.parsing.country_table import KnownHolder

ADVICE: Final = "advice"
"""Whether to buy or to sell, which is for nobody here to say."""

NO_SALE: Final = "no_sale"
"""Somebody buys, keeps, or does not sell."""

_NOTHING: Final = "nothing"
_UNANSWERED: Final = frozenset({_NOTHING, ADVICE, NO_SALE})
_FED: Final = frozenset({"@fed", "print", "prints", "printing", "qe"})
_SALE: Final = "selloff"
_OF_SALES: Final = frozenset({_SALE, "ripple", "rescue", "compare"})
_MOST_COMPARED: Final = 2
_LEAST_LIKELY: Final = 0.04
_LEAST_BESIDE: Final = 0.12
_OFF_SUBJECT: Final = 0.5
_LEAST_OFF_SUBJECT: Final = 0.3


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A question that was read.

    Args:
        question: What stands in it.
        line: What answers it; None for what nothing answers.
        others: Further readings, the likeliest first.
        amount: How much is sold, as an option; None when that is not said.
        members: Keys of the holders in a group that was named, the largest first.
        topic: What was asked of a group, or what kind of question nothing answers.
        unread: Words of another language, and numbers, that were not read.
    """

    question: Question
    line: CommandLine | None
    others: tuple[CommandLine, ...] = ()
    amount: str | None = None
    members: tuple[str, ...] = ()
    topic: str = ""
    unread: tuple[str, ...] = ()


def read_question(
    raw: str,
    known: Sequence[KnownHolder],
    locale: str = ENGLISH_LOCALE,
    par_yield: Callable[[float], float] | None = None,
) -> QuestionReading:
    """Read a question.

    Args:
        raw: As typed; anything at all.
        known: The holders, the largest first.
        locale: The asker's, as Discord writes it.
        par_yield: Of today, by years, for goals said as a rise.
    """
    foreign = in_english(one_line(raw), locale)
    if foreign is None:
        return _read_english(raw, MarketNow(known, par_yield))
    if foreign.is_statement:
        return QuestionReading(take_apart(""), CommandLine(CLAIM, (("text", raw),)))
    if foreign.text is None:
        named = take_apart(" ".join(country_name(key) for key in foreign.holders))
        return QuestionReading(named, None, topic=foreign.topic, unread=foreign.unread)
    reading = _read_english(f"{foreign.text}?", MarketNow(known, par_yield))
    # Its numbers were written anew.
    return replace(reading, unread=foreign.unread)


def _read_english(raw: str, market: MarketNow) -> QuestionReading:
    question = take_apart(in_words(raw))
    topics, amount = topics_of(question, is_asked="?" in raw or "？" in raw), amount_of(question)
    if topics and (members := _several(question, topics[0], market)):
        return QuestionReading(question, None, amount=amount, members=members, topic=topics[0])
    if topics[:1] == (_SALE,) and _sell_together(question):
        topics = ("compare", *topics)
    if _is_no_sale(question, topics):
        topics = (NO_SALE,)
    if topics[:1] and topics[0] in _UNANSWERED:
        return QuestionReading(question, None, amount=amount, topic=topics[0])
    asked = list(itertools.takewhile(lambda topic: topic not in _UNANSWERED, topics))
    if asked[:1] == ["compare"]:
        # One side alone is a sale.
        asked.append(_SALE)
    lines = [line for topic in asked if (line := line_for(topic, question, market)) is not None]
    first, *others = dict.fromkeys(lines) or (None,)
    return QuestionReading(
        question, first, tuple(others), amount, unread=unread_numbers(question, first)
    )


def _several(question: Question, topic: str, market: MarketNow) -> tuple[str, ...]:
    """The holders, the largest first, where more are named than one answer is for."""
    keys = {holder.key for holder in market.holders}
    wanted = keys.intersection(question.sellers)
    if question.groups and not wanted:
        wanted = set(members_of(question.groups[0]))
    elif len(wanted) <= _MOST_COMPARED or not (topic == "compare" or _sell_together(question)):
        return ()
    return tuple(holder.key for holder in market.holders if holder.key in wanted)


def _sell_together(question: Question) -> bool:
    return any_matches(vocabulary().sellers_together, question.marked)


def _is_no_sale(question: Question, topics: tuple[str, ...]) -> bool:
    """Whether somebody buys, keeps or does not sell where a sale is asked for."""
    # What the Fed buys of a sale is no purchase alone.
    speaks_of_fed = not _FED.isdisjoint(question.marked.split())
    is_help = topics[:1] == ("rescue",) and not question.sums and speaks_of_fed
    of_sale = topics[:1] and topics[0] in _OF_SALES and not is_help
    return bool(of_sale) and any_matches(vocabulary().not_sold, question.marked)


def topics_of(question: Question, *, is_asked: bool) -> tuple[str, ...]:
    """What may be asked, the likeliest first.

    Args:
        question: Taken apart.
        is_asked: It has a question mark.
    """
    likely = likelihoods(question.marked, signs_of(question, is_asked=is_asked))
    # Who comes here asks about this; what was learnt has more of everything else.
    likely[_NOTHING] *= _OFF_SUBJECT
    ranked = sorted(likely, key=likely.__getitem__, reverse=True)
    is_on_subject = any_matches(vocabulary().subject, question.marked)
    if not is_on_subject and likely[ranked[0]] < _LEAST_OFF_SUBJECT:
        return ()
    least = max(_LEAST_LIKELY, _LEAST_BESIDE * likely[ranked[0]])
    return tuple(itertools.takewhile(lambda topic: likely[topic] >= least, ranked))


def signs_of(question: Question, *, is_asked: bool) -> tuple[str, ...]:
    """What tells the topic of a question beside its words: the templates that fit.

    Args:
        question: Taken apart.
        is_asked: It has a question mark.
    """
    known, text = vocabulary(), question.marked
    fitting = [topic for topic, templates in known.topics if any_matches(templates, text)]
    signs = [f"{topic} fits" for topic in fitting]
    signs += [f"{topic} first" for topic in fitting[:1]]
    told = any_matches(known.statements, text)
    asked = is_asked or any_matches(known.questions, question.clauses)
    of_text = {
        "told": told,
        "asked": asked,
        "stated": told and not asked and not question.term,
        "not sold": any_matches(known.not_sold, text),
        "on subject": any_matches(known.subject, text),
    }
    return (*signs, *(sign for sign, is_so in of_text.items() if is_so))
