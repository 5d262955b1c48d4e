"""Questions in eight languages are read; what is not all read is not guessed."""

import pytest

from commands.ask.language_words import LANGUAGES as FILES
from commands.ask.language_words import language_words
from commands.ask.languages import in_english
from commands.ask.reading import read_question
from tests.calls import calls
from tests.commands.ask.language_cases import LANGUAGES, LOCALES, language_cases
from tests.commands.ask.reading_cases import KNOWN
from tests.commands.cases import ask

HALVES = ("seen", "unseen", "forum_seen", "forum_unseen", "third", "fourth")
LEAST_RIGHT = 0.9
MOST_CALLS = 10_000


def read(question, language):
    return str(read_question(question, KNOWN, LOCALES.get(language, language)).line)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_question_is_read_into_its_command_and_options(language, half):
    cases = [case for case in language_cases(half) if case.language == language]
    off = [(case.question, str(case.line)) for case in cases if case.verdict != "right"]
    assert len(cases) >= 10
    assert len(cases) - len(off) >= LEAST_RIGHT * len(cases), off


@pytest.mark.parametrize("half", HALVES)
def test_no_question_is_read_as_another(half):
    wrong = [(c.question, str(c.line)) for c in language_cases(half) if c.verdict == "wrong"]
    assert len(wrong) <= 0.01 * len(language_cases(half)), wrong


@pytest.mark.parametrize("half", HALVES)
def test_question_is_read_in_bounded_work(half):
    for case in language_cases(half):
        locale = LOCALES.get(case.language, case.language)
        in_english(case.question, locale)
        counts = [calls(lambda: in_english(case.question, locale)) for _ in range(2)]  # noqa: B023
        # Of two, since the collector of garbage may call finalizers in one.
        assert min(counts) <= MOST_CALLS


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("如果日本卖掉一半会怎样？", "/selloff country:japan amount:half"),
        ("如果日本賣掉一半會怎樣？", "/selloff country:japan amount:half"),
        ("如果中国一天内卖出全部美国国债", "/selloff country:china amount:all over:day"),
        ("日本卖出2000亿美元会怎样", "/selloff country:japan amount:200b"),
        ("日本一年內拋售1.2兆美元會怎樣", "/selloff country:japan amount:1.2t over:year"),
        ("日本卖掉一半，我的房贷会怎样？", "/ripple country:japan amount:half"),
        ("英国卖出三分之一，别人也跟着卖", "/selloff country:uk amount:a third others:follow"),
        ("谁持有美国国债？", "/holders"),
        ("中國持有多少美債", "/holders country:china"),
        ("什么是收益率？", "/learn term:yield"),
        ("殖利率是什麼", "/learn term:yield"),
        ("要卖多少国债才会使10年期收益率升到6%？", "/target yield:6%"),
    ],
)
def test_question_in_chinese_is_answered_by_its_command(question, line):
    assert f"Read as `{line}`" in ask(f"/ask question:{question}").small_print


@pytest.mark.parametrize("half", HALVES)
def test_language_is_found_without_its_locale(half):
    cases = language_cases(half)
    found = [
        case for case in cases if str(read_question(case.question, KNOWN).line) == str(case.line)
    ]
    assert len(found) >= 0.95 * len(cases)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Was passiert, wenn BlackRock und Japan verkaufen?", "de"),
        ("Was passiert, wenn Japan 200 Fantastilliarden verkauft?", "de"),
        ("Was passiert, wenn Japan in 2 Wochen alles verkauft?", "de"),
        ("Was passiert, wenn Japan sein Gold verkauft?", "de"),
        ("¿Qué pasa si Elon Musk vende la mitad?", "es"),
        ("¿Qué pasa si Japón compra bonos en vez de vender?", "es"),
        ("Et si les fonds de pension vendaient tout ?", "fr"),
        ("E se o Japão não vender nada?", "pt"),
        ("Что, если никто не продаст?", "ru"),
        ("Nếu Nhật Bản không bán mà mua 200 tỷ thì sao?", "vi"),
        ("日本が200億円売ったら？", "ja"),
        ("日本不卖会怎样", "zh"),
        ("天气怎么样", "zh"),
    ],
)
def test_half_read_question_is_refused(question, language):
    locale = LOCALES.get(language, language)
    line = read_question(question, KNOWN, locale).line
    assert line is None or ask(f"/ask question:{question}").is_refusal, line


def test_words_that_were_not_read_are_said():
    answer = ask("/ask question:Was passiert, wenn Japan flugs die Hälfte verkauft?")
    assert "`/selloff country:japan amount:half`. I did not read: “flugs”." in answer.small_print
    refusal = ask("/ask question:Was passiert, wenn Japan 200 Fantastilliarden verkauft?")
    assert refusal.is_refusal
    assert "I did not read: “Fantastilliarden”." in refusal.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿Y si China compra 200 mil millones?", "nobody sells"),
        ("Soll ich jetzt Anleihen kaufen?", "no advice"),
    ],
)
def test_question_that_has_no_answer_is_told_why(question, said):
    assert said in ask(f"/ask question:{question}").text


@pytest.mark.parametrize(
    "question", ["what if Japan sells half?", "china 500b", "japan all day", "gold?"]
)
@pytest.mark.parametrize("locale", ["de", "es-ES", "fr", "pt-BR", "vi", "ja", "ru"])
def test_english_stays_english_in_every_locale(question, locale):
    assert in_english(question, locale) is None


def test_files_of_words_are_read():
    assert all(language_words(code).by_word for code in FILES)
