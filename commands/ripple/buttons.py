"""Component state of ``/ripple``: the sale and the asker's loan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Scenario
from calc.loans import MONTHS_PER_YEAR, Loan
from commands.common.custom_id import StaleButtonError, build_custom_id, read_whole
from commands.common.sale.options import read_scenario, write_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.command import Request

NAME = "ripple"
USUAL_LOAN = Loan(400_000, 30 * MONTHS_PER_YEAR)
"""What the answer is for when nobody names a loan: a round sum over the usual time."""

_LOAN_ENDS = 1_000, 999_999_999
_USUAL = write_scenario(Scenario("", 0))[3:]
MOST_MONTHS = 50 * MONTHS_PER_YEAR


def ripple_id(action: str, scenario: Scenario, loan: Loan = USUAL_LOAN) -> str:
    """The id of a button that does something with a sale and a loan."""
    return build_custom_id(NAME, action, *write_ripple(scenario, loan))


def write_ripple(scenario: Scenario, loan: Loan) -> tuple[str, ...]:
    """The fields that hold a sale and a loan; what else is in a sale follows where it differs."""
    holder, dollars, pace, *rest = write_scenario(scenario)
    further = () if tuple(rest) == _USUAL else tuple(rest)
    return (holder, dollars, pace, str(round(loan.usd)), str(loan.months), *further)


def read_ripple(request: Request, fields: Sequence[str]) -> tuple[Scenario, Loan]:
    """The sale and the loan in fields that `write_ripple` made.

    Raises:
        StaleButtonError: Something in it is not known (any more) or out of bounds.
    """
    try:
        holder, dollars, pace, loan, months, *rest = fields
    except ValueError as error:
        raise StaleButtonError from error
    sale = read_scenario(request, (holder, dollars, pace, *(rest or _USUAL)))
    return sale, Loan(read_whole(loan, *_LOAN_ENDS), read_whole(months, 1, MOST_MONTHS))
