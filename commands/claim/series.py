"""What is known by month or day: who held, bought and sold how much, and what yields were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from calc.market import Standing
from calc.record.past_figures import DailyYields, load_daily_yields
from commands.claim.regions import DOMESTIC, REGION_NAMES, region_members
from commands.common.parsing.places_in_text import FED, FOREIGN, FOREIGN_OFFICIAL
from commands.common.text.names import holder_name
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.market import Fact
    from commands.claim.findings import CheckContext

LINES: Final = {
    "Europe": "europe",
    "the European Union": "european_union",
    "the euro area": "euro_area",
    "Asia": "asia",
    "Africa": "africa",
    "Latin America": "latin_america",
}
"""Regions with an official line, and its key."""
_SUMS: Final = {FOREIGN: "total", FOREIGN_OFFICIAL: "official"}
_DECEMBER: Final = 12
_SAME_MONTH: Final = 31


@dataclass(frozen=True, slots=True)
class DatedHolding:
    """What was held at the end of a month, US dollars."""

    month: date
    usd: float
    is_official: bool = True


def fact(key: str, context: CheckContext) -> Fact:
    """A figure of the snapshot."""
    return context.snapshot.facts[key]


def series(who: Sequence[str], context: CheckContext) -> tuple[DatedHolding, ...]:
    """Month by month, oldest first; of several holders in the months that all have.

    Empty when one of them has no figure of its own.
    """
    lines = [_line(key, context) for key in who]
    if not lines or not all(lines):
        return ()
    if len(lines) == 1:
        return lines[0]
    by_month = [{held.month: held for held in line} for line in lines]
    common = sorted(set.intersection(*(set(months) for months in by_month)))
    return tuple(
        DatedHolding(
            month,
            sum(months[month].usd for months in by_month),
            all(months[month].is_official for months in by_month),
        )
        for month in common
    )


def _line(key: str, context: CheckContext) -> tuple[DatedHolding, ...]:
    snapshot = context.snapshot
    if key == FED:
        held = fact("fed_holdings", context)
        return (DatedHolding(held.as_of, held.value),)
    if key in LINES:
        rows = snapshot.transactions.months.get(LINES[key], ())
        return tuple(
            DatedHolding(_end(row.month), row.holding_usd) for row in rows if row.holding_usd
        )
    if members := region_members(key):
        known = [member for member in members if member in snapshot.holders]
        return series(known, context) if known else ()
    holder = snapshot.totals.get(key) if key in {FOREIGN, FOREIGN_OFFICIAL} else None
    holder = holder or snapshot.holders.get(key)
    if holder is None:
        return ()
    return tuple(
        DatedHolding(row.month, row.usd, row.standing is Standing.OFFICIAL)
        for row in holder.history
    )


def name(key: str, context: CheckContext) -> str:
    """Who it is, inside a sentence."""
    translator = context.translator
    sums = {
        FED: N_("the Federal Reserve"),
        FOREIGN: N_("all foreign holders"),
        FOREIGN_OFFICIAL: N_("all foreign officials"),
        DOMESTIC: N_("holders in the US"),
    }
    if message := (sums | REGION_NAMES).get(key):
        return translator.gettext(message)
    known = context.snapshot.holders.get(key)
    return translator.country(key, key.upper()) if known is None else holder_name(known, translator)


def names(keys: Sequence[str], context: CheckContext) -> str:
    """All of them: "Japan and China"."""
    translator = context.translator
    said = [name(key, context) for key in keys]
    if not said:
        return ""
    *first, last = said
    text = ""
    for each in first:
        text = translator.gettext("{first}, {last}", first=text, last=each) if text else each
    return translator.gettext("{first} and {last}", first=text, last=last) if text else last


def within(held: Sequence[DatedHolding], first: date, last: date) -> tuple[DatedHolding, ...]:
    """The months from one day to another; the month of a day that has not ended counts."""
    return tuple(row for row in held if first <= row.month <= _end(last))


def at(held: Sequence[DatedHolding], day: date) -> DatedHolding | None:
    """The month that a day is in, or the last before it that is not far back."""
    before = [row for row in held if row.month <= _end(day)]
    return before[-1] if before and (day - before[-1].month).days <= _SAME_MONTH else None


def before(held: Sequence[DatedHolding], day: date) -> DatedHolding | None:
    """The last month that had ended before a day."""
    rows = [row for row in held if row.month < day.replace(day=1)]
    return rows[-1] if rows else None


def _end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def sold_between(key: str, months: tuple[date, date], context: CheckContext) -> float | None:
    """Bought less sold over some months, US dollars; None where one is missing.

    Args:
        key: Of the holder, or of a sum of holders.
        months: First days of the first and of the last month.
        context: The market.
    """
    return context.snapshot.transactions.bought_usd(_SUMS.get(key) or LINES.get(key, key), *months)


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


def at_maturity(years: float, context: CheckContext) -> str:
    """The yield of a maturity now."""
    return context.translator.gettext(
        "The {years} US yield: **{rate}** ({day}).",
        years=years_text(years, context),
        rate=context.translator.rate(context.snapshot.curve.at(years)),
        day=context.translator.day(context.now),
    )


def record_of(years: float) -> DailyYields | None:
    """Daily closes of a maturity; None where there is no record."""
    return load_daily_yields().get(round(years)) if years in load_daily_yields() else None


def years_text(years: float, context: CheckContext) -> str:
    """A maturity: "10-year"."""
    if years < 1:
        return context.translator.gettext(
            "{count}-month", count=context.translator.fixed(years * 12, 0)
        )
    return context.translator.gettext("{count}-year", count=context.translator.bound(years))
