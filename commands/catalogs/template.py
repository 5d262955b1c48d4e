"""The template of all catalogs: every message of the code, of the data and of Discord's menus."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from calc.estimates import load_studies
from calc.events import event_messages
from calc.events.track_record import track_record
from commands.claim.articles import article_messages
from commands.registry import COMMANDS, CONTEXT_MENUS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

PROJECT: Final = "treasury-selloff-bot"
_PACKAGE: Final = Path(str(resources.files("commands")))
_KEYWORDS: Final = {"gettext": None, "sentence": None, "ngettext": (1, 2), "N_": None}
_NOTES: Final = ("TRANSLATORS:",)


def template() -> Catalog:
    """Every message, with the files that say it."""
    catalog = Catalog(project=PROJECT, charset="utf-8")
    found = extract_from_dir(
        str(_PACKAGE),
        [("**.py", "python"), ("**/terms.json", f"{__name__}:extract_terms")],
        keywords=_KEYWORDS,
        comment_tags=_NOTES,
        strip_comment_tags=True,
    )
    for file, line, message, notes, _ in found:
        catalog.add(message, locations=[(f"commands/{file}", line)], auto_comments=notes)
    for message in _of_the_data():
        catalog.add(message)
    for message in _of_discord():
        catalog.add(message, locations=[("commands/registry.py", 0)])
    return catalog


def extract_terms(
    file: BinaryIO, *_: object, **_options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The messages of a glossary, as Babel asks an extractor for them."""
    for term in json.load(file):
        yield from ((0, "", term[key], []) for key in ("name", "meaning", "example"))


def _of_the_data() -> Iterator[str]:
    yield from event_messages()
    yield from (case.label for case in track_record())
    yield from article_messages()
    yield from (study.maturity for study in load_studies().values())


def _of_discord() -> Iterator[str]:
    """What Discord shows before anything is asked."""
    yield from (menu.name for menu in CONTEXT_MENUS)
    for command in COMMANDS.values():
        yield command.description
        for option in command.options:
            yield option.description
            yield from (choice.label for choice in option.choices)
