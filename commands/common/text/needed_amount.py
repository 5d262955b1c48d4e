"""How much would have to be sold, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.market import MarketSnapshot
    from calc.reverse import AmountNeeded
    from commands.common.translator import Translator


def needed_amount_text(
    needed: AmountNeeded, snapshot: MarketSnapshot, translator: Translator
) -> str:
    """The amount with its range; what is more than the market says so."""
    market = translator.money(snapshot.marketable_usd)
    if needed.high is None:
        return translator.gettext(
            "No sale would do it: not even all {market} of US Treasuries on the market.",
            market=market,
        )
    least = translator.money(needed.high)
    if needed.central is None:
        return translator.gettext(
            "**More than exists**: all {market} of US Treasuries would not do it by our best guess."
            " By the studies with the largest effect, {least} would.",
            market=market,
            least=least,
        )
    central = translator.money(needed.central)
    if needed.low is None:
        return translator.gettext(
            "About **{central}** (most studies: {least} to more than exists).",
            central=central,
            least=least,
        )
    return translator.gettext(
        "About **{central}** (most studies: {range}).",
        central=central,
        range=translator.money_range(needed.high, needed.low),
    )
