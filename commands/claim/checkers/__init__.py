"""One checker per kind of claim: a `Frame` and the market in, a `Finding` out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from calc import CalcError
from commands.claim.checkers import (
    bonds,
    changes,
    debt,
    extremes,
    holders,
    interest,
    ranks,
    sales,
    shares,
    status,
    yield_changes,
    yields,
)
from commands.claim.findings import Verdict
from commands.claim.reading.frames import Mood

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from commands.claim.findings import CheckContext, Finding
    from commands.claim.reading.frames import Frame

_CHECKS: Final[Mapping[str, Callable[[Frame, CheckContext], Finding | None]]] = {
    "holding": holders.check_holding,
    "share": shares.check_share,
    "rank": ranks.check_rank,
    "compare": holders.check_comparison,
    "change": changes.check_change,
    "direction": changes.check_direction,
    "factor": changes.check_factor,
    "extreme": extremes.check_extreme,
    "sales": sales.check_sales,
    "debt": debt.check_debt,
    "interest": interest.check_interest,
    "projection": interest.check_interest,
    "interest_share": interest.check_interest_share,
    "deficit_share": interest.check_deficit_share,
    "debt_change": debt.check_debt_change,
    "debt_share": debt.check_debt_share,
    "deficit": interest.check_deficit,
    "average_rate": debt.check_average_rate,
    "due": status.check_due,
    "maturity": status.check_maturity,
    "product": debt.check_product,
    "yield": yields.check_yield,
    "yield_change": yield_changes.check_yield_change,
    "yield_extreme": yield_changes.check_yield_extreme,
    "spread": yield_changes.check_spread,
    "curve": yield_changes.check_curve,
    "bond": bonds.check_bond,
    "coupon": bonds.check_coupon,
    "current_yield": bonds.check_current_yield,
    "growth": bonds.check_growth,
    "duration": bonds.check_duration,
    "prices": bonds.check_prices,
    "downgrade": status.check_downgrade,
    "rated": status.check_rated,
    "trading": status.check_trading,
    "call": status.check_call,
}
# Arithmetic and rules hold whether or not anything happens.
_TIMELESS: Final = frozenset(
    {"bond", "coupon", "current_yield", "growth", "duration", "prices", "product", "call"}
)


def check(frame: Frame, context: CheckContext) -> Finding | None:
    """Hold a claim against what is known; None where nothing is.

    A verdict stays only on what is stated and was read as a whole.
    """
    with suppress(CalcError, ValueError, ArithmeticError, LookupError):
        finding = _CHECKS[frame.kind](frame, context)
        if finding is None:
            return None
        is_guess = any(not when.has_year for when in frame.when)
        if may_judge(frame) and not (is_guess and finding.verdict is Verdict.FAILS):
            return finding
        return finding.without_verdict()
    return None


def may_judge(frame: Frame) -> bool:
    """Whether a verdict may be given on a frame at all."""
    if not frame.is_whole:
        return False
    if frame.mood is Mood.STATED:
        return True
    if frame.mood is Mood.DENIED:
        return frame.kind == "holding" and bool(frame.negation)
    return frame.kind in _TIMELESS and frame.mood in {Mood.IF, Mood.POSSIBLE}


def is_verdict(finding: Finding) -> bool:
    """Whether something is said of the claim."""
    return finding.verdict is not Verdict.NONE
