"""The classifier of topics knows its sentences, and none of the questions it is measured by."""

import numpy as np

from commands.ask.classifier import FEATURES, likelihoods, load_weights
from commands.ask.question import take_apart
from commands.ask.reading import signs_of
from commands.ask.training import read_sentences, train
from commands.ask.wording import in_words
from tests.commands.ask.reading_cases import cases

LEAST_KNOWN = 0.9


def marked(sentence):
    return take_apart(in_words(sentence)).marked


def chances_of(sentence):
    question = take_apart(in_words(sentence))
    return likelihoods(question.marked, signs_of(question, is_asked="?" in sentence))


def test_stored_weights_know_the_sentences():
    sentences = read_sentences()
    chances = [chances_of(sentence) for _, sentence in sentences]
    known = [
        max(each, key=each.get) == topic
        for each, (topic, _) in zip(chances, sentences, strict=True)
    ]
    assert sum(known) >= LEAST_KNOWN * len(sentences)
    assert all(abs(sum(each.values()) - 1) < 1e-3 for each in chances)


def test_no_measured_question_is_a_sentence():
    learnt = {marked(sentence).partition("\n")[0].strip() for _, sentence in read_sentences()}
    measured = {marked(case.question).partition("\n")[0].strip() for case in cases("unseen")}
    # So short that there is no other way to ask.
    assert all(len(words.split()) <= 6 for words in learnt & measured)


def test_training_tells_topics_apart():
    trained = train([("a", "who owns it"), ("b", "what if japan sells"), ("a", "who owns them")])
    assert trained.topics == ("a", "b")
    assert trained.weights.shape == (FEATURES, 2)
    assert np.isfinite(trained.weights).all()


def test_nothing_to_read_is_no_topic():
    assert set(likelihoods("").values()) == {0.0}
    assert load_weights().weights.shape[0] == FEATURES
