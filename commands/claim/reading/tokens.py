"""One word, number, place or separator of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.parsing.quantities_in_text import QuantityInText

_OTHER = frozenset({"OTHER"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, place or separator.

    Args:
        classes: That it may have, one of which a template asks for.
        start: Where it begins.
        end: Where it ends.
        quantity: The number.
        who: Keys of the holders that are named; one key for a region, such as ``asia``.
        value: Years of a maturity or life, or place in an order.
        key: Of an agency.
    """

    classes: frozenset[str]
    start: int
    end: int
    quantity: QuantityInText | None = None
    who: tuple[str, ...] = ()
    value: float = 0.0
    key: str = ""

    def has(self, *names: str) -> bool:
        """Whether it may be of one of these classes."""
        return not self.classes.isdisjoint(names)

    @property
    def is_other(self) -> bool:
        """It names another thing than US debt, and can mean nothing else."""
        return self.classes == _OTHER
