"""Ownership of the debt held by the public, now and over time, and who took what came new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.market.snapshot import month_number
from calc.published_facts import load_published_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calc.market import Fact, Holder, Holding, HoldingChange, MarketSnapshot

# Quoted sums are rounded: 1.0 trillion is said of 1,018.5 billion.
_CLOSE = 0.02
_NEARLY_ALL = 0.9
FIRST_PURCHASES = date(2023, 2, 1)
"""The month in which the Treasury's table of purchases by holder begins."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Debt held by the public, split by owner.

    The parts are of the dates they carry; foreign holdings are at market value, the rest at face.

    Args:
        public: Debt held by the public, which includes what the Federal Reserve holds.
        foreign: All foreign holders, of the month of ``public`` where that is known.
        foreign_official: Governments and central banks among them, of the same month; None where
            that is not known.
        ranked: Foreign countries by what they held in one month, largest first.
    """

    public: Fact
    foreign: Holding
    foreign_official: Holding | None
    fed: Fact
    ranked: tuple[RankedHolder, ...]

    @property
    def domestic_usd(self) -> float:
        """Everybody in the United States but the Federal Reserve: what is left, US dollars."""
        return self.public.value - self.foreign.usd - self.fed.value

    @property
    def foreign_share(self) -> float:
        """Of the debt held by the public."""
        return self.foreign.usd / self.public.value

    @property
    def fed_share(self) -> float:
        """Of the debt held by the public."""
        return self.fed.value / self.public.value

    @property
    def domestic_share(self) -> float:
        """Of the debt held by the public."""
        return self.domestic_usd / self.public.value

    @property
    def official_share(self) -> float | None:
        """Governments and central banks among all foreign holders."""
        if self.foreign_official is None:
            return None
        return self.foreign_official.usd / self.foreign.usd


def ownership(snapshot: MarketSnapshot) -> Ownership:
    """Split the debt held by the public by owner."""
    public = snapshot.facts["debt_held_by_public"]
    total = snapshot.totals["grand_total"]
    foreign = _in_month(total.history, public.as_of) or total.latest
    return Ownership(
        public=public,
        foreign=foreign,
        foreign_official=_in_month(snapshot.totals["foreign_official"].history, foreign.month),
        fed=snapshot.facts["fed_holdings"],
        ranked=rank_holders(snapshot),
    )


@dataclass(frozen=True, slots=True)
class RankedHolder:
    """A holder with what it held in the month by which holders are compared."""

    holder: Holder
    held: Holding


def rank_holders(snapshot: MarketSnapshot) -> tuple[RankedHolder, ...]:
    """Foreign countries by what they held, all in one month, largest first.

    The month is the newest one for which nearly all countries have a figure; whoever has none then
    is left out.
    """
    counts = Counter(
        holding.month for each in snapshot.holders.values() for holding in each.history
    )
    month = max(
        day for day, count in counts.items() if count >= _NEARLY_ALL * len(snapshot.holders)
    )
    ranked = [
        RankedHolder(holder, holding)
        for holder in snapshot.holders.values()
        for holding in holder.history
        if holding.month == month
    ]
    return tuple(sorted(ranked, key=lambda each: each.held.usd, reverse=True))


@dataclass(frozen=True, slots=True)
class HolderPath:
    """One holder over the years.

    Args:
        rank: Among the countries with a figure in the month of ``ranked``; 1 is the largest, None
            without a figure then.
        ranked: What it held then; None without a figure.
        share_of_market: Newest month over all marketable Treasury securities.
        year_before: A year before the newest month, where known.
        change: Why the holding changed over the newest twelve months of the table of transactions;
            None where that is not known.
    """

    holder: Holder
    rank: int | None
    ranked: Holding | None
    countries: int
    share_of_market: float
    year_before: Holding | None
    change: HoldingChange | None

    @property
    def months(self) -> tuple[Holding, ...]:
        """Every month known, oldest first."""
        return self.holder.history

    @property
    def most(self) -> Holding:
        """The largest month."""
        return max(self.months, key=lambda holding: holding.usd)

    @property
    def least(self) -> Holding:
        """The smallest month."""
        return min(self.months, key=lambda holding: holding.usd)

    @property
    def when_sales_end(self) -> Holding | None:
        """What it held at the end of ``change``; None where no newer holding is known."""
        if self.change is None:
            return None
        held = _in_month(self.months, self.change.end)
        return None if held is self.holder.latest else held

    def like(self, usd: float) -> Holding | None:
        """The newest month that a rounded sum may be about; None when no month is near.

        Args:
            usd: What somebody says it holds, US dollars.
        """
        near = [month for month in self.months if abs(month.usd - usd) <= _CLOSE * usd]
        return near[-1] if near else None


def holder_path(key: str, snapshot: MarketSnapshot) -> HolderPath:
    """One holder over the years.

    Raises:
        CalcError: ``holder.unknown``.
    """
    if key not in snapshot.holders:
        raise CalcError("holder.unknown", holder=key)
    holder, ranked = snapshot.holders[key], rank_holders(snapshot)
    place = next((n for n, each in enumerate(ranked, 1) if each.holder.key == key), None)
    return HolderPath(
        holder=holder,
        rank=place,
        ranked=None if place is None else ranked[place - 1].held,
        countries=len(ranked),
        share_of_market=holder.latest.usd / snapshot.marketable_usd,
        year_before=_months_before(holder.history, 12),
        change=holding_change(key, snapshot),
    )


def holding_change(key: str, snapshot: MarketSnapshot) -> HoldingChange | None:
    """Why a holding changed over the newest year of the table of transactions, where known."""
    transactions = snapshot.transactions
    return transactions.change(key) if key in transactions.months else None


def over_a_year(months: Sequence[Holding]) -> tuple[Holding, Holding] | None:
    """The newest month and the one nearest to twelve months before it, not further back.

    Args:
        months: Oldest first.

    Returns:
        The earlier and the newest; None when no earlier month is near enough.
    """
    newest = months[-1]
    first = next(
        held for held in months if month_number(newest.month) - month_number(held.month) <= 12
    )
    return None if first is newest else (first, newest)


def unbroken(months: Iterable[Holding]) -> tuple[tuple[Holding, ...], ...]:
    """The months in runs without a gap, so that no line is drawn across what was not read."""
    runs: list[list[Holding]] = []
    for holding in months:
        if runs and month_number(holding.month) - month_number(runs[-1][-1].month) == 1:
            runs[-1].append(holding)
        else:
            runs.append([holding])
    return tuple(tuple(run) for run in runs)


def _months_before(history: Sequence[Holding], months: int) -> Holding | None:
    wanted = month_number(history[-1].month) - months
    return next((holding for holding in history if month_number(holding.month) == wanted), None)


def _in_month(history: Sequence[Holding], day: date) -> Holding | None:
    return next(
        (holding for holding in history if month_number(holding.month) == month_number(day)), None
    )


@dataclass(frozen=True, slots=True)
class NewDebt:
    """How much each owner of the debt held by the public added, US dollars.

    The parts are of the dates that their sources carry. What is held abroad is at market value, so
    that its change holds the change of prices; the rest is at face value.

    Args:
        start: The day from which it is counted.
        end: The day of the newest debt held by the public.
        official_bought_usd: Bought less sold by governments and central banks abroad, from
            `FIRST_PURCHASES` to ``purchases_end``; None where a month is missing.
        private_bought_usd: The same of private owners abroad.
        purchases_end: First day of the last month of the two.
    """

    start: date
    end: date
    public_usd: float
    foreign_usd: float
    fed_usd: float
    official_bought_usd: float | None
    private_bought_usd: float | None
    purchases_end: date

    @property
    def domestic_usd(self) -> float:
        """Added by everybody in the United States but the Federal Reserve: what is left."""
        return self.public_usd - self.foreign_usd - self.fed_usd

    @property
    def domestic_share(self) -> float:
        """Of all that was added."""
        return self.domestic_usd / self.public_usd


def new_debt(snapshot: MarketSnapshot) -> NewDebt:
    """Who holds more and who holds less than at the end of September 2022.

    The Federal Reserve had then begun to let its holdings shrink.
    """
    now, then = ownership(snapshot), load_published_facts()
    start = then.debt_held_by_public_2022.as_of
    foreign = next(held for held in snapshot.totals["grand_total"].history if held.month == start)
    transactions = snapshot.transactions
    last = transactions.months["total"][-1].month
    return NewDebt(
        start=start,
        end=now.public.as_of,
        public_usd=now.public.value - then.debt_held_by_public_2022.usd,
        foreign_usd=now.foreign.usd - foreign.usd,
        fed_usd=now.fed.value - then.fed_holdings_2022.usd,
        official_bought_usd=transactions.bought_usd("official", FIRST_PURCHASES, last),
        private_bought_usd=transactions.bought_usd("private", FIRST_PURCHASES, last),
        purchases_end=last,
    )
