"""Interest and the deficit, by the budget office's outlook."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from calc.market import BudgetYear, Standing
from calc.market.snapshot import Quarter
from calc.published_facts import load_published_facts
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
    SHARES,
    CheckContext,
    Finding,
    Verdict,
    money,
    official,
    percent,
)
from commands.claim.reading.dates import Role
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calc.record.past_figures import PastFiscalYear
    from commands.claim.reading.frames import Frame


_GROSS = 1.4


def check_interest(frame: Frame, context: CheckContext) -> Finding | None:
    """That interest comes to so many dollars a year, or in a part of one."""
    number, translator = frame.number(), context.translator
    rows = _rows(frame, context)
    if number is None or not rows:
        return None
    a_year = per_year(frame)
    yearly = multiplied(number, a_year)
    title = translator.gettext("US interest: {amount} a year", amount=money(yearly, translator))
    if a_year != 1:
        title = translator.gettext(
            "US interest: {amount}, which is {yearly} a year",
            amount=money(number, translator),
            yearly=translator.money(yearly.low, 3),
        )
    known = [KnownNumber(row.net_interest_usd, _net_text(row, context)) for row in rows]
    if _has_gross(frame, rows):
        known.append(KnownNumber(*_gross(context)))
    beside = Beside(
        may_judge=_is_of_years(frame) and "once" not in frame.tense,
        past=tuple(
            KnownNumber(row.net_interest_usd, _net_text(row, context)) for row in _past(frame)
        ),
        doubts_below=True,
    )
    yearly = passed(yearly) if frame.has("x") else yearly
    finding = find_nearest(title, yearly, known, beside, context)
    net = max(row.net_interest_usd for row in rows)
    may_be_gross = not frame.says("NET") and len(known) == len(rows)
    if may_be_gross and finding.verdict is Verdict.FAILS and net < yearly.high < _GROSS * net:
        # "Interest on the debt" of a year whose gross interest is not kept.
        return finding.without_verdict()
    return finding


def _has_gross(frame: Frame, rows: Sequence[BudgetYear]) -> bool:
    """Whether gross interest may be meant, and is known."""
    is_net = any(token.classes == frozenset({"NET"}) for token in frame.tokens)
    return not is_net and any(row.fiscal_year == _own_year() for row in rows)


def check_interest_share(frame: Frame, context: CheckContext) -> Finding | None:
    """That interest takes such a share of revenue, spending or GDP."""
    number, translator = frame.number(), context.translator
    rows = _rows(frame, context)
    if number is None or not rows:
        return None
    known = list(_known(_share_of(row, frame, context) for row in rows))
    if _has_gross(frame, rows):
        year = next(row for row in rows if row.fiscal_year == _own_year())
        share = _gross(context)[0] / _of(frame, year, context)[0]
        text = translator.gettext("Gross interest was {share}.", share=translator.percent(share, 3))
        known.append(KnownNumber(share, text))
    title = translator.gettext(
        "Interest takes {share} of US {what}",
        share=percent(number, translator),
        what=_of(frame, rows[0], context)[1],
    )
    past = _known(_share_of(row, frame, context) for row in _past(frame))
    beside = Beside(SHARES, unit="percent", may_judge=_is_of_years(frame), past=past)
    return find_nearest(title, number, known, beside, context) if known else None


def _share_of(row: BudgetYear, frame: Frame, context: CheckContext) -> KnownNumber:
    of, what = _of(frame, row, context)
    share = row.net_interest_usd / of
    if not math.isfinite(share):
        return KnownNumber(math.nan, "")
    message = (
        N_("Net interest was **{share}** of {what} in {year}.")
        if row.standing is Standing.ACTUAL
        else N_("The budget office expects **{share}** of {what} in {year}, net.")
    )
    text = context.translator.gettext(
        message,
        share=context.translator.percent(share, 3),
        what=what,
        year=str(row.fiscal_year),
    )
    return KnownNumber(share, text)


def check_deficit(frame: Frame, context: CheckContext) -> Finding | None:
    """That the deficit is so much."""
    number, translator = frame.number(), context.translator
    rows = _rows(frame, context)
    if number is None or not rows:
        return None
    known = _known(_deficit(row, context) for row in rows)
    past = _known(_deficit(row, context) for row in _past(frame))
    if not known:
        return None
    yearly = multiplied(number, per_year(frame))
    yearly = passed(yearly) if frame.has("x") else yearly
    title = translator.gettext("The US deficit is {amount}", amount=money(yearly, translator))
    beside = Beside(link="learn deficit", may_judge=_is_of_years(frame), past=past)
    return find_nearest(title, yearly, known, beside, context)


def check_deficit_share(frame: Frame, context: CheckContext) -> Finding | None:
    """That the deficit is such a share of GDP, revenue or spending."""
    number, translator = frame.number(), context.translator
    known = []
    for row in _rows(frame, context):
        of, what = _of(frame, row, context)
        share = row.deficit_usd / of
        if not math.isfinite(share):
            continue
        text = translator.gettext(
            "The deficit is **{share}** of {what} in {year}.",
            share=translator.percent(share, 3),
            what=what,
            year=str(row.fiscal_year),
        )
        known.append(KnownNumber(share, text))
    if number is None or not known:
        return None
    title = translator.gettext("The US deficit, as a share")
    beside = Beside(SHARES, "learn deficit", "percent", may_judge=_is_of_years(frame))
    return find_nearest(title, number, known, beside, context)


def _deficit(row: BudgetYear, context: CheckContext) -> KnownNumber:
    message = (
        N_("The deficit was **{amount}** in fiscal {year}.")
        if row.standing is Standing.ACTUAL
        else N_("The budget office expects **{amount}** in fiscal {year}.")
    )
    if not math.isfinite(row.deficit_usd):
        return KnownNumber(math.nan, "")
    text = context.translator.gettext(
        message,
        amount=official(row.deficit_usd, context.translator),
        year=str(row.fiscal_year),
    )
    return KnownNumber(row.deficit_usd, text)


def _rows(frame: Frame, context: CheckContext) -> list[BudgetYear]:
    """The fiscal years that a claim may be about."""
    years = _years(context)
    if frame.when:
        return [years[year] for year in (frame.when[0].end.year,) if year in years]
    last = Quarter.containing(context.now).fiscal_year - 1
    return [years[year] for year in (last - 1, last) if year in years]


def _past(frame: Frame) -> list[BudgetYear]:
    """Earlier years, for a claim without a time."""
    rows = () if frame.when else load_fiscal_history().budgets.values()
    return [_budget_year(row) for row in rows]


def _years(context: CheckContext) -> dict[int, BudgetYear]:
    past = {year: _budget_year(row) for year, row in load_fiscal_history().budgets.items()}
    return past | {row.fiscal_year: row for row in context.snapshot.budget}


def _budget_year(row: PastFiscalYear) -> BudgetYear:
    """A past year as one of the outlook; what was not read is no number."""
    return BudgetYear(
        row.fiscal_year,
        Standing.ACTUAL,
        row.revenue_usd,
        math.nan if row.outlays_usd is None else row.outlays_usd,
        row.net_interest_usd,
        math.nan if row.deficit_usd is None else row.deficit_usd,
        row.debt_held_by_public_usd,
        row.gdp_usd,
    )


def _known(numbers: Iterable[KnownNumber]) -> tuple[KnownNumber, ...]:
    return tuple(number for number in numbers if math.isfinite(number.value))


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
    message = (
        N_("Net interest was **{amount}** in fiscal {year}.")
        if row.standing is Standing.ACTUAL
        else N_("The budget office expects net interest of **{amount}** in fiscal {year}.")
    )
    return context.translator.gettext(
        message,
        amount=official(row.net_interest_usd, context.translator),
        year=str(row.fiscal_year),
    )


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
