"""The words of a language other than English in which questions are read: one file of data each."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from babel import Locale
from pydantic import BaseModel, ConfigDict

from commands.common.parsing.country_table import Country, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LANGUAGES: Final = ("de", "es", "fr", "ja", "pt", "ru", "vi", "zh")
"""Those that have a file."""

HOME: Final = "us"
_TOKEN: Final = re.compile(
    r"[0-9]+|[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W\d_])+|[%$€£¥]"
)
_DOTLESS: Final = {ord("đ"): "d", ord("Đ"): "D"}
_SHORTEST_NAME: Final = 4
_SHORTEST_STEM: Final = 2
_LONGEST_STEM: Final = 20


class _LanguageFile(BaseModel):
    """What one language has.

    Attributes:
        source: Where the words are from.
        locale: Discord's, by which numbers are read when the asker's is of another language.
        keeps_accents: Whether words differ by their accents alone.
        characters: What is read as the character at the same place of the second text.
        words: Forms by what they mean; several meanings have blanks between. ``sell*`` is any
            word that begins so, forms of several words have blanks between them.
        numbers: Number words, in digits.
        holders: Forms by the key of the holder, beside the names that CLDR has.
        name_ends: Last letters of a name that change, and what may stand for them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    locale: str
    keeps_accents: bool
    characters: tuple[str, str] = ("", "")
    words: dict[str, str]
    numbers: dict[str, str] = {}
    holders: dict[str, str] = {}
    name_ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class FoldedWord:
    """A word, a number, or one character of a script without blanks.

    Args:
        text: Folded.
        start: Where it begins.
        end: Where it ends.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """A word or several with what they mean.

    Args:
        words: Folded; one with an asterisk is the beginning of a word.
        meanings: Of `LanguageWords`, or ``@who`` with the key of a holder behind it.
        weight: How much it says: of two that fit, the heavier one is meant.
    """

    words: tuple[str, ...]
    meanings: tuple[str, ...]
    weight: tuple[int, int]

    def fits(self, tokens: Sequence[FoldedWord], at: int) -> bool:
        """Whether it stands there; its first word is known to."""
        if at + len(self.words) > len(tokens):
            return False
        for place in range(1, len(self.words)):
            word, said = self.words[place], tokens[at + place].text
            if word != said and not (word[-1] == "*" and said.startswith(word[:-1])):
                return False
        return True


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The same, ready to be looked up.

    Args:
        code: Of the language.
        locale: Discord's.
        numbers: Number words, in digits.
        by_word: Forms by their first word.
        by_stem: Forms whose first word only begins so.
    """

    code: str
    locale: str
    keeps_accents: bool
    characters: Mapping[int, str]
    numbers: Mapping[str, str]
    by_word: Mapping[str, tuple[Form, ...]] = field(repr=False)
    by_stem: Mapping[str, tuple[Form, ...]] = field(repr=False)

    def tokens(self, text: str) -> tuple[FoldedWord, ...]:
        """The words of a text.

        Args:
            text: One line, as typed but for `characters`.
        """
        return tuple(
            FoldedWord(self.fold(match[0]), match.start(), match.end())
            for match in _TOKEN.finditer(text)
        )

    def fold(self, word: str) -> str:
        """A word without what does not tell it from others."""
        return _folded(word, keeps_accents=self.keeps_accents)

    def form_at(self, tokens: Sequence[FoldedWord], at: int) -> Form | None:
        """The heaviest form that stands there."""
        best = None
        for form in self._beginning(tokens[at].text):
            if (best is None or form.weight > best.weight) and form.fits(tokens, at):
                best = form
        return best

    def _beginning(self, word: str) -> Sequence[Form]:
        """The forms whose first word this may be."""
        found = self.by_word.get(word, ())
        for size in range(_SHORTEST_STEM, min(len(word), _LONGEST_STEM) + 1):
            found = (*found, *self.by_stem.get(word[:size], ()))
        return found


@cache
def language_words(code: str) -> LanguageWords:
    """The words of a language of `LANGUAGES`.

    Raises:
        ValueError: Its file cannot be read.
    """
    file = files("commands.ask") / "data" / f"{code}.json"
    data = _LanguageFile.model_validate_json(file.read_bytes())
    by_word: dict[str, list[Form]] = {}
    known: dict[tuple[str, ...], str] = {}
    written = [(meanings, texts, True) for meanings, texts in data.words.items()]
    # A name that is a word of the language, too, is that word.
    for meanings, texts, is_own in (*written, *((*each, False) for each in _holders(code, data))):
        for text in texts.split(","):
            words = tuple(_form_words(text, keeps_accents=data.keeps_accents))
            if is_own and known.get(words, meanings) != meanings:
                msg = f"{text!r} means two things in {code}: {known[words]!r} and {meanings!r}"
                raise ValueError(msg)
            if words and words not in known:
                known[words] = meanings
                by_word.setdefault(words[0], []).append(
                    Form(words, tuple(meanings.split()), (len(words), sum(map(len, words))))
                )
    before, behind = data.characters
    return LanguageWords(
        code=code,
        locale=data.locale,
        keeps_accents=data.keeps_accents,
        characters=dict(zip(map(ord, before), behind, strict=True)),
        numbers={
            _folded(word, keeps_accents=data.keeps_accents): digits
            for words, digits in ((each, n) for n, each in data.numbers.items())
            for word in words.split(", ")
        },
        by_word={word: tuple(forms) for word, forms in by_word.items() if word[-1] != "*"},
        by_stem={word[:-1]: tuple(forms) for word, forms in by_word.items() if word[-1] == "*"},
    )


def _holders(code: str, data: _LanguageFile) -> Iterator[tuple[str, str]]:
    for key, texts in data.holders.items():
        yield f"@who {key}", texts
    own = [
        (str(name), named.what.alpha2)
        for alpha2, name in Locale.parse(code).territories.items()
        if (named := names().get(alpha2.lower())) and isinstance(named.what, Country)
    ]
    for name, key in own:
        if key != HOME:
            yield f"@who {key}", ",".join(_inflected(name, *data.name_ends))
    scripts = {_script(name) for name, _ in own}
    for name, named in names().items():
        is_long = len(name) >= _SHORTEST_NAME or not name.isascii()
        if not isinstance(named.what, Country) or named.is_code or not is_long:
            continue
        if _script(name) in scripts and named.what.alpha2 != HOME:
            yield f"@who {named.what.alpha2}", name


def _script(name: str) -> str:
    return unicodedata.name(name[0], "").partition(" ")[0]


def _inflected(name: str, last: str, ends: str) -> Iterable[str]:
    yield name.replace(",", " ")
    if not ends or len(name) < _SHORTEST_NAME or "," in name:
        return
    stem = name[:-1] if name[-1] in last else name
    for end in ends.split():
        yield stem + end


def _form_words(text: str, *, keeps_accents: bool) -> Iterator[str]:
    for match in re.finditer(rf"(?:{_TOKEN.pattern})\*?", text):
        word = match[0]
        yield _folded(word.rstrip("*"), keeps_accents=keeps_accents) + "*" * word.endswith("*")


def _folded(word: str, *, keeps_accents: bool) -> str:
    if keeps_accents:
        return unicodedata.normalize("NFKC", word).casefold()
    letters = unicodedata.normalize("NFKD", word.casefold().translate(_DOTLESS))
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")
