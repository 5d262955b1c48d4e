"""Checks that every chart has to pass: legible on a phone, no overlaps, few words."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import replace
from io import BytesIO

import numpy as np
from PIL import Image

from commands.common.chart import theme
from commands.common.chart.canvas import BOT_NAME, Box
from commands.common.chart.coverage import layout_text
from commands.common.chart.render import render_png

PHONE_WIDTH = 300
LEAST_ON_PHONE = 11
LEAST_FOOTER_ON_PHONE = 8
FOOTER_TOP = 58


def pixels(png):
    """Red, green and blue of each pixel."""
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"))


def pixels_of(spec):
    """Red, green and blue of each pixel of a rendered chart."""
    return pixels(render_png(spec))


def without_texts(spec):
    """The same chart without its texts."""
    marks = tuple(each for each in spec.primitives if each not in spec.texts)
    return replace(spec, primitives=marks)


def has_color(picture, color):
    """Where a picture has a colour; two levels of 255 are rounding of the rasteriser."""
    rgb = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return (np.abs(picture.astype(int) - rgb) <= 2).all(axis=2)


def words_of(spec):
    """All texts of a chart in one line."""
    return " ".join(text.words for text in spec.texts)


def box_of(text):
    """The box around a text, at least as high as a letter without accent."""
    line = layout_text(text.words, text.style)
    low, high = text.baseline - line.descent, text.baseline + line.ascent
    return Box(text.left, low, text.left + line.width, high)


def check_texts_are_legible(spec):
    """Large enough on a phone, inside the chart, none over another, nothing behind them."""
    check_texts_are_apart(spec)
    ground = has_color(pixels_of(without_texts(spec)), theme.GROUND)
    for text in spec.texts:
        box = box_of(text)
        rows = slice(math.ceil(spec.height - box.top), math.floor(spec.height - box.bottom))
        assert ground[rows, int(box.left) : int(box.right) + 1].all(), text.words


def check_texts_are_apart(spec):
    """Large enough on a phone, inside the chart, none over another."""
    boxes = [(text.words, box_of(text)) for text in spec.texts]
    check_footer(spec)
    for text in spec.texts:
        if text.style != theme.FOOTER:
            assert text.style.size * PHONE_WIDTH / spec.width >= LEAST_ON_PHONE, text.words
    for words, box in boxes:
        assert 0 <= box.left < box.right <= spec.width, words
        assert 0 <= box.bottom < box.top <= spec.height, words
    for (words, a), (others, b) in itertools.combinations(boxes, 2):
        is_apart = a.right <= b.left or b.right <= a.left or a.top <= b.bottom or b.top <= a.bottom
        assert is_apart, (words, others)


def check_footer(spec):
    """One source line at the foot, which ends with the name of the bot; nothing else is there."""
    (footer,) = (text for text in spec.texts if text.style == theme.FOOTER)
    assert footer.style.size * PHONE_WIDTH / spec.width >= LEAST_FOOTER_ON_PHONE
    assert footer.words.endswith(f" · {BOT_NAME}")
    assert box_of(footer).top < FOOTER_TOP
    assert all(box_of(text).bottom > FOOTER_TOP for text in spec.texts if text != footer)


def check_numbers_are_known(spec, known):
    """No number in the chart but in the known texts; those of an axis are grey, and not read."""
    texts = [text.words for text in spec.texts if text.style.color != theme.TICK.color]
    rest = " ".join(texts)
    for figure in sorted(known - {""}, key=len, reverse=True):
        rest = re.sub(rf"(?<![\w.$]){re.escape(figure)}(?![\w.%])", "", rest)
    assert not re.search(r"\d", rest), rest
