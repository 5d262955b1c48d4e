"""A sale as people and buttons give it: options, and fields of a custom id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from calc import Fed, Others, Pace, PortfolioType, Scenario
from calc.parameters import load_impact_parameters
from commands.common.command import Choice, Option
from commands.common.custom_id import StaleButtonError, read_whole
from commands.common.errors import InputError
from commands.common.parsing.amounts import FLOOR_USD, read_amount, resolve_amount
from commands.common.parsing.countries import KnownHolder, read_country, suggest_countries
from commands.common.sale.suggestions import is_question, sort_out, suggest_amount
from commands.common.text.names import fed_label, mix_label, others_label, pace_label
from commands.common.translator import ENGLISH, N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calc import MarketSnapshot
    from commands.common.command import Request

_NO_REACTION = (Others.NOBODY.value, Fed.OUT.value)
_Known = TypeVar("_Known", Pace, PortfolioType, Others, Fed)
# A dash for cash is what others do, and comes with that option.
_REGIMES = {
    "calm": N_("Calm"),
    "jumpy": N_("Jumpy"),
    "panic": N_("A panic, others sell a quarter as much again"),
}
SALE_ERROR_TEXTS = {
    "market.unknown": N_("I do not know a market called **“{typed}”**."),
    "others.unknown": N_("I do not know what **“{typed}”** would mean for the others."),
    "fed.unknown": N_("I do not know what **“{typed}”** would mean for the Fed."),
}


def read_sale(request: Request, values: Mapping[str, str]) -> tuple[Scenario, str | None]:
    """The sale in ``country``, ``amount`` and ``over``, with the country if it was corrected.

    Raises:
        InputError: One of them cannot be used; ``sale.mixed_up`` as a question when the country and
            the amount stand in the wrong places, ``amount.question`` for a question as an amount.
    """
    try:
        return read_plain_sale(request, values)
    except InputError as problem:
        raise _understood(problem, request, values) from problem


def _understood(problem: InputError, request: Request, values: Mapping[str, str]) -> InputError:
    """The problem, or what it is rather."""
    country, amount = values["country"], values["amount"]
    if problem.option == "amount" and is_question(amount):
        tries = ("/target yield:6%",)
        return InputError("amount.question", "amount", amount, suggestions=tries)
    if problem.option == "country" and (
        meant := sort_out(country, amount, known_holders(request), request.locale)
    ):
        return InputError(
            "sale.mixed_up", "country", country, suggestions=tuple(meant), is_question=True
        )
    return problem


def read_plain_sale(request: Request, values: Mapping[str, str]) -> tuple[Scenario, str | None]:
    """The sale in the options as they stand."""
    country = read_country(values["country"], known_holders(request))
    holder = request.snapshot.holders[country.key]
    amount = resolve_amount(
        read_amount(values["amount"], locale=request.locale),
        holding_usd=int(holder.latest.usd),
        ceiling_usd=int(request.snapshot.marketable_usd),
        echo=values["amount"],
    )
    return Scenario(holder.key, amount, pace=read_pace(values)), country.corrected_from


def read_sale_in_market(request: Request, values: Mapping[str, str]) -> tuple[Scenario, str | None]:
    """The same with ``selling``, ``market``, ``others`` and ``fed``.

    Raises:
        InputError: An option cannot be used.
    """
    sale, corrected_from = read_sale(request, values)
    scenario = replace(
        sale,
        portfolio_type=_known(PortfolioType, "selling", values, PortfolioType.TYPICAL),
        regime=_regime(values.get("market", "calm")),
        others=_known(Others, "others", values, Others.NOBODY),
        fed=_known(Fed, "fed", values, Fed.OUT),
    )
    return scenario, corrected_from


def read_pace(values: Mapping[str, str]) -> Pace:
    """The pace in ``over``, a month when it is left out.

    Raises:
        InputError: It is none.
    """
    return _known(Pace, "over", values, Pace.MONTH)


def _known(kind: type[_Known], option: str, values: Mapping[str, str], default: _Known) -> _Known:
    text = values.get(option, default.value)
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        known = tuple(each.value for each in kind)
        raise InputError(f"{option}.unknown", option, text, suggestions=known) from error


def _regime(text: str) -> str:
    regime = text.strip().lower()
    if regime not in _REGIMES:
        raise InputError("market.unknown", "market", text, suggestions=tuple(_REGIMES))
    return regime


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
        label = translator.gettext(
            "{name}: {holding} ({month})",
            name=name,
            holding=translator.exact_money(held.usd),
            month=translator.month(held.month),
        )
        choices.append(Choice(label, known.name))
    return choices


OVER_OPTION = Option(
    "over",
    "How fast: in a month when left out",
    choices=tuple(Choice(pace_label(pace, ENGLISH), pace.value) for pace in Pace),
)
SALE_OPTIONS = (
    Option("country", "Who sells: Japan, China, UK, …", is_required=True, suggest=suggest_country),
    Option(
        "amount",
        "For example 200b, $1.2 trillion, 10%, half",
        is_required=True,
        suggest=suggest_amount,
    ),
    OVER_OPTION,
)
OTHERS_CHOICES = tuple(Choice(others_label(others, ENGLISH), others.value) for others in Others)
MARKET_OPTIONS = (
    Option(
        "selling",
        "What it sells: its typical mix when left out",
        choices=tuple(Choice(mix_label(kind, ENGLISH), kind.value) for kind in PortfolioType),
    ),
    Option(
        "market",
        "The state of the market: calm when left out",
        choices=tuple(Choice(ENGLISH.gettext(label), regime) for regime, label in _REGIMES.items()),
    ),
    Option(
        "others",
        "What other holders do: nobody follows when left out",
        choices=OTHERS_CHOICES,
    ),
    Option(
        "fed",
        "What the Federal Reserve does: it stays out when left out",
        choices=tuple(Choice(fed_label(fed, ENGLISH), fed.value) for fed in Fed),
    ),
)


def write_scenario(scenario: Scenario) -> tuple[str, ...]:
    """The fields that hold a scenario; who reacts is left out when nobody does."""
    reach = "any" if scenario.beyond_holding else "held"
    reaction = (scenario.others.value, scenario.fed.value)
    return (
        scenario.holder,
        str(scenario.amount_usd),
        scenario.pace.value,
        reach,
        scenario.regime,
        scenario.portfolio_type.value,
        *(() if reaction == _NO_REACTION else reaction),
    )


def read_scenario(request: Request, fields: Sequence[str]) -> Scenario:
    """The scenario in fields that `write_scenario` made.

    Raises:
        StaleButtonError: Something in it is not known (any more) or out of bounds.
    """
    try:
        holder, dollars, pace, reach, regime, portfolio_type, *reaction = fields
        others, fed = reaction or _NO_REACTION
        if reach not in {"any", "held"} or regime not in load_impact_parameters().regimes:
            raise StaleButtonError
        return Scenario(
            read_holder_field(holder, request),
            read_sum_field(dollars, request.snapshot),
            Pace(pace),
            reach == "any",
            regime,
            PortfolioType(portfolio_type),
            Others(others),
            Fed(fed),
        )
    except ValueError as error:
        raise StaleButtonError from error


def read_holder_field(text: str, request: Request) -> str:
    """The key of a known holder.

    Raises:
        StaleButtonError: It is not known (any more).
    """
    if text not in request.snapshot.holders:
        raise StaleButtonError
    return text


def read_sum_field(text: str, snapshot: MarketSnapshot) -> int:
    """An amount that can be sold, US dollars.

    Raises:
        StaleButtonError: It is no whole number, too small to see, or more than the market.
    """
    return read_whole(text, FLOOR_USD, int(snapshot.marketable_usd))
