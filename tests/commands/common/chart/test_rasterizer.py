"""What is drawn quickly looks like what matplotlib draws."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from calc import load_snapshot
from commands.common.chart import matplotlib_backend as reference
from commands.common.chart import rasterizer as raster
from commands.common.chart import theme
from commands.common.chart.canvas import Canvas
from commands.common.chart.palette import Palette, palette
from commands.common.command import Request
from commands.registry import COMMANDS, example_of
from commands.selloff.chart import compose
from tests.commands.common.chart.test_selloff_picture import GRID, name_of, worked_out

ON_PHONE = 4
STYLES = [theme.TITLE, theme.LABEL, theme.FINDING, theme.RANGE_TEXT, theme.TICK, theme.MAIN_TICK]


def drawn(canvas) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(canvas.png())).convert("RGB")).astype(int)


def plain(canvas) -> np.ndarray:
    return reference.draw(canvas.marks, canvas.texts).astype(int)


def as_on_a_phone(picture: np.ndarray) -> np.ndarray:
    rows, columns = theme.HEIGHT // ON_PHONE, theme.WIDTH // ON_PHONE
    return picture.reshape(rows, ON_PHONE, columns, ON_PHONE, 3).mean(axis=(1, 3))


def check_same(canvas) -> None:
    quick, slow = drawn(canvas), plain(canvas)
    off = np.abs(quick - slow)
    assert off.mean() < 0.5
    # Half a pixel at the edge of a letter is a strong difference in a pixel, and none to the eye.
    assert (off.max(axis=2) > 64).mean() < 0.002
    assert np.abs(as_on_a_phone(quick) - as_on_a_phone(slow)).max() < 64


@pytest.mark.parametrize("scenario", GRID[::4], ids=name_of)
def test_the_picture_of_a_sale_looks_like_the_plain_one(scenario):
    check_same(compose(*worked_out(scenario)))


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_the_picture_of_every_command_looks_like_the_plain_one(command, monkeypatch):
    canvases = []

    def keep(marks, texts):
        canvas = Canvas()
        canvas.marks, canvas.texts = marks, texts
        canvases.append(canvas)
        return b""

    picture = command.reply(Request(load_snapshot()), example_of(command)).picture
    if picture is None:
        pytest.skip("no picture")
    with monkeypatch.context() as patch:
        patch.setattr(raster, "draw_png", keep)
        picture.draw()
    (canvas,) = canvases
    assert canvas.texts
    check_same(canvas)


COORDINATES = st.tuples(st.floats(-50, 1250), st.floats(-50, 950))
WELL_INSIDE = st.tuples(st.floats(40, 1160), st.floats(40, 860))
COLORS = st.sampled_from(theme.COLORS)


@given(
    # Beyond the edge of the picture matplotlib cuts the end of a line in its own way.
    st.lists(WELL_INSIDE, min_size=2, max_size=8, unique=True),
    COLORS,
    st.floats(1, 30),
)
@settings(max_examples=25, deadline=None)
def test_any_line(points, color, width):
    canvas = Canvas()
    canvas.line(points, color=color, width=width, layer=0)
    check_same(canvas)


@given(st.lists(st.tuples(COORDINATES, COLORS, st.integers(8, 50)), max_size=4))
@settings(max_examples=15, deadline=None)
def test_any_dots(dots):
    canvas = Canvas()
    for layer, (at, color, size) in enumerate(dots):
        canvas.dot(at, color=color, size=size, layer=layer)
    check_same(canvas)


@given(WELL_INSIDE, st.floats(10, 900), st.floats(0, 900), st.sampled_from([0.0, 0.3, 40.0]))
@settings(max_examples=25, deadline=None)
def test_any_range(corner, width, height, slant):
    left, bottom = corner
    right, top = left + width, bottom + height
    canvas = Canvas()
    canvas.hatched(
        [(left, bottom), (right, bottom + slant), (right, top + slant), (left, top)], layer=0
    )
    check_same(canvas)


@given(
    st.tuples(st.integers(-200, 1100), st.integers(-40, 900)),
    st.sampled_from(["0.15 points", "$4.9bn to $36bn", "office, first", "±1.25%", "Åland É", ""]),
    st.sampled_from(STYLES),
)
@settings(max_examples=25, deadline=None)
def test_any_text(at, words, style):
    canvas = Canvas()
    canvas.text(at, words, style)
    check_same(canvas)


def test_text_over_marks():
    canvas = Canvas()
    canvas.hatched([(100, 100), (900, 100), (900, 500), (100, 500)], layer=0)
    canvas.line([(100, 300), (1000, 250)], color=theme.BEST_GUESS, width=60, layer=1)
    for height, style in zip(range(120, 500, 60), STYLES, strict=False):
        canvas.text((120, height), "$36.20bn in all", style)
    check_same(canvas)


def test_higher_layers_cover_lower_ones():
    canvas = Canvas()
    for layer, color in ((1, theme.BEST_GUESS), (0, theme.RANGE)):
        canvas.line([(100, 100), (300, 100)], color=color, width=40, layer=layer)
    assert tuple(drawn(canvas)[800, 200]) == (0xE6, 0x9F, 0x00)


def test_what_one_picture_left_behind_is_not_in_the_next():
    def canvas(height: float) -> Canvas:
        canvas = Canvas()
        outline = [(-20, height), (700, height + 90), (1300, height + 200), (600, height + 50)]
        canvas.hatched(outline, layer=0)
        canvas.line(outline, color=theme.BEST_GUESS, width=30, layer=1)
        canvas.dot((0, height), color=theme.RANGE, size=40, layer=2)
        return canvas

    heights = [-40, 200, 850, 330]
    with ThreadPoolExecutor(1) as fresh:
        alone = fresh.submit(canvas(heights[0]).png).result()
    for height in heights:
        canvas(height).png()
    assert canvas(heights[0]).png() == alone


def test_text_is_as_wide_as_matplotlib_has_it():
    canvas = Canvas()
    for style in STYLES:
        for words in ("Extra US interest, 2036", "$98.80", "10-year yield up"):
            canvas.texts.clear()
            canvas.text((20, 100), words, style)
            (text,) = canvas.texts
            ink = np.flatnonzero((plain(canvas) != plain(Canvas())).any(axis=(0, 2)))
            box = text.get_window_extent()
            assert box.x0 - 1 <= ink.min() < ink.max() <= box.x1 + 1
            assert ink.max() > box.x1 - style.size / 5
            assert box.x1 - box.x0 == pytest.approx(canvas.text_width(words, style))


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_text_hangs_where_it_was_put(align, share):
    canvas = Canvas()
    canvas.text((500.4, 99.6), "$100", theme.TICK, align=align)
    box = canvas.texts[0].get_window_extent()
    assert box.x0 + share * (box.x1 - box.x0) == pytest.approx(500.4, abs=0.6)
    assert canvas.texts[0].baseline == 100


def test_every_colour_and_every_mixture_is_near_one_of_the_palette():
    entries = palette().entries.astype(int)
    assert len(entries) <= 256
    for one, other in itertools.combinations(theme.COLORS, 2):
        for share in np.linspace(0, 1, 29):
            mixed = (1 - share) * rgb(one) + share * rgb(other)
            assert np.abs(entries - mixed).max(axis=1).min() <= 20, (one, other, share)


def test_a_covered_pixel_has_the_colour_and_a_bare_one_keeps_its_own():
    colors = Palette(["#000000", "#ffffff", "#ff0000", "#0000ff"])
    under = np.arange(len(colors.entries), dtype=np.uint8)
    bare, covered = np.zeros_like(under), np.full_like(under, 255)
    assert (colors.over(under, bare, "#ff0000") == under).all()
    assert (colors.over(under, covered, "#ff0000") == colors.number("#ff0000")).all()
    half = colors.over(under[:1], np.array([128], np.uint8), "#ffffff")
    assert (np.abs(colors.entries[half[0]].astype(int) - 128) <= 20).all()


def rgb(color: str) -> np.ndarray:
    return np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])
