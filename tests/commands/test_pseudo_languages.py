"""Two more languages that do not exist: one without blanks, one that chooses words by number."""

import re
from functools import cache

import pytest

from commands.common.answer import LONGEST_LABEL
from commands.common.command import Request
from commands.dispatch import run_component
from commands.registry import COMMANDS
from tests.commands.cases import REQUEST, ask, first
from tests.commands.pseudo import pseudo_chinese, pseudo_plural

CHINESE, PLURAL = pseudo_chinese(), pseudo_plural()
# Words only: no font of the charts has Han.
pytestmark = pytest.mark.filterwarnings("ignore:Glyph .* missing from font:UserWarning")
each_command = pytest.mark.parametrize("name", COMMANDS)


@cache
def around(name, translator):
    """The answer to an example and those of all its controls."""
    line, request = COMMANDS[name].example, Request(REQUEST.snapshot, translator)
    pressed = [run_component(each.custom_id, request) for each in ask(line).controls]
    return [first(line, request), *pressed]


def texts(answer):
    yield answer.plain_text
    yield from (control.label for control in answer.controls)
    yield from (menu.placeholder for menu in answer.menus)
    if answer.picture is not None:
        yield answer.picture.alt
        yield from (text.words for text in answer.picture.spec.texts)


@each_command
def test_language_without_blanks_keeps_limits(name):
    for answer in around(name, CHINESE):
        assert 0 < len(answer.plain_text) <= 4000
        assert all(0 < len(button.label) <= LONGEST_LABEL for button in answer.buttons)
        assert not any("trillion" in text or "{" in text for text in texts(answer))


@each_command
def test_every_place_can_choose_by_plural_class(name):
    for answer in around(name, PLURAL):
        said = "".join(texts(answer))
        assert "one=" not in said
        assert not re.search(r"\{\w+", said)


def test_numbers_choose_their_own_class():
    said = "".join(text for name in COMMANDS for a in around(name, PLURAL) for text in texts(a))
    assert all(mark in said for mark in "¹²³ª")
