"""What was said is not edited by code: a translator sees it as it is shown."""

import ast

import pytest

from tests.commands.edits import edits, edits_in

ALLOWED = {
    # The English article; no other language takes this branch.
    ("common/text/names.py", "f-string"),
    # An English label that `find` reads back.
    ("bond/security_search.py", "f-string"),
}


def test_no_said_text_is_edited():
    found = [each for each in edits() if (each.split(":")[0], each.split(": ")[1]) not in ALLOWED]
    assert found == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('gettext("A sale.").replace("**", "")', ".replace()"),
        ('gettext("A sale.").lower()', ".lower()"),
        ('gettext("A sale.")[1:]', "slice"),
        ('gettext("A sale.") + " "', "+"),
        ('f"{said} {said}"', "f-string"),
        ('f"{said} ({low})"', "f-string"),
        ('" ".join(gettext(each) for each in range(2))', ".join()"),
    ],
)
def test_edit_is_found(line, what):
    code = f'def say(gettext, low):\n    said = gettext("A sale.")\n    return {line}'
    assert [found for _, found in edits_in(ast.parse(code))] == [what]


@pytest.mark.parametrize(
    "line",
    [
        '"-# " + said',
        'f"### {said}"',
        'f"**{said}**"',
        'f"{low}\\n{said}"',
        '"\\n".join((said, said))',
        'gettext("{said} So.", said=said)',
        "low.replace('a', 'b')",
    ],
)
def test_lines_and_marks_are_no_edits(line):
    code = f'def say(gettext, low):\n    said = gettext("A sale.")\n    return {line}'
    assert list(edits_in(ast.parse(code))) == []
