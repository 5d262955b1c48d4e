"""Saying why a text is not one amount, and what was probably meant.

Every suggestion made here is an amount the grammar reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.parsing.amount_grammar import MOST_SUGGESTED_USD, Dollars, Share, parse
from commands.common.parsing.cjk_numerals import readings_of_unsaid
from commands.common.parsing.currencies import (
    SCALES,
    SCALES_ELSEWHERE,
    names_other_currency,
    strip_dollars,
)
from commands.common.parsing.foreign_number_formats import (
    around_number,
    mixed_numbers_as_decimals,
    readings_elsewhere,
)
from commands.common.parsing.local_amounts import (
    in_digits,
    misspelt_scales,
    readings_anywhere,
    scale_powers_near,
)
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.parsing.numbers import (
    NUMBER,
    plain_decimal,
    read_fraction,
    read_number,
    split_words,
)
from commands.common.parsing.numeric_option import DASHES, split_values, unhedged
from commands.common.parsing.sanitize import ParseError, has_foreign_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

_NOT_A_NUMBER: Final = re.compile(
    rf"[+{DASHES}]?\$?(?:nan|inf|infinity|infinite|∞) ?(?:%|[a-z]+)?(?: dollars)?"
)
_NEGATIVE: Final = re.compile(
    rf"(?:(?:[{DASHES}]|minus |negative ) ?(?P<signed>.+)|\((?P<booked>.+)\)"
    rf"|(?P<mark>us\$|\$) ?[{DASHES}] ?(?P<after_mark>.+))"
)
# "1 234" is one number in Paris; "200 300" is as likely two.
_TWO_OF_THREE_DIGITS: Final = re.compile(r"\$?[1-9][0-9]{2} (?!000)[0-9]{3}")
_PERCENT_FIRST: Final = re.compile(rf"% ?({NUMBER})")
_LOCAL_FORM: Final = re.compile(r"\$? ?([0-9.][^a-z]*?) ?([a-z]+(?: crore)?)\.?")
_DECIMAL_AND_PART: Final = re.compile(rf"(\$?)({NUMBER}) and ((?:an? )?[a-z]+?)( [a-z]+)?")
_OPERATOR: Final = re.compile(
    r"[0-9a-z%)½¼¾] ?(?:[*/^×÷+]|\*\*|<<|>>|(?<!\b0)x(?= ?[0-9])) ?[$(]?[0-9.]"
    r"|^=|[0-9][a-z%]* (?:plus|minus|times|divided by) |[⁰¹²³⁴-⁹]"
)
_SHARE_OF_AMOUNT: Final = re.compile(r"(.+?) of (?:an? )?(.+)")
_WITHIN: Final = re.compile(rf"(?<![\w$.,%+/{DASHES}])\$?{NUMBER} ?(?:[a-z]+|%)(?![\w%])")
_MISSPELT: Final = re.compile(rf"\$?({NUMBER}) ?([a-z]{{4,}})(?: dollars)?")


def diagnose_amount(text: str, locale: str = ENGLISH_LOCALE) -> ParseError:
    """Find what keeps a text from being one amount.

    Returns:
        The first cause that fits, from the surest to the vaguest.
    """
    for diagnose in _DIAGNOSES:
        if (error := diagnose(text)) is not None:
            return error
    return ParseError("unreadable", _usable(_corrections(text, locale)))


def _not_a_number(text: str) -> ParseError | None:
    return ParseError("not_a_number") if _NOT_A_NUMBER.fullmatch(text) else None


def _foreign_digits(text: str) -> ParseError | None:
    return ParseError("characters") if has_foreign_digits(text) else None


def _negative(text: str) -> ParseError | None:
    found = _NEGATIVE.fullmatch(text)
    if found is None:
        return None
    positive = found["signed"] or found["booked"] or found["mark"] + found["after_mark"]
    reading = parse(positive)
    if reading is None:
        return None
    if reading == ParseError("zero"):
        return reading
    return ParseError("negative", _usable([positive]))


def _other_currency(text: str) -> ParseError | None:
    return ParseError("not_dollars") if _has_quantity(text) and names_other_currency(text) else None


def _foreign_format(text: str) -> ParseError | None:
    parts = around_number(text)
    if parts is None or _TWO_OF_THREE_DIGITS.fullmatch(text):
        return None
    before, number, after = parts
    readings = readings_elsewhere(number)
    if readings is None or parse(f"{before}1{after}") is None:
        return None
    return _ask_format(f"{before}{reading}{after}" for reading in readings)


def _mixed_number(text: str) -> ParseError | None:
    candidates = mixed_numbers_as_decimals(text)
    return _ask_format(candidates) if any(map(parse, candidates)) else None


def _local_form(text: str) -> ParseError | None:
    if found := _PERCENT_FIRST.fullmatch(text):
        return _ask_format([f"{found[1]}%"])
    if values := readings_anywhere(text):
        asked = _ask_readings(values)
        return asked if asked.suggestions else None
    found = _LOCAL_FORM.fullmatch(text)
    scale = SCALES_ELSEWHERE.get(found[2]) if found else None
    if found is None or scale is None:
        return None
    number = read_number(found[1])
    if number is None:
        number = next(map(read_number, readings_elsewhere(found[1]) or ()), None)
    return None if number is None else _ask_format([_in_short(number * scale)])


def _unsaid_scale(text: str) -> ParseError | None:
    unmarked = strip_dollars(text)
    readings = readings_of_unsaid(unmarked.text) if unmarked else ()
    return _ask_format(map(_in_short, readings)) if readings else None


def _decimal_and_part(text: str) -> ParseError | None:
    found = _DECIMAL_AND_PART.fullmatch(text)
    number = read_number(found[2]) if found else None
    part = read_fraction(split_words(found[3])) if found else None
    if found is None or number is None or part is None:
        return None
    sign_text, unit = found[1], found[4] or ""
    return _ask_format(
        f"{sign_text}{plain_decimal(value)}{unit}" for value in (number, number + part)
    )


def _hedged(text: str) -> ParseError | None:
    for core in unhedged(text):
        if parse(core) is not None:
            return _ask_format([core])
    return None


def _several(text: str) -> ParseError | None:
    for parts in split_values(text):
        readings = list(map(parse, parts))
        # "20 0b" is a slip in one number, not two.
        if None not in readings and ParseError("zero") not in readings:
            return ParseError("two_values", _usable(parts), is_question=True)
    return None


def _expression(text: str) -> ParseError | None:
    if _OPERATOR.search(text) and re.search("[0-9]", text):
        return ParseError("expression")
    found = _SHARE_OF_AMOUNT.fullmatch(text)
    both = found and isinstance(parse(found[1]), Share) and parse(found[2]) is not None
    return ParseError("expression") if both else None


_DIAGNOSES: Final[tuple[Callable[[str], ParseError | None], ...]] = (
    _not_a_number,
    _foreign_digits,
    _negative,
    _other_currency,
    _foreign_format,
    _mixed_number,
    _local_form,
    _unsaid_scale,
    _decimal_and_part,
    _hedged,
    _several,
    _expression,
)


def _has_quantity(text: str) -> bool:
    return bool(re.search("[0-9]|hundred|thousand|[mbtr]illion|half|[萬万億亿兆억조]", text))


def _in_short(usd: Fraction) -> str:
    largest = next((unit for unit in "tb" if usd >= SCALES[unit]), "m")
    return f"{plain_decimal(usd / SCALES[largest])}{largest}"


def _ask_readings(values: Sequence[Fraction]) -> ParseError:
    if len(values) > 1 and len(digits := in_digits(values)) > 1:
        return ParseError("format", digits, is_question=True)
    return _ask_format(map(_in_short, values))


def _ask_format(candidates: Iterable[str]) -> ParseError:
    return ParseError("format", _usable(candidates), is_question=True)


def _corrections(text: str, locale: str) -> Iterable[str]:
    if found := _MISSPELT.fullmatch(text):
        powers = {len(str(SCALES[name])) - 1 for name in misspelt_scales(found[2])}
        powers |= scale_powers_near(found[2], locale)
        number = read_number(found[1])
        # One slip never makes a million of a billion.
        if len(powers) == 1 and number is not None:
            yield _in_short(number * 10 ** powers.pop())
        return
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
            case ParseError("no_unit", suggestions):
                usable.update(dict.fromkeys(suggestions))
    return tuple(usable)[:5]
