"""``/ask``: a question in somebody's own words, read into a command and answered by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.ask import text as words
from commands.ask.articles import article
from commands.ask.buttons import NAME, line_id, read_line
from commands.ask.lines import CLAIM, OWN, PAGES, CommandLine
from commands.ask.reading import ADVICE, NO_SALE, QuestionReading, read_question
from commands.ask.sellers import country_name
from commands.ask.wording import MAX_LENGTH
from commands.common.answer import Answer, Button
from commands.common.command import Command, Forward, Option, Request, by_action
from commands.common.custom_id import SHOW, build_custom_id
from commands.common.sale.options import known_holders
from commands.common.text.names import holder_name
from commands.common.translator import N_
from commands.holders.buttons import NAME as HOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from commands.common.translator import Translator

_AMOUNTS: Final = ("half", "200b")
_MOST_OTHERS: Final = 1
_NEAREST: Final = 3
_UNANSWERED: Final[Mapping[str, Callable[[Translator], str]]] = {
    ADVICE: words.advice_text,
    NO_SALE: words.no_sale_text,
}
# What an answer leads to anyway.
_LEAD_ON: Final = {
    **dict.fromkeys(("ripple", "compare", "rescue", "yen", "target", OWN), ("selloff",)),
    "selloff": ("ripple",),
    "signal": ("ripple", "selloff"),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer | Forward:
    """The answer to ``question``."""
    known, par_yield = known_holders(request), request.snapshot.curve.at
    reading = read_question(values["question"], known, request.locale, par_yield)
    if reading.line is None:
        return _nothing(request, reading)
    if reading.line.command == CLAIM:
        return Forward(CLAIM, {"text": values["question"], **dict(reading.line.options)})
    return _answer(request, reading.line, tuple(_buttons(request, reading)), reading.unread)


def _show(request: Request, line: CommandLine) -> Answer | Forward:
    return _answer(request, line)


def _answer(
    request: Request,
    line: CommandLine,
    buttons: tuple[Button, ...] = (),
    unread: tuple[str, ...] = (),
) -> Answer | Forward:
    options = dict(line.options)
    if line.command != OWN:
        shown = words.understood(line, request.translator, unread)
        return Forward(line.command, options, shown, buttons)
    about = options.get("about")
    if about in PAGES:
        shown = words.understood(CommandLine(HOLDERS), request.translator, unread)
        page = build_custom_id(HOLDERS, about, PAGES[about])
        return Forward(HOLDERS, shown=shown, buttons=buttons, custom_id=page)
    answer = article(request, options)
    if note := words.unread_note(unread, request.translator):
        rest = answer.small_print.removeprefix("-# ")
        answer = replace(answer, small_print="-# " + request.translator.paragraph([note, rest]))
    return replace(answer, own_id=line_id(SHOW, line) or "")


def _buttons(request: Request, reading: QuestionReading) -> Iterator[Button]:
    """Half and a usual sum where no amount was said; then the likeliest other reading."""
    line = reading.line
    if line is None:
        return
    if reading.amount is None and "amount" in dict(line.options):
        for amount in _AMOUNTS:
            options = tuple((n, amount if n == "amount" else t) for n, t in line.options)
            yield from _button(
                request,
                words.amount_label(amount, request.translator),
                CommandLine(line.command, options),
            )
    unasked = (CLAIM, *_LEAD_ON.get(line.command, ()))
    others = [other for other in reading.others if other.command not in unasked]
    for other in others[:_MOST_OTHERS]:
        yield from _button(request, words.other_label(other, request.translator), other)


def _button(request: Request, label: str, line: CommandLine) -> Iterator[Button]:
    custom_id = line_id(request.suggestion_action, line)
    if custom_id is not None:
        yield Button(label, custom_id)


def _nothing(request: Request, reading: QuestionReading) -> Answer:
    """One line, and the three nearest questions that have an answer."""
    if reading.members:
        members = request.translator.listed([_who(request, key) for key in reading.members])
        name = (*reading.question.groups, members)[0]
        text = words.group_text(name, request.translator)
        offered = [(_of_member(key, reading), key) for key in reading.members[:_NEAREST]]
    else:
        text = _UNANSWERED.get(reading.topic, words.nothing_text)(request.translator)
        named = [key for key in reading.question.sellers if key in request.snapshot.holders]
        key = (*named, known_holders(request)[0].key)[0]
        amount = reading.amount if reading.topic == NO_SALE else None
        sale = (("country", country_name(key)), ("amount", amount or "all"))
        offered = [
            (CommandLine("selloff", sale), key),
            (CommandLine(HOLDERS, sale[:1]), key) if named else (CommandLine(HOLDERS), ""),
            (CommandLine("ripple", sale), key),
        ]
    buttons = tuple(
        button
        for line, key in offered
        for button in _button(
            request, words.nearest_label(line, _who(request, key), request.translator), line
        )
    )
    note = words.unread_note(reading.unread, request.translator)
    text = "\n-# ".join(part for part in (text, note) if part)
    return Answer(text, buttons=buttons, is_private=True, is_refusal=True)


def _who(request: Request, key: str) -> str:
    return holder_name(request.snapshot.holders[key], request.translator) if key else ""


def _of_member(key: str, reading: QuestionReading) -> CommandLine:
    who = ("country", country_name(key))
    if reading.topic == HOLDERS:
        return CommandLine(HOLDERS, (who,))
    return CommandLine("selloff", (who, ("amount", reading.amount or "all")))


COMMAND = Command(
    name=NAME,
    description="Ask in your own words: what if, who holds, how much, why",
    label=N_("Ask in your own words"),
    context_menu="Ask about this",
    reply=reply,
    press=by_action(lambda _, fields: read_line(fields), show=_show),
    example="/ask question:What would happen if Japan sold $200 billion of Treasuries?",
    options=(
        Option(
            "question",
            "For example: what if Japan sells half, and my mortgage?",
            is_required=True,
            max_length=MAX_LENGTH,
        ),
    ),
)
