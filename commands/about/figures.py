"""Numbers of the track record and of the studies as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.estimates import Estimate
    from calc.evaluation import StudiesOutcome, TrackRecord
    from calc.events.track_record import TrackedCase
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The numbers of one dated sale as text: changes of the 10-year yield in percentage points.

    Args:
        low: The model at its low setting, at the worst moment.
        central: Its best guess.
        high: At its high setting.
        observed: What was seen, with its sign.
        sold: How much was sold.
    """

    low: str
    central: str
    high: str
    observed: str
    sold: str


@dataclass(frozen=True, slots=True)
class RecordFigures:
    """Every number of the track record.

    Args:
        tested: How many dated sales test the model.
        within: In how many the yield ended inside the range.
        below: In how many it did less.
        fell: In how many it fell.
        above: In how many it did more.
        ordinary: In how many it moved no more than it does anyway.
        fitted: How many are left out.
        cases: Of each tested sale, in the order of the record.
    """

    translator: Translator
    tested: str
    within: str
    below: str
    fell: str
    above: str
    ordinary: str
    fitted: str
    cases: tuple[CaseFigures, ...]


@dataclass(frozen=True, slots=True)
class StudiesFigures:
    """Every number of the studies about one sale, percentage points.

    Args:
        sale: The model's own numbers.
        count: How many estimates there are.
        all: From the least to the most that any says.
        all_agree: Both ends of that read the same.
        flows: How many are about sales within a month or a year.
        flow_range: From the least to the most that those say.
        stocks: How many are about who holds the debt.
        stock_range: From the least to the most that those say.
    """

    translator: Translator
    sale: Figures
    count: str
    all: str
    all_agree: bool
    flows: str
    flow_range: str
    stocks: str
    stock_range: str


def figures_of_record(record: TrackRecord, translator: Translator) -> RecordFigures:
    """The numbers of the track record as text in one language."""

    def count(cases: Sequence[TrackedCase]) -> str:
        return translator.fixed(len(cases), 0)

    return RecordFigures(
        translator=translator,
        tested=count(record.tested),
        within=count(record.within),
        below=count(record.below),
        fell=count(record.fell),
        above=count(record.above),
        ordinary=count(record.ordinary),
        fitted=count(record.fitted),
        cases=tuple(case_figures(case, translator) for case in record.tested),
    )


def case_figures(case: TrackedCase, translator: Translator) -> CaseFigures:
    """The numbers of one dated sale as text in one language."""
    sign = "+" if case.observed > 0 else ""
    return CaseFigures(
        low=translator.points(case.expected.smallest),
        central=translator.points(case.expected.central),
        high=translator.points(case.expected.largest),
        observed=sign + translator.fixed(round(case.observed * 100, 6), 2),
        sold=translator.exact_money(case.sold_usd),
    )


def figures_of_studies(studies: StudiesOutcome, translator: Translator) -> StudiesFigures:
    """The numbers of the studies about one sale as text in one language."""
    flows, stocks = studies.of_flows, studies.of_stocks
    everything = _from_to(studies.estimates, translator)
    return StudiesFigures(
        translator=translator,
        sale=figures_of(studies.sale, translator),
        count=translator.fixed(len(studies.estimates), 0),
        all=everything,
        all_agree=everything == translator.points(max(e.most for e in studies.estimates)),
        flows=translator.fixed(len(flows), 0),
        flow_range=_from_to(flows, translator),
        stocks=translator.fixed(len(stocks), 0),
        stock_range=_from_to(stocks, translator),
    )


def _from_to(estimates: Sequence[Estimate], translator: Translator) -> str:
    least = translator.points(min(estimate.least for estimate in estimates))
    most = translator.points(max(estimate.most for estimate in estimates))
    return least if least == most else translator.between(least, most)
