"""Saying why a text is not one amount, and what was probably meant.

Every suggestion made here is an amount the grammar reads.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from commands.arguments.amount_grammar import MOST_SUGGESTED_USD, UNITS, Dollars, Flaw, Share, parse
from commands.arguments.currencies import names_other_currency
from commands.arguments.elsewhere import readings_elsewhere
from commands.arguments.numbers import NUMBER, plain_decimal, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DASHES: Final = r"\-−–—"
_NOT_A_NUMBER: Final = re.compile(
    rf"[+{_DASHES}]?\$?(?:nan|inf|infinity|infinite|∞) ?(?:%|[a-z]+)?(?: dollars)?"
)
_NEGATIVE: Final = re.compile(
    rf"(?:(?:[{_DASHES}]|minus |negative ) ?(?P<signed>.+)|\((?P<booked>.+)\)"
    rf"|(?P<mark>us\$|\$) ?[{_DASHES}] ?(?P<after_mark>.+))"
)
_HEDGE_BEFORE: Final = re.compile(
    r"(?:[~≈<>≤≥±]=?|=>|(?:about|around|approx\.?|approximately|roughly|circa|ca\.|some|nearly|almost"
    r"|over|under|above|below|more than|less than|at least|at most|up to|upto|just over|just under"
    r"|maybe|perhaps|like|say|only|exactly|max|maximum|min|minimum)\b) ?(.+)"
)
_HEDGE_AFTER: Final = re.compile(
    r"(.+?) ?(?:\+|-?ish|or (?:so|more|less)|plus|max|maximum|min|minimum|approx\.?|\?"
    r"|(?:(?:per|a|an|each|every) |/ ?)(?:day|week|month|quarter|year|annum|d|wk|mo|mth|yr|y|hour)"
    r"|daily|weekly|monthly|quarterly|yearly|annually|p\.?a\.?)"
)
_FOREIGN_FORMAT: Final = re.compile(
    r"([^0-9]*)([0-9][0-9.,'’_·]*(?: [0-9]{3})*(?:[.,][0-9]+)?)([^0-9]*)"
)
_PERCENT_FIRST: Final = re.compile(rf"% ?({NUMBER})")
_LOCAL_SCALES: Final = {
    "mio": 10**6,
    "mil": 10**6,
    "millionen": 10**6,
    "millones": 10**6,
    "mrd": 10**9,
    "md": 10**9,
    "mia": 10**9,
    "milliard": 10**9,
    "milliards": 10**9,
    "milliarden": 10**9,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "cr": 10**7,
    "lakh crore": 10**12,
}
_LOCAL_FORM: Final = re.compile(rf"\$? ?({NUMBER}) ?([a-z]+(?: crore)?)\.?")
_BETWEEN: Final = re.compile(r"^(?:between|from|either) ")
_SEPARATORS: Final = re.compile(
    rf" ?(?:[{_DASHES}~,;&|]|\.{{2,}}|…) ?| (?:to|and|or|until|through|vs) "
)
_UNIT_THEN_NUMBER: Final = re.compile(r"(?<=[a-z%億亿兆万萬]) ?(?=\$?[0-9])")
_OPERATOR: Final = re.compile(
    r"[0-9a-z%)½¼¾] ?(?:[*/^×÷+]|\*\*|<<|>>|(?<!\b0)x(?= ?[0-9])) ?[$(]?[0-9.]"
    r"|^=|[0-9][a-z%]* (?:plus|minus|times|divided by) |[⁰¹²³⁴-⁹]"
)
_SHARE_OF_AMOUNT: Final = re.compile(r"(.+?) of (?:an? )?(.+)")
_WITHIN: Final = re.compile(rf"(?<![\w$.,%+/{_DASHES}])\$?{NUMBER} ?(?:[a-z]+|%)(?![\w%])")
_MISSPELT: Final = re.compile(rf"\$?({NUMBER}) ?([a-z]{{4,}})(?: dollars)?")


def flaw_in(text: str) -> Flaw:
    """Find what keeps a text from being one amount.

    Args:
        text: Clean lower-case text for which `amount_grammar.parse` returned None.

    Returns:
        The first cause that fits, from the surest to the vaguest.
    """
    for diagnose in _DIAGNOSES:
        if (flaw := diagnose(text)) is not None:
            return flaw
    return Flaw("unreadable", _usable(_corrections(text)))


def _not_a_number(text: str) -> Flaw | None:
    return Flaw("not_a_number") if _NOT_A_NUMBER.fullmatch(text) else None


def _foreign_digits(text: str) -> Flaw | None:
    # isdigit() is also true of superscripts, which have a reading: ten squared.
    strange = any(c.isdecimal() and not c.isascii() for c in text)
    return Flaw("characters") if strange else None


def _negative(text: str) -> Flaw | None:
    found = _NEGATIVE.fullmatch(text)
    if found is None:
        return None
    positive = found["signed"] or found["booked"] or found["mark"] + found["after_mark"]
    reading = parse(positive)
    if reading is None:
        return None
    if reading == Flaw("zero"):
        return reading
    return Flaw("negative", _usable([positive]))


def _other_currency(text: str) -> Flaw | None:
    return Flaw("not_dollars") if _has_quantity(text) and names_other_currency(text) else None


def _foreign_format(text: str) -> Flaw | None:
    found = _FOREIGN_FORMAT.fullmatch(text)
    if found is None or parse(f"{found[1]}1{found[3]}") is None:
        return None
    readings = readings_elsewhere(found[2])
    if readings is None:
        return None
    return _ask_format(f"{found[1]}{reading}{found[3]}" for reading in readings)


def _local_form(text: str) -> Flaw | None:
    if found := _PERCENT_FIRST.fullmatch(text):
        return _ask_format([f"{found[1]}%"])
    found = _LOCAL_FORM.fullmatch(text)
    scale = _LOCAL_SCALES.get(found[2]) if found else None
    number = read_number(found[1]) if found else None
    if scale is None or number is None:
        return None
    value = number * scale
    largest = next((unit for unit in "tb" if value >= UNITS[unit]), "m")
    return _ask_format([f"{plain_decimal(value / UNITS[largest])}{largest}"])


def _hedged(text: str) -> Flaw | None:
    for pattern in (_HEDGE_BEFORE, _HEDGE_AFTER):
        found = pattern.fullmatch(text)
        if found and parse(found[1]) is not None:
            return _ask_format([found[1]])
    return None


def _several(text: str) -> Flaw | None:
    bare = _BETWEEN.sub("", text)
    for parts in _splits(bare):
        unit = re.search(r"(?<=[0-9]) ?(?:[a-z]+|%|[^\x00-\x7f]+)$", parts[-1])
        completed = [
            part + unit[0] if unit and re.fullmatch(rf"\$?{NUMBER}", part) else part
            for part in parts
        ]
        if len(parts) > 1 and all(parse(part) is not None for part in completed):
            return Flaw("two_values", _usable(completed), is_question=True)
    return None


def _splits(text: str) -> Iterable[list[str]]:
    yield _SEPARATORS.split(text)
    yield _UNIT_THEN_NUMBER.split(text)
    for space in re.finditer(" ", text):
        yield [text[: space.start()], text[space.end() :]]


def _expression(text: str) -> Flaw | None:
    if _OPERATOR.search(text) and re.search("[0-9]", text):
        return Flaw("expression")
    found = _SHARE_OF_AMOUNT.fullmatch(text)
    both = found and isinstance(parse(found[1]), Share) and parse(found[2]) is not None
    return Flaw("expression") if both else None


_DIAGNOSES: Final[tuple[Callable[[str], Flaw | None], ...]] = (
    _not_a_number,
    _foreign_digits,
    _negative,
    _other_currency,
    _foreign_format,
    _local_form,
    _hedged,
    _several,
    _expression,
)


def _has_quantity(text: str) -> bool:
    return bool(re.search("[0-9]|hundred|thousand|[mbtr]illion|half|[萬万億亿兆억조]", text))


def _ask_format(candidates: Iterable[str]) -> Flaw:
    return Flaw("format", _usable(candidates), is_question=True)


def _corrections(text: str) -> Iterable[str]:
    if found := _MISSPELT.fullmatch(text):
        for unit in get_close_matches(
            found[2], ["million", "billion", "trillion"], n=1, cutoff=0.8
        ):
            yield f"{found[1]}{unit[0]}"
    amounts = {found[0] for found in _WITHIN.finditer(text)}
    if len(amounts) == 1:
        yield from amounts


def _usable(candidates: Iterable[str]) -> tuple[str, ...]:
    """The candidates that read as an amount, a missing unit filled in, each once."""
    usable: dict[str, None] = {}
    for candidate in candidates:
        match parse(candidate):
            case Share():
                usable[candidate] = None
            case Dollars(usd) if usd <= MOST_SUGGESTED_USD:
                usable[candidate] = None
            case Flaw("no_unit", suggestions):
                usable.update(dict.fromkeys(suggestions))
    return tuple(usable)[:5]
