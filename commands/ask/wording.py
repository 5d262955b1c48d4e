"""A question as plain words: one line, lower case, slips corrected, numbers in digits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from commands.ask.vocabulary import QuestionVocabulary, vocabulary
from commands.common.parsing.country_table import codes_that_are_words, names
from commands.common.parsing.digits_in_text import write_digits
from commands.common.parsing.edit_distance import edits_allowed

MAX_LENGTH: Final = 500
"""What is read of a longer text."""

_LINK: Final = re.compile(r"https?://\S+|<[@#:a][^>]*>")
_HOME: Final = re.compile(r"\b(?:USA|US|U\.S\.A?\.?)(?![\w$])(?! ?\$)(?! dollars?)")
_HOME_LOWER: Final = re.compile(
    r"\b(?:the )?us(?= (?:debt|bonds?|treasur|govern|gov|economy|interest|yields?|notes?|paper"
    r"|bills?|pay|borrow|default|hurt|rates|stock|shares))|\bthe us\b|\bu\.s\.?a?\.?(?= )"
)
_CODE: Final = re.compile(r"\b[A-Z]{2}\b")
_WORD: Final = re.compile(r"[a-z%&][a-z'/%&-]*[a-z%&]|[a-z&]")
_SHORT_FORMS: Final = (
    (re.compile(r"\b(who|what|it|he|she|that)'s (?=been\b)"), r"\1 has "),
    (re.compile(r"\b401 ?\(?k\b\)?s?"), "retirement"),
    (
        re.compile(
            r"\b(\d+(?:\.\d+)?) (vs\.?|versus|instead of|rather than) (\d[\d.]* ?(?:%|percent))"
        ),
        r"\1% \2 \3",
    ),
    (
        re.compile(
            r"(?<![\w.$])(1?\d(?:\.\d++)?+)%? (instead of|rather than|vs\.?|versus|not)"
            r" (1?\d(?:\.\d++)?+)(?= (?:on|for|adds?|costs?|means?|is|what|how) |[?,]|\.(?!\d)|$)"
        ),
        r"\1% \2 \3%",
    ),
    (re.compile(r"\b(what|who|how|why|where|when|that|it|there|here|he|she)'s\b"), r"\1 is"),
    (re.compile(r"\blet's\b"), "let us"),
    (re.compile(r"\bin (?:plain |simple |easy )?english\b"), "in simple words"),
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\bper cent\b"), "percent"),
    (re.compile(r"\b(?:a )?couple (?:of )?hundred\b"), "200"),
    (re.compile(r"\b(\d+)[ -]dollar (?=bond|note|treasury)"), r"$\1 "),
    (re.compile(r" = "), " means "),
    (re.compile(r"\byards?\b(?<=[0-9] yards|[0-9]{2} yard)"), "billion"),
)
_TICKS: Final = re.compile(r"(?<=\b(?:at|to) )(\d{2,3})-([0-2]\d|3[01])(?![\d-])")
"""A price in thirty-seconds: 91-16."""
_FRACTION: Final = re.compile(r"(?<![\d/])([1-9])/([2-5]|8|10)(?![\d/])")
_ASCII: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(quote): "'" for quote in "‘’ʼ`´"
}
_HIDDEN: Final = frozenset({"Cf", "Cs", "Co", "Cn"})
_BLANK: Final = frozenset({"Zs", "Zl", "Zp", "Cc"})
_LONGEST_WORD: Final = 20


def in_words(raw: str) -> str:
    """The words of a text, anything at all may be in it.

    Args:
        raw: As typed; what stands beyond `MAX_LENGTH` characters is not read.
    """
    text = one_line(raw)
    text = _HOME.sub("america", text)
    if not text.isupper():
        text = _CODE.sub(_country_of_code, text)
    text = text.lower().replace("**", "")
    for pattern, words in _SHORT_FORMS:
        text = pattern.sub(words, text)
    known = vocabulary()
    text = _WORD.sub(lambda match: _spelt(match[0], known), text)
    text = _HOME_LOWER.sub("america", text)
    text = _FRACTION.sub(_percent, text)
    text = _TICKS.sub(lambda match: f"{int(match[1]) + int(match[2]) / 32:.6g}", text)
    return write_digits(text)


def one_line(raw: str) -> str:
    """A text as typed, without links, line breaks and hidden characters.

    Args:
        raw: Anything at all; what stands beyond `MAX_LENGTH` characters is not read.
    """
    kept = "".join(
        " " if unicodedata.category(c) in _BLANK else c
        for c in raw[: 4 * MAX_LENGTH]
        if unicodedata.category(c) not in _HIDDEN
    )
    text = _LINK.sub(" ", " ".join(kept.translate(_ASCII).split()))
    if len(text) > MAX_LENGTH:
        text = text[:MAX_LENGTH].rpartition(" ")[0] or text[:MAX_LENGTH]
    return text


def _country_of_code(match: re.Match[str]) -> str:
    """Read "HK" and "JP" in running text as the country; "IT" and "NO" are words there."""
    code = match[0].lower()
    named = names().get(code)
    if named is None or not named.is_code or code in codes_that_are_words():
        return match[0]
    return named.what.name


def _spelt(word: str, known: QuestionVocabulary) -> str:
    if word in known.spellings:
        return known.spellings[word]
    bare = word.removesuffix("'s")
    if len(bare) > _LONGEST_WORD or not bare.isalpha() or bare in known.not_misspelt:
        return word
    return _corrected(bare) or word


@cache
def _targets() -> dict[str, list[str]]:
    by_letter: dict[str, list[str]] = {}
    for word in vocabulary().spelt:
        by_letter.setdefault(word[0], []).append(word)
    return by_letter


def _corrected(word: str) -> str | None:
    """The word that this one is with a slip, if that is no other word itself."""
    if len(word) < 5 or word in names():
        return None
    near = _targets().get(word[0], ())
    most = 1 if len(word) < 8 else edits_allowed(word)
    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=most)
    return None if found is None else found[0]


def _percent(match: re.Match[str]) -> str:
    part, whole = int(match[1]), int(match[2])
    return f"{100 * part / whole:.6g}%" if part < whole else match[0]
