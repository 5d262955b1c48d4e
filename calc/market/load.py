"""Load data files into a `MarketSnapshot` in dollars and decimals."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from calc.market import files
from calc.market.holders import read_foreign_transactions, read_holders, read_totals
from calc.market.securities import Securities, Security
from calc.market.snapshot import (
    AuctionSize,
    BudgetYear,
    EconomyQuarter,
    Fact,
    LadderEntry,
    MarketSnapshot,
    OrdinaryMonth,
    ParCurve,
    Quarter,
)
from calc.sourced import BASIS_POINT, BILLION, MILLION, PERCENT, require_listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from calc.sourced import RecordT

_FACT_UNITS = {
    "billion USD": (BILLION, "USD"),
    "percent": (PERCENT, "decimal"),
    "basis points": (BASIS_POINT, "decimal"),
    "years": (1.0, "years"),
    "million": (MILLION, "count"),
}


@cache
def load_snapshot() -> MarketSnapshot:
    """The snapshot that ships with this version, read once.

    Raises:
        pydantic.ValidationError: A data file is not what it should be.
        ValueError: A figure names a source that is not listed.
    """
    return read_snapshot(resources.files("calc") / "data")


def read_snapshot(folder: Traversable, newer: Mapping[str, str] | None = None) -> MarketSnapshot:
    """Read and check all data files of a folder.

    Args:
        folder: Holds them all.
        newer: JSON texts to take instead of the folder's, by file name without its ending.

    Raises:
        pydantic.ValidationError: A data file is not what it should be.
        ValueError: A figure names a source that is not listed.
    """

    def read(name: str, model: type[RecordT]) -> RecordT:
        text = newer.get(name) if newer else None
        return model.model_validate_json(text or (folder / f"{name}.json").read_bytes())

    holders = read("holders", files.HoldersFile)
    history = read("holder_history", files.HistoryFile)
    table = read("foreign_transactions", files.TransactionsFile)
    transactions = read_foreign_transactions(table)
    curve = read("par_curve", files.CurveFile)
    budget = read("cbo_baseline", files.BudgetFile)
    economy = read("cbo_economy", files.EconomyFile)
    ladder = read("maturity_ladder", files.LadderFile)
    auctions = read("auction_sizes", files.AuctionsFile)
    facts = read("market_facts", files.FactsFile).facts
    sources = {source.key: source for source in read("sources", files.SourcesFile).sources}
    cited: tuple[files.CitedByKey, ...] = (
        holders,
        history,
        table,
        curve,
        budget,
        economy,
        ladder,
        auctions,
        *facts,
    )
    require_listed({record.source for record in cited}, set(sources))
    return MarketSnapshot(
        sources=sources,
        facts={row.key: _fact(row) for row in facts},
        holders=read_holders(
            {row.key: row for row in holders.holders}, history, table, holders.custody_centres
        ),
        totals=read_totals({row.key: row for row in holders.totals}, history, table),
        transactions=transactions,
        bills_shares={
            key: share
            for key in transactions.months
            if (share := transactions.bills_share(key)) is not None
        },
        curve=ParCurve(
            as_of=curve.as_of,
            years=tuple(point.months / 12 for point in curve.points),
            yields=tuple(point.value / 100 for point in curve.points),
            source=curve.source,
        ),
        budget=tuple(
            BudgetYear(year, standing, *(value * BILLION for value in values))
            for year, standing, *values in budget.rows
        ),
        budget_source=budget.source,
        budget_vintage=budget.vintage,
        economy=tuple(
            EconomyQuarter(Quarter.parse(quarter), gdp * BILLION, bill / 100, note / 100)
            for quarter, gdp, bill, note in economy.rows
        ),
        ladder=tuple(
            LadderEntry(
                Quarter.parse(quarter), kind, usd * BILLION, None if rate is None else rate / 100
            )
            for quarter, kind, usd, rate in ladder.rows
        ),
        ladder_as_of=ladder.as_of,
        auctions=tuple(AuctionSize(row.years, row.value * BILLION) for row in auctions.points),
        ordinary_month=_ordinary_month(read("month_end_yields", files.MonthEndFile)),
        securities=_securities(read("securities", files.SecuritiesFile)),
    )


def _fact(row: files.FactRow) -> Fact:
    factor, unit = _FACT_UNITS[row.unit]
    return Fact(row.key, row.label, row.value * factor, unit, row.as_of, row.source, row.standing)


def _ordinary_month(file: files.MonthEndFile) -> OrdinaryMonth:
    """How much the yield moves in a month without any sale."""
    changes = np.diff(file.yields) * PERCENT
    return OrdinaryMonth(
        record=float(changes.std(ddof=1)),
        recent=float(changes[-files.RECENT_MONTHS :].std(ddof=1)),
        first_year=int(file.first_month[:4]),
        last_month=date.fromisoformat(f"{file.last_month}-01"),
        yields=tuple(value * PERCENT for value in file.yields),
    )


def _securities(file: files.SecuritiesFile) -> Securities:
    """The list in US dollars and decimals, by maturity."""
    rows = (
        Security(cusip, kind, maturity, held * BILLION, None if rate is None else rate * PERCENT)
        for cusip, kind, maturity, held, rate in file.securities
    )
    return Securities(file.as_of, file.source, tuple(sorted(rows, key=lambda row: row.maturity)))
