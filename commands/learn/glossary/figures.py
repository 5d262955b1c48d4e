"""Numbers that the examples of the glossary are told with: all from the snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace, Scenario, run
from calc.bonds.coupons import par_bond_price
from calc.events import episodes
from calc.market import Standing
from calc.published_facts import load_published_facts
from commands.common.text.names import capitalised, holder_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import MarketSnapshot
    from calc.events import Event
    from commands.common.translator import Translator

_POINT, _BASIS_POINT = 0.01, 1e-4
_EXAMPLE_USD = 200_000_000_000


def glossary_figures(snapshot: MarketSnapshot, translator: Translator) -> Mapping[str, str]:
    """Every ``{named}`` place of an example, as text."""
    return {
        **rate_figures(snapshot, translator),
        **_market(snapshot, translator),
        **_holders(snapshot, translator),
        **_budget(snapshot, translator),
        **_past(translator),
    }


def rate_figures(snapshot: MarketSnapshot, translator: Translator) -> Mapping[str, str]:
    """Those that hang on the yields of the newest day."""
    curve = snapshot.curve
    two, ten = curve.at(2), curve.at(10)
    upright, inverted = translator.gettext("not inverted"), translator.gettext("inverted")
    dv01 = par_bond_price(ten, ten - _BASIS_POINT, 10.0) - 100
    day, month, year = (
        run(Scenario("jp", _EXAMPLE_USD, pace), snapshot)
        for pace in (Pace.DAY, Pace.MONTH, Pace.YEAR)
    )

    def change(years: float, shift: float) -> str:
        par = curve.at(years)
        return translator.percent(abs(par_bond_price(par, par + shift, years) / 100 - 1))

    return {
        "date": translator.day(curve.as_of),
        "three_month": translator.rate(curve.at(0.25)),
        "year": translator.rate(curve.at(1)),
        "two": translator.rate(two),
        "ten": translator.rate(ten),
        "thirty": translator.rate(curve.at(30)),
        "ten_up_bp": translator.rate(ten + 10 * _BASIS_POINT),
        "ten_up_one": translator.rate(ten + _POINT),
        "slope": translator.points(ten - curve.at(0.25)),
        "swap": translator.rate(ten - 58 * _BASIS_POINT),
        "is_inverted": inverted if two > ten else upright,
        "ten_coupon": translator.dollars(ten * 100),
        "bill_price": translator.dollars(100 / (1 + curve.at(1))),
        "current_yield": translator.percent(3 / 90),
        "price_up_one": translator.dollars(par_bond_price(ten, ten + _POINT, 10.0)),
        "two_fall": change(2, _POINT),
        "ten_fall": change(10, _POINT),
        "ten_gain": change(10, -_POINT),
        "thirty_fall": change(30, _POINT),
        "dv01": translator.fixed(dv01 * 100, 1),
        "dv01_billion": translator.gettext("${number}", number=translator.number(dv01 / 100 * 1e9)),
        "ten_years_on": translator.dollars(100 * (1 + ten / 2) ** 20),
        "day_rise": translator.points(day.yields.peak.central),
        "year_rise": translator.points(year.yields.peak.central),
        "month_price": translator.dollars(month.price.face - month.price.at_peak.central),
    }


def _market(snapshot: MarketSnapshot, translator: Translator) -> dict[str, str]:
    facts = snapshot.facts
    due, size = facts["due_within_12_months"].value, facts["marketable_outstanding"].value
    trading, fed = facts["daily_trading"].value, facts["fed_holdings"].value
    ten = next(row for row in snapshot.auctions if row.years == 10)
    return {
        "marketable": translator.money(size, 3),
        "daily_trading": translator.money(trading, 3),
        "twenty_share": translator.percent(20e9 / trading),
        "ten_auction": translator.money(ten.usd_per_month),
        "bills_share": translator.percent(facts["bills_share"].value),
        "average_maturity": translator.number(facts["average_maturity"].value),
        "due": translator.percent(due),
        "due_amount": translator.money(due * size),
        "average_rate": translator.percent(facts["average_rate"].value),
        "day_move": translator.number(facts["ordinary_day_move"].value / _BASIS_POINT, 1),
        "public_debt": translator.money(facts["debt_held_by_public"].value, 3),
        "total_debt": translator.money(facts["total_public_debt"].value, 3),
        "fed_held": translator.money(fed, 3),
        "fed_share": translator.percent(fed / size),
    }


def _holders(snapshot: MarketSnapshot, translator: Translator) -> dict[str, str]:
    holders, totals = snapshot.holders, snapshot.totals
    custody = next(each for each in holders.values() if each.is_custody_centre)
    japan = holders["jp"].latest
    three = sum(holders[key].latest.usd for key in ("jp", "cn", "gb"))
    return {
        "custody_name": capitalised(holder_name(custody, translator)),
        "custody_held": translator.money(custody.latest.usd, 3),
        "japan_held": translator.money(japan.usd, 3),
        "japan_month": translator.month(japan.month),
        "three_held": translator.money(three, 3),
        "official_held": translator.money(totals["foreign_official"].latest.usd, 3),
        "foreign_held": translator.money(totals["grand_total"].latest.usd, 3),
    }


def _budget(snapshot: MarketSnapshot, translator: Translator) -> dict[str, str]:
    row = max(
        (row for row in snapshot.budget if row.standing is Standing.ACTUAL),
        key=lambda row: row.fiscal_year,
    )
    story = load_published_facts()
    return {
        "fiscal_year": translator.year(row.fiscal_year),
        "outlays": translator.money(row.outlays_usd, 3),
        "revenue": translator.money(row.revenue_usd, 3),
        "deficit": translator.money(row.deficit_usd, 3),
        "net_interest": translator.money(row.net_interest_usd, 3),
        "of_revenue": translator.percent(row.net_interest_usd / row.revenue_usd),
        "of_outlays": translator.percent(row.net_interest_usd / row.outlays_usd),
        "worst_rise": translator.fixed(story.lost_reserve_status.long_rate_rise_percent, 1),
        "worst_fall": translator.fixed(story.lost_reserve_status.dollar_fall_percent, 1),
        "downgrades": translator.listed(
            each.agency + translator.aside(translator.year(each.day.year))
            for each in story.downgrades
        ),
    }


def _past(translator: Translator) -> dict[str, str]:
    by_key = {episode.key: episode for episode in episodes()}

    def days(episode: Event) -> str:
        return translator.fixed((episode.end - episode.start).days, 0)

    dash, cut = by_key["dash_for_cash_2020"], by_key["downgrade_2025"]
    yen = by_key["japan_round_2_2026"]
    return {
        "dash_rise": translator.points(dash.change),
        "dash_days": days(dash),
        "downgrade_when": translator.month(cut.end),
        "downgrade_rise": translator.points(cut.change),
        "downgrade_days": days(cut),
        "intervention_when": translator.month(yen.end),
        "intervention_sold": translator.exact_money(yen.sold_usd or 0.0),
        "intervention_before": translator.rate(yen.start_yield),
        "intervention_after": translator.rate(yen.end_yield),
    }
