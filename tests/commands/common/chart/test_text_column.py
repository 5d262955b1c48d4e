"""Lines of text down a column."""

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas, TextColumn


def title(words):
    canvas = Canvas()
    TextColumn(canvas, PAGE).marked_title(words)
    return [(text.words, text.left, text.style.color) for text in canvas.spec().texts]


def test_marked_title_finding_last_is_drawn_as_headline():
    canvas = Canvas()
    TextColumn(canvas, PAGE).headline("$90 earns", "14.44%")
    expected = [(text.words, text.left, text.style.color) for text in canvas.spec().texts]
    assert title("$90 earns **14.44%**") == expected


def test_marked_title_finding_first_stands_first_in_its_color():
    (first, left, color), (second, right, other), *_ = title("**14,44 %** bringen 90 $")
    assert (first, second.strip()) == ("14,44 %", "bringen 90 $")
    assert (left, color) == (PAGE.left, theme.BEST_GUESS)
    assert left < right
    assert other == theme.TITLE.color
