"""A text read and checked: what is judged, what is open, and what was not read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from commands.claim.articles import FoundArticle, find_article
from commands.claim.checkers import check, is_verdict
from commands.claim.findings import CheckContext, Finding, Verdict
from commands.claim.nearest import is_about_us_debt
from commands.claim.reading.reader import read
from commands.claim.regions import DOMESTIC
from commands.common.parsing.places_in_text import FED, FOREIGN, FOREIGN_OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import ClaimReading, Frame

_HAVE_NO_HOLDER: Final = frozenset(
    (
        *("yield", "yield_change", "yield_extreme", "spread", "curve", "debt", "debt_share"),
        *("debt_change", "interest", "interest_share", "projection", "deficit", "deficit_share"),
        *("average_rate", "due", "maturity", "trading", "downgrade", "rated"),
    )
)
_OF_THE_US: Final = frozenset(
    (
        *("holding", "share", "rank", "compare", "change", "direction", "factor", "extreme"),
        *("sales", "debt_share", "debt_change"),
    )
)
_ORDER: Final = (
    Verdict.HOLDS,
    Verdict.ROUGHLY,
    Verdict.THEN,
    Verdict.NOW,
    Verdict.NONE,
    Verdict.FAILS,
)


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What a text claims and what came of it.

    Args:
        reading: The text taken apart.
        judged: Claims with a verdict.
        open: Claims without one, with their figures.
        unread: Words that were not read.
        article: A claim that is made again and again, where nothing better was read.
    """

    reading: ClaimReading
    judged: tuple[Finding, ...]
    open: tuple[Finding, ...]
    unread: tuple[str, ...]
    article: FoundArticle | None


def check_text(raw: str, context: CheckContext) -> CheckedText:
    """Read a text and check what was read."""
    reading = read(raw, context.now)
    is_subject = is_about_us_debt(reading.tokens)
    judged: list[Finding] = []
    rest: list[Finding] = []
    unread = list(reading.unread)
    for frame in reading.frames:
        finding = _checked(frame, reading.frames, context)
        if finding is None or _is_of_others(frame, reading, is_subject=is_subject):
            unread.append(frame.text)
        elif not is_verdict(finding):
            rest.append(finding)
        elif frame.kind == "extreme" and "who" not in frame.slots and rest:
            # "… to $700 billion, the lowest since 2009" is about that level, not today's.
            rest.append(finding.without_verdict())
        elif frame.kind in _OF_THE_US and not is_subject and not _is_right(finding):
            # "Its holdings" may be of anything, unless the numbers tell.
            rest.append(finding.without_verdict())
        else:
            judged.append(finding)
    is_whole = bool(judged) and not unread and not rest
    article = None if is_whole else find_article(reading)
    return CheckedText(reading, tuple(judged), tuple(rest), tuple(unread), article)


def _is_of_others(frame: Frame, reading: ClaimReading, *, is_subject: bool) -> bool:
    """Another country or thing is named, and nothing says that a claim is about US debt."""
    if frame.kind == "debt" and not is_subject:
        return True
    if frame.kind not in _HAVE_NO_HOLDER:
        return False
    is_said = frame.says("HOME", "TREAS", "CBO")
    tokens = reading.tokens.tokens
    named = {key for token in tokens for key in token.who}
    is_other = reading.tokens.names_other
    is_abroad = bool(named - {FED, FOREIGN, FOREIGN_OFFICIAL, DOMESTIC})
    return (is_abroad or is_other) and not is_said


def _checked(frame: Frame, frames: Sequence[Frame], context: CheckContext) -> Finding | None:
    """Checked by its own time; one that has none may be of the time of the others, too."""
    own = check(frame, context)
    others = [each for each in frames if each.when and each.kind == frame.kind]
    if frame.when or own is None or not others:
        return own
    dated = check(replace(frame, when=others[0].when), context)
    found = [finding for finding in (own, dated) if finding is not None]
    return min(found, key=lambda finding: _ORDER.index(finding.verdict))


def _is_right(finding: Finding) -> bool:
    return finding.verdict in {Verdict.HOLDS, Verdict.ROUGHLY}
