"""Maturity structure of today's debt: the rolled ladder on the curve's day.

Shares are of all debt held by the public, taken as if it came due like the marketable part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calc.interest.roll import QUARTERS_A_YEAR

if TYPE_CHECKING:
    from calc.arrays import FloatArray
    from calc.interest.model import InterestModel
    from calc.interest.roll import DebtPortfolio

MONTHS_A_YEAR = 12


def due_within(model: InterestModel, months: float) -> float:
    """Share of today's debt that comes due within so many months, from 0 to 1."""
    years = months / MONTHS_A_YEAR
    roll = model.roll
    coupons = sum(_due_by(book, model, years) for book in (roll.nominal, roll.tips, roll.frn))
    return _bills_due_by(model, years) + coupons / _debt_usd(model)


def repriced_within(model: InterestModel, years: float, growth: float = 0.0) -> float:
    """Share of the debt that pays the new yield so many years after a parallel shift, 0 to 1.

    Floating-rate notes follow at once, everything else when it comes due.

    Args:
        model: From `interest_model`.
        years: Years after the shift.
        growth: Continuous yearly growth of the debt, all of it borrowed at the new yield; 0 tells
            what happens to today's debt alone.
    """
    roll = model.roll
    coupons = sum(_due_by(book, model, years) for book in (roll.nominal, roll.tips))
    today = roll.frn_share + _bills_due_by(model, years) + coupons / _debt_usd(model)
    return float(1 - (1 - today) * np.exp(-growth * years))


def average_maturity(model: InterestModel) -> float:
    """Mean remaining life of today's debt weighted by face, years."""
    roll = model.roll
    bills = roll.bill_share * model.roll.bill_average_maturity
    face_years = 0.0
    for book in (roll.nominal, roll.tips, roll.frn):
        due = book.due(model.curve_quarter)
        face_years += float(due @ (np.arange(len(due)) + 0.5)) / QUARTERS_A_YEAR
    return bills + face_years / _debt_usd(model)


def _debt_usd(model: InterestModel) -> float:
    return float(model.roll.stock_end[model.curve_quarter])


def _bills_due_by(model: InterestModel, years: float) -> float:
    """Bills come due evenly up to twice their mean remaining life."""
    return model.roll.bill_share * min(1.0, years / (2 * model.roll.bill_average_maturity))


def _due_by(book: DebtPortfolio, model: InterestModel, years: float) -> float:
    """US dollars due by then, spread evenly within each quarter."""
    cumulated: FloatArray = np.concatenate(([0.0], np.cumsum(book.due(model.curve_quarter))))
    quarters = np.arange(len(cumulated))
    return float(np.interp(years * QUARTERS_A_YEAR, quarters, cumulated))
