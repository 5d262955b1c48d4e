"""Numbers of ``/holders`` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from commands.common.text.names import holder_label, holder_name

if TYPE_CHECKING:
    from calc.market import Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.translator import Translator

TOP = 5
"""How many holders are drawn."""


class Dated(NamedTuple):
    """A holding as text; a reported one is quoted by others from the table."""

    sum: str
    short: str
    month: str
    is_reported: bool


class OwnershipFigures:
    """Every number of the answer about everybody; shares are of the debt held by the public."""

    def __init__(self, split: Ownership, translator: Translator) -> None:
        largest = split.ranked[:TOP]
        self.translator: Final = translator
        self.public_date: Final = translator.day(split.public.as_of)
        self.foreign_share: Final = translator.percent(split.foreign_share, 3)
        self.fed_share: Final = translator.percent(split.fed_share, 3)
        self.domestic_share: Final = translator.percent(split.domestic_share, 3)
        # The largest holders, all of one month.
        self.names: Final = tuple(holder_label(each.holder, translator) for each in largest)
        self.largest: Final = tuple(dated(each.held, translator) for each in largest)
        self.largest_month: Final = translator.month(largest[0].held.month)


class PathFigures:
    """Every number that several parts of the answer about one holder show."""

    def __init__(self, path: HolderPath, translator: Translator) -> None:
        self.translator: Final = translator
        # Inside a sentence.
        self.name: Final = holder_name(path.holder, translator)
        self.now: Final = dated(path.holder.latest, translator)
        self.most: Final = dated(path.most, translator)
        self.least: Final = dated(path.least, translator)


def dated(holding: Holding, translator: Translator) -> Dated:
    """A holding as text."""
    return Dated(
        translator.money(holding.usd, 3),
        translator.short_money(holding.usd, 3),
        translator.month(holding.month),
        holding.standing == "reported",
    )
