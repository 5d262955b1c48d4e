"""What every picture is held to: readable on a phone, nothing over text, few words."""

from __future__ import annotations

import itertools
import re
from io import BytesIO

import numpy as np
from PIL import Image

from commands.common.chart import theme

PHONE_WIDTH = 300
LEAST_ON_PHONE = 11
MOST_WORDS = 12


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"))


def colored(picture: np.ndarray, color: str) -> np.ndarray:
    wanted = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    # Two levels of 255 are rounding of the rasteriser, and nobody sees them.
    return (np.abs(picture.astype(int) - wanted) <= 2).all(axis=2)


def without(text: str, known: set[str]) -> str:
    """The text with every known figure taken out."""
    for figure in sorted(known - {""}, key=len, reverse=True):
        text = re.sub(rf"(?<![\w.$]){re.escape(figure)}(?![\w.%])", "", text)
    return text


def together(canvas) -> str:
    return " ".join(text.get_text() for text in canvas.texts)


def check_text_is_large_and_stands_alone(canvas) -> None:
    boxes = [(text.get_text(), text.get_window_extent()) for text in canvas.texts]
    for text in canvas.texts:
        assert text.get_fontsize() * PHONE_WIDTH / theme.WIDTH >= LEAST_ON_PHONE
        assert not text.get_parse_math(), "two dollar signs would become a formula"
    for words, box in boxes:
        assert 0 <= box.x0 < box.x1 <= theme.WIDTH, words
        assert 0 <= box.y0 < box.y1 <= theme.HEIGHT, words
    for (words, box), (others, other) in itertools.combinations(boxes, 2):
        assert not box.overlaps(other), (words, others)


def check_nothing_is_drawn_behind_text(canvas) -> None:
    """Hides the text; draw the canvas before, if it is still to be drawn."""
    boxes = [(text.get_text(), text.get_window_extent()) for text in canvas.texts]
    for text in canvas.texts:
        text.set_visible(False)
    ground = colored(pixels(canvas.png()), theme.GROUND)
    for words, box in boxes:
        top, bottom = theme.HEIGHT - int(box.y1), theme.HEIGHT - int(box.y0)
        assert ground[top:bottom, int(box.x0) : int(box.x1) + 1].all(), words


def check_few_words(canvas, known: set[str]) -> None:
    words = re.findall(r"[^\W\d][\w-]*", without(together(canvas), known))
    assert len(words) <= MOST_WORDS, words


def check_numbers_are_known(canvas, known: set[str]) -> None:
    """No number stands in the picture that the answer does not have."""
    rest = without(together(canvas), known)
    assert not re.search(r"\d", rest), rest
