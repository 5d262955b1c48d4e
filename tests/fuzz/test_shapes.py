"""Interactions that are not quite as Discord describes them: an answer, never an error."""

import pytest

from tests.fuzz.shapes import INTERACTIONS, SHAPES, a_shape, edited, stage


@pytest.mark.parametrize("name", INTERACTIONS)
def test_every_field_may_be_missing_or_empty(name):
    for shape in SHAPES:
        if shape.startswith(f"{name}|"):
            a_shape(shape)


@pytest.mark.parametrize("name", INTERACTIONS)
def test_a_new_field_changes_nothing(name):
    plain = stage().play(edited(name))
    for place in ("new", "data.new", "user.new", "channel.new", "message.new", "member.user.new"):
        for value in ("1", "null", "{}", '["x"]'):
            assert stage().play(edited(f"{name}|{place}={value}")) == plain


def test_edits_are_edits():
    base = INTERACTIONS["command"]
    assert edited("command") | {"id": ""} == base | {"id": ""}
    assert "data" not in edited("command|-data")
    options = edited("command|data.options.0.value=3|-data.options.1|data.x={}")["data"]["options"]
    assert [option["value"] for option in options] == [3, True]
    assert edited("command|locale=null")["locale"] is None
    assert INTERACTIONS["command"] is base
    assert "200b" in str(base)
