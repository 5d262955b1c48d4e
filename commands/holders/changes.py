"""Whether holders really sold: purchases and sales apart from what prices did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from commands.common.locale.sentences import paragraph
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.market import Fact, HoldingChange, MarketSnapshot
    from commands.common.translator import Translator

# Shares of the largest part: below the first a part is left out, from the second on it is named.
_NOTHING = 0.02
_MATTERS = 0.1
_DECEMBER = 12
_ALONE = {
    True: N_("**{name} sold {net} more than it bought** in the year to {month}."),
    False: N_("**{name} bought {net} more than it sold** in the year to {month}."),
}
_WITH_PRICES = {
    (True, True): N_(
        "**{name} sold {net} more than it bought** in the year to {month}; lower prices took"
        " {prices}."
    ),
    (True, False): N_(
        "**{name} sold {net} more than it bought** in the year to {month}; higher prices added"
        " {prices}."
    ),
    (False, True): N_(
        "**{name} bought {net} more than it sold** in the year to {month}; lower prices took"
        " {prices}."
    ),
    (False, False): N_(
        "**{name} bought {net} more than it sold** in the year to {month}; higher prices added"
        " {prices}."
    ),
}
_WITH_VALUE = {
    (True, True): N_(
        "**{name} sold {net} more than it bought** in the year to {month}; {prices} counts as lost"
        " value."
    ),
    (True, False): N_(
        "**{name} sold {net} more than it bought** in the year to {month}; {prices} counts as"
        " added value."
    ),
    (False, True): N_(
        "**{name} bought {net} more than it sold** in the year to {month}; {prices} counts as lost"
        " value."
    ),
    (False, False): N_(
        "**{name} bought {net} more than it sold** in the year to {month}; {prices} counts as"
        " added value."
    ),
}
_OTHER = {
    True: N_("Another {other} went without a reason given."),
    False: N_("Another {other} was added without a reason given."),
}

_OWNERS = ("official", "private")
_FLOWS = {
    (True, True): N_(
        "Governments and central banks sold {official} net in the year to {month}; private owners"
        " abroad sold {private}."
    ),
    (True, False): N_(
        "Governments and central banks sold {official} net in the year to {month}; private owners"
        " abroad bought {private}."
    ),
    (False, True): N_(
        "Governments and central banks bought {official} net in the year to {month}; private"
        " owners abroad sold {private}."
    ),
    (False, False): N_(
        "Governments and central banks bought {official} net in the year to {month}; private"
        " owners abroad bought {private}."
    ),
}


def sold_sentence(name: str, change: HoldingChange | None, translator: Translator) -> str:
    """Whether it sold over a year, and what prices did to its holding.

    Args:
        name: Of the holder, inside a sentence.
        change: Of its holding; None where the table lacks a part of it.
        translator: The language.
    """
    if change is None:
        return translator.gettext(
            "The US Treasury’s table has no full year of its purchases and sales."
        )
    net, prices = change.net_purchases_usd, change.valuation_usd
    values = {
        "name": name,
        "net": translator.money(abs(net), 3),
        "month": translator.month(change.end),
    }
    if abs(prices) < _NOTHING * _largest(change):
        return translator.sentence(_ALONE[net < 0], **values)
    values["prices"] = translator.money(abs(prices), 3)
    messages = _WITH_PRICES if change.is_through_prices else _WITH_VALUE
    return translator.sentence(messages[net < 0, prices < 0], **values)


def other_sentence(change: HoldingChange | None, translator: Translator) -> str:
    """What neither sales nor prices explain; empty where that is little."""
    if change is None or abs(change.other_usd) < _MATTERS * _largest(change):
        return ""
    other = translator.money(abs(change.other_usd), 3)
    return translator.gettext(_OTHER[change.other_usd < 0], other=other)


def _largest(change: HoldingChange) -> float:
    parts = (change.net_purchases_usd, change.valuation_usd, change.other_usd)
    return max(abs(part) for part in parts)


def flows_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What owners abroad bought and sold over a year, and what the Fed keeps for officials."""
    gettext, transactions = translator.gettext, snapshot.transactions
    lines = []
    last = transactions.months["official"][-1].month
    # The same month a year before is not counted: twelve months, not thirteen.
    first = date(last.year - (last.month < _DECEMBER), last.month % _DECEMBER + 1, 1)
    official, private = (transactions.bought_usd(key, first, last) for key in _OWNERS)
    if official is not None and private is not None:
        lines.append(
            gettext(
                _FLOWS[official < 0, private < 0],
                month=translator.month(last),
                official=translator.money(abs(official), 3),
                private=translator.money(abs(private), 3),
            )
        )
    lines.append(_custody_change(snapshot.facts, translator))
    return paragraph(lines)


def _custody_change(facts: Mapping[str, Fact], translator: Translator) -> str:
    """What the Fed keeps for officials, over the newest weeks."""
    newest = facts["fed_custody"]
    change = newest.value - facts["fed_custody_before"].value
    messages = {
        True: N_("What the Fed keeps for them fell by {sum} in the four weeks to {day}."),
        False: N_("What the Fed keeps for them rose by {sum} in the four weeks to {day}."),
    }
    return translator.gettext(
        messages[change < 0], sum=translator.money(abs(change), 3), day=translator.day(newest.as_of)
    )
