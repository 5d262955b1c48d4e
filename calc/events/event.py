"""One dated event: how yields moved, which policy changed, and who sold.

The records are those of ``data/events.json``: yields in percent and sums in billions there,
decimals and US dollars here where a property or the type converts them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from calc.sourced import (
    BILLION,
    PERCENT,
    TRILLION,
    BillionUsd,
    Cited,
    DecimalYield,
    FrozenRecord,
    PositiveNumber,
    Standing,
    YieldPercent,
)

LONGEST_SALE_DAYS = 600

Dates = tuple[date, date]
Closes = tuple[YieldPercent, YieldPercent]
YenPerDollar = Annotated[float, Field(gt=0, le=1000)]


def close_change(closes: Closes) -> float:
    """Change between two closes in percent, which have two decimals, as a decimal."""
    return round(closes[1] - closes[0], 2) * PERCENT


class TurnKind(StrEnum):
    """A change of US policy."""

    FED_WAITS = "fed_waits"
    """The Federal Reserve kept buying as much as before, when less was expected."""
    FED_BUYS = "fed_buys"
    """The Federal Reserve announced purchases."""
    TARIFFS_PAUSED = "tariffs_paused"
    """The President put off tariffs."""
    AUCTIONS_SLOWED = "auctions_slowed"
    """The Treasury slowed the growth of its auctions of long debt."""
    BUYBACKS_RAISED = "buybacks_raised"
    """The Treasury raised its purchases of its own long bonds."""
    YEN_RATE_CHECK = "yen_rate_check"
    """The New York Fed asked dealers for the price of the yen, on behalf of the Treasury."""


class PolicyTurn(Cited):
    """A change of US policy after a rise of the yield.

    Args:
        close_before: The last close before that.
        yield_before: The 10-year yield then, decimal.
        standing: Reported where the announcement itself was not read; then the turn is shown and
            not counted.
    """

    kind: TurnKind
    announced: date
    close_before: date
    yield_before: DecimalYield
    standing: Standing

    @property
    def is_certain(self) -> bool:
        """The announcement was read."""
        return self.standing is not Standing.REPORTED

    @model_validator(mode="after")
    def _closed_before(self) -> PolicyTurn:
        if not self.close_before < self.announced:
            msg = "the close is not before the change of policy"
            raise ValueError(msg)
        return self


class PublishedFinding(Cited):
    """What a publication says of an event, one sentence in English."""

    text: str
    standing: Standing


class YieldMoves(FrozenRecord):
    """Closes in percent: the last before the event and the last of it."""

    ten_year: Closes
    thirty_year: Closes | None = None


class YenRates(FrozenRecord):
    """Days and yen per dollar at the last noon before and the last of an intervention.

    ``back_day`` is the first later day at or above the rate before; None when it did not come back
    while rates are known.
    ``gone_by`` is a day on which it was above the rate before as the press reports it, where the
    first such day is not known.
    """

    before: tuple[date, YenPerDollar]
    after: tuple[date, YenPerDollar]
    back_day: date | None
    gone_by: date | None = None

    @property
    def fall(self) -> float:
        """Relative fall of the dollar, positive."""
        return 1 - self.after[1] / self.before[1]

    @model_validator(mode="after")
    def _in_order(self) -> YenRates:
        known = (self.before[0], self.after[0], self.back_day, self.gone_by)
        days = [day for day in known if day is not None]
        if days != sorted(days):
            msg = "dates of yen rates are not in order"
            raise ValueError(msg)
        return self


class YenPurchase(Cited):
    """A round of purchases of yen for dollars; rates of the press where no official are known."""

    label: str
    dates: Dates
    trillion_yen: Annotated[float, Field(gt=0, le=100)]
    rates: YenRates | None = None
    press_rates: YenRates | None = None
    standing: Standing
    note: str | None = None

    @property
    def yen(self) -> float:
        """What was bought."""
        return self.trillion_yen * TRILLION

    @property
    def any_rates(self) -> YenRates | None:
        """Official rates, or those of the press where there are none."""
        return self.rates or self.press_rates


class LaterFlow(FrozenRecord):
    """What others sold (bought: negative) in the same days, billions in ten-year equivalents."""

    start_day: float
    end_day: float
    ten_year_equivalents: float


class KnownSale(Cited):
    """A sale of known size, or a purchase as a negative amount, and the market of its time."""

    key: str | None = None
    label: str | None = None
    sold_billion_usd: Annotated[float, Field(ge=-1e5, le=1e5)] | None = None
    trading_days: Annotated[int, Field(ge=1, le=LONGEST_SALE_DAYS)]
    relative_dv01: Annotated[float, Field(gt=0, le=2)]
    marketable: Annotated[BillionUsd, Field(gt=0)]
    gdp: Annotated[BillionUsd, Field(gt=0)]
    stress: Annotated[float, Field(ge=1, le=2.5)] = 1.0
    later: tuple[LaterFlow, ...] = ()
    is_fitted: bool = False
    standing: Standing
    note: str | None = None

    @model_validator(mode="after")
    def _reported_amount_has_a_note(self) -> KnownSale:
        if self.standing is Standing.REPORTED and not self.note:
            msg = f"{self.key}: a reported amount needs a note"
            raise ValueError(msg)
        return self


class EventSale(KnownSale):
    """A sale in an event; dates, closes and amount are the event's where they are left out.

    Args:
        overlaps: The sale that holds part of the same dollars, so that only one of them counts.
    """

    overlaps: str | None = None
    dates: Dates | None = None
    ten_year: Closes | None = None


class Event(Cited):
    """One dated event.

    Args:
        short_label: A few words for a chart, with ``{year}``.
        sentence: The start of a sentence, with ``{sold}`` where an amount is known; makes the
            event one that a sale is compared with.
        noun_phrase: What it is called inside a sentence; makes the event one that a market move is
            compared with.
        dates: Last close before it and last close of it.
        sold_billion_usd: Official sales in that time, where known.
        standing: How far the closes can be trusted.
        policy_turn: The change of US policy that followed.
        abroad: What happened to another country's bonds, or to its holdings, in the same days.
        known_cause: What a publication found behind it.
    """

    key: str
    label: str
    short_label: str = ""
    sentence: str = ""
    noun_phrase: str = ""
    dates: Dates
    moves: YieldMoves | None = None
    sold_billion_usd: PositiveNumber | None = None
    standing: Standing
    policy_turn: PolicyTurn | None = None
    abroad: PublishedFinding | None = None
    known_cause: PublishedFinding | None = None
    intervention: YenPurchase | None = None
    sales: tuple[EventSale, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> Event:
        windows = [self.dates, *(sale.dates for sale in self.sales if sale.dates)]
        if self.moves and not all(start < end for start, end in windows):
            msg = f"{self.key}: ends before it starts"
            raise ValueError(msg)
        if self.moves is None and (self.sentence or self.noun_phrase or self.policy_turn):
            msg = f"{self.key}: no yields"
            raise ValueError(msg)
        for sale in self.sales:
            has_closes = sale.ten_year if sale.dates else sale.ten_year or self.moves
            if not has_closes or (sale.sold_billion_usd or self.sold_billion_usd) is None:
                msg = f"{self.key}: a sale needs closes and an amount"
                raise ValueError(msg)
        return self

    @property
    def start(self) -> date:
        """Last close before it."""
        return self.dates[0]

    @property
    def end(self) -> date:
        """Last close of it."""
        return self.dates[1]

    @property
    def closes(self) -> Closes:
        """Closes of the 10-year yield, percent; zeros where the event has none."""
        return self.moves.ten_year if self.moves else (0.0, 0.0)

    @property
    def start_yield(self) -> float:
        """10-year yield at the start, decimal."""
        return self.closes[0] * PERCENT

    @property
    def end_yield(self) -> float:
        """10-year yield at the end, decimal."""
        return self.closes[1] * PERCENT

    @property
    def change(self) -> float:
        """Change of the 10-year yield, decimal."""
        return close_change(self.closes)

    @property
    def thirty_year_change(self) -> float | None:
        """Change of the 30-year yield, decimal; None where closes are missing."""
        thirty = self.moves.thirty_year if self.moves else None
        return None if thirty is None else close_change(thirty)

    @property
    def sold_usd(self) -> float | None:
        """Official sales in that time, US dollars, where known."""
        return None if self.sold_billion_usd is None else self.sold_billion_usd * BILLION

    @property
    def turn(self) -> PolicyTurn | None:
        """The change of policy after it, where its announcement was read."""
        return self.policy_turn if self.policy_turn and self.policy_turn.is_certain else None

    @property
    def reported_turn(self) -> PolicyTurn | None:
        """A change of policy after it that others report."""
        return None if self.turn else self.policy_turn

    def rise_before(self, turn: PolicyTurn) -> float:
        """Rise of the yield to the last close before a change of policy, decimal."""
        # Published yields have four decimals.
        return round(turn.yield_before - self.start_yield, 6)
