"""Names of countries in Discord's locales, from CLDR.

``python -m commands.common.parsing.cldr_names`` writes ``data/cldr_names.json``.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from babel import Locale
from pydantic import TypeAdapter

from commands.common.parsing.cldr_tables import LOCALES
from commands.common.parsing.country_table import Country, Named, fold, names

FILE = Path(__file__).with_name("data") / "cldr_names.json"


def named_in_cldr(text: str) -> Named | None:
    """The country of a name in any of Discord's locales; None when no locale has it."""
    alpha2 = _index().get(_key(text))
    return None if alpha2 is None else names().get(alpha2)


def new_names() -> dict[str, list[str]]:
    """The names by country that our own table lacks; a name of two countries is left out."""
    countries: dict[str, set[str]] = {}
    for locale in LOCALES:
        for code, name in Locale.parse(locale, sep="-").territories.items():
            known = names().get(code.lower()) if code.isalpha() and len(code) == 2 else None
            if known is not None and isinstance(known.what, Country):
                countries.setdefault(_key(name), set()).add(code.lower())
    written: dict[str, list[str]] = {}
    for name, codes in sorted(countries.items()):
        known = names().get(fold(name))
        if len(codes) == 1 and (known is None or known.is_code):
            written.setdefault(next(iter(codes)), []).append(name)
    return dict(sorted(written.items()))


def _key(text: str) -> str:
    # Accents stay: they part a name from another country's code.
    return unicodedata.normalize("NFC", text.casefold())


@cache
def _index() -> dict[str, str]:
    file = files("commands.common.parsing") / "data" / "cldr_names.json"
    table = TypeAdapter(dict[str, list[str]]).validate_json(file.read_bytes())
    return {name: alpha2 for alpha2, own in table.items() for name in own}


if __name__ == "__main__":
    FILE.write_text(json.dumps(new_names(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
