"""Numbers of what others and the Federal Reserve do, as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.figures import money_span

if TYPE_CHECKING:
    from calc import Outcome
    from calc.impact.reactions import Feedback, Purchases
    from commands.common.figures import Span
    from commands.common.translator import Translator


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


def follower_figures(feedback: Feedback, translator: Translator) -> FollowerFigures:
    """The numbers of the loop."""
    return FollowerFigures(
        sold=money_span(feedback.sold_usd, translator),
        alone=translator.points(feedback.peak_alone.central),
        held=translator.money(feedback.held_usd),
    )


def purchase_figures(purchases: Purchases, translator: Translator) -> PurchaseFigures:
    """The numbers of the purchases."""
    return PurchaseFigures(
        notes=money_span(purchases.ten_year_equivalents_usd, translator),
        start_day=translator.fixed(purchases.start_day, 0),
        undone_day=translator.fixed(purchases.undone_day, 0),
    )


def pledged_text(outcome: Outcome, translator: Translator) -> str:
    """What is borrowed on Treasuries instead of selling them."""
    return translator.exact_money(outcome.sale.pledged_usd)
