"""Numbers of the track record and of the studies as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.estimates import ReadIn
from calc.record.custody import LEAST_FALL_USD
from commands.common.figures import signed
from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from calc.events.track_record import TrackedCase, TrackRecord
    from calc.evidence.families import Family, StudiesOutcome
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
class FamilyFigures:
    """The numbers of one family of studies, percentage points.

    Args:
        results: How many results are pooled.
        papers: Of how many papers.
        unchecked: How many of the results were not checked in the paper.
        mean: Pooled mean.
        mean_interval: 90% interval of that mean.
        next_study: Where nine in ten further results would fall.
        real: Share of the differences that chance does not explain (I²).
        read: Mean of those that were read in some text.
        by_gdp: Mean when dollars are scaled by GDP.
        without_one: Least and greatest mean without one of them.
    """

    results: str
    papers: str
    unchecked: int
    mean: str
    mean_interval: str
    next_study: str
    real: str
    read: str
    by_gdp: str
    without_one: str


@dataclass(frozen=True, slots=True)
class StudiesFigures:
    """Every number of the studies about one sale, percentage points.

    Args:
        sale: The model's own numbers.
        flows: Of the studies of sales within weeks.
        stocks: Of the studies of who holds the debt.
        is_tiny: All that they say reads the same.
    """

    translator: Translator
    sale: Figures
    flows: FamilyFigures
    stocks: FamilyFigures
    is_tiny: bool


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
        first_year=translator.year(spells[0].end.year),
        last_year=translator.year(spells[-1].end.year),
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
    flows = _figures_of_family(studies.flows, translator)
    return StudiesFigures(
        translator=translator,
        sale=figures_of(studies.sale, translator),
        flows=flows,
        stocks=_figures_of_family(studies.stocks, translator),
        is_tiny=flows.next_study == flows.mean,
    )


def _figures_of_family(family: Family, translator: Translator) -> FamilyFigures:
    def between(ends: tuple[float, float]) -> str:
        least, most = (translator.points(end) for end in ends)
        return least if least == most else translator.between(least, most)

    pooled, changed = family.pooled, family.sensitivities
    return FamilyFigures(
        results=translator.fixed(len(family.estimates), 0),
        papers=translator.fixed(family.papers, 0),
        unchecked=sum(e.study.read is ReadIn.FROM_MEMORY for e in family.estimates),
        mean=translator.points(pooled.mean),
        mean_interval=between(pooled.mean_interval),
        next_study=between(pooled.next_study),
        real=translator.percent(pooled.inconsistency),
        read=translator.points(changed["read"].mean),
        by_gdp=translator.points(changed["gdp"].mean),
        without_one=between(family.without_one),
    )


def _signed(change: float, translator: Translator) -> str:
    """A change in points with its sign and both decimals that yields are published with."""
    return signed(change, lambda size: translator.fixed(size * 100, 2), translator)
