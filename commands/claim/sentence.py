"""A sentence taken apart: its numbers, places, times and cues. Nothing is decided here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from commands.claim.keywords import Cue
from commands.claim.times import Times, take_times
from commands.common.parsing.digits_in_text import write_digits
from commands.common.parsing.places_in_text import HOME, Place, find_places
from commands.common.parsing.quantities_in_text import QuantityInText, Unit, find_quantities

MAX_LENGTH: Final = 300
"""What is read of a longer text."""

_HOME_CODE: Final = re.compile(r"\b(?:USA|US|U\.S\.A?\.?)(?![$\w])(?! ?\$)(?! dollars?)")
_LINK: Final = re.compile(r"https?://\S+|<[@#:][^>]*>")
# "$14.4 billion, not $3 billion" names what it is compared with; only the first is claimed.
_CONTRAST: Final = re.compile(
    r"(?:,? (?:and |but )?not (?:just |only |merely |the )*|,? instead of |,? rather than "
    r"|,? up from |,? versus |,? vs\.? |,? compared (?:with|to) |,? down from )"
    r"(?:the |a |about |around )*"
    r"\$?[0-9][0-9.,]*(?: ?(?:%|percent|trillion|billion|million|tn|bn|[tb])\b)?%?"
    r"(?: (?:a|per) year)?(?: at [0-9.]+ ?(?:%|percent))?"
)
_FROM: Final = re.compile(r"\bfrom \$?[0-9.]+ ?%? ?(?:to|up to)(?= \$?[0-9])")
_IDIOMS: Final = re.compile(
    r"\bnot (?:only|just|merely)\b|\bno doubt\b|\bwhy not\b|\bor not\b|\bcan(?:not|'t|’t| not)"
    r" (?:pay|afford|service)|\bno wonder\b|\bno less than\b|\bno more than\b|\bdon['’]t forget\b"
    r"|\bisn['’]t it\b|\bwouldn['’]t be surprised\b|\bif not more\b|\bnot including\b"
)
# A dot ends a sentence before a blank and a capital; "U.S. Treasuries" and "vs. China" do not end.
_BREAK: Final = re.compile(
    r"(?<!\bU\.S)(?<!\bvs)(?<=[.!?])\s+(?=[A-Z$0-9“\"'])(?<!U\.S\. )|[。！？；;\n]+"
)
_LINKING: Final = re.compile(r"\bbetween (?=\$?[0-9])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands in a text.

    Args:
        text: As read: lower case, numbers in digits, times blanked.
        quantities: Its numbers, in order.
        places: Who is named, in order.
        times: When.
        is_cut: The text was longer than what is read.
    """

    text: str
    quantities: tuple[QuantityInText, ...]
    places: tuple[Place, ...]
    times: Times
    is_cut: bool

    def has(self, *cues: Cue) -> bool:
        """Whether every one of these cues stands in it."""
        return all(cue.pattern.search(self.text) for cue in cues)

    def of(self, *units: Unit) -> tuple[QuantityInText, ...]:
        """Its numbers of these units."""
        return tuple(each for each in self.quantities if each.unit in units)

    @property
    def holders(self) -> tuple[Place, ...]:
        """The places that could hold Treasuries, each once."""
        seen = {place.key: place for place in reversed(self.places) if place.key != HOME}
        return tuple(sorted(seen.values(), key=lambda place: place.start))

    @property
    def is_about_home(self) -> bool:
        """The United States are named."""
        return any(place.key == HOME for place in self.places)

    @property
    def is_denied(self) -> bool:
        """It says that something is not so, or mocks it."""
        text = _IDIOMS.sub(" ", self.text)
        return self.is_mocked or bool(Cue.NEGATION.pattern.search(text))

    @property
    def is_mocked(self) -> bool:
        """It is not meant."""
        return self.has(Cue.SARCASM)


def split_sentences(raw: str) -> list[str]:
    """The sentences of what is read of a text."""
    return [part for part in _BREAK.split(_cut(_LINK.sub(" ", raw))) if part.strip()]


def read_sentence(raw: str) -> Sentence:
    """Take a text apart; anything at all may be in it."""
    visible = _visible(_LINK.sub(" ", raw))
    text = _HOME_CODE.sub("america", _cut(visible)).lower()
    text = write_digits(_LINKING.sub("", text))
    text = _FROM.sub("to", _CONTRAST.sub(" ", text))
    places = find_places(text)
    times, text_without_times = take_times(text)
    return Sentence(
        text_without_times,
        find_quantities(text_without_times),
        places,
        times,
        len(visible) > MAX_LENGTH,
    )


def _visible(raw: str) -> str:
    """One line of what can be seen; full-width digits and signs as ASCII."""
    kept = "".join(
        " " if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc"} else c
        for c in raw
        if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"}
    )
    ascii_forms = kept.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    return " ".join(ascii_forms.replace("**", "").replace("‘", "'").split())


def _cut(text: str) -> str:
    """What is read of it, in whole words: half a "nothing" is a "not"."""
    if len(text) <= MAX_LENGTH:
        return text
    return text[:MAX_LENGTH].rpartition(" ")[0] or text[:MAX_LENGTH]
