"""Amounts and times as people of Discord's locales write them, never a thousand times off."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from commands.common.errors import InputError
from commands.common.parsing.amounts import FLOOR_USD, Dollars, Share, read_amount
from commands.common.parsing.cldr_tables import FILE, LOCALES, tables
from commands.common.parsing.currencies import SCALES
from commands.common.parsing.local_words import (
    is_english,
    local_words,
    reading_locale,
    scales_anywhere,
)
from commands.common.parsing.years import read_years

MOST = 30 * 10**12
FOREIGN = [locale for locale in LOCALES if not is_english(locale)]
SCALE_WORDS = [
    (locale, word, power)
    for locale in FOREIGN
    for word, powers in local_words(locale).scales.items()
    for power in powers
]
PLAIN, GROUPED = "0.###", "#,##0.###"
LONG_WORDS = sorted(w for w in scales_anywhere() if len(w) >= 5 and w not in SCALES)

patterns = st.sampled_from([PLAIN, GROUPED])
numbers = st.one_of(
    st.integers(1, 999),
    st.integers(1000, 999_999),
    st.integers(1, 9999).map(lambda n: Fraction(n, 10)),
)


def outcome(text: str, locale: str) -> tuple[str, tuple[int, ...]]:
    try:
        amount = read_amount(text, locale=locale)
    except InputError as problem:
        read = [read_amount(each, locale=locale) for each in problem.suggestions]
        return problem.code, tuple(each.usd for each in read if isinstance(each, Dollars))
    return "read", (amount.usd,) if isinstance(amount, Dollars) else (amount.fraction,)


def need_not_far_off(text: str, locale: str, meant: Fraction) -> None:
    code, values = outcome(text, locale)
    if FLOOR_USD <= meant <= MOST and meant not in values:
        far = [
            value
            for value in values
            if value / meant in {Fraction(1000) ** n for n in (-2, -1, 1, 2)}
        ]
        assert not far, (text, locale, code, values)


def in_locale(number: Fraction | int, locale: str, pattern: str) -> str:
    return format_decimal(float(number), pattern, locale=locale.replace("-", "_"))


@given(st.sampled_from(SCALE_WORDS), numbers, patterns, st.sampled_from(["", "about ", "-"]))
@example(("de", "billion", 12), 2, GROUPED, "about ")
@example(("id", "m", 9), 200, GROUPED, "")
@example(("es-ES", "millones", 6), 200_000, GROUPED, "")
def test_scale_word_is_never_read_thousand_times_off(row, number, pattern, before):
    locale, word, power = row
    text = f"{before}{in_locale(number, locale, pattern)} {word}"
    if locale != "ar":
        need_not_far_off(text, locale, number * Fraction(10) ** power)


@given(st.sampled_from(SCALE_WORDS), numbers, patterns)
def test_scale_word_is_read_or_asked_back_with_its_meaning(row, number, pattern):
    locale, word, power = row
    meant = number * Fraction(10) ** power
    if locale != "ar" and FLOOR_USD <= meant <= MOST:
        code, values = outcome(f"{in_locale(number, locale, pattern)} {word}", locale)
        assert code in {"read", "amount.format"}
        assert meant in values


@given(st.sampled_from(SCALE_WORDS), numbers, st.data())
def test_misspelt_scale_word_never_crosses_a_scale(row, number, data):
    locale, word, power = row
    at = data.draw(st.integers(1, max(1, len(word) - 1)))
    misspelt = (
        word[:at] + data.draw(st.sampled_from(["", "l", "n", "e", word[at - 1]])) + word[at + 1 :]
    )
    powers = local_words(locale).scales
    if len(word) >= 6 and misspelt not in SCALES and misspelt not in powers:
        text = f"{in_locale(number, locale, PLAIN)} {misspelt}"
        need_not_far_off(text, locale, number * Fraction(10) ** power)


@given(st.sampled_from(LONG_WORDS), numbers, patterns)
@example("billionen", 2, PLAIN)
@example("billones", 2, PLAIN)
@example("mil millones", 200, PLAIN)
def test_foreign_scale_word_in_english_is_never_thousand_times_off(word, number, pattern):
    for power in scales_anywhere()[word]:
        for locale in ("en-US", "de"):
            text = f"{in_locale(number, locale, pattern)} {word}"
            need_not_far_off(text, "en-US", number * Fraction(10) ** power)


@pytest.mark.parametrize(
    ("locale", "text", "code", "values"),
    [
        ("de", "1 Billion", "amount.format", (10**12, 10**9)),
        ("fr", "2 billions", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("fr", "2 Bn", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("pl", "2 bln", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("nl", "2 bln", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("it", "2 bln", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("es-ES", "2 B", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("es-ES", "40b", "amount.format", (4 * 10**10,)),
        ("es-ES", "200b", "read", (2 * 10**11,)),
        ("id", "200 M", "amount.format", (2 * 10**11, 2 * 10**8)),
        ("de", "1.200b", "amount.format", (1_200 * 10**9, 1_200 * 10**6)),
        ("de", "1.200 billion", "amount.format", (1_200 * 10**9, 1_200 * 10**6)),
        ("de", "2 Billionen", "read", (2 * 10**12,)),
        ("de", "1,5 Billionen", "read", (15 * 10**11,)),
        ("de", "1,5 Bio.", "read", (15 * 10**11,)),
        ("de", "1.200 Mrd", "read", (1_200 * 10**9,)),
        ("de", "1.200 Milliarden", "read", (1_200 * 10**9,)),
        ("de", "200 Milliarden Dollar", "read", (2 * 10**11,)),
        ("de", "200 Mrd. $", "read", (2 * 10**11,)),
        ("de", "200.000 Mio", "read", (2 * 10**11,)),
        ("de", "200.000.000.000", "read", (2 * 10**11,)),
        ("es-ES", "2 billones", "read", (2 * 10**12,)),
        ("es-ES", "2 billon", "read", (2 * 10**12,)),
        ("es-ES", "200.000 millones", "read", (2 * 10**11,)),
        ("es-ES", "200 mil millones", "read", (2 * 10**11,)),
        ("es-ES", "200 mil millones de dólares", "read", (2 * 10**11,)),
        ("es-ES", "200 mil", "amount.too_small", (10**6,)),
        ("da", "2 billioner", "read", (2 * 10**12,)),
        ("fr", "200 milliards de dollars", "read", (2 * 10**11,)),
        ("fr", "200 Md$", "read", (2 * 10**11,)),
        ("pt-BR", "200 bilhões", "read", (2 * 10**11,)),
        ("pt-BR", "200 bi", "read", (2 * 10**11,)),
        ("pt-BR", "1,5 trilhão", "read", (15 * 10**11,)),
        ("ru", "200 млрд", "read", (2 * 10**11,)),
        ("ru", "2 трлн", "read", (2 * 10**12,)),
        ("ru", "200 млрд долларов", "read", (2 * 10**11,)),
        ("uk", "200 мільярдів", "read", (2 * 10**11,)),
        ("vi", "200 tỷ", "read", (2 * 10**11,)),
        ("it", "200 mld", "read", (2 * 10**11,)),
        ("id", "200 miliar", "read", (2 * 10**11,)),
        ("tr", "200 milyar", "read", (2 * 10**11,)),
        ("ar", "200 مليار", "read", (2 * 10**11,)),
        ("en-US", "2 Billionen", "amount.format", (2 * 10**12,)),
        ("en-US", "2 billones", "amount.format", (2 * 10**12,)),
        ("en-US", "2 billon", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("en-US", "1.200 Mrd", "amount.format", (1_200 * 10**9, 1_200 * 10**6)),
        ("en-US", "200.000 millones", "amount.format", (2 * 10**11, 2 * 10**8)),
        ("en-US", "200 mil millones", "amount.format", (2 * 10**11,)),
        ("de", "about 2 Billion", "amount.format", (2 * 10**12, 2 * 10**9)),
        ("es-ES", "5", "amount.no_unit", (5 * 10**9, 5 * 10**12)),
    ],
)
def test_amount_row(locale, text, code, values):
    assert outcome(text, locale) == (code, values)


def test_generated_table_is_that_of_the_installed_babel():
    written = json.loads(FILE.read_text())["locales"]
    assert written == json.loads(json.dumps(tables()))["locales"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("三分之一", Fraction(1, 3)),
        ("4分の1", Fraction(1, 4)),
        ("1割", Fraction(1, 10)),
        ("百分之十", Fraction(1, 10)),
        ("10 Prozent", Fraction(1, 10)),
        ("10 pour cent", Fraction(1, 10)),
        ("10 por ciento", Fraction(1, 10)),
        ("10 процентов", Fraction(1, 10)),
        ("la mitad", Fraction(1, 2)),
        ("Hälfte", Fraction(1, 2)),
        ("moitié", Fraction(1, 2)),
        ("metade", Fraction(1, 2)),
        ("половина", Fraction(1, 2)),
        ("một nửa", Fraction(1, 2)),
        ("نصف", Fraction(1, 2)),
        ("todo", Fraction(1)),
        ("alles", Fraction(1)),
        ("tout", Fraction(1)),
        ("всё", Fraction(1)),
        ("全額", Fraction(1)),
    ],
)
def test_share_in_other_languages(text, share):
    assert read_amount(text) == Share(share)


@pytest.mark.parametrize(
    ("text", "usd"),
    [("二千億", 2 * 10**11), ("一万亿", 10**12), ("十亿", 10**9), ("三千亿美元", 3 * 10**11)],
)
def test_amount_in_chinese_numerals(text, usd):
    assert read_amount(text) == Dollars(usd)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("6 Monate", 0.5),
        ("18 mois", 1.5),
        ("10 ans", 10),
        ("10 Jahre", 10),
        ("10 лет", 10),
        ("10年", 10),
        ("1年", 1),
        ("10 năm", 10),
        ("18 meses", 1.5),
    ],
)
def test_years_in_other_languages(text, years):
    assert read_years(text, argument="years") == years


def test_unknown_unit_is_never_taken_for_years():
    with pytest.raises(InputError) as caught:
        read_years("6 Monats", argument="years")
    assert caught.value.suggestions == ()


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en-US"),
        ("de", "de"),
        ("es", "es-419"),
        ("es-ES", "es-ES"),
        ("pt_BR", "pt-BR"),
        ("zh-tw", "zh-TW"),
        ("xx", "en-US"),
    ],
)
def test_language_alone_says_how_numbers_are_read(tag, locale):
    assert reading_locale(tag) == locale
