"""How the page writes numbers, days, citations and tables."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calc import Range
    from calc.parameters import Reference

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def basis_points(change: float) -> str:
    """A change of a yield (decimal) in basis points, one decimal below ten."""
    value = change * 1e4
    return f"{value:.0f}" if abs(value) >= 9.95 else f"{value:.1f}"


def dollars(usd: float, figures: int = 2) -> str:
    """US dollars in words to so many significant figures."""
    size = float(f"{usd:.{figures - 1}e}")
    scale, name = next(pair for pair in _SCALES if size >= pair[0])
    decimals = max(0, figures - 1 - math.floor(math.log10(size / scale)))
    return f"${size / scale:,.{decimals}f} {name}"


def three(rises: Range) -> str:
    """Low, central and high setting in basis points."""
    return (
        f"{basis_points(rises.low)} / **{basis_points(rises.central)}** /"
        f" {basis_points(rises.high)}"
    )


def span(*changes: float) -> str:
    """Least, middle and most as text, the ends only where they read differently."""
    least, middle, most = (basis_points(change) for change in changes)
    return middle if least == most else f"{middle} ({least} to {most})"


def day_of(day: date) -> str:
    """``9 Oct 2026``."""
    return f"{day.day} {day:%b %Y}"


def link(reference: Reference) -> str:
    """A citation: the first authors and the year, linked."""
    authors = reference.authors.split(", ")
    short = f"{authors[0]} et al." if len(authors) > 2 else " and ".join(authors)
    return f"[{short} {reference.year}]({reference.url})"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
