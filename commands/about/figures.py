"""Numbers of the track record and of the studies as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.estimates import ReadIn
from calc.record.custody import LEAST_FALL_USD
from commands.common.figures import signed
from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from calc.evidence.families import Family, StudiesOutcome
    from calc.record.custody import CustodyRecord
    from commands.common.translator import Translator


class RecordFigures:
    """Every number of the spells of sales; changes of the 10-year yield in percentage points."""

    def __init__(self, custody: CustodyRecord, translator: Translator) -> None:
        spells = custody.spells
        self.translator: Final = translator
        self.spells: Final = translator.fixed(len(spells), 0)
        self.rose: Final = translator.fixed(custody.rose, 0)
        self.least: Final = translator.money(LEAST_FALL_USD)
        self.largest: Final = translator.money(max(spell.sold_usd for spell in spells), 3)
        self.mean_seen: Final = signed_points(custody.mean_seen, translator)
        self.mean_model: Final = signed_points(custody.mean_model, translator)
        self.within_model: Final = translator.fixed(custody.within_model, 0)
        self.within_nothing: Final = translator.fixed(custody.within_nothing, 0)
        self.first_day: Final = translator.month(custody.first)
        self.last_day: Final = translator.month(custody.last)


class FamilyFigures:
    """The numbers of one family of studies, percentage points."""

    def __init__(self, family: Family, translator: Translator) -> None:
        def between(ends: tuple[float, float]) -> str:
            least, most = (translator.points(end) for end in ends)
            return least if least == most else translator.between(least, most)

        pooled, changed = family.pooled, family.sensitivities
        self.results: Final = translator.fixed(len(family.estimates), 0)
        self.papers: Final = translator.fixed(family.papers, 0)
        self.unchecked: Final = sum(e.study.read is ReadIn.FROM_MEMORY for e in family.estimates)
        self.mean: Final = translator.points(pooled.mean)
        self.mean_interval: Final = between(pooled.mean_interval)
        # Where nine in ten further results would fall.
        self.next_study: Final = between(pooled.next_study)
        # The share of the differences that chance does not explain (I²).
        self.real: Final = translator.percent(pooled.inconsistency)
        self.read: Final = translator.points(changed["read"].mean)
        self.by_gdp: Final = translator.points(changed["gdp"].mean)
        self.without_one: Final = between(family.without_one)


class StudiesFigures:
    """Every number of the studies about one sale, percentage points."""

    def __init__(self, studies: StudiesOutcome, translator: Translator) -> None:
        self.translator: Final = translator
        self.sale: Final = figures_of(studies.sale, translator)
        self.flows: Final = FamilyFigures(studies.flows, translator)
        self.stocks: Final = FamilyFigures(studies.stocks, translator)
        self.is_tiny: Final = self.flows.next_study == self.flows.mean


def signed_points(change: float, translator: Translator) -> str:
    """A change in points with its sign and both decimals that yields are published with."""
    return signed(change, lambda size: translator.fixed(size * 100, 2), translator)
