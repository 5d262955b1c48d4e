"""Sentences for errors; what was typed is repeated without harm."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.errors import InputError
from commands.common.slash_line import parse_slash_line
from commands.common.text.errors import SENTENCES, error_text
from commands.common.text.escape import MAX_ECHO, echo
from commands.common.translator import ENGLISH

SUGGESTED = {"language.unknown", "sale.mixed_up"}
"""Raised only with what works instead; any other has a hint of its own."""


@given(st.text(max_size=300))
def test_escaped_text_is_harmless(text):
    shown = echo(text)
    assert len(shown.replace("\\", "").replace("\u200b", "")) <= MAX_ECHO
    assert "@everyone" not in shown
    assert "://" not in shown
    assert "\n" not in shown
    bare = re.sub(r"\\.", "", shown)
    assert not re.search(r"[`*_~|>#\[\]()<@:]", bare)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_error_has_sentence_with_hint(code):
    bounds = {"floor_usd": 1e6, "ceiling_usd": 3e13, "lowest_percent": 0, "highest_percent": 25}
    bounds |= {"largest_points": 10, "shortest_years": 0.25, "longest_years": 30, "name": "Malta"}
    bounds |= {"today": 5.24}
    suggestions = ("one that works",) if code in SUGGESTED else ()
    problem = InputError(code, code.split(".")[0], "xx", facts=bounds, suggestions=suggestions)
    text = error_text(problem, ENGLISH)
    assert "{" not in text
    assert "`" in text


def test_slash_line_is_parsed():
    assert parse_slash_line("/selloff country:hong kong amount:1.5 trillion") == (
        "selloff",
        {"country": "hong kong", "amount": "1.5 trillion"},
    )
    with pytest.raises(ValueError, match="not a slash command"):
        parse_slash_line("selloff country:japan")
