"""What a first answer may hold, so that it fits one screen of a phone."""

import re

from commands.common.answer import USUAL_ROWS
from commands.common.text.small_print import MOST_SMALL_WORDS, MOST_WORDS, count_words


def words_beside_title(answer):
    """How many words stand beside the title."""
    lines = [line for line in answer.text.splitlines() if not line.startswith("### ")]
    return count_words(" ".join(lines))


def small_words(answer):
    """How many words are small, beside the line of a command that ``/ask`` read."""
    return count_words(re.sub(r"Read as `[^`]*`\.", "", answer.small_print))


def check_first_screen(answer):
    """The limits of the words and of the rows of controls."""
    assert answer.text.count("### ") == 1, answer.text
    assert words_beside_title(answer) <= MOST_WORDS, answer.text
    assert small_words(answer) <= MOST_SMALL_WORDS, answer.small_print
    assert "\n" not in answer.small_print, answer.small_print
    assert answer.rows <= USUAL_ROWS, [control.label for control in answer.controls]
