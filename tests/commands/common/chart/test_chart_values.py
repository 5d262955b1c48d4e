"""Marks of a chart lie where the numbers are."""

from __future__ import annotations

import numpy as np
import pytest

from calc import Pace, Scenario, run
from calc.evaluation import dated_record
from calc.events.table import load_events
from calc.fx_intervention import yen_move
from calc.ordinary_moves import ordinary_month
from calc.ownership import ownership
from calc.spillovers import spillovers_of
from commands.common.chart import theme
from commands.common.chart.spec import Area, Dot, Line
from commands.common.sale.figures import figures_of
from commands.common.translator import ENGLISH
from commands.ripple.buttons import USUAL_LOAN
from commands.ripple.chart import chart as ripple_chart
from commands.ripple.figures import ripple_figures
from commands.selloff.chart import chart as sale_chart
from commands.yen.chart import chart as yen_chart
from commands.yen.figures import yen_figures
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
        ("/interest at:6%", "Interest up $1.5tn in 2036"),
        ("/interest at:3%", "Interest down $480bn in 2036"),
    ],
)
def test_title_says_the_finding(line, title):
    assert words_of(spec_of(line)).startswith(title)


@pytest.mark.parametrize(("line", "is_shown"), [("at:6%", True), ("at:3.8%", False)])
def test_interest_on_interest_shows_only_where_it_adds(line, is_shown):
    assert ("interest on interest" in words_of(spec_of(f"/interest {line}"))) is is_shown


@pytest.mark.parametrize("scenario", [JAPAN, WHOLE_MARKET], ids=["japan", "whole market"])
def test_sale_guess_and_range_show_in_all_rows(scenario):
    picture = pixels_of(without_texts(sale(scenario)[1]))
    rows = picture[186:318], picture[318:450], picture[450:582]
    for color in (theme.BEST_GUESS, theme.RANGE):
        assert all(has_color(row, color).sum() > 200 for row in rows)


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
        ordinary_month().record,
        *(changes[key] for key in ("tariff_week_2025", "dash_for_cash_2020", "term_premium_2023")),
    ]
    dot = min(marks(spec, Dot, theme.BEST_GUESS), key=lambda mark: mark.at[1])
    places = np.array([dot.at[0], *ticks])
    values = np.array([outcome.yields.peak.central, *expected])
    slope, start = np.polyfit(values, places, 1)
    assert slope * values + start == pytest.approx(places, abs=1)


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
    spec = ripple_chart(result, ripple_figures(result))
    bars = marks(spec, Line, theme.BEST_GUESS)
    is_fall = {bar.points[0][1]: bar.points[1][0] < bar.points[0][0] for bar in bars}
    from_top = [is_fall[height] for height in sorted(is_fall, reverse=True)]
    assert from_top == [False, False, False, True, True, True]


def test_yen_dot_lies_on_the_best_guess_line():
    outcome = yen_move(160, 150)
    spec = yen_chart(outcome, yen_figures(outcome))
    dot = max(marks(spec, Dot), key=lambda mark: mark.size)
    (line,) = marks(spec, Line, theme.BEST_GUESS)
    xs, ys = zip(*line.points, strict=True)
    assert np.interp(dot.at[0], xs, ys) == pytest.approx(dot.at[1], abs=2)


def test_record_marks_hits_and_misses_without_color():
    spec = spec_of("/about show:record")
    verdicts = [text.words for text in spec.texts if text.words in "✓✗"]
    assert verdicts == ["✓" if case.is_within else "✗" for case in dated_record().tested]


def test_largest_holders_have_proportional_bars():
    holders = ownership(REQUEST.snapshot).ranked[:5]
    bars = marks(spec_of("/holders"), Line)[-len(holders) :]
    lengths = [bar.points[1][0] - bar.points[0][0] for bar in bars]
    held = [ranked.held.usd for ranked in holders]
    assert np.array(lengths) / lengths[0] == pytest.approx(np.array(held) / held[0])


def test_reported_sums_are_named():
    words = words_of(spec_of("/holders"))
    for ranked in ownership(REQUEST.snapshot).ranked[:5]:
        held = ENGLISH.short_money(ranked.held.usd, 3)
        assert (f"{held}, {ENGLISH.month(ranked.held.month)}, reported" in words) == (
            ranked.held.standing == "reported"
        )


def test_unread_month_leaves_a_gap():
    """April 2026 was not read for the United Kingdom: no line crosses its place."""
    spec = spec_of("/holders country:uk")
    green = marks(spec, Line, theme.MEASURED)
    spans = sorted((line.points[0][0], line.points[-1][0]) for line in green)
    reach, gaps = spans[0][1], []
    for start, end in spans[1:]:
        gaps.append(start - reach)
        reach = max(reach, end)
    # Four gaps between the five tables, one for the month.
    wide = sorted(gap for gap in gaps if gap > 12)
    assert len(wide) == 5
    assert wide[0] < wide[1] / 1.5
