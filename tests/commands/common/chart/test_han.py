"""Chinese, Japanese and Korean in charts: own fonts, square characters, lines without blanks."""

from dataclasses import replace

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from commands.common.chart import coverage, theme
from commands.common.chart.canvas import PAGE, Box, Canvas, TextColumn
from commands.common.chart.coverage import layout_text, text_width
from commands.common.locale import catalog_files
from tests.commands.cases import ask

SIGNS = "国债"


@pytest.fixture
def fonts(tmp_path, monkeypatch):
    """A language whose characters are black squares, and one whose are smaller ones."""
    for language, side in (("zh_CN", 800), ("ja", 400)):
        (tmp_path / language).mkdir()
        for file in (coverage.REGULAR, coverage.BOLD):
            _squares(side).save(tmp_path / language / file)
    monkeypatch.setattr(catalog_files, "FOLDER", tmp_path)
    coverage.han_font.cache_clear()
    yield
    coverage.han_font.cache_clear()


def _squares(side):
    pen = TTGlyphPen(None)
    for step, point in enumerate([(0, 0), (0, side), (side, side), (side, 0)]):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    names = [".notdef", "square"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(sign): "square" for sign in SIGNS})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    return builder.font


def ink(words, language):
    return sum(
        int(np.count_nonzero(piece.coverage))
        for piece, _ in layout_text(words, theme.LABEL, language).pieces
    )


def test_each_language_draws_with_its_own_font(fonts):
    large, small = ink(SIGNS, "zh_CN"), ink(SIGNS, "ja")
    assert large == pytest.approx(2 * (0.8 * theme.LABEL.size) ** 2, rel=0.1)
    assert small == pytest.approx(large / 4, rel=0.2)
    assert ink("10", "zh_CN") == ink("10", "")


def test_width_needs_no_language():
    size = theme.LABEL.size
    assert text_width(SIGNS, theme.LABEL) == 2 * size
    assert text_width("10年", theme.LABEL) == text_width("10", theme.LABEL) + size


def test_line_breaks_between_characters_but_not_before_closing_mark():
    assert [part for _, part in coverage.unbroken_parts("利率（最大）为10年。U.S. 国")] == [
        "利",
        "率",
        "（最",
        "大）",
        "为",
        "10",
        "年。",
        "U.S.",
        "国",
    ]


def test_column_breaks_text_without_blanks_and_loses_none():
    canvas = Canvas()
    words = "国债收益率" * 12
    TextColumn(canvas, Box(0, 0, 300, 800)).label(words)
    texts = canvas.spec().texts
    assert "".join(text.words for text in texts) == words
    assert all(text_width(text.words, text.style) <= 300 for text in texts)


def test_english_lines_break_as_before():
    canvas = Canvas()
    TextColumn(canvas, replace(PAGE, right=400)).label("one two  three four five six seven")
    assert " ".join(text.words for text in canvas.spec().texts) == (
        "one two three four five six seven"
    )


def test_picture_of_language_is_another_one():
    picture = ask("/selloff country:japan amount:200b").picture
    spec = replace(picture.spec, language="zh_CN")
    assert hash(spec) != hash(picture.spec)
