"""The model against what happened: sales of known size, misses included.

Every case is run with the parameters that ship, at the market size and GDP of its time. What was
seen counts as explained when it lies between the low and the high band at the worst moment;
anything else is a miss, whatever else may have moved the yield. An ordinary month moves it by more
than most of these sales should; `chance_within` says how often a range holds what is seen anyway.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from calc.events.event import LONGEST_SALE_DAYS, close_change
from calc.events.table import load_events, load_published_effects
from calc.impact.impact import Flow, ten_year_path
from calc.market.load import load_snapshot
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.sourced import BASIS_POINT, BILLION

if TYPE_CHECKING:
    from datetime import date

    from calc.events.event import Event, EventSale, KnownSale
    from calc.events.table import PublishedEffect
    from calc.impact.impact import YieldPath
    from calc.ranges import Range
    from calc.sourced import Source, Standing

_TEN_YEARS = 10.0
_DAYS_PER_MONTH = 21


@dataclass(frozen=True, slots=True)
class TrackedCase:
    """One sale of known size: what the model says and what was seen.

    Args:
        label: What happened, in English.
        sold_usd: Face sold, US dollars; negative for purchases.
        standing: How far that amount can be trusted.
        is_fitted: The parameters were chosen with this case in view, so that it tests nothing.
        tenor_years: The yield that was seen to move.
        path: What the model says of the 10-year yield.
        expected: What it says of the yield that was seen, at the worst moment.
        observed: Change that was seen, or that the publication finds, decimal.
        observed_least: Least that the publication finds; ``observed`` for an event.
        observed_most: Most that it finds.
        source: Of the amount; for a publication, of both.
        start: Last close before; None for what a publication reports without dates.
        end: Last close of it.
        ordinary: Standard deviation of the 10-year yield's change over a span as long as that of an
            event, from its ordinary month, decimal; None for a publication.
        overlaps: The case that holds part of the same dollars; None for most.
    """

    key: str
    label: str
    sold_usd: float
    standing: Standing
    is_fitted: bool
    tenor_years: float
    path: YieldPath
    expected: Range
    observed: float
    observed_least: float
    observed_most: float
    source: Source
    note: str | None
    start: date | None = None
    end: date | None = None
    ordinary: float | None = None
    overlaps: str | None = None

    @property
    def is_episode(self) -> bool:
        """Something that happened on dated days, rather than a publication's finding."""
        return self.start is not None

    @property
    def is_within(self) -> bool:
        """What was seen lies between the low and the high band."""
        return self.expected.smallest <= self.observed <= self.expected.largest

    def chance_within(self, effect: float) -> float:
        """The probability that the range holds what is seen.

        Args:
            effect: What the sale really does, decimal; the yield's own moves are added to it as a
                normal variable with the standard deviation `ordinary`.

        Raises:
            ValueError: A publication's finding has no such moves.
        """
        if self.ordinary is None:
            msg = f"{self.key} is no event"
            raise ValueError(msg)
        seen = NormalDist(effect, self.ordinary)
        return seen.cdf(self.expected.largest) - seen.cdf(self.expected.smallest)


@cache
def track_record() -> tuple[TrackedCase, ...]:
    """Every case with the parameters that ship: events by date, then what publications find."""
    return track_record_with(load_impact_parameters())


def track_record_with(parameters: ImpactParameters) -> tuple[TrackedCase, ...]:
    """Every case with other parameters."""
    cases = [
        _event_case(event, sale, parameters)
        for event in load_events().events
        for sale in event.sales
    ]
    cases.sort(key=lambda case: (case.end, case.start))
    findings = (_published_case(row, parameters) for row in load_published_effects().published)
    return (*cases, *findings)


def _event_case(event: Event, sale: EventSale, parameters: ImpactParameters) -> TrackedCase:
    start, end = sale.dates or event.dates
    sold = (sale.sold_billion_usd or event.sold_billion_usd or 0.0) * BILLION
    path = _path(sale, sold, parameters)
    observed = close_change(sale.ten_year or event.closes)
    return TrackedCase(
        key=sale.key or event.key,
        label=sale.label or event.label,
        start=start,
        end=end,
        sold_usd=sold,
        standing=sale.standing,
        is_fitted=sale.is_fitted,
        tenor_years=_TEN_YEARS,
        path=path,
        expected=_at_tenor(path, _TEN_YEARS, parameters),
        observed=observed,
        observed_least=observed,
        observed_most=observed,
        ordinary=_ordinary(start, end),
        overlaps=sale.overlaps,
        source=sale.source,
        note=sale.note,
    )


def _published_case(row: PublishedEffect, parameters: ImpactParameters) -> TrackedCase:
    sold = row.sold_billion_usd * BILLION
    path = _path(row, sold, parameters)
    least, middle, most = (value * BASIS_POINT for value in row.basis_points)
    return TrackedCase(
        key=row.key,
        label=row.label,
        sold_usd=sold,
        standing=row.standing,
        is_fitted=row.is_fitted,
        tenor_years=row.tenor_years,
        path=path,
        expected=_at_tenor(path, row.tenor_years, parameters),
        observed=middle,
        observed_least=least,
        observed_most=most,
        source=row.source,
        note=row.note,
    )


def _path(row: KnownSale, sold_usd: float, parameters: ImpactParameters) -> YieldPath:
    """The path of the 10-year yield when the sale is made in the market of its time."""
    flows = [Flow(0, row.trading_days, sold_usd * row.relative_dv01, row.stress)]
    flows += [
        Flow(flow.start_day, flow.end_day, flow.ten_year_equivalents * BILLION)
        for flow in row.later
    ]
    return ten_year_path(
        flows,
        parameters=parameters,
        market_usd=row.marketable * BILLION,
        gdp_usd=row.gdp * BILLION,
        days=LONGEST_SALE_DAYS,
    )


def _at_tenor(path: YieldPath, years: float, parameters: ImpactParameters) -> Range:
    return path.peak.times(float(parameters.shape_at([years])[0]))


def _ordinary(start: date, end: date) -> float:
    """A month's standard deviation grown with the root of time, as for independent days."""
    return load_snapshot().ordinary_month.record * math.sqrt(
        int(np.busday_count(start, end)) / _DAYS_PER_MONTH
    )


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """Dated sales of known size against the model.

    Args:
        tested: Independent sales that the parameters were not fitted to, by date.
        overlapping: Sales that share dollars with one of those.
        fitted: Those that the parameters were fitted to, which prove nothing.
    """

    tested: tuple[TrackedCase, ...]
    overlapping: tuple[TrackedCase, ...]
    fitted: tuple[TrackedCase, ...]

    @property
    def within(self) -> tuple[TrackedCase, ...]:
        """Tested cases inside the range."""
        return tuple(case for case in self.tested if case.is_within)

    @property
    def within_if_exact(self) -> float:
        """How many would be expected inside if the best guess were exactly true."""
        return sum(case.chance_within(case.expected.central) for case in self.tested)

    @property
    def within_if_nothing(self) -> float:
        """How many would be expected inside if sales moved nothing at all."""
        return sum(case.chance_within(0) for case in self.tested)


def dated_record() -> TrackRecord:
    """The dated sales of the track record."""
    episodes = [case for case in track_record() if case.is_episode]
    testing = [case for case in episodes if not case.is_fitted]
    return TrackRecord(
        tested=tuple(case for case in testing if case.overlaps is None),
        overlapping=tuple(case for case in testing if case.overlaps is not None),
        fitted=tuple(case for case in episodes if case.is_fitted),
    )
