"""Numbers of the ways out of a sale, as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.sale.figures import figures_of
from commands.common.spans import span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.policy_options import PolicyOption, PolicyOutcome
    from commands.common.sale.figures import Figures
    from commands.common.spans import Span
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class RescueFigures:
    """Every number of an answer about ways out, as text.

    Args:
        sale: Of the sale without any.
        takes_off: What each way takes off the rise, percentage points.
        lent: What the Fed lends.
        buybacks: What the Treasury buys back in a quarter.
        bills: Part of its notes and bonds that it replaces.
    """

    translator: Translator
    sale: Figures
    takes_off: Mapping[PolicyOption, Span]
    lent: str
    buybacks: str
    bills: str


def rescue_figures(rescued: PolicyOutcome, translator: Translator) -> RescueFigures:
    """The numbers of one outcome as text in one language."""
    sold, limit = rescued.outcome.sale.sold_usd, rescued.outcome.reactions.repo_limit_usd
    return RescueFigures(
        translator,
        figures_of(rescued.outcome, translator),
        {way.option: span(way.takes_off, translator.points, translator) for way in rescued.options},
        lent=translator.exact_money(min(sold, limit)),
        buybacks=translator.exact_money(rescued.parameters.buybacks_usd),
        bills=translator.percent(rescued.parameters.bills_for_notes),
    )
