"""Buying, keeping, not selling, unknown sellers and unread numbers are never answered as a sale."""

import pytest

from commands.ask.reading import read_question
from tests.commands.ask.reading_cases import KNOWN
from tests.commands.cases import ask


def read(question):
    line = read_question(question, KNOWN).line
    return "" if line is None else str(line)


@pytest.mark.parametrize(
    "question",
    [
        "what if japan buys 200b",
        "what if japan does not sell",
        "what if japan doesn't sell",
        "what if japan will never sell",
        "what if japan can't sell",
        "china stops selling",
        "china refuses to sell",
        "what if china is banned from selling",
        "what if no one sells",
        "what if nobody sells",
        "japan sells less",
        "the uk sells fewer bonds",
        "japan +200b",
        "what if japan gets 200b",
        "what if China doubles its holdings",
        "what if japan adds 100b",
        "what if japan keeps all its treasuries",
        "what if the fed buys 200b",
        "what if japan buys 200b instead of selling",
        "my mortgage if japan does not sell",
        "what if japan sells nothing",
        "what if japan sells no bonds",
        "what if japan hardly sells",
        "what if japan raises its holdings by 100b",
    ],
)
def test_no_sale_is_asked_back_with_what_can_be_answered(question):
    answer = ask(f"/ask question:{question}")
    assert answer.is_refusal
    assert "what a sale would do" in answer.text
    assert len(answer.buttons) == 3


def test_purchase_is_told_to_work_the_other_way_with_its_size():
    answer = ask("/ask question:what if norway buys another 60bn")
    assert "Buying works the other way" in answer.text
    assert answer.buttons[0].label == "If Norway sold 60b"


@pytest.mark.parametrize("question", ["why doesn't china sell", "why hasn't beijing dumped it all"])
def test_why_nobody_sold_is_answered_with_what_sellers_lose(question):
    assert "“Sellers of US debt would hurt themselves”" in ask(f"/ask question:{question}").text


@pytest.mark.parametrize(
    "question", ["should i buy bonds now", "is it time to get out of treasuries", "buy or sell?"]
)
def test_whether_to_buy_is_answered_by_no_advice_and_three_questions(question):
    answer = ask(f"/ask question:{question}")
    assert answer.text.startswith("Whether to buy or sell, I cannot say")
    assert len(answer.buttons) == 3


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("if china sells half and japan buys it", "/selloff country:china amount:half"),
        (
            "would the fed just buy it all if china sold",
            "/selloff country:china amount:all fed:buys",
        ),
        ("what if China, fed up with tariffs, sells half", "/selloff country:china amount:half"),
        ("can the fed stop japan from selling", "/rescue country:japan amount:all"),
    ],
)
def test_sale_beside_a_purchase_is_still_read(question, line):
    assert read(question) == line


@pytest.mark.parametrize(
    ("question", "seller"),
    [
        ("what if BlackRock sells half", "blackrock"),
        ("texas sells everything", "US"),
        ("what if the US government sells half its treasuries", "US government"),
        ("what if the Fed sells half", "the Fed"),
        ("hedge funds sell 500b", "hedge funds"),
        ("what if banks sell", "banks"),
        ("wakanda sells 50b", "wakanda"),
        ("my grandma sells 200b", "my grandma"),
        ("what if Elon Musk dumps all treasuries", "elon musk"),
        ("all foreigners sell everything", "all foreigners"),
        ("every country sells half", "every country"),
        ("everybody sells", "everybody"),
        ("what if pension funds sell 300b, my mortgage?", "pension funds"),
        ("what if BlackRock and Japan sell half", "blackrock"),
        ("blackrock 200b or japan 200b, which is worse", "blackrock"),
        ("which is worse, japan 200b or blackrock 200b", "blackrock"),
        ("what could the Fed do if BlackRock sold everything", "blackrock"),
    ],
)
def test_unknown_seller_is_refused_and_never_replaced(question, seller):
    assert f"country:{seller} " in read(question) + " "
    assert ask(f"/ask question:{question}").is_refusal


@pytest.mark.parametrize(
    "question",
    [
        "what happens if a country sells 200b",
        "someone dumps 500b of bonds, what happens",
        "what would a $50 billion sale do?",
        "what if they sell it all",
        "what does forced selling do to yields",
        "how bad would a treasury selloff be",
        "sell 200b",
    ],
)
def test_question_that_names_nobody_takes_the_largest_holder(question):
    assert "country:japan " in read(question)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("japan sells 10^30", "amount:10^30"),
        ("japan sells 1e30 dollars", "amount:1e30"),
        ("japan sells 999 quadrillion", "amount:999 quadrillion"),
        ("japan sells -200b", "amount:-200b"),
        ("japan sells minus 200 billion", "amount:minus 200 billion"),
        ("japan sells 150%", "amount:150%"),
        ("japan sells 0%", "amount:0%"),
        ("japan sells 1.500 billion", "amount:1.500 billion"),
        ("japan sells 1.500b", "amount:1.500b"),
        ("UK sells 5 pounds", "amount:5 pounds"),
        ("japan sells 200b in 5 minutes", "over:5 minutes"),
        ("japan sells 200b in 2 weeks", "over:2 weeks"),
        ("what if japan sold everything in a week", "over:a week"),
        ("japan sells 200b over 3 years", "over:3 years"),
        ("japan sells 200b over ten years", "over:10 years"),
        ("japan sells 200b over a decade", "over:a decade"),
    ],
)
def test_number_that_no_sale_has_is_asked_back_as_typed(question, typed):
    assert typed in read(question)
    answer = ask(f"/ask question:{question}")
    assert answer.is_refusal
    assert f"“{typed.partition(':')[2]}”" in answer.text or typed.endswith("0%")


@pytest.mark.parametrize(
    ("question", "pace"),
    [
        ("japan sells half in 24 hours", "over:day"),
        ("japan sells half in 12 months", "over:year"),
        ("japan sells half in a month", ""),
    ],
)
def test_pace_that_a_sale_has_is_read_however_it_is_counted(question, pace):
    assert read(question) == f"/selloff country:japan amount:half {pace}".strip()


def test_two_sales_in_one_sentence_are_compared():
    line = "/compare a:china a third b:japan a quarter"
    assert read("china sells a third and japan a quarter") == line


def test_three_sellers_are_asked_back():
    assert read("china, japan and the uk sell half") == ""


def test_yield_beyond_any_on_record_is_no_sale():
    assert ask("/ask question:what if the yield hits 60%").is_refusal


@pytest.mark.parametrize(
    "question",
    [
        "how can the us pay off its debt",
        "what if the US buys back its debt",
        "can the US print money to pay its debt",
        "will the US pay back its debt",
        "what if japan defaults",
    ],
)
def test_paying_is_no_default(question):
    assert "It would be a **default**" not in ask(f"/ask question:{question}").text


@pytest.mark.parametrize(
    "question",
    [
        "what if the US defaults",
        "what if the us refuses to pay china",
        "the US can't pay its debt?",
    ],
)
def test_not_paying_is_a_default(question):
    assert "It would be a **default**" in ask(f"/ask question:{question}").text


def test_number_in_front_of_a_sale_is_no_seller():
    assert read("what if it took them five years to sell").startswith("/selloff country:japan ")


@pytest.mark.parametrize(
    "sum_below_zero",
    [
        "−$1.1 trillion",
        "-$1.1 trillion",
        "$-1.1 trillion",
        "-1.1 trillion",
        "minus 1.1 trillion dollars",
        "negative $1.1 trillion",
    ],
)
def test_claim_of_less_than_nothing_does_not_hold(sum_below_zero):
    assert "**Holds**" in ask("/claim text:Japan holds $1.1 trillion").text
    answer = ask(f"/claim text:Japan holds {sum_below_zero}")
    assert "**Holds**" not in answer.text
    assert f"did not read: “Japan holds {sum_below_zero}”" in answer.small_print + answer.text


@pytest.mark.parametrize("question", ["japan sells 1125 million", "japan sells 1.125 trillion"])
def test_amount_that_was_read_is_not_asked_back(question):
    assert not ask(f"/ask question:{question}").is_refusal
