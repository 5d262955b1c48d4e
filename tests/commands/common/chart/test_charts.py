"""The chart of every answer: legible, consistent with its words, deterministic."""

from __future__ import annotations

import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from io import BytesIO

import matplotlib as mpl
import pytest
from PIL import Image

from calc import Scenario, load_snapshot
from calc.evidence.families import studies_of
from commands.about.studies_chart import study_names
from commands.common.chart import theme
from commands.common.chart.render import render_png
from commands.common.command import Request
from commands.registry import COMMANDS
from tests.commands.cases import answers, first, lines
from tests.commands.common.chart.checks import check_texts_are_legible

REQUEST = Request(load_snapshot())
MORE_LINES = [
    *(f"/holders country:{holder.name}" for holder in REQUEST.snapshot.holders.values()),
    *(f"/selloff country:japan amount:{sum_}m over:year" for sum_ in (4, 60, 400, 9_000, 70_000)),
    "/bond price:2 coupon:0% years:30",
    "/bond price:912.34 coupon:12.3456% years:7 face:1000",
    "/interest at:0%",
    "/interest at:3.8%",
    "/interest issue:36.123456t from:5.1234% to:5.2345%",
    "/about show:studies",
]
MOST_WORDS = 40
"""Beside the source line at the foot and the names of studies, which a forest plot lists."""
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
SHORT_DATE = re.compile(r"’\d\d")
# The rows of these charts are those of a table, which the text sums up.
TABLES = {"/history", "/about", "/ripple", "/signal"}


def _charts():
    """Each answer of the grid with a chart, once."""
    found = {}
    for line in (*lines(), *MORE_LINES):
        answer = first(line, REQUEST)
        if answer.picture is not None:
            found.setdefault(answer.picture.spec, (line, answer))
    return dict(found.values())


CHARTS = _charts()
EXAMPLES = {line: CHARTS[line] for line in (c.example for c in COMMANDS.values()) if line in CHARTS}
every_chart = pytest.mark.parametrize("line", CHARTS)
every_example = pytest.mark.parametrize("line", EXAMPLES)


def test_all_commands_with_a_chart_are_covered():
    drawn = {line.split()[0] for line in CHARTS}
    # The picture of an answer to /ask is that of the command it was read as.
    assert {f"/{name}" for name in COMMANDS} - drawn == {"/ask", "/help", "/learn"}


@every_chart
def test_chart_texts_are_legible(line):
    check_texts_are_legible(CHARTS[line].picture.spec)


@cache
def _names_of_studies():
    studies = studies_of(Scenario("jp", 200_000_000_000), REQUEST.snapshot)
    families = (studies.flows, studies.stocks)
    return {name for family in families for name in study_names(family.estimates)}


@every_chart
def test_chart_words_are_few(line):
    spec = CHARTS[line].picture.spec
    names = _names_of_studies()
    shown = (text for text in spec.texts if text.style != theme.FOOTER)
    above = " ".join(text.words for text in shown if text.words not in names)
    words = re.findall(r"[^\W\d][\w-]*", above)
    assert len(words) <= MOST_WORDS, words


@every_chart
def test_chart_numbers_are_in_the_answer(line):
    """Shorter at most; those of a table are in its text or one tap away."""
    answer = CHARTS[line]
    said = answer.text + answer.small_print + answer.picture.alt
    if line.split()[0] in TABLES:
        said += " ".join(tapped.text for _, tapped in answers(line))
    # Also known: all that is on the market, and the last year of the outlook, on an axis.
    last_year = REQUEST.snapshot.budget[-1].fiscal_year
    said += f" {REQUEST.snapshot.marketable_usd / 1e12} {last_year}"
    texts = answer.picture.spec.texts
    shown = [text.words for text in texts if text.style.color != theme.TICK.color]
    unknown = [
        number
        for words in shown
        for number in NUMBER.findall(SHORT_DATE.sub("", words))
        if not is_rounded(number, NUMBER.findall(said))
    ]
    assert unknown == []


def is_rounded(number, others):
    half = 0.5 * 10.0 ** -len(number.partition(".")[2])
    values = (float(each.replace(",", "")) for each in others)
    return any(abs(float(number.replace(",", "")) - value) <= half * 1.001 for value in values)


@every_chart
def test_chart_uses_colors_of_the_palette(line):
    spec = CHARTS[line].picture.spec
    used = {each.color for each in spec.primitives if hasattr(each, "color")}
    assert used | {text.style.color for text in spec.texts} <= set(theme.COLORS)


@every_example
def test_second_tap_charts_are_legible(line):
    for _, answer in answers(line):
        if answer.picture is not None:
            check_texts_are_legible(answer.picture.spec)


@every_example
def test_spec_survives_pickling_and_hashing(line):
    spec = CHARTS[line].picture.spec
    copy = pickle.loads(pickle.dumps(spec))  # noqa: S301 - our own bytes
    assert copy == spec
    assert hash(copy) == hash(spec)
    assert first(line, REQUEST).picture.spec == spec


@every_example
def test_png_is_opaque_and_small(line):
    png = CHARTS[line].picture.draw()
    image = Image.open(BytesIO(png))
    assert (image.format, image.mode, image.width) == ("PNG", "P", theme.WIDTH)
    assert theme.LOW_HEIGHT <= image.height <= theme.HEIGHT
    assert "transparency" not in image.info
    assert len(png) <= 60 * 1024


def test_rendering_is_deterministic_across_threads():
    specs = [answer.picture.spec for answer in EXAMPLES.values()]
    alone = [render_png(spec) for spec in specs]
    with ThreadPoolExecutor(2) as threads:
        together = list(threads.map(render_png, specs * 2))
    assert together == alone * 2
    assert len(set(alone)) == len(specs)


def test_rendering_ignores_matplotlib_settings():
    spec = EXAMPLES[COMMANDS["selloff"].example].picture.spec
    usual = render_png(spec)
    settings = {
        "text.usetex": False,
        "text.parse_math": True,
        "font.size": 3,
        "lines.linewidth": 9,
        "hatch.linewidth": 9,
        "savefig.transparent": True,
    }
    with mpl.rc_context(settings):
        assert render_png(spec) == usual
