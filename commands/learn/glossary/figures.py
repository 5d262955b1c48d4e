"""The numbers that the examples of the glossary are told with: all from the snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace, Scenario, run
from calc.bonds import par_bond_price
from calc.market import Standing
from calc.story import load_story
from commands.common.text.names import capitalised, holder_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import MarketSnapshot
    from calc.market import Episode
    from commands.common.translator import Tongue

_POINT, _BASIS_POINT = 0.01, 1e-4
_EXAMPLE_USD = 200_000_000_000


def glossary_figures(snapshot: MarketSnapshot, tongue: Tongue) -> Mapping[str, str]:
    """Every ``{named}`` place of an example, as text."""
    return {
        **_yields(snapshot, tongue),
        **_bond(snapshot, tongue),
        **_market(snapshot, tongue),
        **_holders(snapshot, tongue),
        **_budget(snapshot, tongue),
        **_past(snapshot, tongue),
        **_sales(snapshot, tongue),
    }


def _yields(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    curve = snapshot.curve
    two, ten = curve.at(2), curve.at(10)
    upright, inverted = tongue.say("not inverted"), tongue.say("inverted")
    return {
        "date": tongue.day(curve.as_of),
        "three_month": tongue.rate(curve.at(0.25)),
        "year": tongue.rate(curve.at(1)),
        "two": tongue.rate(two),
        "ten": tongue.rate(ten),
        "thirty": tongue.rate(curve.at(30)),
        "ten_up_bp": tongue.rate(ten + 10 * _BASIS_POINT),
        "ten_up_one": tongue.rate(ten + _POINT),
        "slope": tongue.points(ten - curve.at(0.25)),
        "swap": tongue.rate(ten - 58 * _BASIS_POINT),
        "is_inverted": inverted if two > ten else upright,
    }


def _bond(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    curve = snapshot.curve

    def change(years: float, shift: float) -> float:
        par = curve.at(years)
        return abs(par_bond_price(par, par + shift, years) / 100 - 1)

    ten = curve.at(10)
    dv01 = par_bond_price(ten, ten - _BASIS_POINT, 10.0) - 100
    return {
        "ten_coupon": tongue.dollars(ten * 100),
        "bill_price": tongue.dollars(100 / (1 + curve.at(1))),
        "current_yield": tongue.percent(3 / 90),
        "price_up_one": tongue.dollars(par_bond_price(ten, ten + _POINT, 10.0)),
        "two_fall": tongue.percent(change(2, _POINT)),
        "ten_fall": tongue.percent(change(10, _POINT)),
        "ten_gain": tongue.percent(change(10, -_POINT)),
        "thirty_fall": tongue.percent(change(30, _POINT)),
        "dv01": tongue.fixed(dv01 * 100, 1),
        "dv01_billion": tongue.say("${number}", number=tongue.number(dv01 / 100 * 1e9)),
        "ten_years_on": tongue.dollars(100 * (1 + ten / 2) ** 20),
    }


def _market(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    facts = snapshot.facts
    due, size = facts["due_within_12_months"].value, facts["marketable_outstanding"].value
    trading, fed = facts["daily_trading"].value, facts["fed_holdings"].value
    ten = next(row for row in snapshot.auctions if row.years == 10)
    return {
        "marketable": tongue.money(size, 3),
        "daily_trading": tongue.billions(trading),
        "twenty_share": tongue.percent(20e9 / trading),
        "ten_auction": tongue.money(ten.usd_per_month),
        "bills_share": tongue.percent(facts["bills_share"].value),
        "average_maturity": tongue.number(facts["average_maturity"].value),
        "due": tongue.percent(due),
        "due_amount": tongue.money(due * size),
        "average_rate": tongue.percent(facts["average_rate"].value),
        "day_move": tongue.number(facts["ordinary_day_move"].value / _BASIS_POINT, 1),
        "public_debt": tongue.money(facts["debt_held_by_public"].value, 3),
        "total_debt": tongue.money(facts["total_public_debt"].value, 3),
        "fed_held": tongue.money(fed, 3),
        "fed_share": tongue.percent(fed / size),
    }


def _holders(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    holders, totals = snapshot.holders, snapshot.totals
    custody = next(each for each in holders.values() if each.is_custody_centre)
    japan = holders["jp"].latest
    three = sum(holders[key].latest.usd for key in ("jp", "cn", "gb"))
    return {
        "custody_name": capitalised(holder_name(custody, tongue)),
        "custody_held": tongue.given_money(custody.latest.usd),
        "japan_held": tongue.given_money(japan.usd),
        "japan_month": tongue.month(japan.month),
        "three_held": tongue.money(three, 3),
        "official_held": tongue.money(totals["foreign_official"].latest.usd, 3),
        "foreign_held": tongue.money(totals["grand_total"].latest.usd, 3),
    }


def _budget(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    row = max(
        (row for row in snapshot.budget if row.standing is Standing.ACTUAL),
        key=lambda row: row.fiscal_year,
    )
    story = load_story()
    return {
        "fiscal_year": str(row.fiscal_year),
        "outlays": tongue.money(row.outlays_usd, 3),
        "revenue": tongue.money(row.revenue_usd, 3),
        "deficit": tongue.money(row.deficit_usd, 3),
        "net_interest": tongue.billions(row.net_interest_usd),
        "of_revenue": tongue.percent(row.net_interest_usd / row.revenue_usd),
        "of_outlays": tongue.percent(row.net_interest_usd / row.outlays_usd),
        "worst_rise": tongue.fixed(story.lost_reserve_status.long_rate_rise_percent, 1),
        "worst_fall": tongue.fixed(story.lost_reserve_status.dollar_fall_percent, 1),
        "downgrades": ", ".join(f"{each.name} ({each.year})" for each in story.downgrades),
    }


def _past(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    episodes = {episode.key: episode for episode in snapshot.episodes}

    def days(episode: Episode) -> str:
        return tongue.fixed((episode.end - episode.start).days, 0)

    dash, cut = episodes["dash_for_cash_2020"], episodes["downgrade_2025"]
    yen = episodes["japan_round_2_2026"]
    return {
        "dash_rise": tongue.points(dash.change),
        "dash_days": days(dash),
        "downgrade_when": tongue.month(cut.end),
        "downgrade_rise": tongue.points(cut.change),
        "intervention_when": tongue.month(yen.end),
        "intervention_sold": tongue.given_money(yen.sold_usd or 0.0),
        "intervention_before": tongue.rate(yen.start_yield),
        "intervention_after": tongue.rate(yen.end_yield),
    }


def _sales(snapshot: MarketSnapshot, tongue: Tongue) -> dict[str, str]:
    day, month, year = (
        run(Scenario("jp", _EXAMPLE_USD, pace), snapshot)
        for pace in (Pace.DAY, Pace.MONTH, Pace.YEAR)
    )
    return {
        "day_rise": tongue.points(day.yields.peak.central),
        "year_rise": tongue.points(year.yields.peak.central),
        "month_price": tongue.dollars(month.price.face - month.price.at_peak.central),
    }
