from __future__ import annotations

from io import BytesIO

import numpy as np
from hypothesis import given
from hypothesis.extra.numpy import arrays
from PIL import Image

from commands.charts.png import encode_png


@given(arrays(np.uint8, (5, 7, 3)))
def test_others_read_back_what_was_packed(pixels):
    image = Image.open(BytesIO(encode_png(pixels)))
    assert image.mode == "RGB"
    assert (np.asarray(image) == pixels).all()


def test_a_cut_out_is_packed_too():
    wide = np.arange(6 * 8 * 4, dtype=np.uint8).reshape(6, 8, 4)
    image = Image.open(BytesIO(encode_png(wide[1:4, 2:7, :3])))
    assert (np.asarray(image) == wide[1:4, 2:7, :3]).all()
