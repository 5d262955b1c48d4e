"""Sentences are kept whole and in order while they fit."""

import pytest

from commands.common.text.word_limits import count_words, fit_words, small_line


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("### If Japan sold $200 billion", 5),
        ("-# **Yields** of 9 Oct 2026 – not advice.", 7),
        ("[Perli 2025](<https://example.org/a b>) says so", 4),
        ("(−0.3 to 0.6)", 3),
    ],
)
def test_marks_and_addresses_are_no_words(text, count):
    assert count_words(text) == count


def test_sentence_without_room_is_left_out_whole():
    assert fit_words(["One two three.", "", "Four five six.", "Seven."], 4) == (
        "One two three.",
        "Seven.",
    )


def test_sentence_that_fills_limit_is_kept():
    assert fit_words(["One two.", "Three four."], 4) == ("One two.", "Three four.")


def test_small_line_leaves_room_for_age():
    parts = ["word " * 10, "word " * 8, "word"]
    assert count_words(small_line(parts)) == 18
    assert small_line(["Sum.", ""], 1) == "-# Sum."
