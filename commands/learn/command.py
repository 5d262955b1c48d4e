"""``/learn``: a word of the story in two plain sentences and an example of today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import Scenario
from calc.market_signals import Moves, Spread
from calc.one_bond import BondTerms
from commands.bond.buttons import BondQuestion, bond_id
from commands.common.answer import Answer, Button
from commands.common.command import Choice, Command, Option, Request
from commands.common.custom_id import POST, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.text.errors import error_text
from commands.history.buttons import history_id
from commands.holders.buttons import holders_id
from commands.interest.buttons import DebtQuestion, debt_id
from commands.learn import text as words
from commands.learn.buttons import NAME, read_term, term_id
from commands.learn.glossary import TERMS
from commands.learn.glossary.figures import glossary_figures
from commands.learn.glossary.search import find_term, matching_terms, nearest_terms
from commands.ripple.buttons import ripple_id
from commands.selloff.buttons import scenario_id
from commands.signal.buttons import signal_id
from commands.yen.buttons import yen_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commands.common.translator import Translator
    from commands.learn.glossary import Term

_MOST_CHOICES: Final = 25
_MOST_SUGGESTED: Final = 5
_SALE: Final = Scenario("jp", 200_000_000_000)
_STORY_BOND: Final = BondQuestion(BondTerms(0.03, 1.0), "price", 90.0)
_DEBT: Final = DebtQuestion(0.06)
_SIGNAL: Final = Moves(ten=0.0047, spread=Spread(-0.0058))


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``term``; without one, a list of all terms."""
    typed = values.get("term", "")
    if not typed.strip():
        return _index(request)
    term = find_term(typed)
    return _unknown(request, typed) if term is None else _answer(request, term)


def press(request: Request, action: str, fields: Sequence[str]) -> Answer:
    """The answer to a tapped button: another term."""
    if action not in {SHOW, POST}:
        raise StaleButtonError
    return _answer(request, read_term(fields))


def _answer(request: Request, term: Term) -> Answer:
    translator = request.translator
    figures = glossary_figures(request.snapshot, translator)
    related = tuple(_term_button(TERMS[key], SHOW, translator) for key in term.related)
    return Answer(
        words.term_text(term, figures, translator),
        words.small_print(figures, translator),
        buttons=(*related, _use(term, translator)),
    )


def _index(request: Request) -> Answer:
    first = [
        _term_button(TERMS[key], SHOW, request.translator) for key in ("bond", "yield", "rollover")
    ]
    return Answer(
        words.index_text(list(TERMS.values()), request.translator),
        buttons=tuple(first),
        is_private=True,
    )


def _unknown(request: Request, typed: str) -> Answer:
    translator = request.translator
    near = nearest_terms(typed, _MOST_SUGGESTED)
    problem = InputError(
        "term.unknown",
        "term",
        typed,
        suggestions=tuple(translator.gettext(term.name) for term in near),
    )
    action = SHOW if request.is_private else POST
    return Answer(
        error_text(problem, translator, words.UNKNOWN),
        buttons=tuple(_term_button(term, action, translator) for term in near),
        is_private=True,
        is_refusal=True,
    )


def _term_button(term: Term, action: str, translator: Translator) -> Button:
    return Button(translator.gettext(term.name), term_id(action, term.key))


def _use(term: Term, translator: Translator) -> Button:
    """Where the word is at work."""
    uses = {
        "bond": (translator.gettext("Try it on a bond"), bond_id(SHOW, _STORY_BOND)),
        "interest": (translator.gettext("See the US interest bill"), debt_id(SHOW, _DEBT)),
        "holders": (translator.gettext("Who holds the US debt?"), holders_id(SHOW)),
        "ripple": (translator.gettext("What does it cost others?"), ripple_id(SHOW, _SALE)),
        "yen": (translator.gettext("From 160 to 150 yen"), yen_id(SHOW, 160.0, 150.0)),
        "signal": (translator.gettext("Read such a signal"), signal_id(SHOW, _SIGNAL)),
        "history": (translator.gettext("What happened before?"), history_id(SHOW)),
    }
    sale = (translator.gettext("If Japan sold $200 billion"), scenario_id(SHOW, _SALE))
    return Button(*uses.get(term.used, sale))


def _suggest(request: Request, typed: str) -> list[Choice]:
    names = [request.translator.gettext(term.name) for term in matching_terms(typed, _MOST_CHOICES)]
    return [Choice(name, name) for name in names]


COMMAND = Command(
    name=NAME,
    description="A word about bonds or debt, in plain language",
    reply=reply,
    press=press,
    example="/learn term:yield",
    options=(Option("term", "For example: yield, bond, rollover, safe haven", suggest=_suggest),),
    problems=words.UNKNOWN,
)
