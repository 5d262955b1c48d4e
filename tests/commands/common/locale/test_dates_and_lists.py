"""Dates, spans of time, lists, brackets and gaps in each language."""

from datetime import date

import pytest

from commands.common.translator import ENGLISH
from tests.commands.languages import speaking

DAY = date(2026, 10, 9)


@pytest.mark.parametrize(
    ("tag", "day", "month"),
    [
        ("zh-CN", "2026年10月9日", "2026年10月"),
        ("ja", "2026年10月9日", "2026年10月"),
        ("de", "9. Okt. 2026", "Okt. 2026"),
        ("fr", "9 oct. 2026", "oct. 2026"),
        ("es-419", "9 oct 2026", "oct 2026"),
        ("pt-BR", "9 de out. de 2026", "out. de 2026"),
        ("vi", "9 thg 10, 2026", "thg 10 2026"),
        ("ru", "9 окт. 2026", "окт. 2026"),
    ],
)
def test_date_is_in_order_of_locale(tag, day, month):
    assert speaking(tag).day(DAY) == day
    assert speaking(tag).month(DAY) == month


def test_english_dates_are_as_ever():
    assert (ENGLISH.day(DAY), ENGLISH.month(DAY)) == ("9 Oct 2026", "Oct 2026")
    assert ENGLISH.day(date(2026, 9, 1)) == "1 Sep 2026"


@pytest.mark.parametrize(
    ("tag", "weeks", "days"),
    [
        ("ru", "7 недель", "2 дня"),
        ("ja", "7週間", "2日"),
        ("zh-CN", "7周", "2天"),
        ("pt-BR", "7 semanas", "2 dias"),
        ("vi", "7 tuần", "2 ngày"),
    ],
)
def test_span_of_time_has_its_unit(tag, weeks, days):
    translator = speaking(tag)
    assert (translator.duration(7, "week"), translator.duration(2, "day")) == (weeks, days)


def test_span_of_time_in_english():
    assert ENGLISH.duration(1, "day") == "1 day"
    assert ENGLISH.duration(1.5, "year") == "1.5 years"


@pytest.mark.parametrize(
    ("tag", "one_of", "listed"),
    [
        ("en", "a, b or c", "a, b, c"),
        ("zh-CN", "a、b或c", "a、b、c"),
        ("ja", "a、b、またはc", "a、b、c"),
        ("de", "a, b oder c", "a, b, c"),
    ],
)
def test_list_has_words_of_language(tag, one_of, listed):
    translator, parts = speaking(tag), ["a", "b", "c"]
    assert translator.one_of(parts) == one_of
    assert translator.listed(parts) == listed


def test_spanish_list_has_no_comma_before_its_word():
    assert speaking("es-ES").one_of(["China", "Japón", "Bélgica"]) == "China, Japón o Bélgica"


def test_chinese_and_japanese_write_no_blanks():
    for tag in ("zh-CN", "zh-TW", "ja"):
        translator = speaking(tag)
        assert translator.paragraph(["甲。", "", "乙。"]) == "甲。乙。"
        assert translator.paragraph(["**甲。**", "乙。"]) == "**甲。**乙。"
        assert translator.aside("0.05") == "（0.05）"
    assert ENGLISH.paragraph(["One.", "", "Two."]) == "One. Two."
    assert ENGLISH.aside("0.05") == " (0.05)"
    assert ENGLISH.aside("") == ""


@pytest.mark.parametrize(("tag", "shown"), [("de", "18 %"), ("tr", "%18"), ("ja", "18%")])
def test_percent_sign_stands_where_locale_puts_it(tag, shown):
    assert speaking(tag).percent(0.18).replace("\xa0", " ") == shown


@pytest.mark.parametrize(
    ("text", "language", "begun"),
    [
        ("**the UK** would keep it", "en", "**The UK** would keep it"),
        ("18% of its holdings", "en", "18% of its holdings"),
        ("iki yıl", "tr", "İki yıl"),
        ("日本持有", "zh", "日本持有"),
        ("", "en", ""),
    ],
)
def test_sentence_begins_with_large_letter(text, language, begun):
    assert speaking(language).sentence(text) == begun


def test_abbreviated_month_ends_sentence_with_one_full_stop():
    translator = speaking(
        "fr", {"Yields: {day}.": "Rendements : {day}.", "So {rest}": "Or… {rest}"}
    )
    day = translator.short_day(DAY)
    assert translator.gettext("Yields: {day}.", day=day) == "Rendements : 9 oct."
    assert translator.gettext("So {rest}", rest="...") == "Or… ..."
