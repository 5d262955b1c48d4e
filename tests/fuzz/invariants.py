"""What has to hold for whatever was typed or tapped."""

import re

from commands.common.answer import LONGEST_OPTION, MOST_BUTTONS
from commands.common.custom_id import POST, build_custom_id, parse_custom_id
from commands.common.errors import InputError
from commands.common.text.errors import SENTENCES, error_text
from commands.common.translator import ENGLISH

MOST_CHARACTERS = 4000
MOST_ALT = 1024
MOST_ROWS = 5
_CODE_SPAN = re.compile(r"`[^`\n]*`")
_MENTION = re.compile(r"@(?:everyone|here)|(?<!\\)<(?:[@#:]|a:|/|id:|t:)")
_LINK_OF_THEIRS = re.compile(r"://(?:[^\s)]*\.)?evil\.example|(?<!\\)\]\([^)]*evil")


class BrokenPromiseError(AssertionError):
    """Something was answered that must not be."""


def need(holds, what):
    if not holds:
        raise BrokenPromiseError(what)


def is_harmless(words):
    """No ping and no live link of somebody else's; markup inside a code span shows as typed."""
    bare = _CODE_SPAN.sub("", words)
    need(not _MENTION.search(bare), f"a ping: {words!r}")
    need(not _LINK_OF_THEIRS.search(bare), f"a live link: {words!r}")
    # What JSON and fonts cannot take.
    need(not re.search("[\ud800-\udfff\u202a-\u202e\x00]", words), f"a bad character: {words!r}")


def is_fit_to_send(answer):
    """Discord would take this answer, and every button of it can be read again."""
    words = answer.plain_text
    need(0 < len(words) <= MOST_CHARACTERS, f"{len(words)} characters")
    is_harmless(words)
    need(len(answer.buttons) <= MOST_BUTTONS, f"{len(answer.buttons)} buttons")
    need(answer.rows <= MOST_ROWS, f"{answer.rows} rows")
    ids = [button.custom_id for button in answer.buttons]
    need(len(set(ids)) == len(ids), f"two buttons do the same: {ids}")
    for button in answer.controls:
        need(0 < len(button.label) <= LONGEST_OPTION, f"label {button.label!r}")
        press = parse_custom_id(button.custom_id)
        is_post = press.is_new_message and press.command != POST
        action = POST if is_post else press.action
        again = build_custom_id(press.command, action, *press.fields)
        need(again == button.custom_id, f"id {button.custom_id!r}")
    if answer.picture is not None:
        need(0 < len(answer.picture.alt) <= MOST_ALT, f"alt text {answer.picture.alt!r}")


def is_a_problem_of(problem, typed, prefixes, own=SENTENCES):
    """A refusal that can be said: its code has a sentence, its echo is what was typed.

    Returns:
        The texts that it offers instead.
    """
    need(isinstance(problem, InputError), repr(problem))
    need(problem.code.partition(".")[0] in prefixes, f"code {problem.code}")
    need(problem.raw == typed, f"raw {problem.raw!r}")
    is_harmless(error_text(problem, ENGLISH, own))
    return problem.suggestions
