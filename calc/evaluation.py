"""Evaluation of the model: its track record, and published estimates for the same sale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.estimates import estimates_for
from calc.events.track_record import track_record
from calc.evidence.families import flows, stocks
from calc.run import run

if TYPE_CHECKING:
    from calc.estimates import Estimate
    from calc.events.track_record import TrackedCase
    from calc.evidence.families import Family
    from calc.market import MarketSnapshot
    from calc.run import Outcome
    from calc.scenario import Scenario


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


@dataclass(frozen=True, slots=True)
class StudiesOutcome:
    """Published estimates for a sale, beside the model's outcome.

    Args:
        sale: The model's own outcome.
        estimates: Of all studies, smallest first.
        flows: Those about sales within weeks, to be held against the model's peak.
        stocks: Those about who holds the debt, to be held against what the model says lasts.
    """

    sale: Outcome
    estimates: tuple[Estimate, ...]
    flows: Family
    stocks: Family

    @property
    def not_pooled(self) -> tuple[Estimate, ...]:
        """A survey of others, or a second figure of one paper."""
        return tuple(e for e in self.estimates if not e.study.pooled)


def studies_of(scenario: Scenario, snapshot: MarketSnapshot) -> StudiesOutcome:
    """Published estimates for a scenario.

    Raises:
        CalcError: What `run` refuses.
    """
    sale = run(scenario, snapshot)
    sold, relative_dv01 = sale.sale.sold_usd, sale.sale.portfolio.relative_dv01
    return StudiesOutcome(
        sale,
        estimates_for(sold, snapshot, relative_dv01=relative_dv01),
        flows(snapshot, relative_dv01, sold),
        stocks(snapshot, relative_dv01, sold),
    )
