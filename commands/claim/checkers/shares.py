"""What share of the debt, or of what foreigners hold, somebody holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from calc.record.past_figures import load_fiscal_history
from commands.claim.checkers.holders import link
from commands.claim.findings import (
    SHARES,
    CheckContext,
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    gap,
    judge,
    nearest,
    official,
    percent,
)
from commands.claim.reading.dates import Role, When
from commands.claim.regions import DOMESTIC
from commands.claim.series import fact, names, series
from commands.common.parsing.places_in_text import FOREIGN
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame
    from commands.common.parsing.quantities_in_text import QuantityInText

_EXACT: Final = Tolerance(0.05, 0.05, to_the_digit=True)
_SEPTEMBER: Final = 9
_RECENT: Final = timedelta(days=400)


def check_share(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody holds such a share of the debt, or of what foreigners hold."""
    number, translator = frame.number(), context.translator
    who = (FOREIGN,) if frame.has("a") else frame.who
    if number is None or not who:
        return None
    said, share = capitalised(names(who, context)), percent(number, translator)
    of_foreign = frame.has("b")
    title = (
        translator.gettext("{who}: {share} of the US debt held abroad", who=said, share=share)
        if of_foreign
        else translator.gettext("{who}: {share} of the US debt", who=said, share=share)
    )
    times = frame.time(Role.AT)
    if of_foreign:
        found = _of_foreign(who, times, context)
        if found is None:
            return None
        actual, month = found
        text = translator.gettext(
            "{who}: **{share}** of it ({month}).",
            who=said,
            share=translator.percent(actual, 3),
            month=translator.month(month),
        )
        verdicts = [(actual, text)]
    else:
        verdicts = _of_debt(who, frame, context)
    if not verdicts:
        return None
    actual, text = min(verdicts, key=lambda each: abs(nearest(number, each[0]) - each[0]))
    is_old = (
        bool(frame.when) and not of_foreign and (times is None or context.now - times.end > _RECENT)
    )
    verdict = Verdict.NONE if is_old or len(frame.when) > 1 else judge(number, actual, SHARES)
    texts: tuple[str, ...] = (text,)
    then = None if of_foreign else _then(who, number, frame, context)
    if then is not None and (verdict is Verdict.FAILS or (is_old and times is not None)):
        verdict = Verdict.HOLDS if frame.when else Verdict.THEN
        texts = (then, text)
    off = "" if verdict in {Verdict.HOLDS, Verdict.NONE} else gap(number, actual, translator)
    stamp = Stamp(nearest(number, actual), actual, "percent")
    return Finding(title, verdict, texts, off, link(who, context), stamp=stamp)


def _of_foreign(
    who: Sequence[str], times: When | None, context: CheckContext
) -> tuple[float, date] | None:
    totals = {row.month: row.usd for row in series((FOREIGN,), context)}
    both = [(row, totals[row.month]) for row in series(who, context) if row.month in totals]
    if times is not None:
        both = [pair for pair in both if times.start <= pair[0].month <= times.end]
    return (both[-1][0].usd / both[-1][1], both[-1][0].month) if both else None


def _of_debt(who: Sequence[str], frame: Frame, context: CheckContext) -> list[tuple[float, str]]:
    translator = context.translator
    held = series((FOREIGN,) if who == (DOMESTIC,) else who, context)
    if not held:
        return []
    totals = {
        "total_public_debt": translator.gettext("all US debt"),
        "debt_held_by_public": translator.gettext("US debt held by the public"),
        "marketable_outstanding": translator.gettext("marketable US debt"),
    }
    found = []
    for key in _wholes(frame):
        share = held[-1].usd / fact(key, context).value
        share = 1 - share if who == (DOMESTIC,) else share
        said = translator.gettext(
            "{who}: **{share}** of {what} ({month}).",
            who=capitalised(names(who, context)),
            share=translator.percent(share, 3),
            what=totals[key],
            month=translator.month(held[-1].month),
        )
        found.append((share, said))
    return found


def _wholes(frame: Frame) -> tuple[str, ...]:
    """Of what it is a share; of any of them where nothing tells."""
    if frame.says("MARKETABLE"):
        return ("marketable_outstanding",)
    if frame.says("PUBLIC"):
        return ("debt_held_by_public",)
    if frame.says("NATIONAL") or "all" in frame.text.split():
        return ("total_public_debt",)
    return ("total_public_debt", "debt_held_by_public", "marketable_outstanding")


def _then(
    who: Sequence[str], number: QuantityInText, frame: Frame, context: CheckContext
) -> str | None:
    """The fiscal year at whose end it was so, newest first; of a time that is named only that."""
    if who == (DOMESTIC,):
        return None
    times, history = frame.time(Role.AT), load_fiscal_history()
    held = {
        row.month.year: row.usd for row in series(who, context) if row.month.month == _SEPTEMBER
    }
    for year in sorted(held, reverse=True):
        if times is not None and not times.start.year <= year <= times.end.year:
            continue
        budget = history.budgets.get(year)
        wholes = {
            "total_public_debt": history.total_debt_usd.get(year, 0.0),
            "debt_held_by_public": budget.debt_held_by_public_usd if budget else 0.0,
        }
        shares = [held[year] / usd for key, usd in wholes.items() if usd and key in _wholes(frame)]
        if any(judge(number, share, _EXACT) is Verdict.HOLDS for share in shares):
            return context.translator.gettext(
                "It was so in {year}: {held} of {public} held by the public, {all} in all.",
                year=str(year),
                held=official(held[year], context.translator),
                public=official(wholes["debt_held_by_public"], context.translator),
                all=official(wholes["total_public_debt"], context.translator),
            )
    return None
