"""From a topic and what stands in a question to the line of a command."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from commands.ask.bonds import bond_options
from commands.ask.paces import pace_of, paces_of
from commands.ask.sales import amount_of, chosen_options, money_option, percent_option
from commands.ask.sellers import country_name, seller_of, unknown_seller_in
from commands.ask.terms import term_within
from commands.ask.vocabulary import any_matches, vocabulary
from commands.common.parsing.rates import HIGHEST_PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commands.ask.question import Question
    from commands.common.parsing.country_table import KnownHolder

_Options = tuple[tuple[str, str], ...]

OWN: Final = "ask"
"""The command whose own short answers these are."""

CLAIM: Final = "claim"
PAGES: Final = {
    **dict.fromkeys(("buyers", "gold", "stablecoins"), "all"),
    "hedge_funds": "ky",
    "owners": "jp",
    "sale_2018": "ru",
}
"""The articles that are pages of ``/holders``, with whose page that is."""

_ARTICLES: Final = {"call", "default", "price_yield", "auction", "hurt", *PAGES}
_TERMS: Final = {
    "bills_bonds": "bill",
    "debt": "debt",
    "deficit": "deficit",
    "inverted": "inverted curve",
    "net_interest": "net interest",
    "rating": "credit rating",
}
"""Topics that a word of the glossary answers."""

_OF_RATES: Final = {"bond", "interest", "level", "target"}
_MOST_RATE: Final = HIGHEST_PERCENT / 100
_YEN_RATES: Final = (50, 400)
_GOAL_PRICES: Final = (10, 100)
_USUAL_GOAL: Final = (("yield", "6%"),)
_USUAL_YEN: Final = "150"
_BESIDE: Final = re.compile(r"\b(?:after|besides|behind|except|than) @who ")
_AMOUNT_OF: Final = re.compile(r"\S+(?: trillion| billion| percent)? (?:of|from|by) $")
_RESIDENCE: Final = re.compile(r"\bin (?:the )?$")
_JOINT: Final = re.compile(r"\b(?:or|vs|versus|against|compared|than|and)\b")
_TEN_YEARS: Final = 10.0
_POINT: Final = 0.01
_MORE_RATE: Final = re.compile(
    r"(?<!\S)(?:extra|additional|further|another|more|each|every|per)"
    r" (?:@pct|@pts|@num|1|percent|point)"
    r" |@(?:pct|pts|num) (?:more|higher|extra) |half a percent more"
)


@dataclass(frozen=True, slots=True)
class MarketNow:
    """What a line depends on beside the question.

    Args:
        holders: The largest first.
        par_yield: Of today, decimal, by years; None where nobody knows it.
    """

    holders: Sequence[KnownHolder]
    par_yield: Callable[[float], float] | None = None


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A command with its options.

    Args:
        command: Its name.
        options: Names and values, in the order in which they are shown.
    """

    command: str
    options: _Options = ()

    def __str__(self) -> str:
        return " ".join((f"/{self.command}", *(f"{name}:{text}" for name, text in self.options)))


def line_for(topic: str, question: Question, market: MarketNow) -> CommandLine | None:
    """The line for a topic.

    Args:
        topic: Of the vocabulary.
        question: Taken apart.
        market: Who could sell, and the yields of today.

    Returns:
        None when the question lacks what the topic needs.
    """
    if topic in _ARTICLES:
        return CommandLine(OWN, (("about", topic), *_who(question)))
    if topic in _TERMS:
        return CommandLine("learn", (("term", _TERMS[topic]),))
    rates = question.rates if topic in _OF_RATES else set(question.rates) - set(question.shares)
    if any(rate > _MOST_RATE for rate in rates):
        return None
    command, _, view = topic.partition(".")
    if view:
        return CommandLine(command, (("show", view),))
    return _LINES[topic](question, market)


def _who(question: Question) -> _Options:
    return tuple(("who", key) for key in question.sellers[:1])


def _sale(question: Question, market: MarketNow) -> _Options:
    return (
        ("country", seller_of(question, market.holders)),
        ("amount", amount_of(question) or "all"),
        *pace_of(question),
    )


def _selloff(question: Question, market: MarketNow) -> CommandLine:
    further = chosen_options(question, "selling", "market", "others", "fed")
    return CommandLine("selloff", (*_sale(question, market), *further))


def _rescue(question: Question, market: MarketNow) -> CommandLine:
    return CommandLine("rescue", (*_sale(question, market), *chosen_options(question, "others")))


def _ripple(question: Question, market: MarketNow) -> CommandLine:
    # "My pension in the Netherlands" names no seller.
    sellers = tuple(
        (key, start)
        for key, start in question.holders
        if not _RESIDENCE.search(question.text[:start])
    )
    question = replace(question, holders=sellers)
    loan: _Options = ()
    if question.loan_usd is not None:
        loan = (("loan", _loan_option(question.loan_usd)),)
    if loan and question.years:
        loan = (*loan, ("years", str(question.years[0].years)))
    return CommandLine("ripple", (*_sale(question, market), *loan))


def _loan_option(usd: float) -> str:
    return f"{usd / 1000:.12g}k" if usd % 1000 == 0 else f"{usd:.12g}"


def _compare(question: Question, market: MarketNow) -> CommandLine | None:
    cut = _cut(question)
    if unknown_seller_in(question.marked) is not None:
        return _selloff(question, market)
    if cut is None:
        return None
    sides = question.part(0, cut), question.part(cut)
    whole = amount_of(question) or "all"
    texts = []
    for side in sides:
        who = seller_of(side if side.sellers else question, market.holders)
        paces = paces_of(side) or paces_of(question)[:1]
        pace = "" if paces[:1] in {(), ("month",)} else f" {paces[0]}"
        texts.append(f"{who} {amount_of(side) or whole}{pace}")
    if texts[0] == texts[1]:
        return None
    return CommandLine("compare", (("a", texts[0]), ("b", texts[1])))


def _cut(question: Question) -> int | None:
    """Where the second of two sales begins: at a joint, or at another seller."""
    joints = [joint.start() for joint in _JOINT.finditer(question.text)]
    first = question.holders[:1]
    for key, start in question.holders:
        if key != first[0][0]:
            between = [joint for joint in joints if first[0][1] < joint < start]
            amount = _AMOUNT_OF.search(question.text[:start])
            return (*between, amount.start() if amount else start)[0]
    return joints[0] if joints and len(paces_of(question)) > 1 else None


def _target(question: Question, market: MarketNow) -> CommandLine:
    goal: _Options = _USUAL_GOAL
    prices = [p for p in question.numbers if _GOAL_PRICES[0] <= p <= _GOAL_PRICES[1]]
    if question.rates:
        goal = (("yield", percent_option(max(question.rates))),)
    elif question.rise is not None and market.par_yield is not None:
        rate = market.par_yield(_TEN_YEARS) + question.rise
        goal = (("yield", percent_option(round(rate, 4))),)
    elif question.sums and "interest" in question.text:
        return CommandLine("target", (("interest", money_option(round(question.sums[0]))),))
    elif prices:
        goal = (("price", f"{prices[-1]:.6g}"),)
    return CommandLine("target", (*goal, *pace_of(question)))


def _bond(question: Question, market: MarketNow) -> CommandLine | None:
    options = bond_options(question, market.par_yield)
    if options:
        return CommandLine("bond", options)
    is_duration = "duration" in question.text
    return CommandLine("learn", (("term", "duration"),)) if is_duration else None


def _interest(question: Question, market: MarketNow) -> CommandLine:
    if _MORE_RATE.search(question.marked) and len(question.rates) < 2 and market.par_yield:
        more = question.rates[0] if question.rates else question.rise or _POINT
        rate = percent_option(round(market.par_yield(_TEN_YEARS) + more, 4))
        return CommandLine("interest", (("at", rate),))
    if not question.rates:
        return CommandLine("interest", (("at", _USUAL_GOAL[0][1]),))
    low, high = min(question.rates), max(question.rates)
    if low == high:
        return CommandLine("interest", (("at", percent_option(high)),))
    issue = tuple(("issue", money_option(round(usd))) for usd in question.sums[:1])
    return CommandLine(
        "interest", (*issue, ("from", percent_option(low)), ("to", percent_option(high)))
    )


def _yen(question: Question, _: MarketNow) -> CommandLine:
    rates = [f"{n:.6g}" for n in question.numbers if _YEN_RATES[0] <= n <= _YEN_RATES[1]]
    match rates:
        case [now, wanted, *_] if float(now) > float(wanted):
            return CommandLine("yen", (("from", now), ("to", wanted)))
        case [wanted, *_]:
            return CommandLine("yen", (("to", wanted),))
    return CommandLine("yen", (("to", _USUAL_YEN),))


def _signal(question: Question, _: MarketNow) -> CommandLine | None:
    return CommandLine("signal", question.moves) if question.moves else None


def _holders(question: Question, _: MarketNow) -> CommandLine:
    if len(question.sellers) != 1 or _BESIDE.search(question.marked):
        return CommandLine("holders")
    said: _Options = ()
    # What somebody sold is not what it holds.
    if question.sums and not any_matches(vocabulary().sold, question.marked):
        said = (("said", money_option(round(question.sums[0]))),)
    return CommandLine("holders", (("country", country_name(question.sellers[0])), *said))


def _history(question: Question, _: MarketNow) -> CommandLine:
    amount = amount_of(question)
    if not question.sellers or amount is None:
        return CommandLine("history")
    sale = ("country", country_name(question.sellers[0])), ("amount", amount)
    return CommandLine("history", sale)


def _learn(question: Question, _: MarketNow) -> CommandLine | None:
    term = question.term or term_within(question.text)
    return CommandLine("learn", (("term", term),)) if term else None


def _why_not(question: Question, market: MarketNow) -> CommandLine:
    text = f"Selling would hurt {seller_of(question, market.holders)} itself"
    return CommandLine(CLAIM, (("text", text),))


def _level(question: Question, _: MarketNow) -> CommandLine:
    rate = tuple(("yield", percent_option(rate)) for rate in question.rates[:1])
    return CommandLine(OWN, (("about", "level"), *rate))


_LINES: Final[dict[str, Callable[[Question, MarketNow], CommandLine | None]]] = {
    "about": lambda _, __: CommandLine("about"),
    "bond": _bond,
    "compare": _compare,
    "claim": lambda _, __: CommandLine(CLAIM),
    "freeze": lambda question, _: CommandLine(OWN, (("about", "default"), *_who(question))),
    "history": _history,
    "holders": _holders,
    "interest": _interest,
    "learn": _learn,
    "level": _level,
    "rescue": _rescue,
    "ripple": _ripple,
    "selloff": _selloff,
    "signal": _signal,
    "target": _target,
    "why_not": _why_not,
    "yen": _yen,
}
