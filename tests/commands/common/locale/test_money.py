"""Sums of US dollars in the words of each language."""

import pytest

from commands.common.translator import ENGLISH
from tests.commands.languages import speaking


@pytest.mark.parametrize(
    ("tag", "sale", "interest", "budget"),
    [
        ("zh-CN", "2000亿美元", "110亿美元", "2.144万亿美元"),
        ("zh-TW", "2000億美元", "110億美元", "2.144兆美元"),
        ("ja", "2000億ドル", "110億ドル", "2.144兆ドル"),
        ("es-ES", "200 mil millones de dólares", "11 mil millones de dólares", "2,144 billones"),
        ("es-419", "200 mil millones de dólares", "11 mil millones de dólares", "2.144 billones"),
        ("de", "200 Milliarden Dollar", "11 Milliarden Dollar", "2,144 Billionen Dollar"),
        ("fr", "200 milliards de dollars", "11 milliards de dollars", "2 144 milliards"),
        ("pt-BR", "200 bilhões de dólares", "11 bilhões de dólares", "2,144 trilhões"),
        ("vi", "200 tỷ đô la", "11 tỷ đô la", "2,144 nghìn tỷ đô la"),
        ("ru", "200 миллиардов долларов", "11 миллиардов долларов", "2,144 триллиона долларов"),
    ],
)
def test_sum_is_said_in_words_of_language(tag, sale, interest, budget):
    translator = speaking(tag)
    assert translator.exact_money(200e9) == sale
    assert translator.money(11e9) == interest
    shown = translator.money(2.144e12, 4).replace("\u202f", " ")
    assert shown.startswith(budget)


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("zh-CN", "49亿至360亿美元"),
        ("ja", "49億～360億ドル"),
        ("de", "4,9 bis 36 Milliarden Dollar"),
        ("es-ES", "4,9 a 36 mil millones de dólares"),
        ("ru", "4,9–36 миллиардов долларов"),
    ],
)
def test_range_repeats_word_only_where_it_is_attached(tag, shown):
    assert speaking(tag).money_range(4.9e9, 36e9) == shown


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("de", "200 Mrd. $"),
        ("fr", "200 Md $"),
        ("es-ES", "200.000 M $"),
        ("pt-BR", "US$ 200 bi"),
        ("vi", "200 tỷ đô la"),
        ("ja", "2000億ドル"),
    ],
)
def test_short_sum_is_never_misleading(tag, shown):
    assert speaking(tag).short_money(200e9, 3) == shown


@pytest.mark.parametrize("tag", ["id", "th", "it", "pl", "tr", "hi"])
def test_language_without_short_forms_uses_whole_words(tag):
    shown = speaking(tag, {"${short_amount}": "{short_amount} USD"}).short_money(2e12)
    assert len(shown.removesuffix(" USD").split(" ")[-1]) > 2, shown


@pytest.mark.parametrize(("usd", "plural"), [(1e9, "one"), (3e9, "few"), (5e9, "many")])
def test_sum_knows_plural_class_of_its_number(usd, plural):
    assert speaking("ru").exact_money(usd).keys == (plural,)


def test_billions_of_budget_stay_billions_where_there_is_a_word():
    assert speaking("de").billions(2.144e12) == "2.144 Milliarden Dollar"
    assert speaking("zh-CN").billions(2.144e12) == "2.144万亿美元"
    assert ENGLISH.billions(2.144e12) == "$2,144 billion"


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("de", "98,80 $"), ("fr", "98,80 $"), ("ja", "$98.80"), ("pt-BR", "$ 98,80")],
)
def test_short_price_has_dollar_sign(tag, shown):
    assert speaking(tag).short_dollars(98.8).replace("\xa0", " ") == shown
    assert ENGLISH.short_dollars(98.8) == "$98.80"
