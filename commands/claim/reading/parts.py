"""A row of tokens cut into parts that templates recognise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from commands.claim.reading.tokens import Token
from commands.claim.reading.vocabulary import UNKNOWN, ClaimTemplate, vocabulary
from commands.common.parsing.places_in_text import FOREIGN

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_PARTS: Final = 8
_BREAKS: Final = ("SEP", "AND", "WHICH", "MAKEIT", "CAUSE", "AHEAD", "FROM", "WHEN", "WITH")
_JOINS: Final = frozenset({"SEP", "AND", "CAUSE"})
_NUMBERS: Final = frozenset(("USD", "PCT", "PTS", "BARE", "MON", "CUR", "TENOR", "DUR", "ORD"))
_READS_LIVES: Final = frozenset({"bond", "due", "interest"})
_NEEDED: Final = {"bond": frozenset({"price", "n"})}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the row: read by a template, or not.

    Args:
        start: First token.
        end: Behind the last one.
        cost: How much of it stays unread.
        kind: Of the template; None for what none takes.
        slots: What stands in its places.
        is_whole: No word in it is unknown.
    """

    start: int
    end: int
    cost: int
    kind: str | None = None
    slots: tuple[tuple[str, Token], ...] = ()
    is_whole: bool = True


def best_parts(tokens: Sequence[Token]) -> list[Part]:
    """Cut the row at its joints so that as little as possible stays unread."""
    joints = _joints(tokens)
    best: dict[int, tuple[tuple[int, int], list[Part]]] = {len(tokens): ((0, 0), [])}
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


def _part(tokens: Sequence[Token], start: int, end: int, *, is_single: bool) -> Part | None:
    """This stretch as one part: matched wholly, matched but for unknown words, or unread."""
    stretch = [token for token in tokens[start:end] if not token.has("SEP")]
    if not stretch:
        return Part(start, end, 0) if is_single else None
    if is_single and len(stretch) == 1 and stretch[0].classes & {"AND", "WHO", "WHICH", "WHEN"}:
        kind = "subject" if stretch[0].has("WHO") else None
        return Part(start, end, 0, kind, (("who", stretch[0]),) if kind else ())
    known = [token for token in stretch if not token.has(UNKNOWN)]
    unknown = len(stretch) - len(known)
    if unknown and not is_single and _has_aside(tokens[start:end]):
        return None
    matched = _matched(known) or _matched(_apart(known))
    if matched is None and known and known[0].has("WHICH"):
        # "..., which holds $618 billion" says no more than "holds" does.
        matched = _matched(known[1:])
    if matched is not None:
        template, slots = matched
        cost = 1 + 2 * unknown if unknown else 0
        return Part(start, end, cost, template.kind, slots, is_whole=not unknown)
    return Part(start, end, 3 * len(stretch)) if is_single else None


def _has_aside(stretch: Sequence[Token]) -> bool:
    """Whether nothing is known of what stands between two separators: "…, of all places, …"."""
    pieces: list[list[Token]] = [[]]
    for token in stretch:
        if token.has("SEP"):
            pieces.append([])
        else:
            pieces[-1].append(token)
    return any(piece and all(token.has(UNKNOWN) for token in piece) for piece in pieces)


def _apart(stretch: Sequence[Token]) -> list[Token]:
    """With "foreign holdings" as a holder and its holdings."""
    return [
        part
        for token in stretch
        for part in (
            (
                Token(frozenset({"WHO"}), token.start, token.start, who=(FOREIGN,)),
                Token(frozenset({"HOLDINGS"}), token.start, token.end),
            )
            if token.has("FOREIGNHELD")
            else (token,)
        )
    ]


def _matched(
    stretch: Sequence[Token],
) -> tuple[ClaimTemplate, tuple[tuple[str, Token], ...]] | None:
    """The first template that takes all of it and gives every number its place."""
    characters = vocabulary().characters
    found = _match("".join(characters.get(token.classes, "\x00") for token in stretch))
    if found is None:
        return None
    template, places = found
    return template, tuple((name, stretch[at]) for name, at in places)


@lru_cache(maxsize=4096)
def _match(row: str) -> tuple[ClaimTemplate, tuple[tuple[str, int], ...]] | None:
    """The same for the characters of a stretch, with the places of the slots."""
    known = vocabulary()
    if not row or "\x00" in row:
        return None
    classes = [known.classes_of(character) for character in row]
    numbers = {at for at, each in enumerate(classes) if each & _NUMBERS}
    lives = {at for at, each in enumerate(classes) if each & {"DUR", "TENOR"}}
    for template in known.templates:
        match = template.pattern.fullmatch(row)
        if match is None:
            continue
        spans = ((name.partition("__")[0], match.start(name)) for name in match.groupdict())
        places = {name: at for name, at in spans if at >= 0}
        if not _NEEDED.get(template.kind, frozenset()) <= set(places):
            continue
        taken = {match.start(name) for name in match.groupdict()}
        if numbers - taken <= (lives if template.kind in _READS_LIVES else set()):
            return template, tuple(places.items())
    return None
