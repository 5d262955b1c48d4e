"""Parameters of the interest model, read from ``parameters/interest.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from calc.parameters.parameter import ParameterFile, ParameterSet, ParameterTable
from calc.sourced import PERCENT, load_record

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestParameters(ParameterSet):
    """The interest model's parameters in the units of the arithmetic.

    Args:
        issue_quarter_weight: Part of its first quarter that a new coupon security is outstanding;
            the rest of a quarter is left in the quarter it matures in.
        bill_average_maturity: Mean remaining life of the stock of bills, years.
        marginal_bill_share: Part of extra borrowing that is sold as bills.
        borrowing_quarter_weight: Part of the quarter that money borrowed in it is owed.
        inflation_compensation: Growth of the principal of inflation-protected debt, a year.
        slope_weight: By tenor in years: how much of the gap between the 10-year yield and the
            3-month yield the tenor's yield stands above the 3-month yield.
        tips_mix: By tenor in years: its part of the sales of inflation-protected debt.
        tables: The parameters by tenor as published, for showing.
    """

    issue_quarter_weight: float
    bill_average_maturity: float
    marginal_bill_share: float
    borrowing_quarter_weight: float
    inflation_compensation: float
    slope_weight: Mapping[float, float]
    tips_mix: Mapping[float, float]
    tables: Mapping[str, ParameterTable]


@cache
def load_interest_parameters() -> InterestParameters:
    """The interest parameters that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A parameter lacks its unit, range or reference.
        KeyError: A parameter is missing.
    """
    file = load_record(ParameterFile, "interest", "parameters")
    return InterestParameters(
        issue_quarter_weight=file.central("issue_quarter_weight"),
        bill_average_maturity=file.central("bill_average_maturity"),
        marginal_bill_share=file.central("marginal_bill_share"),
        borrowing_quarter_weight=file.central("borrowing_quarter_weight"),
        inflation_compensation=file.central("inflation_compensation", PERCENT),
        slope_weight=dict(file.table("slope_weight").points),
        tips_mix=dict(file.table("tips_mix").points),
        tables={table.key: table for table in file.tables},
        **file.shown(),
    )
