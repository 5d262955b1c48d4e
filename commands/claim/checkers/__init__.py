"""One checker per kind of claim: a `Claim` and the market in, a `Finding` out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.claim.checkers.bonds import check_bond_yield, check_direction
from commands.claim.checkers.debt import (
    check_debt_due,
    check_debt_interest,
    check_debt_total,
    check_issue_cost,
)
from commands.claim.checkers.holdings import check_rank, check_share, check_size
from commands.claim.checkers.interest import check_interest_paid, check_interest_share
from commands.claim.checkers.market import check_trading_day, check_unit_slip, check_yield_level
from commands.claim.checkers.sales import check_sale_effect, check_sale_size
from commands.claim.checkers.status import check_april_2025, check_dollar, check_rating
from commands.claim.checkers.trends import check_trend
from commands.claim.claims import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from commands.claim.claims import Claim
    from commands.claim.verdicts import CheckContext, Finding

_CHECKS: Final[Mapping[ClaimKind, Callable[[Claim, CheckContext], Finding]]] = {
    ClaimKind.HOLDING_SIZE: check_size,
    ClaimKind.HOLDING_RANK: check_rank,
    ClaimKind.HOLDING_SHARE: check_share,
    ClaimKind.HOLDER_TREND: check_trend,
    ClaimKind.SALE_SIZE: check_sale_size,
    ClaimKind.SALE_EFFECT: check_sale_effect,
    ClaimKind.BOND_YIELD: check_bond_yield,
    ClaimKind.ISSUE_COST: check_issue_cost,
    ClaimKind.DEBT_TOTAL: check_debt_total,
    ClaimKind.DEBT_INTEREST: check_debt_interest,
    ClaimKind.DEBT_DUE: check_debt_due,
    ClaimKind.INTEREST_SHARE: check_interest_share,
    ClaimKind.INTEREST_PAID: check_interest_paid,
    ClaimKind.RATING: check_rating,
    ClaimKind.DOLLAR_COLLAPSE: check_dollar,
    ClaimKind.APRIL_2025: check_april_2025,
    ClaimKind.YIELD_LEVEL: check_yield_level,
    ClaimKind.TRADING_DAY: check_trading_day,
    ClaimKind.UNIT_SLIP: check_unit_slip,
    ClaimKind.DIRECTION: check_direction,
}


def check(claim: Claim, context: CheckContext) -> Finding:
    """Hold a claim against what is known.

    Raises:
        ValueError: The claim lacks what its kind needs, or calc refuses its numbers.
    """
    return _CHECKS[claim.kind](claim, context)
