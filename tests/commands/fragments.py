"""List texts that were said and then put into another sentence, by file and line.

``python -m tests.commands.fragments``. A translator sees such a text and its sentence apart, and
cannot make them agree; a value (a sum, a number, a name) carries its grammar and may be put in.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.support import NullTranslations

from commands.common.translator import Translator
from tests.commands.message_examples import ask_everything

ROOT = Path(__file__).parents[2]
# Where values are made, not sentences.
PASSED_OVER = ("/locale/", "/translator.py", "/tests/")


class Said(str):
    """What a message became."""

    __slots__ = ()


class Finder(Translator):
    """English that remembers which messages were given a text that was said before."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.found = defaultdict(set)

    def fresh(self):
        return self

    def gettext(self, message, **values):
        for name, value in values.items():
            if isinstance(value, Said):
                self.found[_caller()].add((message, name, str(value)))
        return Said(message.format(**values))


def _caller():
    frame = sys._getframe(2)
    while any(part in frame.f_code.co_filename for part in PASSED_OVER) and frame.f_back:
        frame = frame.f_back
    return str(Path(frame.f_code.co_filename).relative_to(ROOT)), frame.f_lineno


def fragments():
    """From file and line to messages, each with the name and one example of what was put in."""
    finder = Finder(Locale("en"), NullTranslations())
    ask_everything(finder)
    return finder.found


def main():
    argparse.ArgumentParser(description=__doc__).parse_args()
    found = fragments()
    for (file, line), messages in sorted(found.items()):
        for message, name, value in sorted(messages)[:1]:
            print(f"{file}:{line}: {{{name}}} = {value[:50]!r} in {message[:70]!r}")
    print(f"{len(found)} places")


if __name__ == "__main__":
    main()
