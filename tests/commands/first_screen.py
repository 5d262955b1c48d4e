"""What a first answer may hold, so that it fits one screen of a phone."""

from commands.common.answer import USUAL_ROWS
from commands.common.text.small_print import MOST_SMALL_WORDS, MOST_WORDS, count_words


def words_beside_title(answer):
    """How many words stand beside the title and the line that ``/ask`` read, above it."""
    above = ("### ", "-# Read as `")
    lines = [line for line in answer.text.splitlines() if not line.startswith(above)]
    return count_words(" ".join(lines))


def check_first_screen(answer):
    """The limits of the words and of the rows of controls."""
    assert answer.text.count("### ") == 1, answer.text
    assert words_beside_title(answer) <= MOST_WORDS, answer.text
    assert count_words(answer.small_print) <= MOST_SMALL_WORDS, answer.small_print
    assert "\n" not in answer.small_print, answer.small_print
    assert answer.rows <= USUAL_ROWS, [control.label for control in answer.controls]
