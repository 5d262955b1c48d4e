"""Ownership of the debt held by the public, now and over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.holder_archive import old_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calc.holder_archive import OldTable
    from calc.market import Fact, Holder, Holding, MarketSnapshot

# Quoted sums are rounded: 1.0 trillion is said of 1,018.5 billion.
_CLOSE = 0.02


@dataclass(frozen=True, slots=True)
class Ownership:
    """Debt held by the public, split by owner.

    The parts are of the dates they carry; foreign holdings are at market value, the rest at face.

    Args:
        public: Debt held by the public, which includes what the Federal Reserve holds.
        foreign: All foreign holders, of the month of ``public`` where that is known.
        foreign_official: Governments and central banks among them, of the same month; None where
            that is not known.
        fed: The Federal Reserve.
        holders: Foreign countries by their newest month, largest first.
    """

    public: Fact
    foreign: Holding
    foreign_official: Holding | None
    fed: Fact
    holders: tuple[Holder, ...]

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
        holders=tuple(
            sorted(snapshot.holders.values(), key=lambda holder: holder.latest.usd, reverse=True)
        ),
    )


@dataclass(frozen=True, slots=True)
class HolderPath:
    """One holder over the years.

    Args:
        holder: With the months of the newest table.
        older: The older tables that name it, oldest first.
        rank: Among the foreign countries by their newest month; 1 is the largest.
        countries: How many there are.
        share_of_market: Newest month over all marketable Treasury securities.
        year_before: A year before the newest month, where known.
    """

    holder: Holder
    older: tuple[OldTable, ...]
    rank: int
    countries: int
    share_of_market: float
    year_before: Holding | None

    @property
    def months(self) -> tuple[Holding, ...]:
        """Every month that was read, oldest first."""
        key = self.holder.key
        old = [holding for table in self.older for holding in table.months[key]]
        return (*old, *self.holder.history)

    @property
    def most(self) -> Holding:
        """The largest month that was read; there may be larger ones between the tables."""
        return max(self.months, key=lambda holding: holding.usd)

    @property
    def least(self) -> Holding:
        """The smallest month that was read."""
        return min(self.months, key=lambda holding: holding.usd)

    def like(self, usd: float) -> Holding | None:
        """The newest month that a rounded sum may be about; None when no month is near.

        Args:
            usd: What somebody says it holds, US dollars.
        """
        near = [month for month in self.months if abs(month.usd / usd - 1) <= _CLOSE]
        return near[-1] if near else None


def holder_path(key: str, snapshot: MarketSnapshot) -> HolderPath:
    """One holder over the years.

    Raises:
        CalcError: ``holder.unknown``.
    """
    if key not in snapshot.holders:
        raise CalcError("holder.unknown", holder=key)
    holder = snapshot.holders[key]
    larger = [other for other in snapshot.holders.values() if other.latest.usd > holder.latest.usd]
    return HolderPath(
        holder=holder,
        older=tuple(table for table in old_tables() if key in table.months),
        rank=len(larger) + 1,
        countries=len(snapshot.holders),
        share_of_market=holder.latest.usd / snapshot.marketable_usd,
        year_before=_months_before(holder.history, 12),
    )


def over_a_year(months: Sequence[Holding]) -> tuple[Holding, Holding] | None:
    """The newest month and the one nearest to twelve months before it, not further back.

    Args:
        months: Oldest first.

    Returns:
        The earlier and the newest; None when no earlier month is near enough.
    """
    newest = months[-1]
    first = next(held for held in months if _count(newest.month) - _count(held.month) <= 12)
    return None if first is newest else (first, newest)


def unbroken(months: Iterable[Holding]) -> tuple[tuple[Holding, ...], ...]:
    """The months in runs without a gap, so that no line is drawn across what was not read."""
    runs: list[list[Holding]] = []
    for holding in months:
        if runs and _count(holding.month) - _count(runs[-1][-1].month) == 1:
            runs[-1].append(holding)
        else:
            runs.append([holding])
    return tuple(tuple(run) for run in runs)


def _months_before(history: Sequence[Holding], months: int) -> Holding | None:
    wanted = _count(history[-1].month) - months
    return next((holding for holding in history if _count(holding.month) == wanted), None)


def _in_month(history: Sequence[Holding], day: date) -> Holding | None:
    return next((holding for holding in history if _count(holding.month) == _count(day)), None)


def _count(day: date) -> int:
    return day.year * 12 + day.month
