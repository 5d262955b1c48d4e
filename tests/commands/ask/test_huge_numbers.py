"""A number of any length, in any place of a text, is read without an error."""

import pytest

from commands.common.parsing.quantities_in_text import MOST_IN_TEXT, find_quantities
from tests.commands.cases import ask

FORMS = (
    "japan sells {}",
    "Japan sells {} billion",
    "Japan holds ${}",
    "Japan holds {}% of US debt",
    "what if the yield hits {}%",
    "yen from 157 to {}",
    "my {} dollar mortgage if japan sells half",
    "japan sells {}億ドル",
    "10y +{}bp 30y -{}bp",
    "a 10-year note at {}",
    "japan sells 1e{} dollars",
    "{} trillion to {} trillion",
)


@pytest.mark.parametrize("command", ["/ask question:", "/claim text:"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("length", [35, 309])
def test_number_of_many_digits_has_an_answer(command, form, length):
    text = form.replace("{}", "9" * length)
    assert ask(command + text).text


@pytest.mark.parametrize("text", ["9" * 400, "$" + "9" * 310 + " trillion", "9" * 17 + "trillion"])
def test_number_in_text_is_bounded(text):
    assert all(each.high <= MOST_IN_TEXT for each in find_quantities(text))
