"""Buttons of ``/claim``: the command that knows more, and an example."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from calc import Scenario
from commands.common.answer import Button
from commands.common.custom_id import SHOW, build_custom_id, post_id
from commands.common.packed_text import pack_field
from commands.common.text.names import holder_name
from commands.history.buttons import history_id
from commands.holders.buttons import holders_id
from commands.interest import buttons as interest
from commands.learn.buttons import term_id
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.findings import CheckContext

NAME = "claim"
EXAMPLE: Final = "Japan holds $1.2 trillion of US Treasuries"

_EXAMPLE: Final = "example"
_LARGEST: Final = "jp"
_SALE_USD: Final = 200_000_000_000
_LEAST_SALE_USD: Final = 1e6
_TEN: Final = 10


def example_button(context: CheckContext, action: str) -> Button:
    """A sentence that can be checked."""
    label = context.translator.gettext("An example")
    return Button(label, build_custom_id(NAME, action, _EXAMPLE))


def text_id(text: str) -> str:
    """The id that shows the answer to a text; empty for one too long to carry and to post."""
    with suppress(ValueError):
        own_id = build_custom_id(NAME, SHOW, "packed", pack_field(text))
        if post_id(own_id) is not None:
            return own_id
    return ""


def article_id(key: str) -> str:
    """The id that shows an article."""
    return build_custom_id(NAME, SHOW, "article", key)


def buttons_for(links: Sequence[str], context: CheckContext, action: str) -> tuple[Button, ...]:
    """A button for each command that knows more, each once, and one that explains the words."""
    found = [button for link in links for button in _buttons(link.split(), context, action)]
    if not any(link.startswith("learn") for link in links):
        found += _buttons(("learn", "treasury"), context, action)
    return tuple({button.custom_id: button for button in found}.values())


def _buttons(link: Sequence[str], context: CheckContext, action: str) -> list[Button]:
    gettext = context.translator.gettext
    match link:
        case ["holders", *key]:
            return _holders(key, context, action)
        case ["sale", key, *usd]:
            return [_sale(key, float(usd[0]) if usd else None, context, action)]
        case ["interest", *numbers]:
            return _interest(numbers, context, action)
        case ["history"]:
            return [Button(gettext("What happened before?"), history_id(action))]
        case ["yen"]:
            return [Button(gettext("Buying yen for dollars"), term_id(action, "intervention"))]
    return [Button(gettext("Explain the words"), term_id(action, link[-1]))]


def _holders(key: Sequence[str], context: CheckContext, action: str) -> list[Button]:
    gettext = context.translator.gettext
    if not key:
        return [Button(gettext("Who holds the US debt?"), holders_id(action))]
    who = holder_name(context.snapshot.holders[key[0]], context.translator)
    label = gettext("US debt held in {who}", who=who)
    return [Button(label, holders_id(action, key[0])), _sale(key[0], None, context, action)]


def _sale(key: str, usd: float | None, context: CheckContext, action: str) -> Button:
    """What if this holder sold so much."""
    seller = context.snapshot.holders.get(key, context.snapshot.holders[_LARGEST])
    amount = min(usd or _SALE_USD, seller.latest.usd)
    if amount < _LEAST_SALE_USD:
        amount = min(_SALE_USD, seller.latest.usd)
    label = context.translator.gettext(
        "If {who} sold {amount}",
        who=holder_name(seller, context.translator),
        amount=context.translator.short_money(amount, 3),
    )
    return Button(label, scenario_id(action, Scenario(seller.key, int(amount))))


def _interest(numbers: Sequence[str], context: CheckContext, action: str) -> list[Button]:
    """What interest costs at today's rate, or a sum at a rate against it."""
    gettext = context.translator.gettext
    now = round(context.snapshot.curve.at(_TEN), 6)
    if not numbers:
        whole = interest.debt_id(action, interest.DebtQuestion(now))
        return [Button(gettext("What US interest costs"), whole)]
    rate, usd = (float(number) for number in numbers)
    if not (0 < rate <= interest.MOST_RATE and interest.LEAST_USD <= usd <= interest.MOST_USD):
        return []
    issue = interest.issue_id(action, interest.IssueQuestion(int(usd), now, rate))
    return [Button(gettext("Against today's rate"), issue)]
