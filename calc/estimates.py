"""Published estimates scaled to a sale.

Each effect is taken as linear in the sale and scaled to today in the unit that the study counts
in. For an effect per dollar that is the share of the market of its time: a sale of $100 billion
was one percent of the market in 2011 and is a third of a percent today. Taking the share of GDP
instead would double the older ones, since the debt has grown faster than the economy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.parameters import load_impact_parameters
from calc.parameters.estimates import SaleUnit, Study, load_studies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc.market import MarketSnapshot

_BASIS_POINT = 1e-4


@dataclass(frozen=True, slots=True)
class Estimate:
    """One study's effect scaled to a sale.

    Args:
        study: The study, with its citation.
        least: Rise of the yield that the study is about, decimal.
        middle: Its own best guess, or the middle of its range.
        most: The other end.
    """

    study: Study
    least: float
    middle: float
    most: float


def estimates_for(
    sale_usd: float,
    snapshot: MarketSnapshot,
    *,
    relative_dv01: float | None = None,
    studies: Iterable[Study] | None = None,
) -> tuple[Estimate, ...]:
    """Each study's effect scaled to a sale, smallest first.

    Args:
        sale_usd: Face sold, US dollars.
        snapshot: The market.
        relative_dv01: Rate risk (DV01) of what is sold against a ten-year note, for studies that
            count in ten-year equivalents; the central parameter when not given.
        studies: Which; all that ship with this version when not given.

    Raises:
        CalcError: ``amount.not_positive``.
    """
    if not sale_usd > 0:
        raise CalcError("amount.not_positive", amount_usd=sale_usd)
    relative_dv01 = (
        load_impact_parameters().relative_dv01.central if relative_dv01 is None else relative_dv01
    )
    of_market = 100 * sale_usd / snapshot.marketable_usd
    of_gdp = 100 * sale_usd / snapshot.gdp_usd
    percent = {
        SaleUnit.MARKETABLE: of_market,
        SaleUnit.DOLLARS: of_market,
        SaleUnit.GDP: of_gdp,
        SaleUnit.GDP_TEN_YEAR: of_gdp * relative_dv01,
    }
    scaled = []
    for study in load_studies().values() if studies is None else studies:
        times = _BASIS_POINT * percent[study.per.unit] / study.per.percent
        scaled.append(Estimate(study, *(times * effect for effect in study.basis_points)))
    return tuple(sorted(scaled, key=lambda estimate: (estimate.middle, estimate.study.key)))
