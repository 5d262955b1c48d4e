"""Who took the debt that came new: the change of each owner's holding over some years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calc.ownership import ownership
from calc.published_facts import load_published_facts

if TYPE_CHECKING:
    from calc.market import MarketSnapshot

FIRST_PURCHASES = date(2023, 2, 1)
"""The month in which the Treasury's table of purchases by holder begins."""


@dataclass(frozen=True, slots=True)
class NewDebt:
    """How much each owner of the debt held by the public added, US dollars.

    The parts are of the dates that their sources carry. What is held abroad is at market value, so
    that its change holds the change of prices; the rest is at face value.

    Args:
        start: The day from which it is counted.
        end: The day of the newest debt held by the public.
        public_usd: All of it.
        foreign_usd: Added abroad.
        fed_usd: Added by the Federal Reserve; negative when it holds less.
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
