"""Bring the catalogs up to date: ``python -m commands.catalogs``; ``add de`` begins a language."""

from __future__ import annotations

import argparse
import io
import sys
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from commands.catalogs.checks import first_stage_unfinished, unfinished
from commands.catalogs.template import PROJECT, template
from commands.common.locale.catalog_files import COMPILED, FOLDER, SOURCE, parse_locale
from commands.common.locale.grammar import load_grammar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from babel import Locale

_SHOWN = 10
_HEADER = """\
# Translations for treasury-selloff-bot, under its licence.
# Whoever reviewed them as a native speaker stands in Language-Team.
#"""


class CatalogError(Exception):
    """A catalog cannot be worked on; the message is one line."""


def main(arguments: Sequence[str] | None = None, folder: Path = FOLDER) -> int:
    """Run the command line.

    Returns:
        0 when every catalog may be served, else 1.
    """
    parser = argparse.ArgumentParser(prog="python -m commands.catalogs", description=__doc__)
    actions = parser.add_subparsers(dest="action")
    add = actions.add_parser("add", help="begin a language")
    add.add_argument("name", help="as POSIX names locales: de, pt_BR, zh_TW")
    options = parser.parse_args(arguments)
    try:
        if options.action == "add":
            begin(folder / options.name)
        sources = sorted(folder.glob(f"*/{SOURCE}"))
        served = [bring_up_to_date(source.parent) for source in sources]
    except CatalogError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0 if all(served) else 1


def begin(folder: Path) -> None:
    """Make a catalog in which nothing is translated.

    Raises:
        CatalogError: There is one, or no such locale.
    """
    if (folder / SOURCE).exists():
        raise CatalogError(f"{folder / SOURCE} exists")
    folder.mkdir(parents=True, exist_ok=True)
    catalog = Catalog(
        locale=_locale(folder),
        header_comment=_HEADER,
        project=PROJECT,
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
    )
    _write(folder, catalog)


def bring_up_to_date(folder: Path) -> bool:
    """Take in new messages, say what is missing, and compile a catalog that may be served.

    Returns:
        Whether it may: the first stage is complete, and nothing that is translated is wrong.

    Raises:
        CatalogError: Its name is no locale's.
    """
    locale, source = _locale(folder), template()
    catalog = read_catalog(folder)
    catalog.update(source, update_creation_date=False)
    _write(folder, catalog)
    grammar = load_grammar(folder)
    missing = first_stage_unfinished(catalog, source, locale, grammar)
    later = dict(unfinished(catalog, locale, grammar))
    wrong = {**missing, **{key: text for key, text in later.items() if text != "not translated"}}
    if wrong:
        (folder / COMPILED).unlink(missing_ok=True)
    else:
        (folder / COMPILED).write_bytes(compiled(catalog))
    state = f"not served, {len(wrong)} to do;" if wrong else "served;"
    lines = [f"{folder.name}: {state} {len(later)} of {len(source)} messages are English"]
    lines += [f"  {english!r}: {text}" for english, text in list(wrong.items())[:_SHOWN]]
    sys.stdout.write("\n".join(lines) + "\n")
    return not wrong


def read_catalog(folder: Path) -> Catalog:
    """The ``messages.po`` in a folder."""
    with (folder / SOURCE).open("rb") as file:
        return read_po(file, locale=_locale(folder))


def compiled(catalog: Catalog) -> bytes:
    """The content of ``messages.mo``."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def _write(folder: Path, catalog: Catalog) -> None:
    # Line numbers would change with every edit of the code.
    with (folder / SOURCE).open("wb") as file:
        write_po(file, catalog, sort_output=True, include_lineno=False, ignore_obsolete=True)


def _locale(folder: Path) -> Locale:
    locale = parse_locale(folder.name)
    if locale is None:
        raise CatalogError(f"{folder.name} is no locale that CLDR knows")
    return locale


if __name__ == "__main__":
    sys.exit(main())
