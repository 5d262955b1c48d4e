"""Prices, coupons, yields and years of a bond in a question, as the options of ``/bond``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.ask.sales import percent_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.ask.question import Question

_ZERO_COUPON: Final = re.compile(r"\b(?:zero|0|no)[ -]coupon\b")
_COUPON: Final = re.compile(
    r"(?<![\d.$])(\d{1,2}(?:\.\d+)?) ?(?:%|percent)? ?coupon"
    r"|\b(?:coupon(?: of| is)?|pays|paying) (\d{1,2}(?:\.\d+)?)(?![\d.]) ?(?:%|percent|coupon|$)"
)
_PAID_BACK: Final = re.compile(
    r"\b(?:pays?|paying|get|gets|repays|for)(?: back| me)? \$?(\d{3}(?:\.\d+)?)"
    r" (?:back )?(?:in|after|next|at the end of) (?:a|one|1|the)? ?year"
)
_FACE: Final = 100
_LARGE_FACE: Final = 1000
_SAME: Final = 1e-9
_PRICES: Final = (10, 200)
_TEN_YEARS: Final = 10.0


def bond_options(
    question: Question, par_yield: Callable[[float], float] | None
) -> tuple[tuple[str, str], ...]:
    """Options of ``/bond``; none where neither a price nor a yield is said.

    Args:
        question: Taken apart.
        par_yield: Of today, decimal, by years; None where nobody knows it.
    """
    text = question.text
    years: tuple[tuple[str, str], ...] = (
        (("years", str(question.years[0].years)),) if question.years else ()
    )
    paid_back = _PAID_BACK.search(text)
    if paid_back:
        years = (("years", "1"),)
    most = _LARGE_FACE - 1 if _LARGE_FACE in question.numbers else _PRICES[1]
    prices = [
        price
        for price in (*question.prices, *question.numbers)
        if _PRICES[0] <= price <= most and not (paid_back and price == float(paid_back[1]))
    ]
    coupon = _coupon_in(text)
    if paid_back and float(paid_back[1]) > _FACE:
        coupon = float(paid_back[1]) / 100 - 1
    rates = [q.high for q in question.percents if coupon is None or abs(q.high - coupon) > _SAME]
    if coupon is None and prices and rates:
        coupon, rates = rates[0], []
    shown = (("coupon", percent_option(coupon)),) if coupon is not None else ()
    if prices and not rates:
        face = (("face", f"{_LARGE_FACE}"),) if _LARGE_FACE in question.numbers else ()
        return (("price", f"{prices[0]:.6g}"), *face, *shown, *years)
    if rates:
        return (("yield", percent_option(rates[-1])), *shown, *years)
    if question.rise is None or par_yield is None:
        return ()
    rate = par_yield(float(question.years[0].years) if question.years else _TEN_YEARS)
    return (("yield", percent_option(round(rate + question.rise, 4))), *years)


def _coupon_in(text: str) -> float | None:
    """The coupon that is called so, decimal: "4.25 coupon", "pays 3%", "zero coupon"."""
    if _ZERO_COUPON.search(text):
        return 0.0
    found = _COUPON.search(text)
    return None if found is None else float(found[1] or found[2]) / 100
