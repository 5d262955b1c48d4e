"""List every message with a sentence that it became: what a translator needs to see.

``python -m tests.commands.message_examples``. What no question of the tests says is left out.
"""

import argparse

from babel import Locale
from babel.support import NullTranslations

from commands.catalogs.template import template
from commands.common.command import Request
from commands.common.translator import Translator
from commands.dispatch import run_component
from tests.commands.cases import REQUEST, first, lines


class Witness(Translator):
    """English that remembers one sentence for each message."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.said = {}

    def fresh(self):
        return self

    def gettext(self, message, **values):
        text = message.format(**values)
        self.said.setdefault(message, text)
        return text


def ask_everything(translator):
    """Answer every question of the tests, and tap everything once."""
    request = Request(REQUEST.snapshot, translator)
    for line in lines():
        for control in first(line, request).controls:
            run_component(control.custom_id, request)


def examples():
    """From messages with places to one sentence each."""
    witness = Witness(Locale("en"), NullTranslations())
    ask_everything(witness)
    return {message: text for message, text in witness.said.items() if message != text}


def main():
    argparse.ArgumentParser(description=__doc__).parse_args()
    said = examples()
    for message in template():
        if isinstance(message.id, str) and message.id in said:
            print(f"{message.id!r}\n    {said[message.id]!r}")


if __name__ == "__main__":
    main()
