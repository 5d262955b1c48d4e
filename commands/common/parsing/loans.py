"""Reading how much somebody borrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.parsing.amount_grammar import UNITS
from commands.common.parsing.currencies import names_other_currency, strip_dollars
from commands.common.parsing.numeric_option import Measure, read_measure
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.quantities import SIGNS, read_quantity, units, written

if TYPE_CHECKING:
    from fractions import Fraction

LEAST_USD: Final = 1_000
"""The smallest loan read."""

MOST_USD: Final = 100_000_000
"""The largest loan read."""

_SCALES: Final = {"k": UNITS["k"], "m": UNITS["m"], "b": UNITS["b"]}
_UNITS: Final = units(
    k="k,thousand,grand",
    m="m,mm,mn,mln,million",
    b="b,bn,billion",
)


def read_loan(text: str, *, argument: str) -> int:
    """Read a loan such as ``400k``, ``$400,000`` or ``1.2 million``.

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        Whole US dollars from `LEAST_USD` to `MOST_USD`.

    Raises:
        InputProblem: With code ``loan.`` and one of ``too_long``, ``characters``,
            ``unreadable``, ``negative``, ``not_dollars``, ``out_of_range`` (facts ``least_usd``
            and ``most_usd``); as a question ``format``.
    """
    return round(read_measure(text, _LOAN, argument=argument))


def _parse(text: str) -> Fraction | Flaw | None:
    unmarked = strip_dollars(text)
    quantity = None if unmarked is None else read_quantity(unmarked.text, _UNITS, SIGNS)
    if quantity is None:
        return Flaw("not_dollars") if names_other_currency(text) else None
    value = quantity.value * _SCALES.get(quantity.unit or "", 1)
    if value < 0:
        return Flaw("negative", (quantity.unsigned,))
    if quantity.unit is None and 0 < value < LEAST_USD:
        return Flaw("format", written((value, "k")), is_question=True)
    return value if LEAST_USD <= value <= MOST_USD else Flaw("out_of_range")


_LOAN: Final = Measure("loan", _parse, {"least_usd": float(LEAST_USD), "most_usd": float(MOST_USD)})
