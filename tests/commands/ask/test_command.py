"""What ``/ask`` answers, what it shows of its reading, and what it cannot answer."""

import pytest

from commands.ask.buttons import line_id, read_line
from commands.ask.lines import CommandLine
from commands.common.custom_id import StaleButtonError, parse_custom_id
from commands.common.text.small_print import MOST_SMALL_WORDS, MOST_WORDS, count_words
from tests.commands.cases import ask, press
from tests.commands.first_screen import check_first_screen, small_words

ARTICLES = {
    "can china call the debt": "### Can China call in the debt?",
    "what happens if the US defaults on china": "### What if the US did not pay China?",
    "why do bond prices fall when yields rise": "### Why does a bond’s price fall",
    "is 5.2% a lot": "### Is 5.20% a lot for the 10-year yield?",
    "what if nobody shows up at an auction?": "### What if nobody bid at an auction?",
    "why does it matter if they sell to someone else?": "### Why would a sale matter",
    "who would buy if china stopped buying?": "### Who bought instead?",
}


def asked(question):
    return ask(f"/ask question:{question}")


def test_question_is_answered_by_the_command_that_it_names():
    answer = asked("what happens if china sells half")
    typed = ask("/selloff country:china amount:half")
    assert answer.text == typed.text
    shown = "-# Read as `/selloff country:china amount:half`. "
    assert answer.small_print == shown + typed.small_print.removeprefix("-# ")
    assert answer.picture is not None


def test_question_read_into_a_refusal_says_what_was_read_below():
    text = asked("what if japan sells 500").text
    assert text.endswith("\n-# Read as `/selloff country:japan amount:500`.")


def test_sale_without_amount_takes_all_and_offers_half_and_a_sum_in_its_menu():
    answer = asked("what if japan sells")
    assert "`/selloff country:japan amount:all`" in answer.small_print
    labels = [control.label for control in answer.controls]
    assert labels[:2] == ["$200 billion in a month", "$552 billion in a month"]
    assert not {"Half of it", "$200 billion"} & set(labels)


def test_question_without_amount_offers_half_and_a_sum_of_commands_without_a_menu():
    menu, *_ = asked("what could the US do if japan sold?").menus
    offered = {option.label: press(option.custom_id) for option in menu.options}
    assert "amount:half" in offered["Half of it"].small_print
    assert "amount:200b" in offered["$200 billion"].small_print


@pytest.mark.parametrize(
    "question",
    [
        "how bad would it be for my mortgage if japan sells?",
        "what would happen to gold if china sells",
        "did china sell half of its treasuries?",
        "what if japan sells",
        "what could the US do if japan sold?",
    ],
)
def test_no_two_controls_lead_to_one_answer(question):
    answer = asked(question)
    options = [option for menu in answer.menus for option in menu.options if not option.is_chosen]
    others = [button for button in answer.buttons if button.label not in {"Math", "Why?", "More"}]
    reached = [press(control.custom_id).own_id for control in (*options, *others)]
    assert len(set(reached)) == len(reached)


def test_question_without_seller_takes_the_largest_holder():
    assert "country:japan amount:50b`" in asked("what would a $50 billion sale do?").small_print


def test_second_reading_comes_first_in_the_menu():
    menu, *_ = asked("did china sell $90bn of its treasuries?").menus
    assert menu.options[0].label == "Or: what the sale would do"
    read = press(menu.options[0].custom_id).small_print
    assert "`/selloff country:china amount:90b`" in read


def test_second_reading_leaves_the_buttons_of_a_sale_in_one_row():
    labels = [button.label for button in asked("can japan crash the bond market").buttons]
    assert labels == ["For me?", "Why?", "Math", "More"]


@pytest.mark.parametrize(
    ("question", "asked_back"),
    [
        ("what if japan sells 500", "`500b` or `500m`"),
        ("what if japan sells 200 dollars", "too small"),
        ("what if china sells $500k of bonds", "too small"),
    ],
)
def test_number_that_is_no_amount_is_never_all(question, asked_back):
    answer = asked(question)
    assert answer.is_refusal
    assert asked_back in answer.text


@pytest.mark.parametrize(("question", "title"), ARTICLES.items())
def test_article_fits_a_phone_and_leads_on(question, title):
    answer = asked(question)
    lines = answer.text.splitlines()
    assert any(line.startswith(title) for line in lines)
    words = " ".join(line for line in lines if not line.startswith("###"))
    assert 20 <= count_words(words) <= MOST_WORDS
    assert small_words(answer) <= MOST_SMALL_WORDS or "holders" in lines[0]
    assert answer.rows <= 3
    assert all(not press(button.custom_id).is_refusal for button in answer.buttons)


@pytest.mark.parametrize(
    "question",
    [
        "what happens if china sells all its treasuries?",
        "what does it do to my mortgage if japan sells half",
        "who owns us debt",
        "did china sell?",
        "what would it take for 6%",
        "how much would japan have to sell to get to 140 yen",
        "china 200bn or japan 200bn, which is worse",
        "what could the US do if japan sold everything",
        "what is a 10 year note worth at 6%",
        "what would the US pay in interest at 6%?",
        "has this happened before",
        "10y +50bp and dollar -3%, who is selling?",
        "what is a basis point",
        "can china call the debt",
        "is 5.2% a lot",
    ],
)
def test_first_answer_fits_a_phone(question):
    answer = asked(question)
    check_first_screen(answer)


def test_article_can_be_shown_again_by_its_id():
    answer = asked("can china call the debt")
    assert press(answer.own_id).text == answer.text


def test_level_is_compared_with_the_record():
    assert "in **100%** of all month-ends" in asked("is 9% high for the ten-year?").text
    assert "in **0%** of all month-ends" in asked("is 0.4% low for the ten-year?").text


@pytest.mark.parametrize(
    "question", ["who won the world cup", "hello", "", "💣", "should i buy bonds"]
)
def test_question_without_answer_gets_one_line_and_three_questions(question):
    answer = asked(question)
    assert answer.is_refusal
    assert answer.is_private
    assert "\n" not in answer.text
    assert len(answer.buttons) == 3
    assert all(not press(button.custom_id).is_refusal for button in answer.buttons)


@pytest.mark.parametrize(
    "question",
    [
        "how much does a house cost in London?",
        "what is the dollar yen rate today",
        "how much gold does china own",
        "can i sell my bonds",
        "who sold the most cars in china",
        "what will the fed do in december",
        "how high are japanese yields",
        "what happened on 9/11",
    ],
)
def test_question_about_something_else_has_no_answer(question):
    assert asked(question).is_refusal


def test_group_of_countries_is_asked_back():
    answer = asked("what if the EU sells half")
    assert answer.is_refusal
    assert "the European Union is several" in answer.text
    assert [button.label for button in answer.buttons][:1] == ["If Belgium sold half"]


def test_country_without_figure_is_refused_by_the_command():
    answer = asked("what if iran sells everything")
    assert answer.is_refusal
    assert "no figure for **Iran**" in answer.text


def test_statement_is_checked_as_a_claim():
    text = "Japan holds $1.2 trillion of US Treasuries."
    assert asked(text).text == ask(f"/claim text:{text}").text


@pytest.mark.parametrize(
    "line",
    [
        CommandLine("holders"),
        CommandLine("signal", (("ten", "+50bp"), ("spread", "-80 to -100"))),
        CommandLine("compare", (("a", "cayman islands 150b day"), ("b", "china 33.3% year"))),
    ],
)
def test_line_travels_in_a_button(line):
    custom_id = line_id("show", line)
    assert read_line(parse_custom_id(custom_id).fields) == line


def test_line_too_long_for_a_button_has_none():
    assert line_id("show", CommandLine("learn", (("term", "x" * 90),))) is None


@pytest.mark.parametrize("fields", [("selloff", "country"), ("1",), ("ask", "about")])
def test_forged_fields_are_no_line(fields):
    with pytest.raises(StaleButtonError):
        read_line(fields)
