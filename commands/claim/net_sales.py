"""What a holder bought less what it sold over the months that a claim is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from commands.common.parsing.places_in_text import FOREIGN, FOREIGN_OFFICIAL
from commands.common.translator import N_

if TYPE_CHECKING:
    from commands.claim.verdicts import CheckContext

_LINES: Final = {FOREIGN: "total", FOREIGN_OFFICIAL: "official"}
_DECEMBER: Final = 12
LAST_YEAR: Final = "last"
THIS_YEAR: Final = "this"


@dataclass(frozen=True, slots=True)
class NetSales:
    """What was bought and sold over some months.

    Args:
        first: First day of the first month.
        last: First day of the last month.
        bought_usd: Bought less sold, US dollars; negative when more was sold.
        held_usd: What was held at the end of the last month; None where not known.
    """

    first: date
    last: date
    bought_usd: float
    held_usd: float | None

    @property
    def share(self) -> float:
        """Of what was held; zero where that is not known."""
        return abs(self.bought_usd) / self.held_usd if self.held_usd else 0.0


def named_months(period: str, year: int | None, context: CheckContext) -> tuple[date, date] | None:
    """First days of the first and last month that a claim names; None when it names none.

    Args:
        period: A month as ``2025.04``, or ``last`` or ``this`` for a year.
        year: The calendar year that is named.
        context: Tells what year it is.
    """
    now = context.snapshot.curve.as_of
    if "." in period:
        number, month = (int(part) for part in period.split("."))
        day = date(number, month, 1)
        return day, day
    if period == LAST_YEAR:
        year = now.year - 1
    elif period == THIS_YEAR:
        newest = context.snapshot.transactions.months["total"][-1].month
        return (date(now.year, 1, 1), newest) if newest.year == now.year else None
    if year is None:
        return None
    return date(year, 1, 1), date(year, _DECEMBER, 1)


def newest_year(context: CheckContext) -> tuple[date, date]:
    """The newest twelve months of the table."""
    rows = context.snapshot.transactions.months["total"]
    return rows[-_DECEMBER].month, rows[-1].month


def all_months(context: CheckContext) -> tuple[date, date]:
    """Every month of the table with purchases."""
    rows = context.snapshot.transactions.months["total"]
    known = [row.month for row in rows if row.net_purchases_usd is not None]
    return known[0], known[-1]


def net_sales(key: str, months: tuple[date, date], context: CheckContext) -> NetSales | None:
    """What a holder, or a sum of holders, bought and sold; None where a month is missing."""
    transactions, line = context.snapshot.transactions, _LINES.get(key, key)
    bought = transactions.bought_usd(line, *months)
    if bought is None:
        return None
    held = next(
        (row.holding_usd for row in transactions.months[line] if row.month == months[1]), None
    )
    return NetSales(*months, bought, held)


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


def net_text(who: str, net: NetSales, context: CheckContext) -> str:
    """Who sold or bought how much, net."""
    translator = context.translator
    message = {
        True: N_("Net, {who} sold **{amount}** {period}, {share} of what is held."),
        False: N_("Net, {who} bought **{amount}** {period}, {share} of what is held."),
    }
    bare = {
        True: N_("Net, {who} sold **{amount}** {period}."),
        False: N_("Net, {who} bought **{amount}** {period}."),
    }
    return translator.gettext(
        (message if net.held_usd else bare)[net.bought_usd < 0],
        who=who,
        amount=translator.money(abs(net.bought_usd), 3),
        period=period_text((net.first, net.last), context),
        share=translator.percent(net.share),
    )
