"""The first stage is all that first answers say, so that none of them is English for a detail."""

import pytest
from babel import Locale
from babel.support import NullTranslations

from commands.catalogs.checks import is_first_stage
from commands.catalogs.template import template
from commands.common.command import Request
from commands.common.slash_line import parse_slash_line
from commands.common.translator import Translator
from tests.commands.cases import REQUEST, first, lines


class FirstStage(NullTranslations):
    """Has a translation of every message of the first stage, and of no other."""

    def __init__(self):
        super().__init__()
        self.known = set()
        for message in template():
            if message.id and is_first_stage(message):
                self.known.update([message.id] if isinstance(message.id, str) else message.id)

    def gettext(self, message):
        # A new text: the same one would be a missing translation.
        return message.encode().decode() if message in self.known else message

    def ngettext(self, one, many, count):
        return f"{self.gettext(many)}." if many in self.known else many


class Remembering(Translator):
    """Says which messages had no translation."""

    def fresh(self):
        return self


TEXTS = FirstStage()


@pytest.mark.parametrize("line", [line for line in lines() if parse_slash_line(line)[0] != "learn"])
def test_first_answer_needs_first_stage_only(line):
    translator = Remembering(Locale("de"), TEXTS)
    first(line, Request(REQUEST.snapshot, translator))
    assert translator.missing == set()


def test_math_and_glossary_follow():
    later = [message for message in template() if message.id and not is_first_stage(message)]
    files = {file for message in later for file, _ in message.locations}
    assert files
    assert all(file.endswith("math.py") or "glossary" in file for file in files)
