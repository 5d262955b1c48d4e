"""A language that does not exist: longer than English, every letter marked, numbers as in German.

What is still plain in an answer was never translated, and what does not fit in it
would not fit in a real language.
"""

import re

from babel import Locale
from babel.support import NullTranslations
from babel.units import format_unit

from commands.common.translator import Translator

LONGER = 1.35
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "áƀćďéƒğĥíĵķĺḿńóƥɋŕśťúṽŵẋýźÁɃĆĎÉƑĞĤÍĴĶĹṀŃÓƤɊŔŚŤÚṼŴẊÝŹ"
_MARK = str.maketrans(_PLAIN, _MARKED)
_KEPT = re.compile(r"(\{[^{}]*\}|`[^`]*`|\(<[^>]*>\)|/[a-z]+)")
_VOWEL = re.compile("([áéíóúý])")
_LINK = re.compile(r"\[[^\]]*\]\(<[^>]*>\)|\(<[^>]*>\)|`[^`]*`|/[a-z]+")
_RUN = re.compile(r"(?<![^\W\d_])[A-Za-z]+(?![^\W\d_])")


class Pseudo(NullTranslations):
    """Says every message in the language that does not exist, and remembers it."""

    def __init__(self):
        super().__init__()
        self.said = set()

    def gettext(self, message):
        self.said.add(message)
        return pseudo(message)

    def ngettext(self, one, many, count):
        return self.gettext(one if count == 1 else many)


def pseudo(message):
    """A message with its letters marked and a third longer; places, code and links stay."""
    parts = _KEPT.split(message)
    return "".join(part if index % 2 else _long(part) for index, part in enumerate(parts))


def _long(text):
    missing = round(len(text) * (LONGER - 1))
    return _VOWEL.sub(r"\1\1", text.translate(_MARK), count=missing)


def pseudo_tongue():
    """A translator of that language, and what it was given."""
    texts = Pseudo()
    return Translator(Locale("de"), texts), texts.said


def plain_words(text, names):
    """The words of English that a text still holds; links, code and names are no language."""
    return set(_RUN.findall(_LINK.sub(" ", text))) - names


def names_of(locale):
    """Words that the locale itself brings: countries, months, units and large numbers."""
    names = " ".join(locale.territories.values())
    for patterns in locale.compact_decimal_formats["long"].values():
        names += " " + " ".join(pattern.pattern for pattern in patterns.values())
    names += " Mrd Mio Bio"
    for unit in ("day", "week", "month", "year"):
        names += " " + " ".join(
            format_unit(count, f"duration-{unit}", locale=locale) for count in (1, 2)
        )
    for width in ("abbreviated", "wide"):
        for context in ("format", "stand-alone"):
            names += " " + " ".join(locale.months[context][width].values())
    return set(_RUN.findall(names))
