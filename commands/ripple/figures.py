"""Numbers of the ripples as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.loans import MONTHS_PER_YEAR
from commands.common.figures import given_years, in_most_studies, money_span, rounded_money, span
from commands.common.locale.formats import round_significant

if TYPE_CHECKING:
    from calc.spillovers import Spillovers
    from commands.common.translator import Translator

_LEAST_EXTRA_USD = 1.0
_LEAST_SHARE = 1e-4
_FINE_SHARE = 1e-3


class RippleFigures:
    """Every number that several parts of an answer about ripples show, as text."""

    def __init__(self, ripple: Spillovers, translator: Translator) -> None:
        outcome, loan = ripple.outcome, ripple.mortgage

        def percent(share: float) -> str:
            return percent_text(share, translator)

        self.translator: Final = translator
        self.amount: Final = rounded_money(outcome.sale.sold_usd, translator)
        # What the seller keeps.
        self.rest: Final = translator.money(ripple.rest.rest_usd, 3)
        self.principal: Final = translator.dollars(loan.loan.usd, 0)
        self.years: Final = given_years(loan.loan.months / MONTHS_PER_YEAR, translator)
        # Rises of rates in percentage points.
        self.mortgage: Final = span(loan.rise, translator.points, translator)
        self.company: Final = span(ripple.company_rise, translator.points, translator)
        # A month.
        self.extra: Final = span(
            loan.extra_usd,
            lambda usd: dollars_text(usd, translator),
            translator,
            label=in_most_studies,
        )
        # The rise of the dollar and the fall of shares.
        self.dollar: Final = span(ripple.dollar, percent, translator)
        self.shares: Final = span(ripple.shares.times(-1), percent, translator)
        self.emerging: Final = money_span(ripple.emerging_debt_usd, translator)
        self.everybody: Final = money_span(ripple.everybody.usd, translator)
        self.everybody_share: Final = percent(ripple.everybody.share.central)


def dollars_text(usd: float, translator: Translator) -> str:
    """What a month costs more: two figures, and no cents, which nobody would notice."""
    if usd < _LEAST_EXTRA_USD:
        return translator.less_than(translator.dollars(1, 0))
    return translator.dollars(round_significant(round(usd)), 0)


def percent_text(share: float, translator: Translator) -> str:
    """A change in percent, never finer than 0.01."""
    if _LEAST_SHARE <= share < _FINE_SHARE:
        return translator.rate(share)
    return translator.percent(share)
