"""The picture of a sale: readable on a phone, honest, the same every time."""

from __future__ import annotations

import dataclasses
import itertools
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO

import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image

from calc import Outcome, Pace, Scenario, run
from commands.common.chart import theme
from commands.common.sale.figures import Figures, figures_of
from commands.common.spans import Span
from commands.common.translator import Translator
from commands.selloff.chart import compose, draw
from tests.commands.common.chart.checks import (
    check_few_words,
    check_nothing_is_drawn_behind_text,
    check_text_is_large_and_stands_alone,
    colored,
    pixels,
    without,
)

JAPAN = Scenario("jp", 200_000_000_000)
TINY = Scenario("il", 1_000_000, Pace.YEAR)
WHOLE_MARKET = Scenario("jp", 31_000_000_000_000, Pace.DAY, beyond_holding=True, regime="panic")
AMOUNTS = (1, 4, 20, 60, 150, 400, 3_000, 9_000, 70_000, 250_000, 600_000, 4_000_000, 31_000_000)
GRID = [
    TINY,
    WHOLE_MARKET,
    *(
        Scenario("jp", amount * 1_000_000, pace, beyond_holding=True)
        for amount, pace in itertools.product(AMOUNTS, Pace)
    ),
]


def name_of(scenario: Scenario) -> str:
    return f"{scenario.amount_usd / 1e6:,.0f}m-{scenario.pace}-{scenario.regime}"


@cache
def worked_out(scenario: Scenario) -> tuple[Outcome, Figures]:
    outcome = run(scenario)
    return outcome, figures_of(outcome)


def written(figures: Figures) -> set[str]:
    texts: set[str] = set()
    for field in dataclasses.fields(figures):
        value = getattr(figures, field.name)
        if isinstance(value, Translator):
            continue
        texts |= {value.central, value.range} if isinstance(value, Span) else {value}
    return texts


def test_it_is_an_opaque_png_of_the_agreed_size():
    png = draw(*worked_out(JAPAN))
    image = Image.open(BytesIO(png))
    image.load()
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 900))
    assert "transparency" not in image.info
    assert len(png) <= 60 * 1024


def test_the_same_outcome_makes_the_same_bytes():
    assert draw(*worked_out(JAPAN)) == draw(*worked_out(JAPAN))


def test_threads_do_not_get_into_each_others_pictures():
    cases = [worked_out(scenario) for scenario in (JAPAN, TINY, WHOLE_MARKET)] * 3
    alone = [draw(*case) for case in cases[:3]] * 3
    with ThreadPoolExecutor(2) as threads:
        together = list(threads.map(lambda case: draw(*case), cases))
    assert together == alone
    assert len(set(alone)) == 3


def test_settings_of_others_for_matplotlib_change_nothing():
    usual = draw(*worked_out(JAPAN))
    others = {
        "text.usetex": False,
        "text.parse_math": True,
        "font.size": 3,
        "lines.linewidth": 9,
        "hatch.linewidth": 9,
        "savefig.transparent": True,
        "figure.facecolor": "red",
    }
    with mpl.rc_context(others):
        assert draw(*worked_out(JAPAN)) == usual


@pytest.mark.parametrize("scenario", GRID, ids=name_of)
def test_text_is_large_and_stands_alone(scenario):
    check_text_is_large_and_stands_alone(compose(*worked_out(scenario)))


@pytest.mark.parametrize("scenario", GRID, ids=name_of)
def test_nothing_is_drawn_behind_text(scenario):
    check_nothing_is_drawn_behind_text(compose(*worked_out(scenario)))


@pytest.mark.parametrize("scenario", GRID, ids=name_of)
def test_every_number_is_one_of_the_answer_or_of_an_axis(scenario):
    outcome, figures = worked_out(scenario)
    texts = compose(outcome, figures).texts
    together = " ".join(text.get_text() for text in texts if text.get_color() != theme.TICK.color)
    title, main_tick = "10-year yield up", " 10 "
    assert title in together
    assert main_tick in together
    rest = without(together.replace(title, "").replace(main_tick, " "), written(figures))
    assert not re.search(r"\d", rest), rest

    on_axes = [text.get_text() for text in texts if text.get_color() == theme.TICK.color]
    axis = re.compile(r"\d+(\.\d+)?( years)?|\$100")
    assert all(axis.fullmatch(label) for label in on_axes), on_axes


@pytest.mark.parametrize("scenario", GRID, ids=name_of)
def test_each_best_guess_and_each_range_is_written_out(scenario):
    outcome, figures = worked_out(scenario)
    together = " ".join(text.get_text() for text in compose(outcome, figures).texts)
    for span in (figures.rise, figures.price, figures.interest_short):
        assert span.central in together
        assert span.range in together


@pytest.mark.parametrize("scenario", GRID, ids=name_of)
def test_few_words(scenario):
    outcome, figures = worked_out(scenario)
    check_few_words(compose(outcome, figures), written(figures))


def test_the_title_says_the_finding():
    outcome, figures = worked_out(JAPAN)
    first, second = compose(outcome, figures).texts[:2]
    assert first.get_text() == "10-year yield up"
    assert second.get_text() == f"{figures.rise.central} points"
    assert first.get_fontsize() > theme.LEAST_TEXT


@pytest.mark.parametrize("scenario", [JAPAN, WHOLE_MARKET], ids=name_of)
def test_best_guess_and_range_are_seen_in_all_three_parts(scenario):
    canvas = compose(*worked_out(scenario))
    for text in canvas.texts:
        text.set_visible(False)
    picture = pixels(canvas.png())
    parts = picture[:450], picture[450:, :600], picture[450:, 600:]
    for color in (theme.BEST_GUESS, theme.RANGE, theme.RANGE_FILL, theme.RANGE_HATCH):
        assert all(colored(part, color).sum() > 200 for part in parts)


def test_the_price_hangs_as_far_from_the_face_as_it_fell():
    outcome, figures = worked_out(JAPAN)
    canvas = compose(outcome, figures)
    for text in canvas.texts:
        text.set_visible(False)
    panel = pixels(canvas.png())[450:, :600]
    inside = np.flatnonzero(colored(panel, theme.RANGE_FILL).any(axis=0))
    face = np.flatnonzero(colored(panel, theme.BASELINE).sum(axis=0) > 50).mean()
    near, far = face - inside.max(), face - inside.min()
    fallen = [outcome.price.face - value for value in outcome.price.at_peak]
    assert near / far == pytest.approx(min(fallen) / max(fallen), abs=0.01)


def test_next_to_nothing_looks_like_next_to_nothing():
    canvas = compose(*worked_out(TINY))
    for text in canvas.texts:
        text.set_visible(False)
    marks = ~colored(pixels(canvas.png()), theme.GROUND)
    usual = compose(*worked_out(JAPAN))
    for text in usual.texts:
        text.set_visible(False)
    assert marks.sum() < (~colored(pixels(usual.png()), theme.GROUND)).sum() / 5
