"""Which language a question is in, and the same question in English, for one reader to answer.

The words of a language give meanings, templates on meanings the topic. What was not read, above all
a number or a name, is never left out silently.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.ask.language_sentences import sentence_of
from commands.ask.language_text import coverage_of, meanings_of
from commands.ask.language_words import LANGUAGES, language_words
from commands.ask.vocabulary import english_words
from commands.common.parsing.local_words import ENGLISH_LOCALE, reading_locale

if TYPE_CHECKING:
    from commands.ask.language_sentences import InEnglish
    from commands.ask.language_text import MeaningsOfText

_HAN: Final = re.compile("[\u3400-\u9fff]")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_HANGUL: Final = re.compile("[\uac00-\ud7af]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_LATIN: Final = tuple(code for code in LANGUAGES if code not in {"ja", "ru", "zh"})
_LATIN_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_COVERAGE: Final = 0.34
_LEAST_OF_OWN: Final = 0.5
_LEAST_WORDS_OF_OWN: Final = 2
_MOST_ENGLISH: Final = 0.8


def in_english(text: str, locale: str = ENGLISH_LOCALE) -> InEnglish | None:
    """A question in English, by the language in which it is.

    Args:
        text: One line.
        locale: The asker's, as Discord writes it; its language is tried first.

    Returns:
        None for a text in English, or in no language that has a file.
    """
    read = meanings_in(text, locale)
    if read is None:
        return None
    return sentence_of(read, is_asked="?" in text)


def meanings_in(text: str, locale: str) -> MeaningsOfText | None:
    """What a text says by the language that has most of its words; None for English."""
    own = locale.partition("-")[0]
    codes = sorted(_languages_of(text, own), key=lambda code: code != own)
    if not codes:
        return None
    english = _english_share(text) if codes[0] in _LATIN else 0.0
    if english > _MOST_ENGLISH:
        return None
    found = {code: coverage_of(text, language_words(code)) for code in codes}
    best = max(codes, key=lambda code: (round(found[code][0], 2), found[code][1]))
    share, count = found[best]
    is_own = best == own and count >= _LEAST_WORDS_OF_OWN and share >= _LEAST_OF_OWN
    if codes[0] in _LATIN and share <= max(english, _LEAST_COVERAGE) and not is_own:
        return None
    words = language_words(best)
    return meanings_of(text, words, reading_locale(locale) if best == own else words.locale)


def _languages_of(text: str, own: str) -> tuple[str, ...]:
    if _HANGUL.search(text):
        return ()
    if _KANA.search(text):
        return ("ja",)
    if _HAN.search(text):
        return ("ja", "zh") if own == "ja" else ("zh",)
    if _CYRILLIC.search(text):
        return ("ru",)
    return _LATIN


def _english_share(text: str) -> float:
    words = _LATIN_WORD.findall(text.lower())
    return sum(word in english_words() for word in words) / len(words) if words else 0.0
