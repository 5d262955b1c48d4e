"""What a holder bought less what it sold, by the Treasury's table of transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.parsing.places_in_text import FOREIGN, FOREIGN_OFFICIAL

if TYPE_CHECKING:
    from datetime import date

    from commands.claim.findings import CheckContext

_LINES: Final = {
    FOREIGN: "total",
    FOREIGN_OFFICIAL: "official",
    "the European Union": "european_union",
    "the euro area": "euro_area",
}
_DECEMBER: Final = 12


def sold_between(key: str, months: tuple[date, date], context: CheckContext) -> float | None:
    """Bought less sold over some months, US dollars; None where one is missing.

    Args:
        key: Of the holder, or of a sum of holders.
        months: First days of the first and of the last month.
        context: The market.
    """
    return context.snapshot.transactions.bought_usd(_LINES.get(key, key), *months)


def newest_year(context: CheckContext) -> tuple[date, date]:
    """First days of the newest twelve months of the table."""
    rows = context.snapshot.transactions.months["total"]
    return rows[-_DECEMBER].month, rows[-1].month


def period_text(months: tuple[date, date], context: CheckContext) -> str:
    """The months inside a sentence: "in 2025"."""
    first, last = months
    translator = context.translator
    if first == last:
        return translator.gettext("in {month}", month=translator.month(last))
    if (first.month, last.month) == (1, _DECEMBER) and first.year == last.year:
        return translator.gettext("in {year}", year=str(last.year))
    if months == newest_year(context):
        return translator.gettext("in the year to {month}", month=translator.month(last))
    return translator.gettext(
        "from {first} to {last}", first=translator.month(first), last=translator.month(last)
    )
