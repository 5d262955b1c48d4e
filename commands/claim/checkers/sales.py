"""What was bought and sold, by the Treasury's table of transactions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.checkers.holders import link
from commands.claim.checkers.known_numbers import multiplied, per_year
from commands.claim.checkers.spans import CHANGES, ends_of, way
from commands.claim.findings import (
    CheckContext,
    Finding,
    Tolerance,
    Verdict,
    fits,
    gap,
    judge,
    money,
)
from commands.claim.reading.dates import Role, When
from commands.claim.series import fact, names, newest_year, period_text, series, sold_between
from commands.common.text.names import capitalised
from commands.common.text.small_print import Data
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame
    from commands.common.parsing.quantities_in_text import QuantityInText

# Some count notes and bonds alone, and figures are revised.
_LITTLE_USD: Final = 2e9
_FLOW: Final = Tolerance(0.15, 0.50)
_SALES: Final = Tolerance(0.05, 0.20)


def check_sales(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody sold or bought, in months that the Treasury's table of transactions has."""
    number, times = frame.number(), frame.time(Role.AT, Role.OVER)
    if not frame.who:
        return None
    months = months_of(times) if times else newest_year(context)
    if months[0] > months[1]:
        return None
    net = net_of(frame.who, months, context)
    if net is None:
        return _by_holdings(frame, context) if times is not None else None
    text = net_text(frame.who, net, months, context)
    figures = (text, *_beside_trading(number, context))
    finding = Finding(
        _title(frame, context),
        Verdict.NONE,
        figures,
        link=link(frame.who, context),
        used=Data.NET_SALES,
    )
    is_flow = frame.says("PER")
    has_period = (times is not None and not times.is_day) or is_flow
    is_vague = (
        (frame.when and times is None)
        or not has_period
        or len(frame.when) > 1
        or (frame.has("g") and number is None)
    )
    if is_vague or months[1] > newest_year(context)[1]:
        return finding
    return _judged(replace(finding, figures=(text,)), frame, net, months, context)


def _judged(
    finding: Finding, frame: Frame, net: float, months: tuple[date, date], context: CheckContext
) -> Finding:
    """Against what was sold, less what was bought; or what was held less, which many call sold."""
    number, is_sale = frame.number(), not frame.has("b")
    if number is not None and frame.says("PER"):
        first, last = months
        count = 12 * (last.year - first.year) + last.month - first.month + 1
        all_of_it = multiplied(number, per_year(frame) * count / 12)
        return _flow(finding, all_of_it, net if is_sale else -net)
    by_holdings = _fits_holdings(frame, number, is_sale=is_sale, context=context)
    if by_holdings is not None:
        return replace(finding, verdict=Verdict.HOLDS, figures=(by_holdings, *finding.figures))
    if (net < 0) != is_sale:
        # What comes to nearly nothing may be bought and sold at once.
        is_little = number is None and abs(net) < _LITTLE_USD
        return replace(finding, verdict=Verdict.NONE if is_little else Verdict.FAILS)
    if number is None:
        return replace(finding, verdict=Verdict.HOLDS)
    verdict = judge(number, abs(net), _SALES)
    off = "" if verdict is Verdict.HOLDS else gap(number, abs(net), context.translator)
    return replace(finding, verdict=verdict, gap=off)


def _flow(finding: Finding, all_of_it: QuantityInText, net_sale: float) -> Finding:
    """So much in each month or week, against the sum of those months."""
    verdict = judge(all_of_it, -net_sale, _FLOW) if net_sale < 0 else Verdict.FAILS
    return replace(finding, verdict=verdict)


def _title(frame: Frame, context: CheckContext) -> str:
    who = capitalised(names(frame.who, context))
    if frame.has("b"):
        return context.translator.gettext("{who} bought US Treasuries", who=who)
    return context.translator.gettext("{who} sold US Treasuries", who=who)


def net_text(
    who: Sequence[str], net: float, months: tuple[date, date], context: CheckContext
) -> str:
    """What was sold less what was bought, in so many months."""
    message = (
        N_("{who}: **{amount}** more sold than bought {period}.")
        if net < 0
        else N_("{who}: **{amount}** more bought than sold {period}.")
    )
    return context.translator.gettext(
        message,
        who=capitalised(names(who, context)),
        amount=context.translator.money(abs(net), 3),
        period=period_text(months, context),
    )


def months_of(times: When) -> tuple[date, date]:
    """First days of the first and last month in which something was sold."""
    start = times.start.replace(day=1)
    if times.role is Role.OVER and times.start.day != 1:
        start = (start + timedelta(days=32)).replace(day=1)
    return start, times.end.replace(day=1)


def fitting_sales(
    frame: Frame, number: QuantityInText, context: CheckContext, *, is_sale: bool
) -> str | None:
    """Many say "cut" or "added" of what was sold or bought: that, where it is what is claimed."""
    times = frame.time(Role.AT, Role.OVER)
    if times is None or times.is_day or len(frame.when) > 1:
        return None
    months = months_of(times)
    net = net_of(frame.who, months, context)
    if net is None or (net < 0) != is_sale or not fits(number, abs(net), _SALES):
        return None
    return net_text(frame.who, net, months, context)


def net_of(who: Sequence[str], months: tuple[date, date], context: CheckContext) -> float | None:
    """Bought less sold by all of them; None where one has no line."""
    nets = [sold_between(key, months, context) for key in who]
    return None if None in nets else sum(each for each in nets if each is not None)


def _fits_holdings(
    frame: Frame, number: QuantityInText | None, *, is_sale: bool, context: CheckContext
) -> str | None:
    """Many say "sold" of a holding that fell: how it changed, where that is what is claimed."""
    if number is None:
        return None
    for first, last in ends_of(series(frame.who, context), frame):
        change = first.usd - last.usd if is_sale else last.usd - first.usd
        if change > 0 and fits(number, change, CHANGES):
            return way(first, last, frame.who, context)
    return None


def _by_holdings(frame: Frame, context: CheckContext) -> Finding | None:
    """Before the table of transactions begins: only what was held is known."""
    ends = ends_of(series(frame.who, context), frame)
    if not ends:
        return None
    text = way(*ends[0], frame.who, context)
    return Finding(_title(frame, context), Verdict.NONE, (text,), link=link(frame.who, context))


def _beside_trading(number: QuantityInText | None, context: CheckContext) -> list[str]:
    if number is None:
        return []
    trading = fact("daily_trading", context).value
    return [
        context.translator.gettext(
            "{amount} is {share} of an average day's trading.",
            amount=money(number, context.translator),
            share=context.translator.percent(number.high / trading),
        )
    ]
