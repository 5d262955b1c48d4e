"""The dials of the interest model, read from ``parameters/interest.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from calc.parameters.parameter import Parameter, ParameterFile, ParameterTable, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class InterestParameters:
    """The dials of the interest model in the units of the arithmetic.

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
        dials: The single dials as published, for showing.
        tables: The dials by tenor as published, for showing.
        references: By key.
    """

    issue_quarter_weight: float
    bill_average_maturity: float
    marginal_bill_share: float
    borrowing_quarter_weight: float
    inflation_compensation: float
    slope_weight: Mapping[float, float]
    tips_mix: Mapping[float, float]
    published: Mapping[str, Parameter]
    tables: Mapping[str, ParameterTable]
    references: Mapping[str, Reference]


@cache
def load_interest_parameters() -> InterestParameters:
    """The dials that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A dial lacks its unit, range or reference.
        KeyError: A dial is missing.
    """
    path = resources.files("calc") / "parameters" / "interest.json"
    file = ParameterFile.model_validate_json(path.read_bytes())
    published = {parameter.key: parameter for parameter in file.parameters}
    tables = {table.key: table for table in file.tables}
    percent = 1e-2
    return InterestParameters(
        issue_quarter_weight=published["issue_quarter_weight"].central,
        bill_average_maturity=published["bill_average_maturity"].central,
        marginal_bill_share=published["marginal_bill_share"].central,
        borrowing_quarter_weight=published["borrowing_quarter_weight"].central,
        inflation_compensation=published["inflation_compensation"].central * percent,
        slope_weight=dict(tables["slope_weight"].points),
        tips_mix=dict(tables["tips_mix"].points),
        published=published,
        tables=tables,
        references={reference.key: reference for reference in file.references},
    )
