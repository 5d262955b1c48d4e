"""What follows from a scenario: the one value that words, pictures and buttons are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.history import Comparison
    from calc.impact import YieldPath
    from calc.parameters import ImpactParameters
    from calc.ranges import Range
    from calc.scenario import Scenario
    from calc.snapshot import Holder, Holding, MarketSnapshot


@dataclass(frozen=True, slots=True)
class Sale:
    """The sale as understood, and how big it is beside other things.

    Args:
        holder: Who sells.
        holding: What it held, and when.
        asked_usd: What was asked.
        sold_usd: What the answer is for: the amount asked, or all of the holding.
        exceeds_holding: More was asked than the holder has.
        trading_days: How long the sale takes.
        ten_year_equivalents_usd: Ten-year notes with the same rate risk, others' sales included.
        share_of_holding: Of what the holder has.
        share_of_market: Of all marketable Treasury securities.
        share_of_gdp: Of a year's GDP.
        days_of_trading: In average days of trading in the whole market.
    """

    holder: Holder
    holding: Holding
    asked_usd: float
    sold_usd: float
    exceeds_holding: bool
    trading_days: int
    ten_year_equivalents_usd: float
    share_of_holding: float
    share_of_market: float
    share_of_gdp: float
    days_of_trading: float

    @property
    def is_capped(self) -> bool:
        """The answer is for less than was asked."""
        return self.sold_usd < self.asked_usd


@dataclass(frozen=True, slots=True)
class YieldOutcome:
    """The 10-year yield and the curve.

    Args:
        before: 10-year par yield, decimal.
        path: Its change over the first year.
        peak: Change at the worst moment, decimal.
        lasting: Change that remains, decimal.
        curve_years: Maturities of the curve.
        curve_before: Par yields, decimals.
        curve_rise: Change of each at the worst moment.
    """

    before: float
    path: YieldPath
    peak: Range
    lasting: Range
    curve_years: tuple[float, ...]
    curve_before: tuple[float, ...]
    curve_rise: tuple[Range, ...]

    @property
    def at_peak(self) -> Range:
        """10-year yield at the worst moment, decimal."""
        return self.peak.map(lambda rise: self.before + rise)


@dataclass(frozen=True, slots=True)
class PriceOutcome:
    """The clean price of a ten-year note that stood at its face before the sale.

    Args:
        face: And price before, US dollars.
        coupon: A year, decimal: the 10-year par yield before the sale.
        at_peak: Price at the worst moment, US dollars.
        lasting: Price at the yield that remains, US dollars.
        dv01: Fall of the price for a rise of one basis point, US dollars.
    """

    face: float
    coupon: float
    at_peak: Range
    lasting: Range
    dv01: float


@dataclass(frozen=True, slots=True)
class InterestOutcome:
    """The extra net interest that the United States pays.

    Args:
        fiscal_years: Ten full ones, the first contains or follows the sale.
        extra_usd: By fiscal year, US dollars.
        baseline_usd: Net interest that was projected anyway, by fiscal year.
        service_usd: The part of ``extra_usd`` that is interest on the extra interest.
        revenue_usd: Projected revenue by fiscal year.
    """

    fiscal_years: tuple[int, ...]
    extra_usd: tuple[Range, ...]
    service_usd: tuple[Range, ...]
    baseline_usd: tuple[float, ...]
    revenue_usd: tuple[float, ...]

    @property
    def last_year_usd(self) -> Range:
        """Extra interest in the last fiscal year, US dollars."""
        return self.extra_usd[-1]

    @property
    def first_year_usd(self) -> Range:
        """Extra interest in the first fiscal year, US dollars."""
        return self.extra_usd[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything an answer says, shows or links to."""

    scenario: Scenario
    sale: Sale
    yields: YieldOutcome
    price: PriceOutcome
    interest: InterestOutcome
    comparison: Comparison
    snapshot: MarketSnapshot
    parameters: ImpactParameters
