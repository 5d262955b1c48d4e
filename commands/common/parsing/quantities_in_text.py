"""Numbers in running text: dollars, percent, points and bare numbers, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from commands.common.parsing.currencies import DOLLAR_MARK, SCALE_WORDS, SCALES_IN_TEXT
from commands.common.parsing.edit_distance import edits_between
from commands.common.parsing.quantities import BASIS_POINTS, PERCENT, PERCENTAGE_POINTS, one_of

_NUMBER: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?|\.[0-9]+"
_QUANTITY: Final = re.compile(
    rf"(?P<before>{DOLLAR_MARK}|[€£¥])? ?(?<![0-9a-z.,])(?P<low>{_NUMBER})"
    r"(?:[ -]?(?P<low_scale>[a-z]+))?"
    rf"(?: ?(?:-|–|—|to|or) ?(?:{DOLLAR_MARK})? ?(?P<high>{_NUMBER}))?"
    r"[ -]?(?P<scale>[a-z]+)?"
)
_POINTS: Final = one_of(
    f"{PERCENTAGE_POINTS},percent point,percent points,% point,%point,% points,%points"
)
_AFTER: Final = re.compile(
    rf" ?-?(?:(?P<point>{_POINTS})\b|(?P<basis>{one_of(BASIS_POINTS)}|bips)\b"
    rf"|(?P<percent>%|％|(?:{one_of(PERCENT)}|prozent|procent)\b)"
    r"|(?P<cents>cents? (?:of|on|out of|from) (?:every|each|the|a) (?:tax )?dollar)"
    r"|(?P<foreign>yen|jpy|yuan|rmb|renminbi|euros?|eur|pounds?|gbp|won|rupees?|francs?"
    r"|日元|円|元|人民币|欧元|英镑)"
    r"|(?P<dollars>(?:us |u\.s\. |american )?dollars?\b|bucks\b|usd\b|us\$|\$|美元|美金))"
)
_COUNTED: Final = re.compile(
    r" ?(?:people|persons|jobs|workers|users|barrels|tons|tonnes|cars|phones|iphones|shares|views"
    r"|inhabitants|citizens|households|years)\b"
)
MOST_IN_TEXT: Final = 1e18
"""More is not told apart: it is too much of anything."""

_RATE_UNITS: Final = ("point", "basis", "percent", "cents")
_TIMES: Final = {"day", "days", "week", "weeks", "month", "months", "year", "years"}
_LOOKED_BACK: Final = 40
_MORE: Final = re.compile(
    r"(?:over|more than|above|exceed\w*|at least|past|pass(?:es|ed)?|cross(?:es|ed)?"
    r"|upwards? of|north of|surpass\w*|tops?|topped"
    r"|beyond|greater than|higher than|bigger than"
    r"|(?:超过|逾)[^0-9，,。]{0,8})(?: the| a| some)? ?$"
)
_LESS: Final = re.compile(
    r"(?:under|less than|below|fewer than|at most|no more than|lower than|smaller than|不到)"
    r"(?: the| a)? ?$"
)


class Unit(Enum):
    """What a number counts."""

    USD = "usd"
    """US dollars with a scale such as billion."""
    BARE = "bare"
    """A number, or a few dollars: a price."""
    PERCENT = "percent"
    POINTS = "points"
    """Percentage points, of a change."""
    FOREIGN = "foreign"
    """Money that is not dollars."""


class Sense(Enum):
    """How a number is meant."""

    ABOUT = "a"
    MORE = "m"
    LESS = "l"


@dataclass(frozen=True, slots=True)
class QuantityInText:
    """One number of a sentence.

    Args:
        unit: What it counts.
        low: US dollars, or a decimal for percent and points.
        high: The same unless a range was given.
        sense: Whether it is a bound.
        step: Half a unit of the last digit written.
        start: Where it begins.
        end: Where it ends.
    """

    unit: Unit
    low: float
    high: float
    sense: Sense
    step: float
    start: int
    end: int


def find_quantities(text: str) -> tuple[QuantityInText, ...]:
    """All numbers of a text, in order."""
    found: list[QuantityInText] = []
    at = 0
    while match := _QUANTITY.search(text, at):
        quantity = _quantity(text, match)
        found.append(quantity)
        at = max(quantity.end, match.end("low"))
    return tuple(found)


def scale_of(word: str | None) -> float | None:
    """Read ``bn`` or ``billion``, one slip allowed in the long words."""
    if not word:
        return None
    if word in SCALES_IN_TEXT:
        return float(SCALES_IN_TEXT[word])
    near = [value for name, value in SCALE_WORDS.items() if _is_slip(word.removesuffix("s"), name)]
    return float(near[0]) if len(near) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    return len(word) >= 5 and word[0] == name[0] and edits_between(word, name, 1) <= 1


def _quantity(text: str, match: re.Match[str]) -> QuantityInText:
    low_scale, scale = scale_of(match["low_scale"]), scale_of(match["scale"])
    # "90 - 1" and "2 trillion to 120 billion" are no ranges: a range goes up.
    has_range = match["high"] is not None and _value(match["high"])[0] > _value(match["low"])[0]
    # "In 1 day or 300 billion in a year" is no range either.
    has_range = has_range and match["low_scale"] not in _TIMES
    if not has_range:
        # "1 2 trillion" is no range: what follows the first word belongs to something else.
        scale, end = low_scale, match.end("low_scale" if low_scale else "low")
    else:
        end = match.end("scale" if scale else "high")
    after = _AFTER.match(text, end)
    unit, factor = _unit(match["before"], scale, after)
    if unit is Unit.USD and _COUNTED.match(text, end):
        unit = Unit.BARE
    if after is not None and unit is not Unit.BARE:
        end = after.end()
    low, step = _value(match["low"])
    low_factor = factor * ((low_scale or scale or 1.0) if has_range else (scale or 1.0))
    high = _value(match["high"])[0] * factor * (scale or 1.0) if has_range else low * low_factor
    low *= low_factor
    return QuantityInText(
        unit,
        min(low, high, MOST_IN_TEXT),
        min(max(low, high), MOST_IN_TEXT),
        _sense(text[max(match.start() - _LOOKED_BACK, 0) : match.start()]),
        step * factor * (scale or 1.0),
        match.start(),
        end,
    )


def _unit(
    before: str | None, scale: float | None, after: re.Match[str] | None
) -> tuple[Unit, float]:
    kind = after.lastgroup if after is not None else None
    if before in {"€", "£", "¥"} or kind == "foreign":
        return Unit.FOREIGN, 1.0
    if scale is None and kind in _RATE_UNITS:
        if kind == "basis":
            return Unit.POINTS, 1e-4
        return (Unit.POINTS if kind == "point" else Unit.PERCENT), 1e-2
    is_money = before is not None or kind == "dollars"
    # "125 million people": what bears no sign of money is money only on the scale of the story.
    if scale is not None and scale >= (1e6 if is_money else 1e9):
        return Unit.USD, 1.0
    return Unit.BARE, 1.0


def _value(digits: str) -> tuple[float, float]:
    """The number and half a unit of its last digit; ``1,2`` is read as one point two."""
    grouped = re.sub(r",(?=[0-9]{3}(?:[^0-9]|$))", "", digits)
    plain = grouped.replace(",", ".")
    decimals = len(plain.partition(".")[2])
    return min(float(plain), MOST_IN_TEXT), 0.5 * 10.0**-decimals


def _sense(before: str) -> Sense:
    words = before.rstrip()
    if _MORE.search(words):
        return Sense.MORE
    return Sense.LESS if _LESS.search(words) else Sense.ABOUT
