"""The debt: how much, what it costs, how soon it comes due, and what a rate on it comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from calc.market import Standing
from calc.market.quarters import Quarter
from calc.published_facts import load_published_facts
from commands.claim.findings import (
    ARITHMETIC,
    SHARES,
    SIZES,
    Finding,
    Stamp,
    Verdict,
    gap,
    judge,
    money,
    nearest,
    official,
    percent,
    plain_percent,
)
from commands.claim.reading.dates import Role
from commands.claim.series import fact
from commands.common.parsing.quantities_in_text import Sense
from commands.common.text.staleness import Data

if TYPE_CHECKING:
    from calc.market import BudgetYear
    from commands.claim.findings import CheckContext, Tolerance
    from commands.claim.reading.frames import Frame
    from commands.common.parsing.quantities_in_text import QuantityInText

_RECENT: Final = timedelta(days=200)
_YEAR_TOLERANCE: Final = 0.2


def _found(
    title: str,
    number: QuantityInText,
    known: list[tuple[float, str]],
    context: CheckContext,
    *,
    tolerance: Tolerance = SIZES,
    link: str = "interest",
    unit: str = "usd",
    may_judge: bool = True,
    more: tuple[str, ...] = (),
) -> Finding:
    """A claim beside the known number that is nearest to it.

    Args:
        title: The claim.
        number: The claimed number.
        known: Numbers that it may be about, each with its sentence.
        context: The market.
        tolerance: How far off it may be.
        link: Command that knows more.
        unit: Of the picture.
        may_judge: Its time is one that the numbers are of.
        more: Sentences for what room is left.
    """
    order = [judge(number, each[0], tolerance) for each in known]
    rank = [Verdict.HOLDS, Verdict.ROUGHLY, Verdict.FAILS]
    best = min(
        range(len(known)),
        key=lambda at: (rank.index(order[at]), abs(nearest(number, known[at][0]) - known[at][0])),
    )
    actual, text = known[best]
    verdict = order[best] if may_judge else Verdict.NONE
    off = (
        gap(number, actual, context.translator)
        if verdict in {Verdict.ROUGHLY, Verdict.FAILS}
        else ""
    )
    others = tuple(each[1] for at, each in enumerate(known) if at != best)
    stamp = Stamp(nearest(number, actual), actual, unit)
    return Finding(title, verdict, (text, *others, *more), off, link, Data.DEBT, stamp)


def check_debt(frame: Frame, context: CheckContext) -> Finding | None:
    """That the United States owe so much."""
    number, translator = frame.number(), context.translator
    if number is None:
        return None
    is_public = frame.has("p")
    key = "debt_held_by_public" if is_public else "total_public_debt"
    known = []
    for each in (key,) if is_public else (key, "total_public_debt_reported"):
        value = fact(each, context)
        message = (
            translator.gettext(
                "Press reports of {day}: {amount}.",
                day=translator.month(value.as_of),
                amount=official(value.value, translator),
            )
            if value.standing is Standing.REPORTED
            else translator.gettext(
                "The official figure: **{amount}** ({day}).",
                day=translator.day(value.as_of),
                amount=official(value.value, translator),
            )
        )
        known.append((value.value, message))
    title = (
        translator.gettext(
            "The US debt held by the public is {amount}", amount=money(number, translator)
        )
        if is_public
        else translator.gettext("The US debt is {amount}", amount=money(number, translator))
    )
    if frame.has("x"):
        number = _passed(number)
    times = frame.when[0] if frame.when else None
    is_now = times is None or (
        times.role is Role.AT and context.now - times.end < _RECENT and len(frame.when) == 1
    )
    may = is_now and "once" not in frame.tense and not (times is None and "past" in frame.tense)
    return _found(title, number, known, context, link="learn debt", may_judge=may)


def _passed(number: QuantityInText) -> QuantityInText:
    return replace(number, sense=Sense.MORE)


def check_interest(frame: Frame, context: CheckContext) -> Finding | None:
    """That interest comes to so many dollars a year, or in a part of one."""
    number, translator = frame.number(), context.translator
    if number is None:
        return None
    a_year = _per_year(frame)
    yearly = _times(number, a_year)
    title = translator.gettext("US interest: {amount} a year", amount=money(yearly, translator))
    if a_year != 1:
        title = translator.gettext(
            "US interest: {amount}, which is {yearly} a year",
            amount=money(number, translator),
            yearly=translator.money(yearly.low, 3),
        )
    if frame.has("x"):
        yearly = _passed(yearly)
    rows = _rows(frame, context)
    if not rows:
        return None
    known = [(row.net_interest_usd, _net_text(row, context)) for row in rows]
    is_gross_year = any(row.fiscal_year == _own_year() for row in rows)
    if is_gross_year and " net " not in f" {frame.text} ":
        gross = _gross(context)
        known.append((gross[0], gross[1]))
    may = _is_of_years(frame) and "once" not in frame.tense
    return _found(title, yearly, known, context, link="interest", may_judge=may)


def check_interest_share(frame: Frame, context: CheckContext) -> Finding | None:
    """That interest takes such a share of revenue, spending or GDP."""
    number, translator = frame.number(), context.translator
    rows = _rows(frame, context)
    if number is None or not rows:
        return None
    known = []
    for row in rows:
        of, what = _of(frame, row, context)
        share = row.net_interest_usd / of
        message = (
            translator.gettext(
                "Net interest was **{share}** of {what} in {year}.",
                share=translator.percent(share, 3),
                what=what,
                year=str(row.fiscal_year),
            )
            if row.standing is Standing.ACTUAL
            else translator.gettext(
                "The budget office expects **{share}** of {what} in {year}, net.",
                share=translator.percent(share, 3),
                what=what,
                year=str(row.fiscal_year),
            )
        )
        known.append((share, message))
        if row.fiscal_year == _own_year() and " net " not in f" {frame.text} ":
            gross = translator.gettext(
                "Gross interest was {share}.", share=translator.percent(_gross(context)[0] / of, 3)
            )
            known.append((_gross(context)[0] / of, gross))
    _, what = _of(frame, rows[0], context)
    title = translator.gettext(
        "Interest takes {share} of US {what}", share=percent(number, translator), what=what
    )
    return _found(
        title,
        number,
        known,
        context,
        tolerance=SHARES,
        unit="percent",
        may_judge=_is_of_years(frame),
    )


def check_deficit(frame: Frame, context: CheckContext) -> Finding | None:
    """That the deficit is so much."""
    number, translator = frame.number(), context.translator
    rows = _rows(frame, context)
    if number is None or not rows:
        return None
    known = []
    for row in rows:
        message = (
            translator.gettext(
                "The deficit was **{amount}** in fiscal {year}.",
                amount=official(row.deficit_usd, translator),
                year=str(row.fiscal_year),
            )
            if row.standing is Standing.ACTUAL
            else translator.gettext(
                "The budget office expects **{amount}** in fiscal {year}.",
                amount=official(row.deficit_usd, translator),
                year=str(row.fiscal_year),
            )
        )
        known.append((row.deficit_usd, message))
    yearly = _times(number, _per_year(frame))
    if frame.has("x"):
        yearly = _passed(yearly)
    title = translator.gettext("The US deficit is {amount}", amount=money(yearly, translator))
    return _found(
        title, yearly, known, context, link="learn deficit", may_judge=_is_of_years(frame)
    )


def check_average_rate(frame: Frame, context: CheckContext) -> Finding | None:
    """That the debt costs such a rate on average."""
    number, translator = frame.number(), context.translator
    known = fact("average_rate", context)
    if number is None:
        return None
    text = translator.gettext(
        "The average rate: **{rate}** ({month}).",
        rate=translator.rate(known.value),
        month=translator.month(known.as_of),
    )
    title = translator.gettext(
        "The US pays {rate} on its debt on average", rate=percent(number, translator)
    )
    return _found(
        title,
        number,
        [(known.value, text)],
        context,
        tolerance=SHARES,
        unit="percent",
        may_judge=not frame.when,
    )


def check_due(frame: Frame, context: CheckContext) -> Finding | None:
    """That so much of the debt comes due within a year."""
    number, translator = frame.number(), context.translator
    if number is None:
        return None
    due, all_of_it = fact("due_within_12_months", context), fact("marketable_outstanding", context)
    is_share = number.high <= 1
    text = translator.gettext(
        "Within a year comes due: **{share}** of marketable debt, {amount} ({day}).",
        share=translator.percent(due.value, 3),
        amount=translator.money(due.value * all_of_it.value, 3),
        day=translator.day(due.as_of),
    )
    said = percent(number, translator) if is_share else money(number, translator)
    title = translator.gettext("{amount} of the US debt comes due within a year", amount=said)
    actual = due.value if is_share else due.value * all_of_it.value
    return _found(
        title,
        number,
        [(actual, text)],
        context,
        tolerance=SHARES if is_share else SIZES,
        link="learn rollover",
        unit="percent" if is_share else "usd",
        may_judge=not any(when.role is not Role.OVER for when in frame.when),
    )


def check_maturity(frame: Frame, context: CheckContext) -> Finding | None:
    """That the debt runs so long on average."""
    years, translator = frame.value("n"), context.translator
    known = fact("average_maturity", context)
    if years is None:
        return None
    is_less = any(word in frame.text for word in ("under", "less", "below"))
    is_more = any(word in frame.text for word in ("over", "more", "above"))
    holds = abs(years - known.value) <= _YEAR_TOLERANCE + 0.1 or round(known.value) == years
    holds = known.value <= years if is_less else known.value >= years if is_more else holds
    text = translator.gettext(
        "Marketable debt runs **{years} years** on average ({day}).",
        years=translator.number(known.value, 3),
        day=translator.day(known.as_of),
    )
    title = translator.gettext(
        "The US debt runs {years} years on average", years=translator.number(years)
    )
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(title, verdict, (text,), link="learn rollover", used=Data.DEBT)


def check_product(frame: Frame, context: CheckContext) -> Finding | None:
    """That a rate on a sum comes to so much a year."""
    number, translator = frame.number(), context.translator
    base, rate = frame.number("base"), frame.number("r")
    if number is None or base is None or rate is None:
        return None
    actual = base.low * rate.low
    values = {
        "base": translator.exact_money(base.low),
        "rate": plain_percent(rate.low, translator),
        "actual": translator.money(actual, 3),
    }
    text = translator.gettext("{base} × {rate} = **{actual}** a year.", **values)
    title = translator.gettext(
        "{base} at {rate} costs {amount} a year", amount=money(number, translator), **values
    )
    due = translator.gettext(
        "That is for new debt: only {share} of the debt comes due within a year.",
        share=translator.percent(fact("due_within_12_months", context).value),
    )
    return _found(
        title,
        _times(number, _per_year(frame)),
        [(actual, text)],
        context,
        tolerance=ARITHMETIC,
        link=f"interest {rate.low:.6g} {base.low:.0f}",
        more=(due,),
    )


def _per_year(frame: Frame) -> float:
    for token in frame.tokens:
        if token.has("PER") and isinstance(token.value, float):
            return token.value if abs(token.value - 1) > 1e-9 else 1.0
    return 1.0


def _times(number: QuantityInText, factor: float) -> QuantityInText:
    return replace(
        number, low=number.low * factor, high=number.high * factor, step=number.step * factor
    )


def _rows(frame: Frame, context: CheckContext) -> list[BudgetYear]:
    """The fiscal years that a claim may be about."""
    budget = context.snapshot.budget
    if frame.when:
        year = frame.when[0].end.year
        return [row for row in budget if row.fiscal_year == year]
    last = Quarter.containing(context.now).fiscal_year - 1
    return [row for row in budget if row.fiscal_year in {last - 1, last}]


def _is_of_years(frame: Frame) -> bool:
    """Whether its time is one fiscal year, or none is named."""
    if not frame.when:
        return True
    when = frame.when[0]
    return len(frame.when) == 1 and when.role in {Role.AT, Role.BY} and not when.is_day


def _own_year() -> int:
    return load_published_facts().paid_to_own_funds.as_of.year


def _gross(context: CheckContext) -> tuple[float, str]:
    """With what the government pays to its own funds."""
    paid = load_published_facts().paid_to_own_funds
    year = next(row for row in context.snapshot.budget if row.fiscal_year == paid.as_of.year)
    gross = year.net_interest_usd + paid.usd
    text = context.translator.gettext(
        "Gross, with interest to its own funds: {amount} in fiscal {year}.",
        amount=context.translator.money(gross, 3),
        year=str(year.fiscal_year),
    )
    return gross, text


def _net_text(row: BudgetYear, context: CheckContext) -> str:
    translator = context.translator
    message = (
        translator.gettext(
            "Net interest was **{amount}** in fiscal {year}.",
            amount=official(row.net_interest_usd, translator),
            year=str(row.fiscal_year),
        )
        if row.standing is Standing.ACTUAL
        else translator.gettext(
            "The budget office expects net interest of **{amount}** in fiscal {year}.",
            amount=official(row.net_interest_usd, translator),
            year=str(row.fiscal_year),
        )
    )
    return message


def _of(frame: Frame, row: BudgetYear, context: CheckContext) -> tuple[float, str]:
    gettext = context.translator.gettext
    if frame.has("rev"):
        return row.revenue_usd, gettext("revenue")
    if frame.has("out"):
        return row.outlays_usd, gettext("spending")
    return row.gdp_usd, gettext("GDP")


def last_full_year(context: CheckContext) -> BudgetYear:
    """The last fiscal year of which the outlook has what happened."""
    return max(
        (row for row in context.snapshot.budget if row.standing is Standing.ACTUAL),
        key=lambda row: row.fiscal_year,
    )
