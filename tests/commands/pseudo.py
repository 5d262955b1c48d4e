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


_HAN = "国债收益率市场利息卖出价格上升买家持有月年美元央行政府机构投资风险"
_LETTERS = re.compile(r"[A-Za-z’']+")
_STOP = re.compile(r"([.?!])(?:\s+|$)")
_WIDE = str.maketrans({".": "。", "?": "？", "!": "！"})


class PseudoChinese(NullTranslations):
    """Says every message in signs: one for two letters, without blanks, with full-width stops."""

    def gettext(self, message):
        parts = _KEPT.split(message)
        return "".join(part if index % 2 else _signs(part) for index, part in enumerate(parts))

    def ngettext(self, one, many, count):
        return self.gettext(many)


def _signs(text):
    signs = _LETTERS.sub(_signs_for, text)
    stopped = _STOP.sub(lambda stop: stop[1].translate(_WIDE), signs)
    return re.sub(r"(?<=\w) (?=\w)| (?=[({])|(?<=[)}]) ", "", stopped)


def _signs_for(word):
    length = (len(word[0]) + 1) // 2
    return "".join(_HAN[(len(word[0]) + i) % len(_HAN)] for i in range(length))


class PseudoPlural(NullTranslations):
    """Says every message in English, each place followed by the plural class of its value."""

    def gettext(self, message):
        marked = r"{\1}{\1:one=¹|few=²|many=³|other=ª}"
        # A new text, also where there is no place: nothing is missing.
        return re.sub(r"\{(\w+)\}", marked, message).encode().decode()

    def ngettext(self, one, many, count):
        return self.gettext(many)


def pseudo_chinese():
    """A translator of a language without blanks."""
    return Translator(Locale("zh", "CN", "Hans"), PseudoChinese())


def pseudo_plural():
    """A translator of a language with four plural classes."""
    return Translator(Locale("ru"), PseudoPlural())
