"""The likeliest topic of a question: a linear classifier on n-grams and on templates that fit.

It only chooses between topics; what is read of a question, and every figure of the answer, comes
from elsewhere. `commands.ask.training` writes its weights.
"""

from __future__ import annotations

import itertools
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable

FEATURES: Final = 8192
WEIGHTS: Final = "weights_en.npz"
_SIZES: Final = (3, 4, 5)
_WEIGHT_OF_SIGN: Final = 4

_Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by feature and topic.

    Args:
        topics: Their names.
        weights: One column for each topic.
        bias: One for each topic.
    """

    topics: tuple[str, ...]
    weights: _Floats
    bias: _Floats


def features_of(marked: str, signs: Iterable[str]) -> list[int]:
    """The features of a question: n-grams of letters, words, pairs of words, and signs.

    Args:
        marked: Words with a blank behind each; what the whole holds, in a second line.
        signs: What else is known; each counts as much as several n-grams.
    """
    line, _, flags = marked.partition("\n")
    words = line.split()
    text = f" {' '.join(words)} "
    grams = {text[at : at + size] for size in _SIZES for at in range(len(text) - size + 1)}
    grams.update(f"w:{word}" for word in words)
    grams.update(f"b:{one} {other}" for one, other in itertools.pairwise(words))
    for sign in (*flags.split(), *signs):
        grams.update(f"s:{sign}#{copy}" for copy in range(_WEIGHT_OF_SIGN))
    return sorted({zlib.crc32(gram.encode()) % FEATURES for gram in grams})


def likelihoods(marked: str, signs: Iterable[str] = ()) -> dict[str, float]:
    """How likely each topic is, 0 to 1, by what the classifier was trained on."""
    trained, found = load_weights(), features_of(marked, signs)
    if not marked.strip():
        return dict.fromkeys(trained.topics, 0.0)
    scores = trained.weights[found].sum(axis=0) / np.sqrt(len(found)) + trained.bias
    odds = np.exp(scores - scores.max())
    return dict(zip(trained.topics, (odds / odds.sum()).tolist(), strict=True))


@cache
def load_weights() -> Weights:
    """The weights, which are stored as bytes with a scale for each topic."""
    with as_file(files("commands.ask") / "data" / WEIGHTS) as path, np.load(path) as stored:
        return Weights(
            tuple(str(topic) for topic in stored["topics"]),
            stored["weights"].astype(np.float32) * stored["scales"],
            stored["bias"].astype(np.float32),
        )
