"""What a sentence claims, as numbers: one small value per claim, small enough for a button."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from commands.common.parsing.quantities_in_text import Sense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.parsing.quantities_in_text import QuantityInText


class ClaimKind(StrEnum):
    """What is claimed; each has one extractor and one checker."""

    HOLDING_SIZE = "holding.size"
    HOLDING_RANK = "holding.rank"
    HOLDING_SHARE = "holding.share"
    HOLDER_TREND = "holder.trend"
    SALE_SIZE = "sale.size"
    SALE_EFFECT = "sale.effect"
    BOND_YIELD = "bond.yield"
    ISSUE_COST = "issue.cost"
    DEBT_TOTAL = "debt.total"
    DEBT_INTEREST = "debt.interest"
    DEBT_DUE = "debt.due"
    INTEREST_SHARE = "interest.share"
    INTEREST_PAID = "interest.paid"
    RATING = "rating"
    DOLLAR_COLLAPSE = "dollar.collapse"
    APRIL_2025 = "april.2025"
    YIELD_LEVEL = "yield.level"
    TRADING_DAY = "trading.day"
    UNIT_SLIP = "unit.slip"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True)
class ClaimedNumber:
    """A claimed number: US dollars, a decimal, or what the claim's kind says.

    Args:
        low: The number.
        high: The same unless a range is claimed.
        sense: Whether it is a bound.
        step: Half a unit of the last digit written.
    """

    low: float
    high: float
    sense: Sense = Sense.ABOUT
    step: float = 0.0

    @classmethod
    def of(cls, quantity: QuantityInText) -> ClaimedNumber:
        """The number of a quantity."""
        return cls(quantity.low, quantity.high, quantity.sense, quantity.step)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim.

    Args:
        kind: What is claimed.
        claimed: The number that is checked, if there is one.
        who: Keys of the holders it is about.
        given: Further numbers that it starts from, by place: price, payback and years of a bond;
            debt and rate; the amount of a sale, None what is not given.
        what: A word that the kind needs: what a share is of, which agency.
        year: The year it is about.
    """

    kind: ClaimKind
    claimed: ClaimedNumber | None = None
    who: tuple[str, ...] = ()
    given: tuple[float | None, ...] = ()
    what: str = ""
    year: int | None = None


_FIELD: Final = re.compile(r"[a-z0-9._-]{1,40}")
_NUMBER: Final = re.compile(r"-?[0-9]{1,16}(?:\.[0-9]{1,16})?(?:e-?[0-9]{1,2})?")
_LARGEST: Final = 1e17


def write_claim(claim: Claim) -> tuple[str, ...]:
    """The fields of a button that carries a claim."""
    span = claim.claimed
    numbers = "-" if span is None else "_".join(map(_write, (span.low, span.high, span.step)))
    return (
        claim.kind.value,
        "-" if span is None else span.sense.value,
        numbers,
        "_".join(each.replace("_", ".") for each in claim.who) or "-",
        "_".join("n" if each is None else _write(each) for each in claim.given) or "-",
        claim.what or "-",
        str(claim.year or "-"),
    )


def read_claim(fields: Sequence[str]) -> Claim:
    """The claim in a button's fields.

    Raises:
        ValueError: It is not one.
    """
    kind, sense, numbers, who, given, what, year = fields
    span = None
    if numbers != "-":
        low, high, step = (_read(each) for each in numbers.split("_"))
        span = ClaimedNumber(low, high, Sense(sense), step)
    if year != "-" and re.fullmatch("(?:19|20)[0-9]{2}", year) is None:
        raise ValueError(year)
    return Claim(
        ClaimKind(kind),
        span,
        () if who == "-" else tuple(each.replace(".", "_") for each in who.split("_")),
        ()
        if given == "-"
        else tuple(None if each == "n" else _read(each) for each in given.split("_")),
        "" if what == "-" else what,
        None if year == "-" else int(year),
    )


def _write(value: float) -> str:
    return f"{value:.8g}".replace("e+", "e")


def _read(text: str) -> float:
    if _NUMBER.fullmatch(text) is None:
        raise ValueError(text)
    value = float(text)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ValueError(text)
    return value
