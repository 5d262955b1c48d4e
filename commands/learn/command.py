"""``/learn``: a word of the story in two plain sentences and an example of today."""

from __future__ import annotations

import math
from string import Formatter
from typing import TYPE_CHECKING, Final

from commands.common.answer import MOST_OPTIONS, Answer, Button, SelectMenu, SelectOption
from commands.common.command import Choice, Command, Option, Request
from commands.common.custom_id import SHOW, CustomId, StaleButtonError
from commands.common.errors import InputError
from commands.common.text.small_print import Data
from commands.common.translator import N_
from commands.learn import text as words
from commands.learn.buttons import INDEX, NAME, index_id, read_term, term_id
from commands.learn.glossary import TERMS, find_term, matching_terms, nearest_terms
from commands.learn.glossary.figures import glossary_figures, rate_figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.translator import Translator
    from commands.learn.glossary import Term

_MOST_CHOICES: Final = 25
_ASKED_FIRST: Final = ("bond", "yield", "treasury", "fed")
_MOST_SUGGESTED: Final = 5


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``term``; without one, the words that are asked first."""
    typed = values.get("term", "")
    if not typed.strip():
        return _index(request)
    named = {request.translator.gettext(term.name): term for term in TERMS.values()}
    term = named.get(typed) or find_term(typed)
    if term is None:
        raise _unknown(request, typed)
    return _answer(request, term)


def _answer(request: Request, term: Term) -> Answer:
    translator = request.translator
    figures = glossary_figures(request.snapshot, translator)
    related = tuple(_term_button(TERMS[key], translator) for key in term.related)
    places = {name for _, name, _, _ in Formatter().parse(term.example) if name}
    has_rates = not places.isdisjoint(rate_figures(request.snapshot, translator))
    return Answer(
        words.term_text(term, figures, translator),
        words.small_print(figures, translator, has_rates=has_rates) if places else "",
        used=(Data.YIELDS,) if has_rates else (),
        buttons=related,
        samples=(term.used,),
        own_id=term_id(SHOW, term.key),
    )


def _index(request: Request) -> Answer:
    """All terms, in as few menus as hold them, and those that are asked first."""
    translator = request.translator
    names = sorted(
        ((translator.gettext(term.name), term.key) for term in TERMS.values()),
        key=lambda each: each[0].casefold(),
    )
    length = math.ceil(len(names) / math.ceil(len(names) / MOST_OPTIONS))
    pages = [names[start : start + length] for start in range(0, len(names), length)]
    return Answer(
        words.index_text(len(names), translator),
        menus=tuple(
            SelectMenu(
                translator.gettext("{first} to {last}", first=page[0][0], last=page[-1][0]),
                tuple(SelectOption(name, term_id(SHOW, key)) for name, key in page),
            )
            for page in pages
        ),
        buttons=tuple(_term_button(TERMS[key], translator) for key in _ASKED_FIRST),
        is_private=True,
        own_id=index_id(),
    )


def press(request: Request, custom_id: CustomId) -> Answer:
    """The answer to a button: a term, or all of them."""
    if (custom_id.action, custom_id.fields) == (INDEX, ()):
        return _index(request)
    if custom_id.action != SHOW:
        raise StaleButtonError
    return _answer(request, read_term(custom_id.fields))


def _unknown(request: Request, typed: str) -> InputError:
    near = [request.translator.gettext(term.name) for term in nearest_terms(typed, _MOST_SUGGESTED)]
    return InputError("term.unknown", "term", typed, suggestions=tuple(dict.fromkeys(near)))


def _term_button(term: Term, translator: Translator) -> Button:
    return Button(translator.gettext(term.name), term_id(SHOW, term.key))


def _suggest(request: Request, typed: str) -> list[Choice]:
    gettext = request.translator.gettext
    # The key, which every language finds.
    return [Choice(gettext(term.name), term.key) for term in matching_terms(typed, _MOST_CHOICES)]


COMMAND = Command(
    name=NAME,
    description="A word about bonds or debt, in plain language",
    label=N_("A word explained"),
    reply=reply,
    press=press,
    example="/learn term:yield",
    options=(Option("term", "For example: yield, bond, rollover, safe haven", suggest=_suggest),),
    error_texts=words.UNKNOWN,
    instead=Button(N_("All words"), index_id()),
)
