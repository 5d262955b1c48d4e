"""Sentences are kept whole and in order while they fit."""

import pytest

from commands.common.text.small_print import count_words, fit_words, small_line


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
    assert count_words(small_line(*parts)) == 18
    assert small_line("Sum.", "", limit=1) == "-# Sum."


ENGLISH = "The 10-year yield would rise about 0.15 points (most studies: 0.04 to 0.59)."


@pytest.mark.parametrize(
    "text",
    [
        "Lợi suất kỳ hạn 10 năm sẽ tăng khoảng 0,15 điểm (đa số nghiên cứu: 0,04 đến 0,59).",
        "Le rendement à 10 ans monterait d’environ 0,15 point (études : de 0,04 à 0,59).",
        "Die Rendite zehnjähriger Anleihen stiege um rund 0,15 Punkte (Studien: 0,04 bis 0,59).",
        "Доходность 10-летних облигаций выросла бы на 0,15 пункта (исследования: 0,04–0,59).",
        "10年期国债收益率将上升约0.15个百分点（多数研究：0.04至0.59）。",
        "10年国債利回りは約0.15ポイント上昇する（研究の大半：0.04～0.59）。",
    ],
)
def test_sentence_takes_no_more_room_in_another_language(text):
    assert 0.6 * count_words(ENGLISH) <= count_words(text) <= count_words(ENGLISH)
