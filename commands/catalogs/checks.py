"""What must hold of a translation whatever its language, and which messages come first."""

from __future__ import annotations

import re
import string
from collections import Counter
from typing import TYPE_CHECKING, Final

from commands.common.locale.formats import OTHER
from commands.common.locale.sentences import parse_alternatives
from commands.common.text.names import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale
    from babel.messages.catalog import Catalog, Message

    from commands.common.locale.grammar import Grammar

_LATER: Final = re.compile(r"(^|[/_])math\.py$|/learn/glossary/")
_KEPT: Final = re.compile(r"`[^`]*`|\(<[^>]*>\)|\*\*|(?<![\w/])/[a-z]+")
_PLACE: Final = re.compile(r"\{[^{}]*\}")
_NUMBER: Final = re.compile(r"\d+(?:[.,  \u202f]\d+)*")
_SCRIPTS_OF_DIGITS: Final = re.compile(r"[^0-9]")
_SUM: Final = re.compile(rf"({_NUMBER.pattern}) (?:million|billion|trillion)")


def is_first_stage(message: Message) -> bool:
    """Whether a language is served only with this message; the math and the glossary follow."""
    files = [file for file, _ in message.locations]
    return not files or any(_LATER.search(file) is None for file in files)


def unfinished(catalog: Catalog, locale: Locale, grammar: Grammar) -> Iterator[tuple[str, str]]:
    """Messages without a right translation, each with what is wrong."""
    for message in catalog:
        if not message.id:
            continue
        english = _english(message)
        if wrong := "; ".join(_problems(message, english, locale, grammar)):
            yield english, wrong


def first_stage_unfinished(
    catalog: Catalog, template: Catalog, locale: Locale, grammar: Grammar
) -> dict[str, str]:
    """Those that keep a language from being served."""
    first = {_english(message) for message in template if message.id and is_first_stage(message)}
    found = unfinished(catalog, locale, grammar)
    return {english: wrong for english, wrong in found if english in first}


def translation_problems(
    english: str, translated: str, locale: Locale, grammar: Grammar
) -> Iterator[str]:
    """What is wrong with a translation: places, choices, marks, code, links, digits."""
    try:
        places, english_places = (list(_places(text)) for text in (translated, english))
    except ValueError as error:
        yield f"braces: {error}"
        return
    if {name for name, _ in places} != {name for name, _ in english_places}:
        yield f"places are {sorted({name for name, _ in places})}"
    for name, spec in places:
        yield from (f"{{{name}}}: {wrong}" for wrong in spec_problems(spec, locale, grammar))
    if Counter(_KEPT.findall(translated)) != Counter(_KEPT.findall(english)):
        yield "bold marks, code, links or commands differ"
    # More are no fault: a third is 3分の1 in Japanese.
    if lost := _lost_digits(english, translated):
        yield f"without the digits {sorted(lost)}"


def spec_problems(spec: str, locale: Locale, grammar: Grammar) -> Iterator[str]:
    """What is wrong with the part of a place after its colon."""
    if not spec:
        return
    if "=" not in spec:
        if spec not in grammar.forms:
            yield f"no form {spec!r} in the grammar"
        return
    keys = set(parse_alternatives(spec))
    plurals, classes = {*locale.plural_form.tags, OTHER}, set(grammar.classes)
    if keys <= plurals:
        if OTHER not in keys:
            yield f"no alternative {OTHER!r}"
    elif unknown := keys - classes - KEYS - {OTHER}:
        yield f"unknown alternatives {sorted(unknown)}"
    elif OTHER not in keys and not keys & KEYS:
        yield from (
            f"nothing for {key!r}"
            for key, name in grammar.holders.items()
            if not keys & set(name.classes)
        )


def _problems(message: Message, english: str, locale: Locale, grammar: Grammar) -> Iterator[str]:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    if message.fuzzy or not strings or not all(strings):
        yield "not translated"
        return
    for translated in strings:
        yield from translation_problems(english, translated, locale, grammar)


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1]


def _places(text: str) -> Iterator[tuple[str, str]]:
    for _, name, spec, _ in string.Formatter().parse(text):
        if name is not None:
            yield name, spec or ""


def _lost_digits(english: str, translated: str) -> Counter[str]:
    """Numbers that a translation lacks; $300 billion may be 3000亿 there, which counts in 10⁸."""
    left = _digits(translated) - _digits(english)
    shown = {number.rstrip("0") for number in left}
    sums = {_SCRIPTS_OF_DIGITS.sub("", number) for number in _SUM.findall(english)}
    lost = _digits(english) - _digits(translated)
    return Counter(
        {
            number: count
            for number, count in lost.items()
            if number not in sums or number.rstrip("0") not in shown
        }
    )


def _digits(text: str) -> Counter[str]:
    """The numbers of a text without their separators, which differ by language."""
    bare = _KEPT.sub(" ", _PLACE.sub(" ", text))
    return Counter(_SCRIPTS_OF_DIGITS.sub("", number) for number in _NUMBER.findall(bare))
