from __future__ import annotations

from io import BytesIO

import numpy as np
from hypothesis import given
from hypothesis.extra.numpy import arrays
from PIL import Image

from commands.common.chart.png import encode_png

COLORS = np.arange(256 * 3).reshape(256, 3).astype(np.uint8)


@given(arrays(np.uint8, (5, 7)))
def test_others_read_back_what_was_packed(pixels):
    rows = np.pad(pixels, ((0, 0), (1, 0)))
    image = Image.open(BytesIO(encode_png(rows, COLORS)))
    assert image.size == (7, 5)
    assert "transparency" not in image.info
    assert (np.asarray(image.convert("RGB")) == COLORS[pixels]).all()


def test_a_small_palette_will_do():
    rows = np.array([[0, 0, 1], [0, 1, 0]], np.uint8)
    image = Image.open(BytesIO(encode_png(rows, COLORS[:2])))
    assert (np.asarray(image) == [[0, 1], [1, 0]]).all()
