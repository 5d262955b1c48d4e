"""Tables of the track record: what the model says of known sales, and what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events.track_record import dated_record
from calc.market.load import load_snapshot
from calc.record.custody import LEAST_FALL_USD, custody_record
from docs.model_page.text import basis_points, day_of, dollars, span, table, three

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.events.track_record import TrackedCase


def numbers() -> dict[str, str]:
    """What the record says: weekly custody, dated sales and the ordinary month."""
    custody, sales = custody_record(), dated_record()
    month = load_snapshot().ordinary_month
    return {
        "month_record": basis_points(month.record),
        "month_recent": basis_points(month.recent),
        "month_first": str(month.first_year),
        "month_last": f"{month.last_month:%B %Y}",
        "custody_first": f"{custody.first:%B %Y}",
        "custody_last": f"{custody.last:%B %Y}",
        "spells": str(len(custody.spells)),
        "rose": str(custody.rose),
        "least_fall": dollars(LEAST_FALL_USD),
        "largest_fall": dollars(max(spell.sold_usd for spell in custody.spells), 3),
        "mean_seen": f"{custody.mean_seen * 1e4:+.1f}",
        "mean_model": f"{custody.mean_model * 1e4:+.1f}",
        "within_model": str(custody.within_model),
        "within_nothing": str(custody.within_nothing),
        "tests": str(len(sales.tested)),
        "hits": str(len(sales.within)),
        "if_exact": f"{sales.within_if_exact:.1f}",
        "if_nothing": f"{sales.within_if_nothing:.1f}",
    }


def episodes(record: Sequence[TrackedCase]) -> str:
    """Every dated sale: what the model says and what was seen."""
    rows = [
        (
            case.label + (" *" if case.is_fitted else " +" if case.overlaps else ""),
            f"{day_of(case.start)} to {day_of(case.end)}",
            f"${case.sold_usd / 1e9:g} billion, {case.standing}",
            three(case.expected),
            f"**{case.observed * 1e4:+.0f}**",
            basis_points(case.ordinary),
            "yes" if case.is_within else "**no**",
        )
        for case in record
        if case.start and case.end and case.ordinary
    ]
    header = ("Sale", "Closes", "Amount", "Model, at worst", "Seen", "Ordinary", "In range")
    return table(header, rows)


def published(record: Sequence[TrackedCase]) -> str:
    """Every publication's finding beside the model in the same setting."""
    rows = [
        (
            case.label + (" *" if case.is_fitted else ""),
            f"[{case.source.publisher}]({case.source.url})",
            f"{case.tenor_years:g}-year",
            three(case.expected),
            span(case.observed_least, case.observed, case.observed_most),
            "yes" if case.is_within else "**no**",
        )
        for case in record
        if not case.is_episode
    ]
    header = ("Setting", "Publication", "Yield", "Model, at worst", "It finds", "In range")
    return table(header, rows)


def cautions(record: Sequence[TrackedCase]) -> str:
    """The source of each amount and what must be known about it."""
    return "\n".join(
        f"- {case.label}: {case.note} [{case.source.publisher}: {case.source.title}]"
        f"({case.source.url})"
        for case in record
        if case.note
    )
