"""Text of "Why?": how a sale reaches the yield, the price and the interest bill."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures


def why_text(outcome: Outcome, figures: Figures) -> str:
    """The mechanism of one sale in five sentences, its numbers on the seesaw."""
    gettext = figures.translator.gettext
    return "\n".join(
        (
            gettext("### Why would the yield rise?"),
            gettext(
                "**The seller is paid by a buyer**, not by the US, which pays nobody back early."
            ),
            gettext(
                "**Price down:** to find buyers for {amount}, a {face} bond goes for {price}.",
                amount=figures.amount,
                face=figures.face,
                price=figures.price.about,
            ),
            _seesaw(figures),
            gettext(
                "**Slowly dearer:** old US debt keeps its rate; only new debt pays the new one."
            ),
            _beside_the_market(outcome, figures),
        )
    )


def _seesaw(figures: Figures) -> str:
    gettext = figures.translator.gettext
    if figures.yield_after.central == figures.yield_before:
        return gettext(
            "**Yield up:** on the **seesaw**, the bond pays the same and so earns a little more."
        )
    return gettext(
        "**Yield up:** on the **seesaw**, the bond pays the same and so earns {after} a year, not"
        " {before}.",
        after=figures.yield_after.central,
        before=figures.yield_before,
    )


def _beside_the_market(outcome: Outcome, figures: Figures) -> str:
    translator, comparison = figures.translator, outcome.comparison
    size = {
        "share": figures.share_of_market,
        "market": translator.money(outcome.snapshot.marketable_usd, 3),
    }
    if comparison.times_ordinary_month <= 1:
        return translator.gettext(
            "**A large market:** this is {share} of its {market}, so the price need not fall far.",
            **size,
        )
    return translator.gettext(
        "**A large market:** this is {share} of its {market}, yet too much to go unseen.", **size
    )
