"""The Treasury securities that are outstanding, from the Monthly Statement of the Public Debt.

A security's payments are those of 31 CFR 356, Appendix B. Settlement is the next business day
(T+1). Coupon dates are counted back from maturity; a short or long first period is not known from
the statement, so a security in its first half year accrues as if it were in a regular period.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from calc.bonds.notes import Note
from calc.bonds.schedule import coupon_period
from calc.market.snapshot import DebtType

if TYPE_CHECKING:
    from calc.bonds.stream import CouponStream

_BILLION, _PERCENT, _DAYS_PER_YEAR = 1e9, 1e-2, 365.25


class _SecuritiesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    unit: Literal["billion USD"]
    coupon_unit: Literal["percent"]
    source: str
    standing: Literal["official"]
    as_of: date
    note: str
    columns: tuple[str, str, str, str, str]
    securities: Annotated[
        tuple[
            tuple[
                Annotated[str, Field(pattern="^[0-9A-Z]{9}$")],
                DebtType,
                date,
                Annotated[float, Field(gt=0)],
                Annotated[float, Field(ge=0, le=25)] | None,
            ],
            ...,
        ],
        Field(min_length=1),
    ]


@dataclass(frozen=True, slots=True)
class Security:
    """One marketable Treasury security.

    Args:
        cusip: Its identifier, nine characters.
        type: Bill, note, bond, TIPS or floating rate note.
        maturity: Its last payment.
        outstanding_usd: Face held by the public, US dollars.
        coupon: Annual rate, decimal; None for bills and floating rate notes.
    """

    cusip: str
    type: DebtType
    maturity: date
    outstanding_usd: float
    coupon: float | None

    @property
    def is_nominal_coupon(self) -> bool:
        """A note or bond with fixed payments."""
        return self.type in {DebtType.NOTE, DebtType.BOND} and self.coupon is not None

    def years_left(self, settlement: date) -> float:
        """Time to maturity, years."""
        return (self.maturity - settlement).days / _DAYS_PER_YEAR

    def payments(self, settlement: date) -> CouponStream:
        """The payments left for a buyer on a settlement day.

        Raises:
            ValueError: It has no fixed payments.
            CalcError: It has matured by then.
        """
        if not self.is_nominal_coupon or self.coupon is None:
            msg = f"{self.cusip} has no fixed coupons"
            raise ValueError(msg)
        start = coupon_period(self.maturity, settlement).start
        return Note(self.coupon, start, self.maturity).at(settlement)


@dataclass(frozen=True, slots=True)
class Securities:
    """Everything outstanding on a day, by maturity."""

    as_of: date
    source: str
    rows: tuple[Security, ...]

    def alive(self, settlement: date) -> tuple[Security, ...]:
        """Those that mature after a settlement day."""
        return tuple(row for row in self.rows if row.maturity > settlement)


def settlement_day(trade: date) -> date:
    """The business day after a trade, weekends left out (Federal Reserve holidays are not)."""
    return date.fromisoformat(str(np.busday_offset(trade, 1, roll="backward")))


@cache
def load_securities() -> Securities:
    """The packaged list.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    path = resources.files("calc") / "data" / "securities.json"
    return read_securities(path.read_bytes())


def read_securities(content: bytes | str) -> Securities:
    """Read and check a list of securities.

    Raises:
        pydantic.ValidationError: It is not what it should be.
    """
    file = _SecuritiesFile.model_validate_json(content)
    rows = (
        Security(cusip, kind, maturity, held * _BILLION, None if rate is None else rate * _PERCENT)
        for cusip, kind, maturity, held, rate in file.securities
    )
    return Securities(file.as_of, file.source, tuple(sorted(rows, key=lambda row: row.maturity)))
