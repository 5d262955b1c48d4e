"""A row of tokens cut into parts that templates recognise, and the frames of the parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.reading.dates import Role, When
from commands.claim.reading.frames import Frame, Mood, Reading
from commands.claim.reading.tokenizer import TokenizedText, asks, tense_of, tokenize
from commands.claim.reading.tokens import Token
from commands.claim.reading.vocabulary import UNKNOWN, vocabulary
from commands.common.parsing.quantities_in_text import QuantityInText, Sense, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from commands.claim.reading.vocabulary import Template

_MOST_PARTS: Final = 8
_BREAKS: Final = ("SEP", "AND", "WHICH", "MAKEIT", "CAUSE", "AHEAD", "FROM", "WHEN")
_JOINS: Final = frozenset({"SEP", "AND", "CAUSE"})
_NUMBERS: Final = ("USD", "PCT", "PTS", "BARE", "MON", "CUR", "TENOR", "DUR", "ORD")
_CONTINUED: Final = frozenset({"holding", "change", "share", "sales"})
_OVER_YEARS: Final = frozenset({"change", "factor", "sales"})
_MOST_YEARS: Final = 50.0
_UNPLACED: Final = "unplaced"
_ABOUT_HOLDERS: Final = frozenset(
    {"holding", "share", "change", "direction", "factor", "rank", "compare", "extreme"}
)
_SHORT: Final = 5
_CARRIED: Final = frozenset({"d", "u", "s", "b"})
_MAJORITY: Final = 0.5
_STOP: Final = re.compile(r"[.!?。！？\n](?= |$|\n)")


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    cost: int
    kind: str | None = None
    slots: tuple[tuple[str, Token], ...] = ()
    is_whole: bool = True


def read(raw: str, now: date) -> Reading:
    """Read a text; anything at all may be in it.

    Args:
        raw: As typed.
        now: The day on which it is read.
    """
    text = tokenize(raw, now)
    tokens = _with_majority(text.tokens)
    parts = _best_parts(tokens)
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
    return Reading(tuple(frames), tuple(unread), text, not unread and bool(frames))


def _with_majority(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Read "most of" as more than half."""
    half = QuantityInText(Unit.PERCENT, _MAJORITY, _MAJORITY, Sense.MORE, 0.0, 0, 0)
    return tuple(
        Token(frozenset({"PCT"}), token.start, token.end, half) if token.has("MOST") else token
        for token in tokens
    )


def _best_parts(tokens: Sequence[Token]) -> list[_Part]:
    """Cut the row at its joints so that as little as possible stays unread."""
    joints = _joints(tokens)
    best: dict[int, tuple[tuple[int, int], list[_Part]]] = {len(tokens): ((0, 0), [])}
    for at in range(len(joints) - 2, -1, -1):
        start = joints[at]
        choices = []
        for to in range(at + 1, min(at + 1 + _MOST_PARTS, len(joints))):
            end = joints[to]
            part = _part(tokens, start, end, is_single=to == at + 1)
            if part is not None:
                (cost, count), rest = best[end]
                is_joint = part.kind is None and not part.cost
                choices.append(((cost + part.cost, count + (not is_joint)), [part, *rest]))
        best[start] = min(choices, key=lambda choice: choice[0])
    return best[joints[0]][1] if tokens else []


def _joints(tokens: Sequence[Token]) -> list[int]:
    found = {0, len(tokens)}
    for at, token in enumerate(tokens):
        if any(token.has(name) for name in _BREAKS):
            found.add(at)
            if token.classes & _JOINS:
                found.add(at + 1)
    return sorted(found)


def _part(tokens: Sequence[Token], start: int, end: int, *, is_single: bool) -> _Part | None:
    """This stretch as one part: matched wholly, matched but for unknown words, or unread."""
    stretch = [token for token in tokens[start:end] if not token.has("SEP")]
    if not stretch:
        return _Part(start, end, 0) if is_single else None
    if is_single and len(stretch) == 1 and stretch[0].classes & {"AND", "WHO", "WHICH", "WHEN"}:
        kind = "subject" if stretch[0].has("WHO") else None
        return _Part(start, end, 0, kind, (("who", stretch[0]),) if kind else ())
    known = [token for token in stretch if not token.has(UNKNOWN)]
    unknown = len(stretch) - len(known)
    matched = _matched(known)
    if matched is None and known and known[0].has("WHICH"):
        # "..., which holds $618 billion" says no more than "holds" does.
        matched = _matched(known[1:])
    if matched is not None:
        template, slots = matched
        cost = 1 + 2 * unknown if unknown else 0
        return _Part(start, end, cost, template.kind, slots, is_whole=not unknown)
    return _Part(start, end, 3 * len(stretch)) if is_single else None


def _matched(stretch: Sequence[Token]) -> tuple[Template, tuple[tuple[str, Token], ...]] | None:
    """The first template that takes all of it and gives every number its place."""
    known = vocabulary()
    row = "".join(known.characters.get(token.classes, "\x00") for token in stretch)
    numbers = {at for at, token in enumerate(stretch) if any(token.has(n) for n in _NUMBERS)}
    if not stretch or "\x00" in row:
        return None
    for template in known.templates:
        match = template.pattern.fullmatch(row)
        if match is None:
            continue
        slots, taken = _slots(match, stretch)
        if template.kind == "bond" and not {"price", "n"} <= {name for name, _ in slots}:
            continue
        if numbers - taken <= _periods(template.kind, stretch):
            return template, slots
    return None


def _periods(kind: str, stretch: Sequence[Token]) -> set[int]:
    """Lives that a template of bonds or of what comes due reads without a slot."""
    if kind not in {"bond", "due", "interest"}:
        return set()
    return {at for at, token in enumerate(stretch) if token.has("DUR") or token.has("TENOR")}


def _slots(
    match: re.Match[str], stretch: Sequence[Token]
) -> tuple[tuple[tuple[str, Token], ...], set[int]]:
    slots, taken = {}, set()
    for name, span in ((name, match.span(name)) for name in match.groupdict()):
        if span[0] >= 0:
            slots[name.partition("__")[0]] = stretch[span[0]]
            taken.add(span[0])
    return tuple(slots.items()), taken


def _resolved(parts: Sequence[_Part], tokens: Sequence[Token], text: TokenizedText) -> list[Frame]:
    """Frames of the parts; what a part leaves out is the one's before it."""
    frames: list[Frame] = []
    subject: tuple[str, ...] = ()
    leading = _leading(tokens, text)
    for part, when in zip(parts, _times(parts, tokens, text), strict=True):
        if part.kind is None:
            continue
        slots = dict(part.slots)
        who = (slots["who"].who if "who" in slots else ()) or subject
        if part.kind == "subject" or not tokens[part.start].has("AHEAD"):
            subject = who
        if part.kind == "subject":
            continue
        frame = _frame(part, who, when, tokens, text)
        frame = _continued(frame, frames[-1]) if frames else _tied(frame, None)
        frames.append(_timed(frame, leading, text))
    return _merged(frames)


def _timed(frame: Frame, leading: tuple[When, ...], text: TokenizedText) -> Frame:
    """With the time that leads the text, or "in a year" as the newest one."""
    years = frame.value("y")
    if frame.when or years is None or frame.kind not in _OVER_YEARS:
        return frame if frame.when else replace(frame, when=leading)
    first = text.now - timedelta(days=365 * min(years, _MOST_YEARS))
    return replace(frame, when=(When(Role.OVER, first, text.now, frame.end, frame.end),))


def _frame(
    part: _Part,
    who: tuple[str, ...],
    when: tuple[When, ...],
    tokens: Sequence[Token],
    text: TokenizedText,
) -> Frame:
    start, end = tokens[part.start].start, tokens[part.end - 1].end
    first, last = _sentence(text.text, start)
    return Frame(
        part.kind or "",
        dict(part.slots),
        tuple(tokens[part.start : part.end]),
        who,
        when,
        _mood(text, start),
        tense_of(text.text[first:last]),
        _negation(text, first, last),
        part.is_whole and not _is_caused(start, first, tokens),
        start,
        end,
        text.text[start:end],
    )


def _tied(frame: Frame, before: Frame | None) -> Frame:
    """Give what is left out the subject that it goes on with, or none at all."""
    kind = before.kind if before is not None else ""
    if frame.kind in {"extreme", "rank"} and "who" not in frame.slots and "f" not in frame.slots:
        if kind == "yield" and before is not None and frame.kind == "extreme":
            return replace(frame, kind="yield_extreme", slots={**before.slots, **frame.slots})
        return frame if kind in _ABOUT_HOLDERS or not kind else replace(frame, kind=_UNPLACED)
    is_share = frame.kind == "interest_share"
    if is_share and not any(token.has("INTEREST") for token in frame.tokens):
        tied = {"interest": "interest_share", "projection": "interest_share"}
        tied |= {"interest_share": "interest_share", "deficit": "deficit_share"}
        return replace(frame, kind=tied.get(kind, _UNPLACED))
    return frame


def _negation(text: TokenizedText, first: int, last: int) -> str:
    """The one word that denies a sentence; empty where there is another doubt."""
    named = [(name, at) for name, at in text.flags if first <= at < last]
    if len(named) != 1 or named[0][0] != "NOT" or text.flagged("DENY"):
        return ""
    word = text.text[named[0][1] :]
    return "never" if word.startswith(("never", "at no point")) else "not"


def _is_caused(start: int, first: int, tokens: Sequence[Token]) -> bool:
    """Whether it is said to follow from something: a cause is never judged."""
    return any(token.has("CAUSE") and first <= token.start < start for token in tokens)


def _continued(frame: Frame, before: Frame) -> Frame:
    """Let "and China $618 billion" go on with what was said before."""
    if set(frame.slots) == {"who", "n"} and len(frame.tokens) <= _SHORT:
        kind = before.kind if before.kind in _CONTINUED else frame.kind
        kept = {name: token for name, token in before.slots.items() if name in _CARRIED}
        slots = {**kept, **frame.slots}
        return replace(frame, kind=kind, slots=slots, when=frame.when or before.when)
    frame = _tied(frame, before)
    if not frame.when and "who" not in frame.slots:
        latest = max(before.when, key=lambda when: when.end, default=None)
        return replace(frame, when=() if latest is None else (latest,))
    return frame


def _leading(tokens: Sequence[Token], text: TokenizedText) -> tuple[When, ...]:
    """The only time of a text, where it stands first: it is that of all claims."""
    first = next((token.start for token in tokens if not token.has("SEP")), 0)
    return tuple(when for when in text.dates if when.stop <= first and len(text.dates) == 1)


def _merged(frames: list[Frame]) -> list[Frame]:
    """Join "cut to 688.7" and "from 700.5", which are one claim."""
    result: list[Frame] = []
    for frame in frames:
        if frame.kind == "change" and set(frame.slots) == {"m"} and result:
            before = result[-1]
            if before.kind in {"change", "yield"} and not before.has("m"):
                whens = (*before.when, *(w for w in frame.when if w not in before.when))
                slots = {**before.slots, "m": frame.slots["m"]}
                result[-1] = replace(before, slots=slots, when=whens, end=frame.end)
                continue
        result.append(frame)
    return result


def _times(
    parts: Sequence[_Part], tokens: Sequence[Token], text: TokenizedText
) -> list[tuple[When, ...]]:
    """The times of each part: those that stand in it or behind it, and one that stands alone."""
    starts = [tokens[part.start].start for part in parts]
    result: list[list[When]] = [[] for _ in parts]
    for when in text.dates if parts else ():
        at = max((i for i, start in enumerate(starts) if start <= when.at), default=0)
        result[at].append(when)
    real = [i for i, part in enumerate(parts) if part.kind not in {None, "subject"}]
    for i, part in enumerate(parts):
        if part.kind not in {None, "subject"} or not result[i] or part.cost:
            continue
        near = next((j for j in real if j > i), real[-1] if real else None)
        if near is not None and not result[near]:
            result[near] = result[i]
    return [tuple(whens) for whens in result]


def _mood(text: TokenizedText, at: int) -> Mood:
    """How surely the sentence at a place is meant; a joke or a denial may stand anywhere."""
    first, last = _sentence(text.text, at)
    named = {name for name, place in text.flags if first <= place < last}
    if text.flagged("DENY"):
        return Mood.DENIED
    if "IF" in named:
        return Mood.IF
    if asks(text.text[first:last].strip()):
        return Mood.ASKED
    if "MODAL" in named:
        return Mood.POSSIBLE
    return Mood.DENIED if "NOT" in named else Mood.STATED


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence at a place begins and ends."""
    stops = [match.end() for match in _STOP.finditer(text)]
    first = max((stop for stop in stops if stop <= at), default=0)
    return first, min((stop for stop in stops if stop > at), default=len(text))


def mood_of(text: TokenizedText) -> Mood:
    """How surely a text is meant as a whole."""
    if text.is_question:
        return Mood.ASKED
    moods = [_mood(text, token.start) for token in text.tokens] or [_mood(text, 0)]
    order = [Mood.DENIED, Mood.IF, Mood.ASKED, Mood.POSSIBLE, Mood.STATED]
    return min(moods, key=order.index)
