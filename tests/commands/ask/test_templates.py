"""Templates fit what they should and nothing else."""

import pytest

from commands.ask.templates import compile_template

LISTS = {"sell": ("sell*", "get rid of")}


@pytest.mark.parametrize(
    ("template", "text", "fits"),
    [
        ("{sell}", "they sell it ", True),
        ("{sell}", "they get rid of it ", True),
        ("sell", "they resell it ", False),
        ("is [this|that] a lot", "is a lot ", True),
        ("is (this|that) a lot", "is a lot ", False),
        ("what ... do", "what would it do ", True),
        ("what ... do", "what a b c d e f g h i j do ", False),
        ("who [is|are]* it", "who is are it ", True),
        ("^ if", "what if ", False),
        ("what $", "so what \n@flag ", True),
        ("a & b", "b then a ", True),
        ("a & !b", "b then a ", False),
        ("@tenor", "a @long note ", True),
    ],
)
def test_template_fits(template, text, fits):
    assert compile_template(template, LISTS).matches(text) is fits


@pytest.mark.parametrize(
    ("template", "problem"),
    [("(a", "bracket"), ("a)", "bracket"), ("{nothing}", "no list 'nothing'")],
)
def test_broken_template_is_refused(template, problem):
    with pytest.raises(ValueError, match=problem):
        compile_template(template, LISTS)
