"""Numbers of the track record and of the studies as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.record.custody import LEAST_FALL_USD
from commands.common.sale.figures import figures_of
from commands.common.signed import signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.estimates import Estimate
    from calc.evaluation import StudiesOutcome, TrackRecord
    from calc.events.track_record import TrackedCase
    from calc.record.custody import CustodyRecord
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
    """Every number of the record.

    Args:
        spells: How many four-week spells of falling custody there are.
        rose: In how many of them the yield rose.
        least: The fall that makes a spell one.
        largest: The largest fall.
        mean_seen: What the yield did on average, points.
        mean_model: What the model would have said on average.
        within_model: Spells within ordinary moves around the model's best guess.
        within_nothing: Spells within ordinary moves around zero.
        first_day: Where the record begins.
        last_day: Where it ends.
        first_year: Of the first spell.
        last_year: Of the last spell.
        tested: How many dated sales test the model.
        within: In how many the yield ended inside the range.
        if_exact: How many would be expected inside if the best guess were exactly true.
        if_nothing: The same if sales moved nothing.
    """

    translator: Translator
    spells: str
    rose: str
    least: str
    largest: str
    mean_seen: str
    mean_model: str
    within_model: str
    within_nothing: str
    first_day: str
    last_day: str
    first_year: str
    last_year: str
    tested: str
    within: str
    if_exact: str
    if_nothing: str


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


def figures_of_record(
    record: TrackRecord, custody: CustodyRecord, translator: Translator
) -> RecordFigures:
    """The numbers of the record as text in one language."""
    spells = custody.spells
    return RecordFigures(
        translator=translator,
        spells=translator.fixed(len(spells), 0),
        rose=translator.fixed(custody.rose, 0),
        least=translator.money(LEAST_FALL_USD),
        largest=translator.money(max(spell.sold_usd for spell in spells), 3),
        mean_seen=_signed(custody.mean_seen, translator),
        mean_model=_signed(custody.mean_model, translator),
        within_model=translator.fixed(custody.within_model, 0),
        within_nothing=translator.fixed(custody.within_nothing, 0),
        first_day=translator.month(custody.first),
        last_day=translator.month(custody.last),
        first_year=str(spells[0].end.year),
        last_year=str(spells[-1].end.year),
        tested=translator.fixed(len(record.tested), 0),
        within=translator.fixed(len(record.within), 0),
        if_exact=translator.fixed(record.within_if_exact, 1),
        if_nothing=translator.fixed(record.within_if_nothing, 1),
    )


def case_figures(case: TrackedCase, translator: Translator) -> CaseFigures:
    """The numbers of one dated sale as text in one language."""
    return CaseFigures(
        low=translator.points(case.expected.smallest),
        central=translator.points(case.expected.central),
        high=translator.points(case.expected.largest),
        observed=_signed(case.observed, translator),
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


def _signed(change: float, translator: Translator) -> str:
    """A change in points with its sign and both decimals that yields are published with."""
    return signed(change, lambda size: translator.fixed(size * 100, 2), translator)
