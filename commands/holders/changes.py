"""Whether holders really sold: purchases and sales apart from what prices did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calc.record.custody import WEEKS, load_custody_weeks
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.market import HoldingChange, MarketSnapshot
    from commands.common.translator import Translator

# Shares of the largest part: below the first a part is left out, from the second on it is named.
_NOTHING = 0.02
_MATTERS = 0.05
_DECEMBER = 12
_FELL = {
    True: N_("**Did it sell?** In the year to {month} its holdings fell by {sum}."),
    False: N_("**Did it sell?** In the year to {month} its holdings rose by {sum}."),
}
_ALONE = {
    True: N_("It sold {net} more than it bought."),
    False: N_("It bought {net} more than it sold."),
}
_WITH_PRICES = {
    (True, True): N_("It sold {net} more than it bought; lower prices took {prices}."),
    (True, False): N_("It sold {net} more than it bought; higher prices added {prices}."),
    (False, True): N_("It bought {net} more than it sold; lower prices took {prices}."),
    (False, False): N_("It bought {net} more than it sold; higher prices added {prices}."),
}
_OTHER = {
    True: N_("Another {other} went without a reason given."),
    False: N_("Another {other} was added without a reason given."),
}


def change_text(change: HoldingChange | None, translator: Translator) -> str:
    """Why a holding changed over a year; empty where that is not known."""
    if change is None:
        return ""
    gettext, net = translator.gettext, change.net_purchases_usd
    prices, other = change.valuation_usd, change.other_usd
    most = max(abs(net), abs(prices), abs(other))
    sold = net < 0
    parts = [
        gettext(
            _FELL[change.change_usd < 0],
            month=translator.month(change.end),
            sum=translator.money(abs(change.change_usd), 3),
        )
    ]
    values = {"net": translator.money(abs(net), 3)}
    if abs(prices) < _NOTHING * most:
        parts.append(gettext(_ALONE[sold], **values))
    else:
        values["prices"] = translator.money(abs(prices), 3)
        parts.append(gettext(_WITH_PRICES[sold, prices < 0], **values))
    if abs(other) >= _MATTERS * most:
        parts.append(gettext(_OTHER[other < 0], other=translator.money(abs(other), 3)))
    return " ".join(parts)


def flows_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What officials and private owners abroad bought and sold over a year, and the Fed's pulse."""
    gettext, transactions = translator.gettext, snapshot.transactions
    lines = []
    last = transactions.months["official"][-1].month
    # The same month a year before is not counted: twelve months, not thirteen.
    first = date(last.year - (last.month < _DECEMBER), last.month % _DECEMBER + 1, 1)
    sums = [transactions.bought_usd(key, first, last) for key in ("official", "private")]
    if None not in sums:
        official, private = (value or 0.0 for value in sums)
        message = {
            (True, True): N_(
                "Governments and central banks sold {official} net in the year to {month};"
                " private owners abroad sold {private}."
            ),
            (True, False): N_(
                "Governments and central banks sold {official} net in the year to {month};"
                " private owners abroad bought {private}."
            ),
            (False, True): N_(
                "Governments and central banks bought {official} net in the year to {month};"
                " private owners abroad sold {private}."
            ),
            (False, False): N_(
                "Governments and central banks bought {official} net in the year to {month};"
                " private owners abroad bought {private}."
            ),
        }[official < 0, private < 0]
        lines.append(
            gettext(
                message,
                month=translator.month(last),
                official=translator.money(abs(official), 3),
                private=translator.money(abs(private), 3),
            )
        )
    lines.append(_pulse(translator))
    return " ".join(lines)


def _pulse(translator: Translator) -> str:
    """What the Fed keeps for officials, over the newest weeks."""
    *_, newest = weeks = load_custody_weeks()
    change = newest.custody_usd - weeks[-1 - WEEKS].custody_usd
    messages = {
        True: N_("What the Fed keeps for them fell by {sum} in the four weeks to {day}."),
        False: N_("What the Fed keeps for them rose by {sum} in the four weeks to {day}."),
    }
    return translator.gettext(
        messages[change < 0],
        sum=translator.money(abs(change), 3),
        day=translator.day(newest.day),
    )
