"""Calendar quarters and the US fiscal year, which begins on 1 October."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_TEXT = re.compile(r"(\d{4})Q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One calendar quarter.

    Args:
        ordinal: Quarters since year 0, so that differences count quarters.
    """

    ordinal: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read ``2026Q3``.

        Raises:
            ValueError: The text is not a year and a quarter.
        """
        match = _TEXT.fullmatch(text)
        if match is None:
            msg = f"not a quarter: {text!r}"
            raise ValueError(msg)
        return cls(int(match[1]) * 4 + int(match[2]) - 1)

    @classmethod
    def containing(cls, day: date) -> Quarter:
        """The quarter a day falls into."""
        return cls(day.year * 4 + (day.month - 1) // 3)

    @classmethod
    def first_of_fiscal_year(cls, year: int) -> Quarter:
        """October to December of the year before, where the US fiscal year begins."""
        return cls((year - 1) * 4 + 3)

    @property
    def fiscal_year(self) -> int:
        """The US fiscal year, named after the calendar year it ends in."""
        return (self.ordinal + 1) // 4

    def plus(self, quarters: int) -> Quarter:
        """The quarter so many quarters later."""
        return Quarter(self.ordinal + quarters)

    def __str__(self) -> str:
        year, quarter = divmod(self.ordinal, 4)
        return f"{year}Q{quarter + 1}"
