"""Text of any kind travels in a custom id and comes back as it was."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.common.custom_id import StaleButtonError, build_custom_id, parse_custom_id
from commands.common.packed_text import pack_field, unpack_field

# No lone surrogates: Discord sends none.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXTS)
def test_packed_text_comes_back_from_an_id(text):
    custom_id = parse_custom_id(build_custom_id("claim", "show", "packed", pack_field(text)))
    assert unpack_field(custom_id.fields[1]) == text


def test_sentence_of_a_newspaper_has_room_in_an_id():
    sentence = (
        "China trimmed its stack of US Treasuries to $688.7 billion in October from $700.5 billion"
        " in September."
    )
    assert len(pack_field(sentence)) < len(sentence) * 0.6


@pytest.mark.parametrize(
    "field", ["", "a", "一", "丁" * 40, pack_field("sold")[:-1], pack_field("\0" * 3000)]
)
def test_forged_packed_text_is_stale(field):
    with pytest.raises(StaleButtonError):
        unpack_field(field)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=70))
def test_any_packed_text_is_read_or_stale(field):
    with suppress(StaleButtonError):
        assert isinstance(unpack_field(field), str)
