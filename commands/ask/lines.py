"""From a topic and what stands in a question to the line of a command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.ask.paces import pace_of, paces_of
from commands.ask.sales import amount_of, chosen_options, money_option, percent_option
from commands.ask.sellers import country_name, seller_of
from commands.ask.vocabulary import any_matches, vocabulary
from commands.common.parsing.rates import HIGHEST_PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commands.ask.question import Question
    from commands.common.parsing.holders import KnownHolder

_Options = tuple[tuple[str, str], ...]

OWN: Final = "ask"
"""The command whose own short answers these are."""

CLAIM: Final = "claim"
PAGES: Final = frozenset({"buyers", "gold", "stablecoins"})
"""The articles that are pages of ``/holders``."""

_ARTICLES: Final = {"call", "default", "price_yield", "auction", "hurt", *PAGES}
_OF_RATES: Final = {"bond", "interest", "level"}
_MOST_RATE: Final = HIGHEST_PERCENT / 100
_YEN_RATES: Final = (50, 400)
_GOAL_PRICES: Final = (10, 100)
_USUAL_GOAL: Final = (("yield", "6%"),)
_USUAL_YEN: Final = "150"
_BESIDE: Final = re.compile(r"\b(?:after|besides|behind|except|than) @who ")
_ZERO_COUPON: Final = re.compile(r"\b(?:zero|0|no)[ -]coupon\b")
_COUPON_BEHIND: Final = re.compile(r" ?(?:coupon|bond|note|[1-9]\d?[ -]?y)")
_COUPON_BEFORE: Final = re.compile(r"\b(?:pays|paying|coupon(?: of)?) $")


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


def line_for(topic: str, question: Question, known: Sequence[KnownHolder]) -> CommandLine | None:
    """The line for a topic.

    Args:
        topic: Of the vocabulary.
        question: Taken apart.
        known: The holders, the largest first.

    Returns:
        None when the question lacks what the topic needs.
    """
    if topic in _ARTICLES:
        who = tuple(("who", key) for key in question.sellers[:1])
        return CommandLine(OWN, (("about", topic), *who))
    if topic in _OF_RATES and any(rate > _MOST_RATE for rate in question.rates):
        return None
    command, _, view = topic.partition(".")
    if view:
        return CommandLine(command, (("show", view),))
    return _LINES[topic](question, known)


def _sale(question: Question, known: Sequence[KnownHolder]) -> _Options:
    return (
        ("country", seller_of(question, known)),
        ("amount", amount_of(question) or "all"),
        *pace_of(question),
    )


def _selloff(question: Question, known: Sequence[KnownHolder]) -> CommandLine:
    further = chosen_options(question, "selling", "market", "others", "fed")
    return CommandLine("selloff", (*_sale(question, known), *further))


def _rescue(question: Question, known: Sequence[KnownHolder]) -> CommandLine:
    return CommandLine("rescue", (*_sale(question, known), *chosen_options(question, "others")))


def _ripple(question: Question, known: Sequence[KnownHolder]) -> CommandLine:
    loan: _Options = ()
    if question.loan_usd is not None:
        loan = (("loan", _loan_option(question.loan_usd)),)
    if loan and question.years:
        loan = (*loan, ("years", str(question.years[0].years)))
    return CommandLine("ripple", (*_sale(question, known), *loan))


def _loan_option(usd: float) -> str:
    return f"{usd / 1000:.12g}k" if usd % 1000 == 0 else f"{usd:.12g}"


def _compare(question: Question, known: Sequence[KnownHolder]) -> CommandLine | None:
    cut = _cut(question)
    if cut is None:
        return None
    sides = question.part(0, cut), question.part(cut)
    whole = amount_of(question) or "all"
    texts = []
    for side in sides:
        who = seller_of(side if side.sellers else question, known)
        paces = paces_of(side) or paces_of(question)[:1]
        pace = "" if paces[:1] in {(), ("month",)} else f" {paces[0]}"
        texts.append(f"{who} {amount_of(side) or whole}{pace}")
    if texts[0] == texts[1]:
        return None
    return CommandLine("compare", (("a", texts[0]), ("b", texts[1])))


def _cut(question: Question) -> int | None:
    """Where the second of two sales begins: at another seller, or behind "or"."""
    first = question.holders[:1]
    for key, start in question.holders:
        if key != first[0][0]:
            return start
    joint = re.search(r"\b(?:or|vs|versus|against|compared|than)\b", question.text)
    return joint.start() if joint and len(paces_of(question)) > 1 else None


def _target(question: Question, _: Sequence[KnownHolder]) -> CommandLine:
    goal: _Options = _USUAL_GOAL
    prices = [p for p in question.numbers if _GOAL_PRICES[0] <= p <= _GOAL_PRICES[1]]
    if question.rates:
        goal = (("yield", percent_option(max(question.rates))),)
    elif question.sums and "interest" in question.text:
        return CommandLine("target", (("interest", money_option(round(question.sums[0]))),))
    elif prices:
        goal = (("price", f"{prices[-1]:.6g}"),)
    return CommandLine("target", (*goal, *pace_of(question)))


def _bond(question: Question, _: Sequence[KnownHolder]) -> CommandLine | None:
    years: _Options = (("years", str(question.years[0].years)),) if question.years else ()
    if question.prices:
        rates = (0.0,) if _ZERO_COUPON.search(question.text) else question.rates[:1]
        coupon = tuple(("coupon", percent_option(rate)) for rate in rates)
        return CommandLine("bond", (("price", f"{question.prices[0]:.6g}"), *coupon, *years))
    coupons: list[float] = []
    yields: list[float] = []
    for percent in question.percents:
        is_coupon = _COUPON_BEHIND.match(question.text, percent.end) or _COUPON_BEFORE.search(
            question.text[: percent.start].rstrip() + " "
        )
        (coupons if is_coupon and len(question.percents) > 1 else yields).append(percent.high)
    if not yields:
        return None
    coupon = tuple(("coupon", percent_option(rate)) for rate in coupons[:1])
    return CommandLine("bond", (("yield", percent_option(yields[-1])), *coupon, *years))


def _interest(question: Question, _: Sequence[KnownHolder]) -> CommandLine:
    if not question.rates:
        return CommandLine("interest", (("at", _USUAL_GOAL[0][1]),))
    low, high = min(question.rates), max(question.rates)
    if low == high:
        return CommandLine("interest", (("at", percent_option(high)),))
    issue = tuple(("issue", money_option(round(usd))) for usd in question.sums[:1])
    return CommandLine(
        "interest", (*issue, ("from", percent_option(low)), ("to", percent_option(high)))
    )


def _yen(question: Question, _: Sequence[KnownHolder]) -> CommandLine:
    rates = [f"{n:.6g}" for n in question.numbers if _YEN_RATES[0] <= n <= _YEN_RATES[1]]
    match rates:
        case [now, wanted, *_] if float(now) > float(wanted):
            return CommandLine("yen", (("from", now), ("to", wanted)))
        case [wanted, *_]:
            return CommandLine("yen", (("to", wanted),))
    return CommandLine("yen", (("to", _USUAL_YEN),))


def _signal(question: Question, _: Sequence[KnownHolder]) -> CommandLine | None:
    return CommandLine("signal", question.moves) if question.moves else None


def _holders(question: Question, _: Sequence[KnownHolder]) -> CommandLine:
    if len(question.sellers) != 1 or _BESIDE.search(question.marked):
        return CommandLine("holders")
    said: _Options = ()
    # What somebody sold is not what it holds.
    if question.sums and not any_matches(vocabulary().sold, question.marked):
        said = (("said", money_option(round(question.sums[0]))),)
    return CommandLine("holders", (("country", country_name(question.sellers[0])), *said))


def _history(question: Question, _: Sequence[KnownHolder]) -> CommandLine:
    amount = amount_of(question)
    if not question.sellers or amount is None:
        return CommandLine("history")
    sale = ("country", country_name(question.sellers[0])), ("amount", amount)
    return CommandLine("history", sale)


def _learn(question: Question, _: Sequence[KnownHolder]) -> CommandLine | None:
    return CommandLine("learn", (("term", question.term),)) if question.term else None


def _level(question: Question, _: Sequence[KnownHolder]) -> CommandLine:
    rate = tuple(("yield", percent_option(rate)) for rate in question.rates[:1])
    return CommandLine(OWN, (("about", "level"), *rate))


_LINES: Final[dict[str, Callable[[Question, Sequence[KnownHolder]], CommandLine | None]]] = {
    "about": lambda _, __: CommandLine("about"),
    "bond": _bond,
    "compare": _compare,
    "claim": lambda question, _: CommandLine("claim", (("text", question.text),)),
    "history": _history,
    "holders": _holders,
    "interest": _interest,
    "inverted": lambda _, __: CommandLine("learn", (("term", "inverted curve"),)),
    "learn": _learn,
    "level": _level,
    "net_interest": lambda _, __: CommandLine("learn", (("term", "net interest"),)),
    "rating": lambda _, __: CommandLine("learn", (("term", "credit rating"),)),
    "rescue": _rescue,
    "ripple": _ripple,
    "selloff": _selloff,
    "signal": _signal,
    "target": _target,
    "yen": _yen,
}
