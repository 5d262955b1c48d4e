"""The options that say who sells how much, shared by the commands about a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace, Scenario
from commands.common.command import Choice, Option
from commands.common.errors import InputError
from commands.common.parsing.amounts import read_amount, resolve_amount
from commands.common.parsing.countries import KnownHolder, read_country, suggest_countries
from commands.common.text.names import capitalised, in_time
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Request


def read_sale(request: Request, values: Mapping[str, str]) -> tuple[Scenario, str | None]:
    """The sale in ``country``, ``amount`` and ``over``, with the country if it was corrected.

    Raises:
        InputProblem: One of them could not be used.
    """
    country = read_country(values["country"], known_holders(request))
    holder = request.snapshot.holders[country.key]
    amount = resolve_amount(
        read_amount(values["amount"]),
        holding_usd=int(holder.latest.usd),
        ceiling_usd=int(request.snapshot.marketable_usd),
        echo=values["amount"],
    )
    pace = _pace(values.get("over", Pace.MONTH))
    return Scenario(holder.key, amount, pace=pace), country.corrected_from


def _pace(text: str) -> Pace:
    try:
        return Pace(text.strip().lower())
    except ValueError as error:
        known = tuple(pace.value for pace in Pace)
        raise InputError("over.unknown", "over", text, suggestions=known) from error


def known_holders(request: Request) -> list[KnownHolder]:
    """The holders of the snapshot, the largest first."""
    holders = sorted(request.snapshot.holders.values(), key=lambda h: h.latest.usd, reverse=True)
    return [KnownHolder(holder.key, holder.name) for holder in holders]


def suggest_country(request: Request, typed: str) -> list[Choice]:
    """Holders that may be meant, each with what it holds and when."""
    choices, translator = [], request.translator
    for known in suggest_countries(typed, known_holders(request)):
        held = request.snapshot.holders[known.key].latest
        name = translator.country(known.key, known.name)
        label = f"{name}: {translator.exact_money(held.usd)} ({translator.month(held.month)})"
        choices.append(Choice(label, known.name))
    return choices


SALE_OPTIONS = (
    Option("country", "Who sells: Japan, China, UK, …", is_required=True, suggest=suggest_country),
    Option(
        "amount",
        "How much: 200b, $1.2 trillion, or a share of what it holds: 10%, half, all",
        is_required=True,
    ),
    Option(
        "over",
        "How fast: in a month when left out",
        choices=tuple(Choice(capitalised(in_time(pace, ENGLISH)), pace.value) for pace in Pace),
    ),
)
