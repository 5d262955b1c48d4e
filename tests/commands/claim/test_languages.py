"""Questions to ``/claim`` are left to ``/ask``; foreign claims get the nearest figures."""

import pytest

from calc import load_snapshot
from commands.claim.command import COMMAND
from commands.common.command import Request
from commands.dispatch import run_command

REQUEST = Request(load_snapshot())


def ask(text):
    return run_command(COMMAND, REQUEST, {"text": text})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("What would happen if Japan sold half?", "/selloff country:japan amount:half"),
        ("Who owns the US debt?", "/holders"),
        ("Was passiert, wenn Japan die Hälfte verkauft?", "/selloff country:japan amount:half"),
        ("¿Quién tiene la deuda de Estados Unidos?", "/holders"),
        ("中国持有多少美国国债？", "/holders country:china"),
        ("金利が6％ならアメリカは利息をいくら払う？", "/interest at:6%"),
    ],
)
def test_question_is_left_to_ask(text, line):
    assert f"Read as `{line}`" in ask(text).small_print


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Japan besitzt 1,2 Billionen Dollar US-Staatsanleihen.", "Japan: $1.104 trillion"),
        ("Los chinos han vendido la mitad de sus bonos", "China: $618.0 billion"),
        ("Les taux américains sont à 5 %", "The 10-year US yield"),
        ("O Brasil tem 300 bilhões em títulos americanos", "Brazil: $"),
        ("Россия продала все облигации США", "Russia: $26.00 million"),
        ("Mỹ trả một nghìn tỷ đô la tiền lãi mỗi năm", "$969.9 billion in fiscal 2025"),
        ("日本は米国債を2兆ドル持っている", "Japan: $1.104 trillion"),
        ("中國持有7000億美元的美國公債", "China: $618.0 billion"),
        ("La deuda de Estados Unidos es de 36 billones de dólares", "The US debt: $39.41 trillion"),
    ],
)
def test_claim_in_another_language_gets_the_nearest_figure_and_no_verdict(text, figure):
    said = ask(text).text.replace("**", "")
    assert figure in said
    assert "No verdict: I did not read all of it" in said


@pytest.mark.parametrize("text", ["Bananen sind gelb.", "Мне нравится чай.", "今日はいい天気だ。"])
def test_claim_about_other_things_is_refused(text):
    answer = ask(text)
    assert answer.is_refusal
    assert "nothing here I can check" in answer.text
