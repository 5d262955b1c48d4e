"""What a text claims: tokens, parts, frames."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.reading.dates import Role, When
from commands.claim.reading.ellipsis import continued, merged, tied
from commands.claim.reading.frames import ClaimReading, Frame
from commands.claim.reading.moods import mood_at, negation_of, sentence_at
from commands.claim.reading.parts import Part, best_parts
from commands.claim.reading.tokenizer import TokenizedText, tense_of, tokenize
from commands.claim.reading.tokens import Token
from commands.claim.reading.vocabulary import UNKNOWN
from commands.common.parsing.quantities_in_text import QuantityInText, Sense, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

_OVER_YEARS: Final = frozenset({"change", "factor", "sales"})
_MOST_YEARS: Final = 50.0
_ENDS: Final = frozenset({"SEP", "AND", "USD", "PCT", "HOLD", "BE"})
_MAJORITY: Final = 0.5


def read(raw: str, now: date) -> ClaimReading:
    """Read a text; anything at all may be in it.

    Args:
        raw: As typed.
        now: The day on which it is read.
    """
    text = tokenize(raw, now)
    tokens = _with_majority(text.tokens)
    parts = best_parts(tokens)
    frames = _resolved(parts, tokens, text)
    unread = [
        text.text[tokens[part.start].start : tokens[part.end - 1].end]
        for part in parts
        if part.kind is None and part.cost and not tokens[part.start].has("CAUSE")
    ]
    unread += [
        text.text[token.start : token.end]
        for part in parts
        if part.kind is not None and not part.is_whole
        for token in tokens[part.start : part.end]
        if token.has(UNKNOWN)
    ]
    return ClaimReading(tuple(frames), tuple(unread), text, not unread and bool(frames))


def _with_majority(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Read "most of" as more than half."""
    half = QuantityInText(Unit.PERCENT, _MAJORITY, _MAJORITY, Sense.MORE, 0.0, 0, 0)
    return tuple(
        Token(frozenset({"PCT"}), token.start, token.end, half) if token.has("MOST") else token
        for token in tokens
    )


def _resolved(parts: Sequence[Part], tokens: Sequence[Token], text: TokenizedText) -> list[Frame]:
    """Frames of the parts; what a part leaves out is the one's before it."""
    frames: list[Frame] = []
    subject: tuple[str, ...] = ()
    is_loose = False
    leading = _leading(tokens, text)
    for part, when in zip(parts, _times(parts, tokens, text), strict=True):
        if part.kind is None:
            continue
        slots = dict(part.slots)
        who = (slots["who"].who if "who" in slots else ()) or subject
        if part.kind == "subject" or not tokens[part.start].has("AHEAD"):
            subject = who
        if part.kind == "subject":
            is_loose = True
            continue
        frame = _frame(part, who, when, tokens, text)
        if is_loose and "who" in slots:
            # "Taiwan, Hong Kong own …": a name that belongs to the claim, too, perhaps.
            frame = replace(frame, is_whole=False)
        is_loose = False
        frame = continued(frame, frames[-1]) if frames else tied(frame, None)
        frames.append(_timed(frame, leading, text))
    return merged(frames)


def _timed(frame: Frame, leading: tuple[When, ...], text: TokenizedText) -> Frame:
    """With the time that leads the text, or "in a year" as the newest one."""
    years = frame.value("y")
    if frame.when or years is None or frame.kind not in _OVER_YEARS:
        return frame if frame.when else replace(frame, when=leading)
    first = text.now - timedelta(days=365 * min(years, _MOST_YEARS))
    return replace(frame, when=(When(Role.OVER, first, text.now, frame.end, frame.end),))


def _frame(
    part: Part,
    who: tuple[str, ...],
    when: tuple[When, ...],
    tokens: Sequence[Token],
    text: TokenizedText,
) -> Frame:
    start, end = tokens[part.start].start, tokens[part.end - 1].end
    first, last = sentence_at(text.text, start)
    return Frame(
        part.kind or "",
        dict(part.slots),
        tuple(tokens[part.start : part.end]),
        who,
        when,
        mood_at(text, start),
        tense_of(text.text[first:last]),
        negation_of(text, first, last),
        part.is_whole
        and not _is_caused(start, first, tokens)
        and not _goes_on(tokens[part.end :], text)
        and not any(token.has("QUALIFIER") and first <= token.start < last for token in tokens),
        start,
        end,
        text.text[start:end],
    )


def _goes_on(rest: Sequence[Token], text: TokenizedText) -> bool:
    """Whether other things follow that the same number is of: "Treasuries and shares"."""
    if not rest or not (rest[0].has("AND") or rest[0].has("SEP")):
        return False
    if rest[0].has("SEP"):
        is_same_sentence = text.text[rest[0].start] not in ".!?"
        return is_same_sentence and len(rest) > 1 and rest[1].is_other
    stop = next((at for at, token in enumerate(rest[1:], 1) if token.classes & _ENDS), len(rest))
    return any(token.is_other for token in rest[1:stop])


def _is_caused(start: int, first: int, tokens: Sequence[Token]) -> bool:
    """Whether it is said to follow from something: a cause is never judged."""
    return any(token.has("CAUSE") and first <= token.start < start for token in tokens)


def _leading(tokens: Sequence[Token], text: TokenizedText) -> tuple[When, ...]:
    """The only time of a text, where it stands first: it is that of all claims."""
    first = next((token.start for token in tokens if not token.has("SEP")), 0)
    return tuple(when for when in text.dates if when.stop <= first and len(text.dates) == 1)


def _times(
    parts: Sequence[Part], tokens: Sequence[Token], text: TokenizedText
) -> list[tuple[When, ...]]:
    """The times of each part: those that stand in it or behind it, and one that stands alone."""
    starts = [tokens[part.start].start for part in parts]
    result: list[list[When]] = [[] for _ in parts]
    for when in text.dates if parts else ():
        at = max((i for i, start in enumerate(starts) if start <= when.at), default=0)
        result[at].append(when)
    # A time beside a joint alone is that of the part before it, or at the start of the next one.
    told = [i for i, part in enumerate(parts) if part.cost or part.kind not in {None, "subject"}]
    for i, whens in enumerate(result):
        if not whens or i in told:
            continue
        near = max((j for j in told if j < i), default=min((j for j in told if j > i), default=i))
        if parts[near].kind is not None and not result[near]:
            result[near] = whens
    return [tuple(whens) for whens in result]
