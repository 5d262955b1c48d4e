"""The numbers of what others and the Federal Reserve do, as text: made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.spans import span

if TYPE_CHECKING:
    from calc import Outcome, Range
    from calc.impact.fed_response import Purchases
    from calc.impact.feedback import Followers
    from commands.common.spans import Span
    from commands.common.translator import Tongue


@dataclass(frozen=True, slots=True)
class FollowerFigures:
    """What others sell.

    Args:
        sold: Face.
        alone: Rise of the 10-year yield without them, percentage points.
        held: What they hold.
    """

    sold: Span
    alone: str
    held: str


@dataclass(frozen=True, slots=True)
class PurchaseFigures:
    """What the Federal Reserve buys.

    Args:
        notes: In ten-year notes.
        start_day: Trading day of its first purchase.
        undone_day: Trading day when the rise is undone.
    """

    notes: Span
    start_day: str
    undone_day: str


def follower_figures(followers: Followers, tongue: Tongue) -> FollowerFigures:
    """The numbers of the loop."""
    return FollowerFigures(
        sold=_money(followers.sold_usd, tongue),
        alone=tongue.points(followers.peak_alone.central),
        held=tongue.money(followers.held_usd),
    )


def purchase_figures(purchases: Purchases, tongue: Tongue) -> PurchaseFigures:
    """The numbers of the purchases."""
    return PurchaseFigures(
        notes=_money(purchases.ten_year_equivalents_usd, tongue),
        start_day=tongue.fixed(purchases.start_day, 0),
        undone_day=tongue.fixed(purchases.undone_day, 0),
    )


def pledged_text(outcome: Outcome, tongue: Tongue) -> str:
    """What is borrowed on Treasuries instead of selling them."""
    return tongue.given_money(outcome.sale.pledged_usd)


def _money(values: Range, tongue: Tongue) -> Span:
    return span(values, tongue.money, tongue, show_range=tongue.money_range)
