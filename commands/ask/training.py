"""Train the classifier of topics: ``python -m commands.ask.training``.

Softmax regression on the sentences of ``data/sentences_en.csv``, by full-batch Adam. Rare topics
count more; weights are kept small by an L2 penalty and stored as bytes.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np

from commands.ask.classifier import FEATURES, WEIGHTS, Weights, features_of
from commands.ask.question import take_apart
from commands.ask.reading import signs_of
from commands.ask.wording import in_words

_DATA: Final = Path(__file__).with_name("data")
_PENALTY: Final = 2e-5
_STEPS: Final = 300
_RATE: Final = 0.05
_MOMENTUM: Final = (0.9, 0.99)
_MOST_STORED: Final = 127


def read_sentences() -> list[tuple[str, str]]:
    """Each topic with a sentence."""
    with (_DATA / "sentences_en.csv").open(encoding="utf-8", newline="") as file:
        return [(row["topic"], row["sentence"]) for row in csv.DictReader(file)]


def train(sentences: list[tuple[str, str]]) -> Weights:
    """The weights that tell these sentences apart best."""
    topics = sorted({topic for topic, _ in sentences})
    wanted = np.array([topics.index(topic) for topic, _ in sentences])
    inputs = np.zeros((len(sentences), FEATURES), np.float32)
    for row, (_, sentence) in enumerate(sentences):
        question = take_apart(in_words(sentence))
        found = features_of(question.marked, signs_of(question, is_asked="?" in sentence))
        inputs[row, found] = 1 / np.sqrt(len(found))
    count = (1 / np.sqrt(np.bincount(wanted))[wanted]).astype(np.float32)
    count /= count.sum()
    target = np.eye(len(topics), dtype=np.float32)[wanted]
    weights = np.zeros((FEATURES, len(topics)), np.float32)
    bias = np.zeros(len(topics), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = inputs @ weights + bias
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = (odds / odds.sum(axis=1, keepdims=True) - target) * count[:, None]
        gradient = inputs.T @ error + _PENALTY * weights
        mean = _MOMENTUM[0] * mean + (1 - _MOMENTUM[0]) * gradient
        square = _MOMENTUM[1] * square + (1 - _MOMENTUM[1]) * gradient**2
        first, second = mean / (1 - _MOMENTUM[0] ** step), square / (1 - _MOMENTUM[1] ** step)
        weights -= _RATE * first / (np.sqrt(second) + 1e-8)
        bias -= 0.5 * error.sum(axis=0)
    return Weights(tuple(topics), weights, bias)


def save(trained: Weights) -> None:
    """Write weights where the classifier reads them."""
    scales = np.abs(trained.weights).max(axis=0) / _MOST_STORED
    np.savez_compressed(
        _DATA / WEIGHTS,
        topics=np.array(trained.topics),
        weights=np.round(trained.weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        bias=trained.bias,
    )


if __name__ == "__main__":
    save(train(read_sentences()))
