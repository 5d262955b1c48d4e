"""Bond arithmetic: yields at a price, growth, and what a rise of yields does to a price."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from calc.bonds.coupons import par_bond_price
from calc.one_bond import BondTerms, bought_at
from commands.claim.findings import (
    ARITHMETIC,
    SHARES,
    Finding,
    Stamp,
    Verdict,
    gap,
    judge,
    percent,
    plain_percent,
    rate_of,
)
from commands.common.parsing.quantities_in_text import Sense
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from commands.claim.findings import CheckContext
    from commands.claim.reading.frames import Frame
    from commands.common.parsing.quantities_in_text import QuantityInText

_FACE: Final = 100.0
_USUAL_YEARS: Final = (1.0, 10.0)
_LONGEST: Final = 100.0
_LEAST_STEP: Final = 0.0006


def check_bond(frame: Frame, context: CheckContext) -> Finding | None:
    """That a bond at a price earns so much, counted as ``/bond`` counts it."""
    number, translator = rate_of(frame.number()), context.translator
    price, back = frame.number("price"), frame.number("back")
    # "From 5.24 to 6.24 the price drops": of a bond that was at par.
    coupon = frame.number("c") or rate_of(frame.number("m"))
    if number is None or price is None or not price.low > 0:
        return None
    title = translator.gettext(
        "A bond bought at {price} earns {rate}",
        price=translator.dollars(price.low),
        rate=percent(number, translator),
    )
    years = _years(frame)
    if coupon is not None:
        face = _face(frame, price)
        earned = {
            each: bought_at(BondTerms(coupon.low, each, face), price.low)
            for each in ((years,) if years else _USUAL_YEARS)
        }
        if not years:
            running = coupon.low * face / price.low
            is_below = price.low < face and number.high < running * 0.99
            is_above = price.low > face and number.low > running * 1.01
            text = translator.gettext(
                "Due in one year it earns **{one}** a year, due in ten years {ten}.",
                one=translator.rate(earned[1.0].yield_),
                ten=translator.rate(earned[10.0].yield_),
            )
            # However long it runs, below par it earns more than the coupon over the price.
            verdict = Verdict.FAILS if is_below or is_above else Verdict.NONE
            return Finding(title, verdict, (text,), link="learn yield", used=None)
        actual = earned[years].yield_
        text = translator.gettext(
            "At {price} it earns **{actual}** a year to the end.",
            price=translator.dollars(price.low),
            actual=translator.rate(actual),
        )
    elif back is not None and back.low > 0:
        actual = (back.low / price.low) ** (1 / (years or 1.0)) - 1
        text = translator.gettext(
            "{back} ÷ {price} = {ratio}, so it earns **{actual}** a year.",
            back=translator.dollars(back.low),
            price=translator.dollars(price.low),
            ratio=translator.fixed(back.low / price.low, 4),
            actual=translator.rate(actual),
        )
    else:
        return None
    return _finding(title, number, actual, text, context)


def _face(frame: Frame, price: QuantityInText) -> float:
    """What it pays back: as it is said, else of bonds with such prices."""
    face = frame.number("face")
    return face.low if face else _FACE if price.low <= 2 * _FACE else 10 * _FACE


def check_coupon(frame: Frame, context: CheckContext) -> Finding | None:
    """That a bond with a coupon pays so much a year."""
    translator = context.translator
    cash, face, coupon = (frame.number(slot) for slot in ("cash", "face", "c"))
    if cash is None or face is None or coupon is None:
        return None
    actual = face.low * coupon.low
    values = {
        "face": translator.dollars(face.low),
        "rate": plain_percent(coupon.low, translator),
        "paid": translator.dollars(actual),
        "cash": translator.dollars(cash.low),
    }
    title = translator.gettext("A bond of {face} at {rate} pays {cash} a year", **values)
    text = translator.gettext("{face} × {rate} = **{paid}** a year.", **values)
    verdict = judge(cash, actual, ARITHMETIC)
    off = "" if verdict is Verdict.HOLDS else gap(cash, actual, translator)
    return Finding(title, verdict, (text,), off, "learn coupon", None)


def check_current_yield(frame: Frame, context: CheckContext) -> Finding | None:
    """That a coupon over a price is so much."""
    number, translator = frame.number(), context.translator
    price, cash, face, coupon = (frame.number(slot) for slot in ("price", "cash", "face", "c"))
    if number is None or price is None or not price.low > 0:
        return None
    paid = _paid(cash, face, coupon)
    if paid is None:
        return None
    actual = paid / price.low
    text = translator.gettext(
        "{paid} ÷ {price} = **{actual}**. The yield to the end differs.",
        paid=translator.dollars(paid),
        price=translator.dollars(price.low),
        actual=translator.rate(actual),
    )
    title = translator.gettext(
        "The current yield at {price} is {rate}",
        price=translator.dollars(price.low),
        rate=percent(number, translator),
    )
    return _finding(title, number, actual, text, context)


def _paid(
    cash: QuantityInText | None, face: QuantityInText | None, coupon: QuantityInText | None
) -> float | None:
    """What a bond pays a year; None where that is not said, or said in two ways."""
    by_coupon = face.low * coupon.low if face is not None and coupon is not None else None
    if cash is None or by_coupon is None:
        return by_coupon if cash is None else cash.low
    return cash.low if abs(by_coupon / cash.low - 1) <= ARITHMETIC.holds else None


def check_growth(frame: Frame, context: CheckContext) -> Finding | None:
    """That a sum that grew to another earned so much a year."""
    number, translator = frame.number(), context.translator
    start, end, years = frame.number("start"), frame.number("end"), frame.value("y")
    if number is None or start is None or end is None or not years or not start.low > 0:
        return None
    actual = (end.low / start.low) ** (1 / years) - 1
    text = translator.gettext(
        "{end} ÷ {start} over {years} years is **{actual}** a year, compounded.",
        end=translator.dollars(end.low),
        start=translator.dollars(start.low),
        years=translator.bound(years),
        actual=translator.rate(actual),
    )
    title = translator.gettext(
        "{start} that becomes {end} earns {rate} a year",
        start=translator.dollars(start.low),
        end=translator.dollars(end.low),
        rate=percent(number, translator),
    )
    return _finding(title, number, actual, text, context)


def check_duration(frame: Frame, context: CheckContext) -> Finding | None:
    """That a rise of yields takes so much off a price."""
    move, claimed, years = frame.number(), frame.number("p"), frame.value("t")
    translator, given = context.translator, rate_of(frame.number("r") or frame.number("m"))
    level = rate_of(move) if frame.has("m") else None
    if move is not None and level is not None and given is not None:
        move = replace(level, low=abs(level.low - given.low))
    if move is None or claimed is None or years is None or not 0 < years <= _LONGEST:
        return None
    before = context.snapshot.curve.at(years) if given is None else given.low
    sign = -1 if frame.has("d") else 1
    after = before + sign * move.low
    actual = 1 - par_bond_price(before, after, years) / _FACE
    if frame.has("z"):
        actual = 1 - ((1 + before) / (1 + after)) ** years
    values = {"years": translator.bound(years), "points": translator.points(move.low)}
    if frame.has("e"):
        actual = -actual
        text = translator.gettext(
            "A {years}-year bond at {rate} would gain **{gain}**.",
            rate=translator.rate(before),
            gain=translator.percent(actual),
            **values,
        )
        title = translator.gettext(
            "Yields {points} points lower add {gain} to a {years}-year bond",
            gain=percent(claimed, translator),
            **values,
        )
    else:
        text = loss_text(years, before, actual, context)
        title = translator.gettext(
            "Yields {points} points higher take {loss} off a {years}-year bond",
            loss=percent(claimed, translator),
            **values,
        )
    if not actual > 0:
        return None
    finding = _finding(title, claimed, actual, text, context)
    verdict = judge(claimed, actual, SHARES)
    off = gap(claimed, actual, translator) if verdict is not Verdict.HOLDS else ""
    return replace(finding, verdict=verdict, gap=off, used=Data.YIELDS)


def loss_text(years: float, rate: float, loss: float, context: CheckContext) -> str:
    """What a bond at par would lose."""
    return context.translator.gettext(
        "A {years}-year bond at {rate} would lose **{loss}**.",
        years=context.translator.bound(years),
        rate=context.translator.rate(rate),
        loss=context.translator.percent(loss),
    )


def check_prices(frame: Frame, context: CheckContext) -> Finding | None:
    """That prices and yields move so."""
    translator = context.translator
    price_falls, yield_falls = frame.has("d"), frame.has("yd")
    messages = {
        (True, False): translator.gettext("When bond prices fall, yields rise"),
        (False, True): translator.gettext("When bond prices rise, yields fall"),
        (True, True): translator.gettext("When bond prices fall, yields fall"),
        (False, False): translator.gettext("When bond prices rise, yields rise"),
    }
    text = price_rule(context)
    verdict = Verdict.FAILS if price_falls == yield_falls else Verdict.HOLDS
    return Finding(
        messages[price_falls, yield_falls], verdict, (text,), link="learn yield", used=None
    )


def price_rule(context: CheckContext) -> str:
    """Why prices fall when yields rise."""
    return context.translator.gettext(
        "A bond's payments are fixed: who pays less for them earns a higher yield."
    )


def _years(frame: Frame) -> float | None:
    """What is said of its life; one year for a life that no bond has."""
    for token in frame.tokens:
        if token.has("DUR", "TENOR"):
            return token.value if 0 < token.value <= _LONGEST else 1.0
    return None


def _finding(
    title: str, number: QuantityInText, actual: float, text: str, context: CheckContext
) -> Finding:
    verdict = judge(number, actual, ARITHMETIC)
    # "14 percent" is a fair way to say 14.44.
    if number.sense is Sense.ABOUT and abs(number.low - actual) <= max(number.step, _LEAST_STEP):
        verdict = Verdict.HOLDS
    off = "" if verdict is Verdict.HOLDS else gap(number, actual, context.translator)
    stamp = Stamp(number.low, actual, "percent")
    return Finding(title, verdict, (text,), off, "learn yield", None, stamp)
