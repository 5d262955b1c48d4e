"""What a question asks: a command with its options, and what else it may ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.ask.classifier import likelihoods
from commands.ask.languages import in_english
from commands.ask.lines import CLAIM, CommandLine, line_for
from commands.ask.question import take_apart
from commands.ask.sales import amount_of
from commands.ask.sellers import country_name
from commands.ask.vocabulary import any_matches, vocabulary
from commands.ask.wording import in_words, one_line
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.parsing.places_in_text import members_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.ask.question import Question
    from commands.common.parsing.holders import KnownHolder

_NOTHING: Final = "nothing"
_LAST: Final = "selloff"
_OF_SALES: Final = frozenset({"selloff", "ripple", "rescue", "compare"})
_FIRM: Final = "default"
_MOST_COMPARED: Final = 2
_LEAST_ALONE: Final = 0.18
_MOST_OF_SALE: Final = 0.15
_LEAST_INSTEAD_OF_SALE: Final = 0.4


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A question that was read.

    Args:
        question: What stands in it.
        line: What answers it; None for what nothing answers.
        others: Further readings, the likeliest first.
        amount: How much is sold, as an option; None when that is not said.
        members: Keys of the holders in a group that was named, the largest first.
        topic: What was asked of the group.
    """

    question: Question
    line: CommandLine | None
    others: tuple[CommandLine, ...] = ()
    amount: str | None = None
    members: tuple[str, ...] = ()
    topic: str = ""


def read_question(
    raw: str, known: Sequence[KnownHolder], locale: str = ENGLISH_LOCALE
) -> QuestionReading:
    """Read a question.

    Args:
        raw: As typed; anything at all.
        known: The holders, the largest first.
        locale: The asker's, as Discord writes it.
    """
    foreign = in_english(one_line(raw), locale)
    if foreign is None:
        return _read_english(raw, known)
    if foreign.is_statement:
        return QuestionReading(take_apart(""), CommandLine(CLAIM, (("text", raw),)))
    if foreign.text is None:
        named = " ".join(country_name(key) for key in foreign.holders)
        return QuestionReading(take_apart(named), None)
    return _read_english(f"{foreign.text}?", known)


def _read_english(raw: str, known: Sequence[KnownHolder]) -> QuestionReading:
    question = take_apart(in_words(raw))
    topics = topics_of(question, is_asked="?" in raw or "？" in raw)
    amount = amount_of(question)
    keys = {holder.key for holder in known}
    if question.groups and keys.isdisjoint(question.sellers) and topics:
        wanted = set(members_of(question.groups[0]))
        members = tuple(holder.key for holder in known if holder.key in wanted)
        return QuestionReading(question, None, amount=amount, members=members, topic=topics[0])
    is_no_sale = any_matches(vocabulary().not_sold, question.marked)
    has_too_many = topics[:1] == ("compare",) and len(question.sellers) > _MOST_COMPARED
    if is_no_sale or has_too_many:
        topics = tuple(topic for topic in topics if topic not in _OF_SALES)
    lines = [line for topic in topics if (line := line_for(topic, question, known)) is not None]
    first, *others = dict.fromkeys(lines) or (None,)
    return QuestionReading(question, first, tuple(others), amount)


def topics_of(question: Question, *, is_asked: bool) -> tuple[str, ...]:
    """The topics whose templates fit, in order of the vocabulary, after the likeliest of others.

    Args:
        question: Taken apart.
        is_asked: It has a question mark.
    """
    known, text = vocabulary(), question.marked
    if not is_asked and _is_statement(question):
        return (CLAIM,)
    found = [topic for topic, templates in known.topics if any_matches(templates, text)]
    if _NOTHING in found:
        return ()
    # The last topic is every sale of which nothing else is asked.
    if found and found != [_LAST]:
        return tuple(found)
    likely = likelihoods(text)
    topic = max(likely, key=likely.__getitem__)
    is_likely = likely[topic] >= (_LEAST_INSTEAD_OF_SALE if found else _LEAST_ALONE)
    is_no_sale = not found or likely[_LAST] <= _MOST_OF_SALE
    if (
        topic not in {_NOTHING, _FIRM}
        and is_likely
        and is_no_sale
        and any_matches(known.subject, text)
    ):
        return tuple(dict.fromkeys((topic, *found)))
    return tuple(found)


def _is_statement(question: Question) -> bool:
    known = vocabulary()
    if question.term:
        return False
    is_told = any_matches(known.statements, question.marked)
    return is_told and not any_matches(known.questions, question.clauses)
