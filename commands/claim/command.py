"""``/claim``: what of a sentence about US debt holds, what does not, and by how much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from commands.claim import text as words
from commands.claim.articles import article_of, article_text, find_article
from commands.claim.buttons import EXAMPLE, NAME, article_id, buttons_for, example_button, text_id
from commands.claim.checkers import check, is_verdict
from commands.claim.findings import CheckContext, Verdict
from commands.claim.nearest import is_about_us_debt, nearest_figures
from commands.claim.picture import picture_of
from commands.claim.reading.frames import Mood
from commands.claim.reading.moods import mood_of
from commands.claim.reading.reader import read
from commands.claim.reading.tokenizer import MAX_LENGTH
from commands.common.answer import Answer
from commands.common.command import Command, Option, Request
from commands.common.component import by_action
from commands.common.custom_id import StaleButtonError
from commands.common.id_text import read_field
from commands.common.text.staleness import Data
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commands.claim.articles import Article
    from commands.claim.findings import Finding
    from commands.claim.reading.frames import Frame, Reading

_MOST_BUTTONS: Final = 5
_OF_THE_US: Final = frozenset(
    (
        *("holding", "share", "rank", "compare", "change", "direction", "factor", "extreme"),
        *("sales", "debt_share", "debt_change"),
    )
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

    reading: Reading
    judged: tuple[Finding, ...]
    open: tuple[Finding, ...]
    unread: tuple[str, ...]
    article: Article | None


def check_text(raw: str, context: CheckContext) -> CheckedText:
    """Read a text and check what was read."""
    reading = read(raw, context.now)
    is_subject = is_about_us_debt(reading.tokens)
    judged: list[Finding] = []
    rest: list[Finding] = []
    unread = list(reading.unread)
    for frame in reading.frames:
        finding = _checked(frame, reading.frames, context)
        if finding is None:
            unread.append(frame.text)
        elif frame.kind == "debt" and not is_subject:
            rest.append(finding.without_verdict())
        elif frame.kind in _OF_THE_US and not is_subject and not _is_right(finding):
            # "Its holdings" may be of anything, unless the numbers tell.
            rest.append(finding.without_verdict())
        else:
            (judged if is_verdict(finding) else rest).append(finding)
    is_whole = bool(judged) and not unread and not rest
    article = None if is_whole else find_article(reading)
    return CheckedText(reading, tuple(judged), tuple(rest), tuple(unread), article)


_ORDER: Final = (
    Verdict.HOLDS,
    Verdict.ROUGHLY,
    Verdict.THEN,
    Verdict.NOW,
    Verdict.NONE,
    Verdict.FAILS,
)


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


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``text``."""
    raw = values["text"]
    context = CheckContext(request.snapshot, request.translator)
    checked = check_text(raw, context)
    if checked.article is not None:
        return _article(request, checked, checked.article, context)
    if checked.judged:
        return _judged(request, checked, context)
    return _nearest(request, raw, checked, context)


def _article(
    request: Request, checked: CheckedText, article: Article, context: CheckContext
) -> Answer:
    translator = request.translator
    mood = mood_of(checked.reading.tokens)
    text = words.article_answer(article, article_text(article, context), mood, translator)
    answer = _answer(request, checked, text, [article.link])
    return replace(answer, own_id=article_id(article.key))


def _judged(request: Request, checked: CheckedText, context: CheckContext) -> Answer:
    translator = request.translator
    note = words.unread_note(checked.unread, translator)
    notes = (note,) if note else ()
    findings = (*checked.judged, *checked.open)
    if len(findings) == 1:
        text = words.one_finding(findings[0], notes, translator)
    else:
        text = words.several_findings(findings, notes, translator)
    used = tuple(dict.fromkeys(finding.used for finding in findings))
    links = [finding.link for finding in findings if finding.link]
    picture = picture_of(findings[0], context) if len(findings) == 1 else None
    return replace(_answer(request, checked, text, links, used), picture=picture)


def _nearest(request: Request, raw: str, checked: CheckedText, context: CheckContext) -> Answer:
    translator, reading = request.translator, checked.reading
    near = nearest_figures(reading, context)
    figures = [text for finding in checked.open for text in finding.figures]
    figures += [text for text in near.figures if text not in figures]
    if not figures:
        return Answer(
            words.nothing_text(raw, translator),
            buttons=(
                example_button(context, request.suggestion_action),
                *buttons_for(["holders"], context, request.suggestion_action),
            ),
            is_private=True,
            is_refusal=True,
        )
    is_other = near.is_other and not any(each.has("TREAS") for each in reading.tokens.tokens)
    reason = words.reason_text(reading, is_other=is_other, translator=translator)
    is_stated = all(frame.mood is Mood.STATED for frame in reading.frames)
    unread = checked.unread if is_stated and not is_other else ()
    note = words.unread_note(unread, translator)
    title = checked.open[0].title if len(checked.open) == 1 else words.nearest_title(translator)
    text = words.nearest_answer(title, reason, figures, (note,) if note else (), translator)
    links = [finding.link for finding in checked.open if finding.link] + [near.link]
    used = tuple(dict.fromkeys(finding.used for finding in checked.open)) or (Data.HOLDINGS,)
    return _answer(request, checked, text, [link for link in links if link], used)


def _answer(
    request: Request,
    checked: CheckedText,
    text: str,
    links: Sequence[str],
    used: tuple[Data, ...] = (Data.HOLDINGS,),
) -> Answer:
    context = CheckContext(request.snapshot, request.translator)
    sources = request.snapshot.sources
    source = checked.article.source if checked.article is not None else ""
    publisher = sources[source].publisher if source in sources else ""
    return Answer(
        text=text,
        small_print=words.small_print(
            request.snapshot,
            is_cut=checked.reading.tokens.is_cut,
            most=MAX_LENGTH,
            source=publisher,
            translator=request.translator,
        ),
        buttons=buttons_for(links, context, request.suggestion_action)[:_MOST_BUTTONS],
        own_id=text_id(checked.reading.tokens.text),
        used=used,
    )


def _show(request: Request, question: Article | str) -> Answer:
    """The answer to a button: an article, or the sentence that is the example, checked."""
    if isinstance(question, str):
        return reply(request, {"text": question})
    context = CheckContext(request.snapshot, request.translator)
    checked = check_text(EXAMPLE, context)
    return _article(request, replace(checked, article=question), question, context)


def _read(_: Request, fields: Sequence[str]) -> Article | str:
    match list(fields):
        case ["example"]:
            return EXAMPLE
        case ["text", field]:
            return read_field(field)
        case ["article", key]:
            found = article_of(key)
            if found is not None:
                return found
    raise StaleButtonError


COMMAND = Command(
    name=NAME,
    description="Check a sentence about US debt: what holds, what does not",
    label=N_("Check a claim"),
    context_menu="Check this claim",
    reply=reply,
    press=by_action(_read, show=_show),
    example="/claim text:Japan holds $1.2 trillion of US Treasuries",
    options=(
        Option(
            "text",
            "One sentence from an article, a post or a friend",
            is_required=True,
            max_length=MAX_LENGTH,
        ),
    ),
)
