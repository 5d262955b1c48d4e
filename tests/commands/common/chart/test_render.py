"""The quick renderer draws what matplotlib draws."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from matplotlib.backends.backend_agg import RendererAgg
from PIL import Image

from commands.common.chart import theme
from commands.common.chart.canvas import Canvas
from commands.common.chart.coverage import cap_height, layout_text, text_width
from commands.common.chart.render import Palette, encode_png, palette, render_png
from tests.commands.common.chart.checks import box_of, pixels, pixels_of
from tests.commands.common.chart.matplotlib_reference import draw_with_matplotlib
from tests.commands.common.chart.test_charts import CHARTS

ON_PHONE = 4
STYLES = [theme.TITLE, theme.LABEL, theme.FINDING, theme.RANGE_TEXT, theme.TICK, theme.MAIN_TICK]
PNG_COLORS = np.arange(256 * 3).reshape(256, 3).astype(np.uint8)


def as_on_a_phone(picture):
    rows, columns = (size // ON_PHONE for size in picture.shape[:2])
    return picture.reshape(rows, ON_PHONE, columns, ON_PHONE, 3).mean(axis=(1, 3))


def check_same(spec):
    quick, slow = pixels_of(spec).astype(int), draw_with_matplotlib(spec)
    off = np.abs(quick - slow)
    assert off.mean() < 0.5
    # Half a pixel at the edge of a letter is a strong difference in a pixel, and none to the eye.
    assert (off.max(axis=2) > 64).mean() < 0.002
    assert np.abs(as_on_a_phone(quick) - as_on_a_phone(slow)).max() < 64


@pytest.mark.parametrize("line", list(CHARTS)[::4])
def test_charts_match_matplotlib(line):
    check_same(CHARTS[line].picture.spec)


COORDINATES = st.tuples(st.floats(-50, 1250), st.floats(-50, 950))
WELL_INSIDE = st.tuples(st.floats(40, 1160), st.floats(40, 860))
COLORS = st.sampled_from(theme.COLORS)


@given(
    # Beyond the edge of the picture matplotlib cuts the end of a line in its own way.
    st.lists(WELL_INSIDE, min_size=2, max_size=8, unique=True),
    COLORS,
    st.floats(1, 30),
    st.booleans(),
)
@settings(max_examples=12, deadline=None)
def test_lines_match_matplotlib(points, color, width, is_round):
    canvas = Canvas()
    canvas.line(points, color=color, width=width, layer=0, is_round=is_round)
    check_same(canvas.spec())


@given(st.lists(st.tuples(COORDINATES, COLORS, st.integers(8, 50)), max_size=4))
@settings(max_examples=8, deadline=None)
def test_dots_match_matplotlib(dots):
    canvas = Canvas()
    canvas.line([(0, 450), (1200, 450)], color=theme.RANGE, width=900, layer=-1)
    for layer, (at, color, size) in enumerate(dots):
        canvas.dot(at, color=color, size=size, layer=layer)
    check_same(canvas.spec())


@given(WELL_INSIDE, st.floats(10, 900), st.floats(0, 900), st.sampled_from([0.0, 0.3, 40.0]))
@settings(max_examples=12, deadline=None)
def test_areas_match_matplotlib(corner, width, height, slant):
    left, bottom = corner
    right, top = left + width, bottom + height
    canvas = Canvas()
    outline = [(left, bottom), (right, bottom + slant), (right, top + slant), (left, top)]
    canvas.area(outline, color=theme.RANGE, layer=0)
    check_same(canvas.spec())


@given(
    st.tuples(st.integers(-200, 1100), st.integers(-40, 900)),
    st.sampled_from(["0.15 points", "$4.9bn to $36bn", "office, first", "±1.25%", "Åland É", ""]),
    st.sampled_from(STYLES),
)
@settings(max_examples=12, deadline=None)
def test_texts_match_matplotlib(at, words, style):
    canvas = Canvas()
    canvas.text(at, words, style)
    check_same(canvas.spec())


def test_text_over_marks_matches_matplotlib():
    canvas = Canvas()
    canvas.area([(100, 100), (900, 100), (900, 500), (100, 500)], color=theme.RANGE, layer=0)
    canvas.line([(100, 300), (1000, 250)], color=theme.BEST_GUESS, width=60, layer=1)
    for height, style in zip(range(120, 500, 60), STYLES, strict=False):
        canvas.text((120, height), "$36.20bn in all", style)
    check_same(canvas.spec())


def test_higher_layers_cover_lower_ones():
    canvas = Canvas()
    for layer, color in ((1, theme.BEST_GUESS), (0, theme.RANGE)):
        canvas.line([(100, 100), (300, 100)], color=color, width=40, layer=layer)
    assert tuple(pixels_of(canvas.spec())[800, 200]) == (0xFF, 0xB0, 0x20)


def test_surface_is_clean_for_the_next_chart():
    def spec(height):
        canvas = Canvas()
        outline = [(-20, height), (700, height + 90), (1300, height + 200), (600, height + 50)]
        canvas.area(outline, color=theme.RANGE, layer=0)
        canvas.line(outline, color=theme.BEST_GUESS, width=30, layer=1)
        canvas.dot((0, height), color=theme.RANGE, size=40, layer=2)
        return canvas.spec()

    heights = [-40, 200, 850, 330]
    with ThreadPoolExecutor(1) as fresh:
        alone = fresh.submit(render_png, spec(heights[0])).result()
    for height in heights:
        render_png(spec(height))
    assert render_png(spec(heights[0])) == alone


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("words", ["Extra US interest, 2036", "$98.80", "10-year yield up"])
def test_text_width_matches_the_ink(words, style):
    canvas = Canvas()
    empty = draw_with_matplotlib(canvas.spec())
    canvas.text((20, 100), words, style)
    spec = canvas.spec()
    ink = np.flatnonzero((draw_with_matplotlib(spec) != empty).any(axis=(0, 2)))
    box = box_of(spec.texts[0])
    assert box.left - 1 <= ink.min() < ink.max() <= box.right + 1
    assert ink.max() > box.right - style.size / 5
    assert box.width == pytest.approx(text_width(words, style))


def test_bold_text_is_measured_in_its_own_font():
    assert text_width("Yields", theme.MAIN_TICK) != text_width("Yields", theme.LABEL)


def test_layout_reaches_as_far_as_letters_without_accents():
    style = theme.LABEL
    layout = layout_text("Yields", style)
    assert (layout.ascent, layout.descent) == (0.76 * style.size, 0.22 * style.size)
    assert cap_height(style) == pytest.approx(0.73 * style.size)


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("center", 0.5), ("right", 1)])
def test_text_is_aligned_to_its_point(align, share):
    canvas = Canvas()
    canvas.text((500.4, 99.6), "$100", theme.TICK, align=align)
    (text,) = canvas.spec().texts
    box = box_of(text)
    assert box.left + share * box.width == pytest.approx(500.4, abs=0.6)
    assert text.baseline == 100


def test_palette_is_near_every_mixture():
    entries = palette().entries.astype(int)
    assert len(entries) <= 256
    for one, other in itertools.combinations(theme.COLORS, 2):
        for share in np.linspace(0, 1, 29):
            mixed = (1 - share) * rgb(one) + share * rgb(other)
            assert np.abs(entries - mixed).max(axis=1).min() <= 20, (one, other, share)


def test_palette_mixes_by_coverage():
    colors = Palette(["#000000", "#ffffff", "#ff0000", "#0000ff"])
    under = np.arange(len(colors.entries), dtype=np.uint8)
    bare, covered = np.zeros_like(under), np.full_like(under, 255)
    assert (colors.over(under, bare, "#ff0000") == under).all()
    assert (colors.over(under, covered, "#ff0000") == colors.number("#ff0000")).all()
    half = colors.over(under[:1], np.array([128], np.uint8), "#ffffff")
    assert (np.abs(colors.entries[half[0]].astype(int) - 128) <= 20).all()


def rgb(color):
    return np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])


def test_agg_buffer_is_shared_and_writable():
    """`coverage` clears by writing to it, which matplotlib does not promise."""
    renderer = RendererAgg(8, 8, 72)
    np.asarray(renderer.buffer_rgba())[...] = 7
    assert (np.asarray(renderer.buffer_rgba()) == 7).all()


@pytest.mark.parametrize("backend", ["module://matplotlib_inline.backend_inline", "x y"])
def test_inherited_backend_is_ignored(backend):
    program = (
        "from commands.registry import COMMANDS; import matplotlib as m; print(m.get_backend())"
    )
    asked = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"MPLBACKEND": backend},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert asked.stdout.strip() == "agg"


@given(arrays(np.uint8, (5, 7)))
def test_png_reads_back_as_packed(numbers):
    png = encode_png(np.pad(numbers, ((0, 0), (1, 0))), PNG_COLORS)
    assert "transparency" not in Image.open(BytesIO(png)).info
    assert (pixels(png) == PNG_COLORS[numbers]).all()


def test_png_with_small_palette_reads_back():
    rows = np.array([[0, 0, 1], [0, 1, 0]], np.uint8)
    image = Image.open(BytesIO(encode_png(rows, PNG_COLORS[:2])))
    assert (np.asarray(image) == [[0, 1], [1, 0]]).all()
