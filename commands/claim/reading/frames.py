"""What a text claims, as frames: who, what quantity, of what, when, compared with what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from commands.claim.reading.dates import Role, When
from commands.claim.reading.tokens import Token, TokenizedText, tokenize
from commands.claim.reading.vocabulary import OTHER, UNKNOWN, vocabulary
from commands.common.parsing.quantities_in_text import QuantityInText, Sense, Unit

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence
    from datetime import date

    from commands.claim.reading.vocabulary import Template

_MOST_PARTS: Final = 8
_BREAKS: Final = ("SEP", "AND", "WHICH", "MAKEIT", "CAUSE", "AHEAD", "FROM", "WHEN")
_JOINS: Final = frozenset({"SEP", "AND", "CAUSE"})
_NUMBERS: Final = ("USD", "PCT", "PTS", "BARE", "MON", "CUR", "TENOR", "DUR", "ORD")
_CONTINUED: Final = frozenset({"holding", "change", "share", "sales"})
_MAJORITY: Final = 0.5


class Mood(Enum):
    """How surely a claim is made; a verdict is given on what is stated only."""

    STATED = "stated"
    ASKED = "asked"
    IF = "if"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Frame:
    """One claim as it was read.

    Args:
        kind: Of the templates.
        slots: What stands in the places of the template, by name.
        tokens: All that it was made of.
        who: Keys of the holders that it is about.
        when: Its times.
        mood: How surely.
        tense: ``past``, ``once``, ``now``.
        is_whole: Everything in its words was read.
        start: Where its words begin.
        end: Where they end.
        text: The words.
    """

    kind: str
    slots: Mapping[str, Token]
    tokens: tuple[Token, ...]
    who: tuple[str, ...]
    when: tuple[When, ...]
    mood: Mood
    tense: frozenset[str]
    is_whole: bool
    start: int
    end: int
    text: str

    def has(self, slot: str) -> bool:
        """Whether this place is taken."""
        return slot in self.slots

    def number(self, slot: str = "n") -> QuantityInText | None:
        """The number in a place."""
        token = self.slots.get(slot)
        return None if token is None else token.quantity

    def value(self, slot: str) -> float | None:
        """The years, or the place in an order, in a place."""
        token = self.slots.get(slot)
        return token.value if token is not None and isinstance(token.value, float) else None

    def time(self, *roles: Role) -> When | None:
        """The first time with one of these roles."""
        return next((when for when in self.when if when.role in roles), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a text.

    Args:
        frames: What was recognised, in order.
        unread: Words that were not, as typed.
        tokens: The text taken apart.
        is_complete: Nothing was left over.
    """

    frames: tuple[Frame, ...]
    unread: tuple[str, ...]
    tokens: TokenizedText
    is_complete: bool


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
        _typed(text, tokens[part.start].start, tokens[part.end - 1].end)
        for part in parts
        if part.kind is None and part.cost
    ]
    unread += [
        _typed(text, token.start, token.end)
        for part in parts
        if part.kind is not None and not part.is_whole
        for token in tokens[part.start : part.end]
        if token.has(UNKNOWN)
    ]
    return Reading(tuple(frames), tuple(unread), text, not unread and bool(frames))


def _with_majority(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """ "Most of" is more than half."""
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
    if matched := _matched(known):
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
    times = _times(parts, tokens, text)
    first = tokens[0].start if tokens else 0
    leading = (
        tuple(each for each in text.dates if each.stop <= first) if len(text.dates) == 1 else ()
    )
    for part, when in zip(parts, times, strict=True):
        if part.kind is None:
            continue
        slots = dict(part.slots)
        who = slots["who"].who if "who" in slots else ()
        if part.kind == "subject":
            subject = who
            continue
        kind = part.kind
        before = frames[-1] if frames else None
        if set(slots) == {"who", "n"} and before is not None and len(part.slots) == 2:
            # "… and China $618 billion" goes on with what was said before.
            kind = before.kind if before.kind in _CONTINUED else kind
            slots = {
                **{k: v for k, v in before.slots.items() if k in {"d", "u", "s", "b"}},
                **slots,
            }
            when = when or before.when
        who = who or subject
        if not tokens[part.start].has("AHEAD"):
            subject = who
        if not when and before is not None and "who" not in slots:
            when = before.when
        when = when or leading
        start, end = tokens[part.start].start, tokens[part.end - 1].end
        frames.append(
            Frame(
                kind,
                slots,
                tuple(tokens[part.start : part.end]),
                who,
                when,
                _mood(text),
                text.tense,
                part.is_whole,
                start,
                end,
                text.text[start:end],
            )
        )
    return _merged(frames)


def _merged(frames: list[Frame]) -> list[Frame]:
    """ "Cut to 688.7, from 700.5": the second half belongs to the first."""
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
    for when in text.dates:
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


def _mood(text: TokenizedText) -> Mood:
    if text.flagged("DENY"):
        return Mood.DENIED
    if text.flagged("IF"):
        return Mood.IF
    if text.is_question:
        return Mood.ASKED
    if text.flagged("MODAL"):
        return Mood.POSSIBLE
    return Mood.DENIED if text.flagged("NOT") else Mood.STATED


def _typed(text: TokenizedText, start: int, end: int) -> str:
    """Words as they were typed, where they can be found there."""
    return text.text[start:end]


def speaks_of_other(reading: Reading) -> bool:
    """Whether something else than Treasuries is named."""
    return any(token.classes == frozenset({OTHER}) for token in reading.tokens.tokens)
