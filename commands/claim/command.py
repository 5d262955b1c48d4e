"""``/claim``: what of a sentence about US debt holds, what does not, and by how much."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from commands.claim import text as words
from commands.claim.buttons import NAME, claim_id, read_fields
from commands.claim.checkers import check
from commands.claim.data_used import data_used
from commands.claim.extractors import read_text
from commands.claim.follow_ups import alternatives, follow_ups
from commands.claim.keywords import Cue
from commands.claim.sentence import MAX_LENGTH
from commands.claim.verdicts import CheckContext, Finding, Verdict
from commands.common.answer import Answer, Button
from commands.common.command import Command, Option, Request
from commands.common.component import by_action
from commands.common.custom_id import SHOW, StaleButtonError
from commands.common.parsing.quantities_in_text import Unit
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commands.claim.claims import Claim
    from commands.claim.sentence import Sentence

_MAX_BUTTONS: Final = 5
_HINTS: Final = {Verdict.FITS, Verdict.AGAINST, Verdict.UNCLEAR}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``text``."""
    raw = values["text"]
    reading = read_text(raw)
    if stated := _checkable(request, reading.stated):
        return _answer(request, stated, is_cut=reading.whole.is_cut)
    if reading.denied or (reading.whole.is_denied and _speaks_of_debt(reading.whole)):
        return _question(request, raw, _checkable(request, reading.denied), reading.whole)
    return _nothing(request, raw, reading.whole)


def _checkable(request: Request, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims whose numbers the arithmetic takes: a bond for nothing has no yield to check."""
    context, kept = CheckContext(request.snapshot, request.translator), []
    for claim in claims:
        with suppress(ValueError, ArithmeticError):
            check(claim, context)
            kept.append(claim)
    return tuple(kept)


def _recheck(request: Request, claim: Claim) -> Answer:
    """The answer to a button: the claim it carries, checked."""
    try:
        return _answer(request, (claim,))
    except (ValueError, LookupError, ArithmeticError) as error:
        raise StaleButtonError from error


def _answer(request: Request, claims: tuple[Claim, ...], *, is_cut: bool = False) -> Answer:
    translator = request.translator
    findings = [check(claim, CheckContext(request.snapshot, translator)) for claim in claims]
    is_hint = any(finding.verdict in _HINTS for finding in findings)
    notes = (words.kept_for_others(translator),) if is_hint else ()
    return Answer(
        text="\n".join((*(_said(finding, request) for finding in findings), *notes)),
        small_print=words.small_print(
            request.snapshot, is_cut=is_cut, most=MAX_LENGTH, translator=translator
        ),
        buttons=_follow_ups(request, claims),
        own_id=(claim_id(SHOW, claims[0]) or "") if len(claims) == 1 else "",
        used=data_used(claims),
    )


def _said(finding: Finding, request: Request) -> str:
    verdict = words.verdict_text(finding.verdict.value, finding.gap, request.translator)
    return words.finding_text(finding.restated, verdict, finding.text, request.translator)


def _question(request: Request, raw: str, claims: tuple[Claim, ...], sentence: Sentence) -> Answer:
    translator = request.translator
    findings = [check(claim, CheckContext(request.snapshot, translator)) for claim in claims]
    action = request.suggestion_action
    buttons = []
    for number, finding in enumerate(findings, start=1):
        custom_id = claim_id(action, finding.claim)
        if custom_id is not None:
            label = translator.gettext("Check it")
            if len(findings) > 1:
                label = translator.gettext(
                    "Check number {number}", number=translator.fixed(number, 0)
                )
            buttons.append(Button(label, custom_id))
    text = words.question_text(raw, [finding.restated for finding in findings], translator)
    if not buttons:
        buttons += alternatives(sentence, CheckContext(request.snapshot, translator), action)
    return Answer(text, buttons=tuple(buttons), is_private=True, is_refusal=True)


def _nothing(request: Request, raw: str, sentence: Sentence) -> Answer:
    is_foreign = bool(sentence.of(Unit.FOREIGN)) and not sentence.of(Unit.USD, Unit.PERCENT)
    gettext = words.foreign_money_text if is_foreign else words.nothing_text
    action = request.suggestion_action
    buttons = alternatives(sentence, CheckContext(request.snapshot, request.translator), action)
    return Answer(
        gettext(raw, request.translator), buttons=buttons, is_private=True, is_refusal=True
    )


def _speaks_of_debt(sentence: Sentence) -> bool:
    return bool(sentence.quantities) and (sentence.has(Cue.TREASURY) or sentence.has(Cue.YIELD))


def _follow_ups(request: Request, claims: tuple[Claim, ...]) -> tuple[Button, ...]:
    """The command that answers more, for each claim."""
    context = CheckContext(request.snapshot, request.translator)
    action = request.suggestion_action
    found = [button for claim in claims for button in follow_ups(claim, context, action)]
    buttons = {button.custom_id: button for button in found}
    return tuple(buttons.values())[:_MAX_BUTTONS]


COMMAND = Command(
    name=NAME,
    description="Check a sentence about US debt: what holds, what does not",
    label=N_("Check a claim"),
    context_menu="Check this claim",
    reply=reply,
    press=by_action(lambda _, fields: read_fields(fields), show=_recheck),
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
