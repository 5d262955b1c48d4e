"""The figures in the texts of articles, by the name that stands in braces."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from calc import Scenario, run
from calc.bonds.coupons import par_bond_price
from calc.published_facts import load_published_facts
from calc.record.past_figures import load_daily_yields
from commands.claim.checkers.interest import last_full_year
from commands.claim.findings import CheckContext, official
from commands.claim.series import fact, newest_year, series, sold_between
from commands.common.parsing.places_in_text import FOREIGN, FOREIGN_OFFICIAL
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from collections.abc import Callable

_APRIL: Final = (date(2025, 4, 1), date(2025, 4, 1))
_STORY_DEBT_USD: Final = 36e12
_STORY_RATE: Final = 0.045


def _held(key: str) -> Callable[[CheckContext], str]:
    return lambda context: official(series((key,), context)[-1].usd, context.translator)


def _month(key: str) -> Callable[[CheckContext], str]:
    return lambda context: context.translator.month(series((key,), context)[-1].month)


def _share(key: str, of: str) -> Callable[[CheckContext], str]:
    def text(context: CheckContext) -> str:
        whole = series((of,), context)[-1].usd if of == FOREIGN else fact(of, context).value
        return context.translator.percent(series((key,), context)[-1].usd / whole)

    return text


def _sold_in_april(key: str) -> Callable[[CheckContext], str]:
    def text(context: CheckContext) -> str:
        net = sold_between(key, _APRIL, context) or 0.0
        return context.translator.money(-net, 3)

    return text


def _effect(key: str) -> Callable[[CheckContext], str]:
    """On the 10-year yield at its peak, if a holder sold all in a month."""

    def text(context: CheckContext) -> str:
        holder, points = context.snapshot.holders[key], context.translator.points
        peak = run(Scenario(key, int(holder.latest.usd)), context.snapshot).yields.peak
        return context.translator.gettext(
            "{central} points higher (most studies: {low} to {high})",
            central=points(peak.central),
            low=points(peak.low),
            high=points(peak.high),
        )

    return text


def _close(day: date) -> Callable[[CheckContext], str]:
    def text(context: CheckContext) -> str:
        found = load_daily_yields()[10].on(day)
        return context.translator.rate(found[1] if found else 0.0)

    return text


def _april_move(context: CheckContext) -> str:
    record = load_daily_yields()[10]
    first, last = record.on(date(2025, 4, 4)), record.on(date(2025, 4, 11))
    return context.translator.points((last[1] - first[1]) if first and last else 0.0)


def _loss(context: CheckContext) -> str:
    today = context.snapshot.curve.at(10)
    return context.translator.percent(1 - par_bond_price(today, today + 0.01, 10) / 100)


def _bought(context: CheckContext) -> str:
    net = sold_between(FOREIGN, newest_year(context), context) or 0.0
    return context.translator.money(net, 3)


def _then(month: date, key: str) -> Callable[[CheckContext], str]:
    def text(context: CheckContext) -> str:
        row = next(row for row in series((key,), context) if row.month == month)
        return official(row.usd, context.translator)

    return text


_REAL: Final = load_published_facts
_CHINA: Final = {
    f"china{of}" for of in ("", "_share", "_foreign_share", "_market_share", "_effect")
}
_JAPAN: Final = {"japan", "japan_market_share", "japan_effect"}
NEWEST: Final = {
    Data.YIELDS: {"two_year", "ten_year", "ten_year_loss", "china_effect", "japan_effect"},
    Data.HOLDINGS: {*_CHINA, *_JAPAN, "germany", "belgium", "foreign", "foreign_share", "official"},
    Data.NET_SALES: {"foreign_bought"},
    Data.DEBT: {"china_share"},
}
FIGURES: Final[dict[str, Callable[[CheckContext], str]]] = {
    "april_all": _sold_in_april(FOREIGN),
    "april_japan": _sold_in_april("jp"),
    "april_china": _sold_in_april("cn"),
    "april_move": _april_move,
    "china": _held("cn"),
    "china_month": _month("cn"),
    "china_share": _share("cn", "total_public_debt"),
    "china_foreign_share": _share("cn", FOREIGN),
    "china_market_share": _share("cn", "marketable_outstanding"),
    "china_effect": _effect("cn"),
    "japan": _held("jp"),
    "japan_market_share": _share("jp", "marketable_outstanding"),
    "japan_effect": _effect("jp"),
    "germany": _held("de"),
    "germany_month": _month("de"),
    "belgium": _held("be"),
    "belgium_2014": _then(date(2014, 3, 31), "be"),
    "china_2015": _then(date(2015, 6, 30), "cn"),
    "china_2016": _then(date(2016, 12, 31), "cn"),
    "yield_2015": _close(date(2015, 6, 30)),
    "yield_2016": _close(date(2016, 12, 30)),
    "foreign": _held(FOREIGN),
    "foreign_month": _month(FOREIGN),
    "foreign_share": _share(FOREIGN, "debt_held_by_public"),
    "foreign_bought": _bought,
    "bought_month": lambda c: c.translator.month(newest_year(c)[1]),
    "official": _held(FOREIGN_OFFICIAL),
    "official_month": _month(FOREIGN_OFFICIAL),
    "fed": lambda c: official(fact("fed_holdings", c).value, c.translator),
    "reserve_rate": lambda c: c.translator.points(
        _REAL().lost_reserve_status.long_rate_rise_percent / 100
    ),
    "reserve_dollar": lambda c: c.translator.percent(
        _REAL().lost_reserve_status.dollar_fall_percent / 100
    ),
    "ten_year_loss": _loss,
    "two_year": lambda c: c.translator.rate(c.snapshot.curve.at(2)),
    "ten_year": lambda c: c.translator.rate(c.snapshot.curve.at(10)),
    "sp": lambda _: str(_REAL().downgrades[0].day.year),
    "fitch": lambda _: str(_REAL().downgrades[1].day.year),
    "moodys": lambda _: str(_REAL().downgrades[2].day.year),
    "yield_before_2011": _close(date(2011, 8, 5)),
    "yield_after_2011": _close(date(2011, 8, 8)),
    "interest": lambda c: official(last_full_year(c).net_interest_usd, c.translator),
    "interest_year": lambda c: str(last_full_year(c).fiscal_year),
    "interest_next": lambda c: official(
        c.snapshot.budget_year(last_full_year(c).fiscal_year + 1).net_interest_usd, c.translator
    ),
    "next_year": lambda c: str(last_full_year(c).fiscal_year + 1),
    "interest_of_revenue": lambda c: c.translator.percent(
        last_full_year(c).net_interest_usd / last_full_year(c).revenue_usd, 3
    ),
    "story_share": lambda c: c.translator.percent(
        _STORY_DEBT_USD * _STORY_RATE / last_full_year(c).revenue_usd
    ),
    "average_rate": lambda c: c.translator.percent(fact("average_rate", c).value),
    "due_share": lambda c: c.translator.percent(fact("due_within_12_months", c).value),
}
