"""Numbers of a question that the line which answers it leaves out."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Final

from commands.ask.numbers import kind_of, with_unit, years_in
from commands.ask.sales import MONTHS_OF_YEAR, SHARE_NAMES
from commands.common.parsing.quantities_in_text import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from commands.ask.lines import CommandLine
    from commands.ask.question import Question

_TOLD_APART: Final = frozenset({"selloff", "ripple", "rescue", "compare", "yen", "target"})
"""Commands whose numbers are written as they are said: those of a bond may be per $1,000."""

_COUNTED: Final = frozenset({"usd", "pct", "price", "num", "loan", "cash"})
_NO_COUNT: Final = {"num": 1.0, "price": 100.0}
"""One day, one of them; a $100 bond."""


def unread_numbers(question: Question, line: CommandLine | None) -> tuple[str, ...]:
    """What counts something in a question and stands in no option, as it was typed.

    Args:
        question: Taken apart.
        line: What answers it.

    Returns:
        Nothing for a goal that is said as a rise: the line has the level.
    """
    if line is None or line.command not in _TOLD_APART or question.rise is not None:
        return ()
    said = [text for name, text in line.options if name != "country"]
    known = [value for text in said for value in _values(text)]
    return tuple(
        text
        for text, values in _counted(question.text)
        if not any(isclose(value, each, rel_tol=1e-3) for value in values for each in known)
    )


def _values(option: str) -> Iterator[float]:
    """Numbers of an option; of a sum also a twelfth, which was said of each month."""
    for quantity in find_quantities(option):
        yield from (quantity.low, quantity.high, quantity.low / MONTHS_OF_YEAR)
    yield from (float(share) for share, name in SHARE_NAMES.items() if name in option)


def _counted(text: str) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each number that is no year and no maturity: as typed, and its values."""
    blanked = text
    for each in years_in(text):
        blanked = blanked[: each.start] + "§" * (each.end - each.start) + blanked[each.end :]
    for found in find_quantities(blanked):
        quantity = with_unit(found, text)
        kind = kind_of(quantity, text, speaks_of_loan=False)
        if kind in _COUNTED and quantity.low != _NO_COUNT.get(kind):
            yield text[quantity.start : quantity.end].strip(), (quantity.low, quantity.high)
