"""The debt: how much, at what rate, how soon it comes due, and what a rate on it comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from calc.market import Standing
from calc.record.past_figures import load_fiscal_history
from commands.claim.checkers.known_numbers import (
    Beside,
    KnownNumber,
    find_nearest,
    multiplied,
    passed,
    per_year,
)
from commands.claim.findings import (
    ARITHMETIC,
    SHARES,
    CheckContext,
    Finding,
    Tolerance,
    Verdict,
    judge,
    money,
    official,
    percent,
    plain_percent,
)
from commands.claim.reading.dates import Role
from commands.claim.series import fact
from commands.common.parsing.quantities_in_text import QuantityInText, Sense
from commands.common.text.small_print import Data
from commands.common.translator import N_

if TYPE_CHECKING:
    from commands.claim.reading.frames import Frame

_RECENT: Final = timedelta(days=200)


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
                "The US debt: **{amount}** ({day}).",
                day=translator.day(value.as_of),
                amount=official(value.value, translator),
            )
        )
        known.append(KnownNumber(value.value, message))
    title = (
        translator.gettext(
            "The US debt held by the public is {amount}", amount=money(number, translator)
        )
        if is_public
        else translator.gettext("The US debt is {amount}", amount=money(number, translator))
    )
    if frame.has("x"):
        number = passed(number)
    when = frame.when[0] if frame.when else None
    is_now = when is None or (
        when.role is Role.AT and context.now - when.end < _RECENT and len(frame.when) == 1
    )
    may = is_now and "once" not in frame.tense and not (when is None and "past" in frame.tense)
    beside = Beside(link="learn debt", may_judge=may)
    finding = find_nearest(title, number, known, beside, context)
    if when is not None and not is_now:
        return _debt_then(finding, frame, number, context)
    if finding.verdict is Verdict.FAILS and number.sense is Sense.ABOUT:
        return _debt_once(finding, frame, number, context)
    return finding


def _debt_once(
    finding: Finding, frame: Frame, number: QuantityInText, context: CheckContext
) -> Finding:
    """The debt has only grown: what is less than it now, it once was."""
    debts = _debts(frame)
    year = next((year for year in sorted(debts) if debts[year] >= number.low), None)
    if year is None or year - 1 not in debts:
        return finding
    text = context.translator.gettext("It passed that in fiscal {year}.", year=str(year))
    return replace(finding, verdict=Verdict.THEN, figures=(text, *finding.figures))


def _debt_then(
    finding: Finding, frame: Frame, number: QuantityInText, context: CheckContext
) -> Finding:
    """Between the ends of the fiscal years around the time that is named."""
    when, debts = frame.time(Role.AT), _debts(frame)
    if when is None or len(frame.when) > 1 or when.start.year != when.end.year:
        return finding
    year = when.end.year
    least, most = debts.get(year - 1), debts.get(year + 1)
    if least is None or most is None:
        return finding
    text = context.translator.gettext(
        "It was **{amount}** at the end of fiscal {year}.",
        amount=official(debts[year], context.translator),
        year=str(year),
    )
    verdict = Verdict.NONE
    if least * 0.99 <= number.low <= most * 1.01 or number.low <= debts[year] <= number.high:
        verdict = Verdict.HOLDS
    elif number.low > most * 1.05 or number.high < least * 0.95:
        verdict = Verdict.FAILS
    return replace(finding, verdict=verdict, figures=(text, *finding.figures), stamp=None)


def _debts(frame: Frame) -> dict[int, float]:
    """The debt at the end of each fiscal year: all, or what is held by the public."""
    history = load_fiscal_history()
    if frame.has("p"):
        return {year: row.debt_held_by_public_usd for year, row in history.budgets.items()}
    return dict(history.total_debt_usd)


def check_debt_change(frame: Frame, context: CheckContext) -> Finding | None:
    """That the debt grew by so much since, or in, a year."""
    number, translator, debts = frame.number(), context.translator, _debts(frame)
    when = frame.when[0] if len(frame.when) == 1 else None
    if number is None or when is None:
        return None
    now = fact("debt_held_by_public" if frame.has("p") else "total_public_debt", context)
    year = when.start.year
    pairs: list[tuple[float | None, float | None]]
    if when.role is Role.SINCE:
        pairs = [(debts.get(each), now.value) for each in (year - 1, year)]
    else:
        pairs = [(debts.get(year - 1), debts.get(when.end.year))]
    changes = [last - first for first, last in pairs if first is not None and last is not None]
    if not changes:
        return None
    best = min(changes, key=lambda change: abs(change - number.low))
    text = translator.gettext(
        "By fiscal years it grew by **{amount}**.", amount=translator.money(best, 3)
    )
    verdict = judge(number, best, Tolerance(0.1, 0.2))
    if min(changes) <= number.low <= max(changes):
        verdict = Verdict.HOLDS
    title = translator.gettext("The US debt grew by {amount}", amount=money(number, translator))
    return Finding(title, verdict, (text,), link="learn debt", used=Data.DEBT)


def check_debt_share(frame: Frame, context: CheckContext) -> Finding | None:
    """That the debt is such a share of GDP."""
    number, translator = frame.number(), context.translator
    if number is None:
        return None
    known = []
    for key, message in (
        ("debt_held_by_public", N_("Debt held by the public: **{share}** of GDP ({day}).")),
        ("total_public_debt", N_("All US debt: **{share}** of GDP ({day}).")),
    ):
        debt = fact(key, context)
        share = debt.value / context.snapshot.gdp_usd
        text = translator.gettext(
            message, share=translator.percent(share, 3), day=translator.day(debt.as_of)
        )
        known.append(KnownNumber(share, text))
    if frame.has("p"):
        known = known[:1]
    if frame.when:
        known = _shares_then(frame, context)
    title = translator.gettext("The US debt is {share} of GDP", share=percent(number, translator))
    number = passed(number) if frame.has("x") else number
    may = bool(frame.when) or "past" not in frame.tense
    beside = Beside(SHARES, "learn debt", "percent", may_judge=may)
    return find_nearest(title, number, known, beside, context) if known else None


def _shares_then(frame: Frame, context: CheckContext) -> list[KnownNumber]:
    """At the end of the fiscal year that is named."""
    when, history = frame.when[0], load_fiscal_history()
    row = history.budgets.get(when.end.year)
    if row is None or when.role is not Role.AT or len(frame.when) > 1:
        return []
    messages = (
        (row.debt_held_by_public_usd, N_("Held by the public: **{share}** of GDP in {year}.")),
        (history.total_debt_usd[row.fiscal_year], N_("All of it: **{share}** of GDP in {year}.")),
    )
    return [
        KnownNumber(
            usd / row.gdp_usd,
            context.translator.gettext(
                message,
                share=context.translator.percent(usd / row.gdp_usd, 3),
                year=str(row.fiscal_year),
            ),
        )
        for usd, message in messages
    ]


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
    beside = Beside(SHARES, unit="percent", may_judge=not frame.when)
    return find_nearest(title, number, [KnownNumber(known.value, text)], beside, context)


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
    beside = Beside(ARITHMETIC, f"interest {rate.low:.6g} {base.low:.0f}", more=(due,))
    yearly = multiplied(number, per_year(frame))
    return find_nearest(title, yearly, [KnownNumber(actual, text)], beside, context)
