"""Marks of a chart lie where the numbers are."""

from __future__ import annotations

import numpy as np
import pytest

from calc import Pace, Scenario, run
from calc.events.dated_moves import history
from calc.events.table import load_events
from calc.interest.total_interest import total_interest
from calc.ownership import holder_path, ownership, unbroken
from calc.policy_options import policy_outcome
from calc.record.custody import custody_record
from calc.spillovers import spillovers_of
from commands.common.chart import theme
from commands.common.chart.canvas import Area, Dot, Line
from commands.common.sale.figures import figures_of
from commands.common.translator import ENGLISH
from commands.compare.chart import chart as compare_chart
from commands.compare.figures import PairFigures
from commands.interest.chart import debt_chart
from commands.interest.figures import DebtFigures
from commands.rescue.chart import chart as rescue_chart
from commands.rescue.figures import RescueFigures
from commands.rescue.text import LABELS, effective_options
from commands.ripple.buttons import USUAL_LOAN
from commands.ripple.chart import chart as ripple_chart
from commands.ripple.figures import RippleFigures
from commands.selloff.chart import chart as sale_chart
from tests.commands.cases import first
from tests.commands.common.chart.checks import has_color, pixels_of, without_texts, words_of
from tests.commands.common.chart.test_charts import REQUEST

JAPAN = Scenario("jp", 200_000_000_000)
TINY = Scenario("il", 1_000_000, Pace.YEAR)
WHOLE_MARKET = Scenario("jp", 31_000_000_000_000, Pace.DAY, beyond_holding=True, regime="panic")


def spec_of(line):
    return first(line, REQUEST).picture.spec


def sale(scenario):
    outcome = run(scenario)
    return outcome, sale_chart(outcome, figures_of(outcome))


def marks(spec, kind, color=None):
    return [
        each
        for each in spec.primitives
        if isinstance(each, kind) and (color is None or each.color == color)
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("/selloff country:japan amount:200b", "Japan sells $200bn of US Treasuries, in a month"),
        ("/bond price:90 coupon:3% years:1", "$90 earns 14.44%"),
        ("/interest issue:100b from:3% to:14.4%", "Interest: $11.4bn more"),
        ("/interest issue:100b from:14.4% to:3%", "Interest: $11.4bn less"),
        ("/interest at:6%", "US interest: $3.67tn in 2036"),
        ("/interest at:3%", "US interest: $1.67tn in 2036"),
    ],
)
def test_title_says_the_finding(line, title):
    assert words_of(spec_of(line)).startswith(title)


@pytest.mark.parametrize("level", [0.06, 0.03])
def test_interest_bars_reach_from_zero_to_what_is_paid(level):
    """Grey up to today's yields and amber above, or amber below them; all on one scale."""
    outcome = total_interest(level, REQUEST.snapshot)
    spec = debt_chart(outcome, DebtFigures(outcome, REQUEST.snapshot, ENGLISH))
    held, paid = outcome.held_baseline_usd[-1], outcome.last_year_usd.central
    ground = marks(spec, Line, theme.BASELINE)[0].points[0][1]
    tops = {
        color: max(line.points[1][1] for line in marks(spec, Line, color)) - ground
        for color in (theme.MEASURED, theme.BEST_GUESS, theme.RULE)
        if marks(spec, Line, color)
    }
    rest = theme.MEASURED if level == 0.06 else theme.RULE
    assert tops[theme.BEST_GUESS] / tops[rest] == pytest.approx(paid / held)


def test_compared_losses_have_proportional_bars():
    """The length of a bar is its label."""
    first, second = (run(JAPAN), run(Scenario("cn", 300_000_000_000)))
    names = ("Japan", "China")
    figures = PairFigures(first, second, names, ENGLISH)
    spec = compare_chart(first, second, figures)
    grey = max(marks(spec, Line, theme.MEASURED), key=lambda line: line.points[0][1])
    amber = max(marks(spec, Line, theme.BEST_GUESS), key=lambda line: line.points[0][1])
    lengths = [line.points[1][0] - line.points[0][0] for line in (grey, amber)]
    falls = [100 - outcome.price.at_peak.central for outcome in (first, second)]
    assert lengths[0] / lengths[1] == pytest.approx(falls[0] / falls[1])


def test_rescue_bars_are_what_remains():
    rescued = policy_outcome(JAPAN)
    spec = rescue_chart(rescued, RescueFigures(rescued, ENGLISH), LABELS)
    (peak_bar,) = marks(spec, Line, theme.MEASURED)
    bars = marks(spec, Line, theme.BEST_GUESS)
    start, end = (x for x, _ in peak_bar.points)
    peak = rescued.outcome.yields.peak.central
    # Unlikely ways come last.
    left = [peak - way.takes_off.central for way in effective_options(rescued)]
    lengths = [bar.points[1][0] - start for bar in bars]
    assert np.array(lengths) / (end - start) == pytest.approx(np.array(left) / peak)


@pytest.mark.parametrize(("price", "goes_down"), [(95, True), (105, False)])
def test_seesaw_tilts_with_the_price(price, goes_down):
    spec = spec_of(f"/bond price:{price}")
    left, right = sorted(dot.at for dot in marks(spec, Dot, theme.BEST_GUESS))
    assert (left[1] < right[1]) is goes_down


HALF_THE_MARKET = Scenario("jp", 15_000_000_000_000, Pace.YEAR, beyond_holding=True)


@pytest.mark.parametrize("scenario", [JAPAN, HALF_THE_MARKET], ids=["japan", "half the market"])
def test_sale_guess_and_range_show_in_all_rows(scenario):
    outcome, spec = sale(scenario)
    assert not outcome.sale.day.is_halt
    picture = pixels_of(without_texts(spec))
    rows = np.split(picture[162:540], 3)
    for color in (theme.BEST_GUESS, theme.RANGE):
        assert all(has_color(row, color).sum() > 200 for row in rows)


def test_halted_market_shows_no_price():
    _, spec = sale(WHOLE_MARKET)
    picture = pixels_of(without_texts(spec))[162:288]
    assert not has_color(picture, theme.BEST_GUESS).any()
    assert "no price" in words_of(spec)


def test_ruler_is_the_same_for_every_sale():
    def ticks(scenario):
        lines = marks(sale(scenario)[1], Line, theme.TEXT)
        return {line.points[0][0] for line in lines}

    assert len(ticks(JAPAN)) == 4
    assert ticks(JAPAN) == ticks(TINY) == ticks(WHOLE_MARKET)


def test_ruler_has_one_scale():
    """Its marks, an ordinary month and three moves, and the sale lie at their changes."""
    outcome, spec = sale(JAPAN)
    ticks = sorted(line.points[0][0] for line in marks(spec, Line, theme.TEXT))
    changes = {event.key: event.change for event in load_events().events if event.moves}
    expected = [
        outcome.snapshot.ordinary_month.record,
        *(changes[key] for key in ("tariff_week_2025", "dash_for_cash_2020", "term_premium_2023")),
    ]
    dot = min(marks(spec, Dot, theme.BEST_GUESS), key=lambda mark: mark.at[1])
    places = np.array([dot.at[0], *ticks])
    values = np.array([outcome.yields.peak.central, *expected])
    slope, start = np.polyfit(values, places, 1)
    assert slope * values + start == pytest.approx(places, abs=1)
    # It begins with no change, half a dot behind its end.
    (axis,) = marks(spec, Line, theme.BASELINE)
    assert start == pytest.approx(axis.points[0][0] + dot.size / 2, abs=1)


def test_sale_beyond_the_ruler_is_an_arrow():
    assert len(marks(sale(WHOLE_MARKET)[1], Area, theme.BEST_GUESS)) == 1
    assert not marks(sale(JAPAN)[1], Area, theme.BEST_GUESS)


def test_sale_price_range_is_proportional_to_the_fall():
    outcome, spec = sale(JAPAN)
    bar, way = (
        max(marks(spec, Line, color), key=lambda line: line.points[0][1])
        for color in (theme.RANGE, theme.BEST_GUESS)
    )
    face = way.points[0][0]
    near, far = (
        face - end(x for x, _ in bar.points) - side * bar.width / 2
        for end, side in ((max, 1), (min, -1))
    )
    fallen = [outcome.price.face - value for value in outcome.price.at_peak]
    assert near / far == pytest.approx(min(fallen) / max(fallen))


def test_tiny_sale_covers_little():
    marked = [
        sum(
            has_color(pixels_of(without_texts(sale(scenario)[1])), color).sum()
            for color in (theme.BEST_GUESS, theme.RANGE)
        )
        for scenario in (TINY, JAPAN)
    ]
    assert marked[0] < marked[1] / 5


def test_ripple_falls_lie_left_of_zero():
    result = spillovers_of(JAPAN, USUAL_LOAN)
    spec = ripple_chart(result, RippleFigures(result, ENGLISH))
    bars = marks(spec, Line, theme.BEST_GUESS)
    is_fall = {bar.points[0][1]: bar.points[1][0] < bar.points[0][0] for bar in bars}
    from_top = [is_fall[height] for height in sorted(is_fall, reverse=True)]
    # Mortgages, company loans, shares, the dollar, what the seller keeps.
    assert from_top == [False, False, True, False, True]


def test_record_bars_go_up_where_the_yield_rose():
    bars = marks(spec_of("/about show:record"), Line, theme.MEASURED)
    rose = [bar.points[1][1] > bar.points[0][1] for bar in bars]
    assert rose == [spell.seen > 0 for spell in custody_record().spells]


def test_policy_changes_are_named_beside_their_rows():
    spec = spec_of("/history")
    bars = sorted(marks(spec, Line), key=lambda bar: -bar.points[0][1])
    amber = [bar.points[0][1] for bar in bars if bar.color == theme.BEST_GUESS]
    named = [text for text in spec.texts if text.words in {"Fed bought", "tariffs paused"}]
    assert len(amber) == len(history(REQUEST.snapshot).turned)
    for text in named:
        assert min(abs(text.baseline - height) for height in amber) < theme.LABEL_HEIGHT


@pytest.mark.parametrize(
    ("line", "marks_seen"),
    [
        ("/signal two:+28bp ten:+47bp thirty:+44bp spread:-58 dollar:-3%", ["✓", "✓", "?", "✓"]),
        ("/signal two:-20bp ten:-40bp dollar:+2% shares:-6%", ["✓", "✓", "✗"]),
    ],
)
def test_signs_are_marked_without_color(line, marks_seen):
    assert [text.words for text in spec_of(line).texts if text.words in "✓✗?"] == marks_seen


def test_largest_holders_have_proportional_bars():
    holders = ownership(REQUEST.snapshot).ranked[:5]
    rows = marks(spec_of("/holders"), Line, theme.BEST_GUESS)
    bars = sorted(rows, key=lambda bar: -bar.points[0][1])[1:]
    lengths = [bar.points[1][0] - bar.points[0][0] for bar in bars]
    held = [ranked.held.usd for ranked in holders]
    assert np.array(lengths) / lengths[0] == pytest.approx(np.array(held) / held[0])


def test_reported_sums_are_named():
    words = words_of(spec_of("/holders"))
    for ranked in ownership(REQUEST.snapshot).ranked[:5]:
        held = ENGLISH.short_money(ranked.held.usd, 3)
        assert held in words
    reported = [each.held.standing == "reported" for each in ownership(REQUEST.snapshot).ranked[:5]]
    assert ("press reports" in words) == any(reported)
    darker = marks(spec_of("/holders"), Line, theme.RANGE)
    assert len(darker) == sum(reported)


def test_time_axis_is_true_and_unread_months_are_dotted():
    """Russia is missing for years: dots cross them at the pace of the months."""
    path = holder_path("ru", REQUEST.snapshot)
    lines = marks(spec_of("/holders country:russia"), Line)
    read = [line for line in lines if line.color == theme.BEST_GUESS]
    dots = [line for line in lines if line.color == theme.BASELINE and line.width == 5]
    runs = unbroken(path.months)
    assert len(read) == len([run for run in runs if len(run) > 1])
    spans = [(line.points[0][0], line.points[-1][0]) for line in read]
    months = [
        [(held.month.year * 12 + held.month.month) for held in (run[0], run[-1])]
        for run in runs
        if len(run) > 1
    ]
    slope, start = np.polyfit(np.ravel(months), np.ravel(spans), 1)
    assert slope * np.ravel(months) + start == pytest.approx(np.ravel(spans), abs=0.01)
    assert dots
    for dot in dots:
        middle = (dot.points[0][0] + dot.points[1][0]) / 2
        assert not any(left < middle < right for left, right in spans)
