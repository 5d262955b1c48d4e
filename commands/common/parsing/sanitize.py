"""Typed text made plain, and what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from commands.common.errors import InputError


@dataclass(frozen=True, slots=True)
class ParseError:
    """A text that was understood but cannot be used as it stands.

    Args:
        code: Error code without the prefix that says what was read, for example ``zero``.
        suggestions: Texts that would work.
        is_question: Whether one of the suggestions is probably meant.
    """

    code: str
    suggestions: tuple[str, ...] = ()
    is_question: bool = False


MAX_LENGTH: Final = 200

# Zero-width characters, soft hyphen, direction marks, variation selectors and fillers: invisible,
# and pasted along without anyone meaning them.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u2800\u3164\uffa0\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)

# Embeddings, overrides and isolates make text show in another order than it is read in.
_REORDERING: Final = re.compile("[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]")

# Control characters, private use and broken surrogates.
_MEANINGLESS: Final = frozenset({"Cc", "Co", "Cs"})

_BLANKS: Final = re.compile(r"[\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")

_TO_ASCII: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("﹩"): ord("$"),
    ord("﹪"): ord("%"),
}

_ASCII_LOWER: Final = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def clean(text: str, argument: str, *, prefix: str | None = None) -> str:
    """Drop what is invisible, map full-width forms and blanks to ASCII, trim.

    Args:
        text: What was typed, raw.
        argument: The option it came from.
        prefix: What prefixes the problem codes; the argument itself unless given.

    Returns:
        The same text on one line, single-spaced.

    Raises:
        InputError: ``<prefix>.too_long`` above `MAX_LENGTH` characters,
            ``<prefix>.characters`` for control characters, direction overrides, broken
            surrogates and what has no meaning of its own (private use).
    """
    prefix = prefix or argument
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"{prefix}.too_long", argument, text, facts={"max_length": float(MAX_LENGTH)}
        )
    shown = _BLANKS.sub(" ", _INVISIBLE.sub("", text)).strip(" ")
    if _REORDERING.search(shown) or any(unicodedata.category(c) in _MEANINGLESS for c in shown):
        raise InputError(f"{prefix}.characters", argument, text)
    return shown.translate(_TO_ASCII)


def lower_ascii(text: str) -> str:
    """Lower A to Z and nothing else: `str.lower` would make the Kelvin sign a "k"."""
    return text.translate(_ASCII_LOWER)


def has_foreign_digits(text: str) -> bool:
    """Whether digits of another script stand in it: Bengali ``৪`` is four and looks like 8."""
    # isdigit() is also true of superscripts, which have a reading: ten squared.
    return any(c.isdecimal() and not c.isascii() for c in text)
