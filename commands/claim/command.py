"""``/claim``: what of a sentence about US debt holds, what does not, and by how much."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.ask.buttons import NAME as ASK
from commands.ask.buttons import named_in_english, question_in_english
from commands.claim import text as words
from commands.claim.articles import FoundArticle, article_data, article_of, article_text
from commands.claim.buttons import EXAMPLE, NAME, article_id, buttons_for, example_button, text_id
from commands.claim.chart import picture_of
from commands.claim.checked_text import CheckedText, check_text
from commands.claim.findings import CheckContext
from commands.claim.nearest import nearest_figures
from commands.claim.reading.frames import Mood
from commands.claim.reading.tokenizer import MAX_LENGTH
from commands.claim.series import series
from commands.common.answer import Answer
from commands.common.command import Command, Forward, Option, Request, by_action
from commands.common.custom_id import StaleButtonError, read_field
from commands.common.packed_text import unpack_field
from commands.common.sale.options import known_holders
from commands.common.text.small_print import Data, DatedData
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commands.claim.articles import Article

_MOST_BUTTONS: Final = 5


def reply(request: Request, values: Mapping[str, str]) -> Answer | Forward:
    """The answer to ``text``; a question is left to ``/ask`` where it reads it."""
    raw = values["text"]
    context = CheckContext(request.snapshot, request.translator)
    question = question_in_english(raw, known_holders(request), request.locale)
    named = named_in_english(raw, request.locale)
    if named is not None and question is None:
        checked = replace(check_text(named, context), unread=())
        return replace(_nearest(request, raw, checked, context), own_id=text_id(raw))
    checked = check_text(raw, context)
    is_asked = named is not None or checked.reading.tokens.is_question
    is_checked = named is None and (checked.article or checked.judged or checked.open)
    if question is not None and is_asked and not is_checked:
        return Forward(ASK, {"question": question})
    if checked.article is not None:
        return _article(request, checked, checked.article, context)
    if checked.judged:
        return _judged(request, checked, context)
    return _nearest(request, raw, checked, context)


def _article(
    request: Request, checked: CheckedText, found: FoundArticle, context: CheckContext
) -> Answer:
    asks, article = checked.reading.tokens.is_question, found.article
    told = article_text(article, context)
    text = words.article_answer(found, told, request.translator, asks=asks)
    answer = _answer(request, checked, text, [article.link], article_data(article))
    if asks or found.is_denied or found.is_open:
        return answer
    return replace(answer, own_id=article_id(article.key))


def _judged(request: Request, checked: CheckedText, context: CheckContext) -> Answer:
    translator = request.translator
    note = words.unread_note(checked.unread, checked.reading.tokens.raw, translator)
    notes = (note,) if note else ()
    findings = tuple(dict.fromkeys((*checked.judged, *checked.open)))
    if len(findings) == 1:
        text = words.one_finding(findings[0], notes, translator)
    else:
        text = words.several_findings(findings, notes, translator)
    used = tuple(dict.fromkeys(finding.used for finding in findings if finding.used))
    links = [finding.link for finding in findings if finding.link]
    picture = picture_of(findings[0], context) if len(findings) == 1 else None
    return replace(_answer(request, checked, text, links, used), picture=picture)


def _nearest(request: Request, raw: str, checked: CheckedText, context: CheckContext) -> Answer:
    translator, reading = request.translator, checked.reading
    near = nearest_figures(reading, context)
    is_stated = all(frame.mood is Mood.STATED for frame in reading.frames)
    told = tuple(text for finding in checked.open for text in finding.figures)
    # What an "if" would do comes before what somebody did.
    both = (*told, *near.figures) if is_stated else (*near.figures, *told)
    figures = list(dict.fromkeys(both))
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
    is_other = near.is_other
    reason = words.reason_text(reading, is_other=is_other, translator=translator)
    unread = checked.unread if is_stated and not is_other else ()
    note = words.unread_note(unread, raw, translator)
    is_titled = is_stated and len(checked.open) == 1
    title = checked.open[0].title if is_titled else words.nearest_title(translator)
    text = words.nearest_answer(title, reason, figures, (note,) if note else (), translator)
    links = [finding.link for finding in checked.open if finding.link] + [near.link]
    data = {**{each: f.used for f in checked.open for each in f.figures}, **near.data}
    used = dict.fromkeys(kind for each, kind in data.items() if kind and each in text)
    return _answer(request, checked, text, [link for link in links if link], tuple(used))


def _answer(
    request: Request,
    checked: CheckedText,
    text: str,
    links: Sequence[str],
    used: tuple[Data, ...],
) -> Answer:
    context = CheckContext(request.snapshot, request.translator)
    sources = request.snapshot.sources
    source = checked.article.article.source if checked.article is not None else ""
    publisher = sources[source].publisher if source in sources else ""
    return Answer(
        text=text,
        small_print=words.small_print(
            is_cut=checked.reading.tokens.is_cut,
            source=publisher,
            earned=words.earned(request) if Data.YIELDS in used else "",
            ages=len(used),
            translator=request.translator,
        ),
        buttons=buttons_for(links, context, request.suggestion_action)[:_MOST_BUTTONS],
        own_id=text_id(checked.reading.tokens.raw),
        used=tuple(_dated(each, checked, context) for each in used),
    )


def _dated(data: Data, checked: CheckedText, context: CheckContext) -> Data | DatedData:
    """Holdings with the newest month of those that are named: some lines end earlier."""
    keys = {key for frame in checked.reading.frames for key in frame.who}
    months = [rows[-1].month for key in keys if (rows := series((key,), context))]
    return DatedData(data, min(months)) if data is Data.HOLDINGS and months else data


def _show(request: Request, question: Article | str) -> Answer | Forward:
    """The answer to a button: an article, or the sentence that is the example, checked."""
    if isinstance(question, str):
        return reply(request, {"text": question})
    context = CheckContext(request.snapshot, request.translator)
    checked = check_text(EXAMPLE, context)
    found = FoundArticle(question, is_denied=False, is_open=False)
    return _article(request, replace(checked, article=found), found, context)


def _read(_: Request, fields: Sequence[str]) -> Article | str:
    match list(fields):
        case ["example"]:
            return EXAMPLE
        case ["text", field]:
            return read_field(field)
        case ["packed", field]:
            return unpack_field(field)
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
