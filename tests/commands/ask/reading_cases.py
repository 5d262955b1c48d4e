"""The questions of ``questions.csv`` and what was read of them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from commands.ask.lines import OWN
from commands.ask.reading import read_question
from commands.common.errors import InputError
from commands.common.parsing.amounts import Dollars, read_amount
from commands.common.parsing.countries import read_country
from commands.common.parsing.scenarios import read_scenario_text
from commands.common.sale.options import known_holders
from commands.common.slash_line import parse_slash_line
from commands.learn.glossary import find_term
from tests.commands.cases import REQUEST

KNOWN = known_holders(REQUEST)
ARTICLE, NONE = "answer", "none"
_SUMS = {"amount", "said", "interest", "issue"}


@dataclass(frozen=True)
class Case:
    """A question, the commands that answer it, best first, and the options of the best."""

    question: str
    commands: tuple[str, ...]
    options: dict[str, str]

    @property
    def read(self):
        """The command and the options that were read."""
        line = read_question(self.question, KNOWN).line
        if line is None:
            return NONE, {}
        return ARTICLE if line.command == OWN else line.command, dict(line.options)

    @property
    def is_right(self):
        """Whether the command answers it."""
        return self.read[0] in self.commands

    @property
    def is_wholly_right(self):
        """Whether the options are those, too."""
        command, options = self.read
        if command != self.commands[0] or command in {NONE, "claim"}:
            return self.is_right
        return meant(command, options) == meant(command, self.options)

    @property
    def amounts(self):
        """The sum that is sold as expected and as read, where both are in dollars."""
        options = self.read[1]
        texts = self.options.get("amount", "all"), options.get("amount", "all")
        expected, read = (read_amount(text) for text in texts)
        if isinstance(expected, Dollars) and isinstance(read, Dollars):
            return expected.usd, read.usd
        return 1, 1


def meant(command, options):
    """What options mean, however they are written; ``who`` of an article is no option."""
    return {name: _value(name, text) for name, text in options.items() if name != "who"}


def _value(name, text):
    if name == "country":
        try:
            return read_country(text, KNOWN).key
        except InputError:
            return text
    if name == "term":
        return find_term(text).key
    if name in _SUMS:
        return _amount(read_amount(text))
    if name in {"a", "b"}:
        sale = read_scenario_text(text, KNOWN, argument=name)
        return sale.country.key, _amount(sale.amount), sale.pace
    return text


def _amount(amount):
    return amount.usd if isinstance(amount, Dollars) else round(float(amount.fraction), 4)


@cache
def cases(half):
    """The cases of one half: ``seen`` while the reader was written, or ``unseen``."""
    with Path(__file__).with_name("questions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    return [
        Case(
            row["question"],
            (row["command"], *filter(None, row["also"].split(";"))),
            parse_slash_line(f"/{row['command']} {row['options']}")[1],
        )
        for row in rows
    ]
