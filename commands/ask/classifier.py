"""The likeliest topic of a question that no template fits: a linear classifier on n-grams.

It only chooses between topics; what is read of a question, and every figure of the answer, comes
from elsewhere. `commands.ask.training` writes its weights.
"""

from __future__ import annotations

import itertools
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Final

import numpy as np
import numpy.typing as npt

FEATURES: Final = 4096
WEIGHTS: Final = "weights_en.npz"
_SIZES: Final = (3, 4, 5)

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


def features_of(marked: str) -> list[int]:
    """The features of the words of a question: n-grams of letters, words, pairs of words.

    Args:
        marked: Words with a blank behind each; a second line is not read.
    """
    words = marked.partition("\n")[0].split()
    text = f" {' '.join(words)} "
    grams = {text[at : at + size] for size in _SIZES for at in range(len(text) - size + 1)}
    grams.update(f"w:{word}" for word in words)
    grams.update(f"b:{one} {other}" for one, other in itertools.pairwise(words))
    return sorted({zlib.crc32(gram.encode()) % FEATURES for gram in grams})


def likelihoods(marked: str) -> dict[str, float]:
    """How likely each topic is, 0 to 1, by what the classifier was trained on."""
    trained, found = load_weights(), features_of(marked)
    if not found:
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
