"""Numbers of ``/holders`` as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.text.names import holder_label, holder_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import MarketSnapshot
    from calc.market import Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.translator import Translator

TOP = 5
"""How many holders are drawn."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A holding as text.

    Args:
        sum: To three figures.
        short: The same for narrow places.
        month: Of it.
        is_reported: Quoted by others from the table and not checked against it.
    """

    sum: str
    short: str
    month: str
    is_reported: bool


@dataclass(frozen=True, slots=True)
class OwnershipFigures:
    """Every number of the answer about everybody.

    Args:
        names: Of the largest holders, by key.
        public: Debt held by the public, to three figures; ``public_date`` says when.
        foreign: Held abroad, to three figures; ``foreign_month`` says when.
        foreign_share: Of the debt held by the public.
        official_share: Governments and central banks among foreign holders; empty if not known.
        fed_share: What the Federal Reserve holds of it.
        domestic_share: What everybody else in the United States holds.
        largest: The largest holders, in the order of ``names``, all of one month.
        largest_month: That month.
    """

    translator: Translator
    names: tuple[str, ...]
    public: str
    public_date: str
    foreign: str
    foreign_month: str
    foreign_share: str
    official_share: str
    fed_share: str
    domestic_share: str
    largest: tuple[Dated, ...]
    largest_month: str


@dataclass(frozen=True, slots=True)
class PathFigures:
    """Every number of the answer about one holder.

    Args:
        name: Of the holder, as it stands inside a sentence.
        label: The same on its own.
        now: The newest month.
        year_before: The same month a year earlier; None if not known.
        most: The largest month.
        least: The smallest month.
        since: The first year.
        share_of_market: Newest month over all marketable debt.
        rank: Among the countries compared; empty without a figure for their month.
        ranked: What it held in that month; None without a figure.
        countries: How many were compared.
        trading_day: Traded on an average day.
        of_trading_day: A sum that somebody quotes over that; empty when it may be what is held.
    """

    translator: Translator
    name: str
    label: str
    now: Dated
    year_before: Dated | None
    most: Dated
    least: Dated
    since: str
    share_of_market: str
    rank: str
    ranked: Dated | None
    countries: str
    trading_day: str
    trading_month: str
    of_trading_day: str


def figures_of_ownership(
    split: Ownership, names: Mapping[str, str], translator: Translator
) -> OwnershipFigures:
    """The numbers about everybody as text in one language."""
    largest = split.ranked[:TOP]
    official = split.official_share
    return OwnershipFigures(
        translator=translator,
        names=tuple(names[each.holder.key] for each in largest),
        public=translator.money(split.public.value, 3),
        public_date=translator.day(split.public.as_of),
        foreign=translator.money(split.foreign.usd, 3),
        foreign_month=translator.month(split.foreign.month),
        foreign_share=translator.percent(split.foreign_share, 3),
        official_share="" if official is None else translator.percent(official, 3),
        fed_share=translator.percent(split.fed_share, 3),
        domestic_share=translator.percent(split.domestic_share, 3),
        largest=tuple(dated(each.held, translator) for each in largest),
        largest_month=translator.month(largest[0].held.month),
    )


def figures_of_path(
    path: HolderPath,
    snapshot: MarketSnapshot,
    translator: Translator,
    quoted_usd: float | None = None,
) -> PathFigures:
    """The numbers about one holder as text in one language.

    Args:
        path: The holder.
        snapshot: The market.
        translator: The language.
        quoted_usd: What somebody says of the holder, US dollars.
    """
    trading = snapshot.facts["daily_trading"]
    # A small sum that was never held is more likely one that was sold.
    is_sale = quoted_usd is not None and quoted_usd < path.least.usd and not path.like(quoted_usd)
    return PathFigures(
        translator=translator,
        name=holder_name(path.holder, translator),
        label=holder_label(path.holder, translator),
        now=dated(path.holder.latest, translator),
        year_before=None if path.year_before is None else dated(path.year_before, translator),
        most=dated(path.most, translator),
        least=dated(path.least, translator),
        since=translator.year(path.months[0].month.year),
        share_of_market=translator.percent(path.share_of_market),
        rank="" if path.rank is None else translator.fixed(path.rank, 0),
        ranked=None if path.ranked is None else dated(path.ranked, translator),
        countries=translator.fixed(path.countries, 0),
        trading_day=translator.money(trading.value, 3),
        trading_month=translator.month(trading.as_of),
        of_trading_day=translator.percent((quoted_usd or 0.0) / trading.value) if is_sale else "",
    )


def dated(holding: Holding, translator: Translator) -> Dated:
    """A holding as text."""
    return Dated(
        translator.money(holding.usd, 3),
        translator.short_money(holding.usd, 3),
        translator.month(holding.month),
        holding.standing == "reported",
    )
