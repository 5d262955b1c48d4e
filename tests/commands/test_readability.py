"""Every answer that all can see reads like a note to a friend, whatever was asked.

The limits hold for the whole grid of questions and for what each of their buttons answers. The
private replies behind "Math" may be long and technical.
"""

import re
from functools import cache

import pytest

from commands.learn.glossary import TERMS
from tests.commands.cases import answers, lines
from tests.commands.reading import grade, sentences, words

MOST_WORDS = 90
MOST_SENTENCES = 8
LONGEST_SENTENCE = 20
MEAN_SENTENCE = 14
HIGHEST_GRADE = 6
JARGON = (
    "basis points?|bps?|duration|convexity|term premium|liquidity|volatility|elasticity"
    "|standard deviation|monetary policy|yield curve|DV01|quantitative easing"
)
LOUD = r"will|crash\w*|dump\w*|should|collapse|plunge\w*|soar\w*|skyrocket\w*"
BANNED = re.compile(rf"\b({JARGON}|{LOUD})\b", re.IGNORECASE)
EXPLAINED = {
    r"\byields?\b": r"\bearns?\b",
    r"\bTreasur(y|ies)\b": "US government (debt|bond)|of US debt",
    r"\bthe Fed\b": r"\b[Cc]entral bank|Federal Reserve",
    r"\bbills\b": "due within a year",
    r"\bCBO\b": "budget office",
    r"\bNet interest\b": "leaves out|takes off",
    r"\bSwap spread\b": "fixed rate of a swap",
    r"\bcoupon\b": "pays",
}
"""What a term needs beside it, in the words or in the small print under the same picture."""
ENTRIES = {term.name: term for term in TERMS.values()}
ALL = [*lines(), *(f"/learn term:{name}" for name in ENTRIES)]


@cache
def public(line):
    """What everybody can see after this question, by the name of the way there."""
    told = {}
    for way, answer in answers(line):
        assert not answer.is_refusal, way
        if not answer.is_private and answer.text not in {other.text for other in told.values()}:
            told[way] = answer
    return told


@pytest.mark.parametrize("line", ALL)
def test_public_answer_is_short_plain_and_calm(line):
    for way, answer in public(line).items():
        lengths = [words(sentence) for sentence in sentences(answer.text)]
        assert sum(lengths) <= MOST_WORDS, way
        assert len(lengths) <= MOST_SENTENCES, way
        assert max(lengths) <= LONGEST_SENTENCE, way
        assert sum(lengths) <= MEAN_SENTENCE * len(lengths), way
        assert grade(answer.text) <= HIGHEST_GRADE, way
        # An entry of the glossary may use the word that it explains.
        term = ENTRIES.get(answer.text.partition("\n")[0].removeprefix("### "))
        own = " ".join((term.name, *term.also)).lower() if term else ""
        found = {match[0].lower() for match in BANNED.finditer(answer.text)}
        assert {word for word in found if word.removesuffix("s") not in own} == set(), way


@pytest.mark.parametrize("line", ALL)
def test_term_in_public_answer_is_explained(line):
    for way, answer in public(line).items():
        # The glossary explains one word and links the next; a checked claim links the glossary.
        if any(":learn:" in button.custom_id for button in answer.buttons):
            continue
        for term, meaning in EXPLAINED.items():
            if re.search(term, answer.text):
                assert re.search(meaning, answer.plain_text), (way, term)
