"""What a claim leaves out: it goes on with what was said before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.claim.reading.tokenizer import tense_of

if TYPE_CHECKING:
    from commands.claim.reading.frames import Frame

_CONTINUED: Final = frozenset({"holding", "change", "share", "sales"})
_UNPLACED: Final = "unplaced"
_ABOUT_HOLDERS: Final = frozenset(
    {"holding", "share", "change", "direction", "factor", "rank", "compare", "extreme"}
)
_CHANGES: Final = frozenset({"change", "direction"})
_SHORT: Final = 5
_CARRIED: Final = frozenset({"d", "u", "s", "b"})


def continued(frame: Frame, before: Frame) -> Frame:
    """Let "and China $618 billion" go on with what was said before."""
    if set(frame.slots) == {"who", "n"} and len(frame.tokens) <= _SHORT:
        kind = before.kind if before.kind in _CONTINUED else frame.kind
        kept = {name: token for name, token in before.slots.items() if name in _CARRIED}
        slots = {**kept, **frame.slots}
        return replace(frame, kind=kind, slots=slots, when=frame.when or before.when)
    if frame.kind == "factor" and "who" not in frame.slots and before.kind in _CHANGES:
        return replace(frame, when=frame.when or before.when)
    frame = tied(frame, before)
    if "now" in tense_of(frame.text):
        # "... and is now below that" has left the time of what was before it.
        return replace(frame, tense=frozenset({"now"}))
    if not frame.when and "who" not in frame.slots:
        latest = max(before.when, key=lambda when: when.end, default=None)
        return replace(frame, when=() if latest is None else (latest,))
    return frame


def tied(frame: Frame, before: Frame | None) -> Frame:
    """Give what is left out the subject that it goes on with, or none at all."""
    kind = before.kind if before is not None else ""
    if frame.kind == "extreme" and "who" not in frame.slots and before and kind == "yield":
        # As of the time of what went before, which a time of its own does not replace.
        slots, when = {**before.slots, **frame.slots}, (*before.when, *frame.when)
        return replace(frame, kind="yield_extreme", slots=slots, when=when)
    if _is_unplaced(frame, kind):
        return replace(frame, kind=_UNPLACED)
    is_share = frame.kind == "interest_share"
    if is_share and not frame.says("INTEREST"):
        tied = {"interest": "interest_share", "projection": "interest_share"}
        tied |= {"interest_share": "interest_share", "deficit": "deficit_share"}
        return replace(frame, kind=tied.get(kind, _UNPLACED))
    return frame


def _is_unplaced(frame: Frame, before: str) -> bool:
    """Whether a claim names nobody, and what went before was not about holders either."""
    if frame.kind == "downgrade":
        return len(frame.tokens) == 1 and before != "downgrade"
    if "who" in frame.slots:
        return False
    if frame.kind == "factor":
        return True
    is_bare = frame.kind == "holding" and not frame.says("HOLD")
    goes_on = frame.kind in {"extreme", "rank"} or is_bare
    return goes_on and bool(before) and before not in _ABOUT_HOLDERS


def merged(frames: list[Frame]) -> list[Frame]:
    """Join "cut to 688.7" and "from 700.5", which are one claim."""
    result: list[Frame] = []
    for frame in frames:
        if frame.kind == "sales" and set(frame.slots) == {"n"}:
            # "... were net sellers, but only by 12 billion."
            before = result[-1] if result else None
            if before is not None and before.kind == "sales" and not before.has("n"):
                slots = {**before.slots, "n": frame.slots["n"]}
                result[-1] = replace(before, slots=slots, when=before.when or frame.when)
            else:
                result.append(replace(frame, kind=_UNPLACED))
            continue
        if frame.kind == "change" and set(frame.slots) == {"m"} and result:
            before = result[-1]
            if before.kind in {"change", "yield"} and not before.has("m"):
                whens = (*before.when, *(w for w in frame.when if w not in before.when))
                slots = {**before.slots, "m": frame.slots["m"]}
                result[-1] = replace(before, slots=slots, when=whens, end=frame.end)
                continue
        result.append(frame)
    return result
