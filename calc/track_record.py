"""The model against what happened: sales of known size, misses included.

Every case is run with the dials as they ship, at the market size and GDP of its time. What was
seen counts as explained when it lies between the low and the high setting at the worst moment;
anything else is a miss, whatever else may have moved the yield. An ordinary month moves it by more
than most of these sales should, so that neither a hit nor a miss proves much on its own; `ordinary`
says how much that is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import Flow, ten_year_path
from calc.market import Source, load_snapshot
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.track_record_file import LONGEST_DAYS, EpisodeRow, PublishedRow, TrackRecordFile

if TYPE_CHECKING:
    from datetime import date

    from calc.market import Standing
    from calc.ranges import Range

_BILLION = 1e9
_BASIS_POINT = 1e-4
_PERCENT = 1e-2
_TEN_YEARS = 10.0
_DAYS_PER_MONTH = 21


@dataclass(frozen=True, slots=True)
class TrackedCase:
    """One sale of known size: what the model says and what was seen.

    Args:
        key: Its name in the data file.
        label: What happened, in English.
        start: Last close before; None for what a publication reports without dates.
        end: Last close of it.
        sold_usd: Face sold, US dollars; negative for purchases.
        standing: How far that amount can be trusted.
        trading_days: How long it took.
        delta: Rate risk of what was sold against the ten-year note.
        market_usd: Marketable Treasury securities at the time.
        gdp_usd: Nominal GDP at the time.
        stress: Of the market at the time.
        is_fitted: The dials were chosen with this case in view, so that it tests nothing.
        tenor_years: The yield that was seen to move.
        peak: What the model says of the 10-year yield at the worst moment, decimal.
        lasting: What it says remains.
        expected: What it says of the yield that was seen, at the worst moment.
        observed: Change that was seen, or that the publication finds, decimal.
        observed_least: Least that the publication finds; ``observed`` for an episode.
        observed_most: Most that it finds.
        ordinary: Standard deviation of the 10-year yield's change over a span as long as that of an
            episode, in the market of 2024 to 2026, decimal; None for a publication.
        source: Of the amount; for a publication, of both.
        note: A caution.
    """

    key: str
    label: str
    start: date | None
    end: date | None
    sold_usd: float
    standing: Standing
    trading_days: int
    relative_dv01: float
    market_usd: float
    gdp_usd: float
    stress: float
    is_fitted: bool
    tenor_years: float
    peak: Range
    permanent: Range
    expected: Range
    observed: float
    observed_least: float
    observed_most: float
    ordinary: float | None
    source: Source
    note: str | None

    @property
    def is_episode(self) -> bool:
        """Something that happened on dated days, rather than a publication's finding."""
        return self.start is not None

    @property
    def is_within(self) -> bool:
        """What was seen lies between the low and the high setting."""
        return self.expected.smallest <= self.observed <= self.expected.largest


@cache
def track_record() -> tuple[TrackedCase, ...]:
    """Every case with the dials that ship: episodes by date, then what publications find.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    path = resources.files("calc") / "data" / "track_record.json"
    return read_track_record(path.read_bytes(), load_impact_parameters())


def read_track_record(
    content: bytes | str, parameters: ImpactParameters
) -> tuple[TrackedCase, ...]:
    """Read and check a file of cases and run the model on each.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    file = TrackRecordFile.model_validate_json(content)
    sources = {
        row.key: Source(row.key, row.publisher, row.title, str(row.url)) for row in file.sources
    }
    episodes = sorted(file.episodes, key=lambda row: (row.end, row.start))
    rows: list[EpisodeRow | PublishedRow] = [*episodes, *file.published]
    return tuple(_tracked(row, sources[row.source], parameters) for row in rows)


def _tracked(
    row: EpisodeRow | PublishedRow, source: Source, parameters: ImpactParameters
) -> TrackedCase:
    flows = [Flow(0, row.trading_days, row.sold * row.relative_dv01 * _BILLION, row.stress)]
    flows += [
        Flow(flow.start_day, flow.end_day, flow.ten_year_equivalents * _BILLION)
        for flow in row.later
    ]
    path = ten_year_path(
        flows,
        parameters=parameters,
        market_usd=row.marketable * _BILLION,
        gdp_usd=row.gdp * _BILLION,
        days=LONGEST_DAYS,
    )
    if isinstance(row, EpisodeRow):
        start, end, tenor_years = row.start, row.end, _TEN_YEARS
        change = round(row.end_yield - row.start_yield, 4) * _PERCENT
        observed = (change, change, change)
        ordinary: float | None = _ordinary(row.start, row.end)
    else:
        start, end, tenor_years = None, None, row.tenor_years
        least, middle, most = (value * _BASIS_POINT for value in row.basis_points)
        observed, ordinary = (least, middle, most), None
    return TrackedCase(
        key=row.key,
        label=row.label,
        start=start,
        end=end,
        sold_usd=row.sold * _BILLION,
        standing=row.standing,
        trading_days=row.trading_days,
        relative_dv01=row.relative_dv01,
        market_usd=row.marketable * _BILLION,
        gdp_usd=row.gdp * _BILLION,
        stress=row.stress,
        is_fitted=row.is_fitted,
        tenor_years=tenor_years,
        peak=path.peak,
        permanent=path.permanent,
        expected=path.peak.times(float(parameters.shape_at([tenor_years])[0])),
        observed=observed[1],
        observed_least=observed[0],
        observed_most=observed[2],
        ordinary=ordinary,
        source=source,
        note=row.note,
    )


def _ordinary(start: date, end: date) -> float:
    """A month's standard deviation grown with the root of time, as for independent days."""
    month = load_snapshot().facts["ordinary_month_move"].value
    return month * math.sqrt(int(np.busday_count(start, end)) / _DAYS_PER_MONTH)
