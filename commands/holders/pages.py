"""The pages behind `/holders`, by the action of the button that leads to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.common.text.small_print import Data
from commands.common.translator import N_
from commands.holders import country_pages, debt_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import MarketSnapshot
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class HolderPage:
    """A short page with its source.

    Args:
        action: Of the button that leads to it.
        label: Of that button.
        holder: Whose answer has the button; None for the answer about everybody.
        text: Its words.
        small_print: Where they come from.
        used: Data whose age is said.
    """

    action: str
    label: str
    holder: str | None
    text: Callable[[MarketSnapshot, Translator], str]
    small_print: Callable[[Translator], str]
    used: tuple[Data, ...] = (Data.HOLDINGS,)


PAGES: Final = {
    page.action: page
    for page in (
        HolderPage(
            "buyers",
            N_("Who bought instead?"),
            None,
            debt_pages.buyers_text,
            debt_pages.buyers_small_print,
            used=(Data.NET_SALES,),
        ),
        HolderPage(
            "gold", N_("Gold instead?"), None, debt_pages.gold_text, debt_pages.gold_small_print
        ),
        HolderPage(
            "stablecoins",
            N_("Stablecoins?"),
            None,
            debt_pages.stablecoins_text,
            debt_pages.stablecoins_small_print,
            used=(),
        ),
        HolderPage(
            "owners",
            N_("Government or private?"),
            "jp",
            country_pages.japan_text,
            country_pages.japan_small_print,
        ),
        HolderPage(
            "sale_2018",
            N_("Its sale of 2018"),
            "ru",
            country_pages.russia_text,
            country_pages.russia_small_print,
            used=(),
        ),
        HolderPage(
            "hedge_funds",
            N_("Hedge funds there?"),
            "ky",
            country_pages.cayman_text,
            country_pages.cayman_small_print,
        ),
    )
}
