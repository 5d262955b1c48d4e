"""The Treasury securities that are outstanding, from the Monthly Statement of the Public Debt.

A security's payments are those of 31 CFR 356, Appendix B. Settlement is the next business day
(T+1). Coupon dates are counted back from maturity; a short or long first period is not known from
the list, so a security in its first half year accrues as if it were in a regular period.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import Field

from calc.bonds.business_days import settlement_day
from calc.bonds.notes import Note
from calc.bonds.schedule import coupon_period
from calc.market.snapshot import DebtType
from calc.sourced import FrozenRecord

if TYPE_CHECKING:
    from calc.bonds.stream import CouponStream

__all__ = [
    "TERMS",
    "Securities",
    "SecuritiesFile",
    "Security",
    "load_securities",
    "read_securities",
    "securities_of",
    "settlement_day",
]

_BILLION, _PERCENT, _DAYS_PER_YEAR = 1e9, 1e-2, 365.25
TERMS: Final = (2, 3, 5, 7, 10, 20, 30)
"""Original terms of the notes and bonds that the Treasury sells, years."""
_LONGEST_NOTE = 10
_MONTH_END_TERMS = frozenset({2, 5, 7})
_MID_MONTH = 15
_ISSUE_SLACK = timedelta(days=3)
_LEAST_AGE_YEARS = 1.0


class SecuritiesFile(FrozenRecord):
    """The data file: billions of dollars and percent, as the statement prints them."""

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

    def by_cusip(self, cusip: str) -> Security | None:
        """The security of an identifier, in either case of letters."""
        return next((row for row in self.rows if row.cusip == cusip.upper()), None)

    def newest(self, years: int) -> Security | None:
        """The newest note or bond of an original term.

        The list has no dates of issue. Notes of 2, 5 and 7 years end on a month's last day, all
        others on the 15th; of several that end together the highest CUSIP was issued last.

        Args:
            years: One of `TERMS`.
        """
        kind = DebtType.NOTE if years <= _LONGEST_NOTE else DebtType.BOND
        ends = [
            row
            for row in self.rows
            if row.type is kind
            and row.maturity <= _years_after(self.as_of, years) + _ISSUE_SLACK
            and (row.maturity.day == _MID_MONTH) is (years not in _MONTH_END_TERMS)
        ]
        newest = max(ends, key=lambda row: (row.maturity, row.cusip), default=None)
        # Where none was sold for long, what is left of a longer term is not it.
        if newest is None or newest.years_left(self.as_of) < years - _LEAST_AGE_YEARS:
            return None
        return newest


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
    return securities_of(SecuritiesFile.model_validate_json(content))


def securities_of(file: SecuritiesFile) -> Securities:
    """The list in US dollars and decimals, by maturity."""
    rows = (
        Security(cusip, kind, maturity, held * _BILLION, None if rate is None else rate * _PERCENT)
        for cusip, kind, maturity, held, rate in file.securities
    )
    return Securities(file.as_of, file.source, tuple(sorted(rows, key=lambda row: row.maturity)))


def _years_after(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)
