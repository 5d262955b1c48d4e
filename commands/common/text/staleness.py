"""How old the data are that an answer used, said only when they are older than they should be."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calc import MarketSnapshot
    from commands.common.translator import Translator


class Data(StrEnum):
    """Data of the market that an answer may use."""

    YIELDS = "yields"
    HOLDINGS = "holdings"
    DEBT = "debt"


# Yields and the debt are published each working day; holdings by month, some seven weeks later.
_FRESH_DAYS = {Data.YIELDS: 10, Data.HOLDINGS: 80, Data.DEBT: 10}
_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_SENTENCES = {
    Data.YIELDS: (
        N_("Yields {count} days old."),
        N_("Yields {count} weeks old."),
        N_("Yields {count} months old."),
        N_("Yields {count} years old."),
    ),
    Data.HOLDINGS: (
        N_("Holdings {count} days old."),
        N_("Holdings {count} weeks old."),
        N_("Holdings {count} months old."),
        N_("Holdings {count} years old."),
    ),
    Data.DEBT: (
        N_("Debt figure {count} days old."),
        N_("Debt figure {count} weeks old."),
        N_("Debt figure {count} months old."),
        N_("Debt figure {count} years old."),
    ),
}


def ages_text(
    used: Iterable[Data], snapshot: MarketSnapshot, translator: Translator, today: date | None
) -> str:
    """A sentence for each kind of data that was used and is old.

    Args:
        used: By the answer.
        snapshot: The data.
        translator: The asker's language.
        today: The asker's day; None where nobody asks today.
    """
    ages = (age_text(each, day_of(each, snapshot), translator, today) for each in used)
    return " ".join(age for age in ages if age)


def day_of(data: Data, snapshot: MarketSnapshot) -> date:
    """The day that the newest figure describes."""
    match data:
        case Data.YIELDS:
            return snapshot.curve.as_of
        case Data.HOLDINGS:
            return max(holder.latest.month for holder in snapshot.holders.values())
        case Data.DEBT:
            return snapshot.facts["total_public_debt"].as_of


def age_text(data: Data, day: date, translator: Translator, today: date | None) -> str:
    """A sentence when data of that day are old, else nothing."""
    if today is None or (days := (today - day).days) <= _FRESH_DAYS[data]:
        return ""
    in_days, in_weeks, in_months, in_years = _SENTENCES[data]
    if days < 2 * _WEEK:
        return translator.gettext(in_days, count=days)
    if days < 2 * _MONTH:
        return translator.gettext(in_weeks, count=int(days / _WEEK))
    if days < 2 * _YEAR:
        return translator.gettext(in_months, count=int(days / _MONTH))
    return translator.gettext(in_years, count=int(days / _YEAR))
