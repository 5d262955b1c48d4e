"""Numbers of the ways out of a sale, as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.figures import span
from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.policy_options import PolicyOption, PolicyOutcome
    from commands.common.figures import Span
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class RescueFigures:
    """Every number of an answer about ways out, as text.

    Args:
        sale: Of the sale without any.
        takes_off: What each way takes off the rise, percentage points.
        left: The best guess of what remains of the rise with each, percentage points.
        lent: What the Fed lends.
        buybacks: What the Treasury buys back in a quarter.
        buybacks_take_off: If as much again were bought back, percentage points.
        deficit: Of 1 percent of GDP, US dollars a year.
        deficit_effect: What yields are lower for good, percentage points.
        auctions_changed: Rise after which auction sizes were last changed, percentage points.
        bills: Part of its notes and bonds that it replaces.
    """

    translator: Translator
    sale: Figures
    takes_off: Mapping[PolicyOption, Span]
    left: Mapping[PolicyOption, str]
    lent: str
    buybacks: str
    buybacks_take_off: Span
    deficit: str
    deficit_effect: Span
    auctions_changed: str
    bills: str


def rescue_figures(rescued: PolicyOutcome, translator: Translator) -> RescueFigures:
    """The numbers of one outcome as text in one language."""
    peak = rescued.outcome.yields.peak.central
    sold, limit = rescued.outcome.sale.sold_usd, rescued.outcome.reactions.repo_limit_usd
    return RescueFigures(
        translator,
        figures_of(rescued.outcome, translator),
        {way.option: span(way.takes_off, translator.points, translator) for way in rescued.options},
        left={
            way.option: translator.points(max(0.0, peak - way.takes_off.central))
            for way in rescued.options
        },
        lent=translator.exact_money(min(sold, limit)),
        buybacks=translator.exact_money(rescued.parameters.buybacks_usd),
        buybacks_take_off=span(rescued.buybacks_take_off, translator.points, translator),
        deficit=translator.money(rescued.outcome.snapshot.gdp_usd / 100, 3),
        deficit_effect=span(rescued.parameters.deficit_effect, translator.points, translator),
        auctions_changed=translator.points(rescued.auctions_turn.change),
        bills=translator.percent(rescued.parameters.bills_for_notes),
    )
