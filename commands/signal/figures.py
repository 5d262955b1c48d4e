"""Numbers of a reading, kinds of sell-offs and signs as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.market_signals import PLUNGE, SelloffKind, Sign
from commands.common.figures import exact_rate, signed
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.market_signals import SignalReading
    from commands.common.translator import Translator

_BASIS_POINT = 1e-4
MOST_KINDS = 2
"""More kinds than this are no answer."""
KINDS = {
    SelloffKind.FOREIGN_SELLING: N_("foreign money leaving the US"),
    SelloffKind.LEVERAGE: N_("investors unwinding bets made with borrowed money"),
    SelloffKind.INFLATION_FED: N_("fear of inflation or of a stricter central bank"),
    SelloffKind.FISCAL: N_("worry about how much the US borrows"),
    SelloffKind.DASH_FOR_CASH: N_("a dash for cash"),
    SelloffKind.GOOD_NEWS: N_("good news about growth"),
    SelloffKind.GROWTH_SCARE: N_("a growth scare"),
    SelloffKind.RELIEF: N_("relief after a scare"),
}
SIGNS = {
    Sign.LEVEL: (N_("long yields up"), N_("long yields down")),
    Sign.FRONT: (N_("2-year at least as far as 10-year"), N_("2-year far behind 10-year")),
    Sign.LONG: (N_("30-year further than 10-year"), N_("30-year behind 10-year")),
    Sign.SPREAD: (N_("swap spread up"), N_("swap spread down")),
    Sign.DOLLAR: (N_("dollar up"), N_("dollar down")),
    Sign.SHARES: (N_("shares up"), N_("shares down")),
    Sign.PLUNGE: (N_("shares down {plunge} or more"), ""),
}


class SignalFigures:
    """Every number that an answer about a move shows, as text; empty for what was not said."""

    def __init__(self, reading: SignalReading, translator: Translator) -> None:
        moves = reading.moves
        now, before = (moves.spread.now, moves.spread.before) if moves.spread else (None, None)
        self.translator: Final = translator
        self.two: Final = points_text(moves.two, translator)
        self.ten: Final = points_text(moves.ten, translator)
        self.thirty: Final = points_text(moves.thirty, translator)
        self.spread: Final = _spread(now, translator)
        self.spread_before: Final = _spread(before, translator)
        self.dollar: Final = _percent(moves.dollar, translator)
        self.shares: Final = _percent(moves.shares, translator)
        self.real: Final = points_text(moves.real, translator)
        self.inflation: Final = points_text(moves.expected_inflation, translator)


def points_text(change: float | None, translator: Translator) -> str:
    """A change of a yield with its sign, to the 0.01 points that closes have."""
    if change is None:
        return ""
    return signed(change, lambda size: translator.fixed(size * 100, 2), translator)


def _spread(level: float | None, translator: Translator) -> str:
    if level is None:
        return ""
    return signed(level, lambda size: translator.bound(round(size / _BASIS_POINT, 2)), translator)


def _percent(change: float | None, translator: Translator) -> str:
    if change is None:
        return ""
    return signed(change, lambda size: exact_rate(size, translator), translator)


def sign_name(sign: Sign, translator: Translator, *, is_down: bool) -> str:
    """A sign as it is said; empty where it has no such side."""
    message = SIGNS[sign][is_down]
    return translator.gettext(message, plunge=exact_rate(-PLUNGE, translator)) if message else ""


def headline(reading: SignalReading, translator: Translator) -> str:
    """What the move looks like, as a headline."""
    gettext = translator.gettext
    names = [gettext(KINDS[kind]) for kind in reading.kinds]
    if len(names) == 1:
        return gettext("Looks like {kind}", kind=names[0])
    if len(names) == MOST_KINDS:
        return translator.sentence("{kind} or {other}?", kind=names[0], other=names[1])
    return gettext("This alone does not tell")


def headline_sentence(reading: SignalReading, translator: Translator) -> str:
    """The same as a sentence among others."""
    if len(reading.kinds) == 1:
        return translator.gettext(
            "Looks like {kind}.", kind=translator.gettext(KINDS[reading.kinds[0]])
        )
    if len(reading.kinds) == MOST_KINDS:
        return headline(reading, translator)
    return translator.gettext("This alone does not tell.")
