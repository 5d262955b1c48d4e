"""The questions of ``questions_in_languages.csv`` and what was read of them."""

import argparse
import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from commands.ask.lines import OWN
from commands.ask.reading import read_question
from commands.common.errors import InputError
from commands.common.slash_line import parse_slash_line
from tests.commands.ask.reading_cases import ARTICLE, KNOWN, NONE, meant
from tests.commands.cases import ask

REFUSAL = "refusal"
LOCALES = {"es": "es-ES", "pt": "pt-BR", "zh_tw": "zh-TW", "zh": "zh-CN"}
LANGUAGES = ("de", "es", "fr", "ja", "pt", "ru", "vi", "zh_tw")
_RUNS_INTO_AN_ANSWER = {"selloff", ARTICLE}


@dataclass(frozen=True)
class LanguageCase:
    """A question of a language, the command that answers it, and its options."""

    language: str
    question: str
    command: str
    options: dict[str, str]

    @property
    def line(self):
        """What was read by the locale of the language."""
        locale = LOCALES.get(self.language, self.language)
        return read_question(self.question, KNOWN, locale).line

    @property
    def verdict(self):
        """``right``; ``partly`` when an option is off; ``useless`` when nothing was read."""
        line = self.line
        if self.command == REFUSAL:
            is_refused = line is None or ask(f"/ask question:{self.question}").is_refusal
            return "right" if is_refused else "wrong"
        if line is None:
            return "right" if self.command == NONE else "useless"
        command = ARTICLE if line.command == OWN else line.command
        if command != self.command:
            return "wrong"
        try:
            is_same = meant(command, dict(line.options)) == meant(command, self.options)
        except InputError:
            is_same = False
        off = "wrong" if command in _RUNS_INTO_AN_ANSWER else "partly"
        return "right" if is_same else off


@cache
def language_cases(half):
    """The cases of one part, in the order in which they were written."""
    path = Path(__file__).with_name("questions_in_languages.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == half]
    return [
        LanguageCase(
            row["language"],
            row["question"],
            row["command"],
            parse_slash_line(f"/{row['command']} {row['options']}")[1],
        )
        for row in rows
    ]


if __name__ == "__main__":
    argparse.ArgumentParser(
        "python -m tests.commands.ask.language_cases", description=__doc__
    ).parse_args()
    for half in ("seen", "unseen", "forum_seen", "forum_unseen", "third", "fourth"):
        counts = Counter((case.language, case.verdict) for case in language_cases(half))
        for (language, verdict), count in sorted(counts.items()):
            print(half, language, verdict, count)
        for case in language_cases(half):
            if case.verdict != "right":
                print(" ", case.verdict, case.language, case.question, "->", case.line)
