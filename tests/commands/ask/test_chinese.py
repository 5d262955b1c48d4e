"""Questions in Chinese are read as their English ones; what is not all read is not answered."""

import pytest

from commands.ask.chinese import in_english
from tests.commands.cases import ask


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
def test_question_in_chinese_is_read(question, line):
    assert f"Read as `{line}`" in ask(f"/ask question:{question}").small_print


@pytest.mark.parametrize("question", ["日本不卖会怎样", "天气怎么样", "日本が売ったら"])
def test_what_is_not_all_read_stays(question):
    assert in_english(question) == question


def test_other_languages_stay():
    assert in_english("what if Japan sells half?") == "what if Japan sells half?"
