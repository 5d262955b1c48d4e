"""The template of all catalogs: every message of the code and of the data.

``python -m commands.common.catalog`` writes ``commands/catalogs/messages.pot``. A translator then
uses ``pybabel init``, ``update`` and ``compile``, all with ``-d commands/catalogs``.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from calc.events import event_messages
from calc.events.track_record import track_record
from calc.parameters.estimates import load_studies
from commands.claim.articles import article_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE: Final = Path(str(resources.files("commands")))
_KEYWORDS: Final = {"gettext": None, "ngettext": (1, 2), "N_": None}


def template() -> Catalog:
    """Every message of the code, with its places, and those that come with the data."""
    catalog = Catalog(project="treasury-selloff-bot", charset="utf-8")
    found = extract_from_dir(str(_PACKAGE), keywords=_KEYWORDS, comment_tags=())
    for file, line, message, _, _ in found:
        catalog.add(message, locations=[(f"commands/{file}", line)])
    for message in _of_the_data():
        catalog.add(message)
    return catalog


def _of_the_data() -> Iterator[str]:
    yield from event_messages()
    yield from (case.label for case in track_record())
    yield from article_messages()
    yield from (study.maturity for study in load_studies().values())


def _main() -> None:
    target = _PACKAGE / "catalogs" / "messages.pot"
    target.parent.mkdir(exist_ok=True)
    with target.open("wb") as file:
        write_po(file, template(), omit_header=False, sort_output=True)


if __name__ == "__main__":
    _main()
