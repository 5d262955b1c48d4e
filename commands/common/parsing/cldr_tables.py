"""Write the words and separators that CLDR has for Discord's locales into ``data/cldr.json``.

Run ``python -m commands.common.parsing.cldr_tables`` after an update of Babel.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import babel
from babel import Locale
from babel.units import format_unit

from commands.common.parsing.local_words import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCALES = (
    *("bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi"),
    *("hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro"),
    *("ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW", "ar"),
)
"""Those of Discord, and Arabic."""

FILE = Path(__file__).with_name("data") / "cldr.json"
# One, two, few, many, other and decimals fall on these in all of them.
_EVERY_PLURAL = (0, 1, 2, 3, 5, 11, 21, 100, 1.5, 1_000_000)
_WIDTHS = ("long", "short")
_UNITS = {
    "percent": "concentr-percent",
    "years": "duration-year",
    "months": "duration-month",
    "weeks": "duration-week",
    "days": "duration-day",
}


def tables() -> dict[str, object]:
    """The content of the file."""
    rows = {name: _locale(Locale.parse(name, sep="-")) for name in LOCALES}
    source = f"Unicode CLDR as in Babel {babel.__version__}; written by cldr_tables.py"
    return {"source": source, "locales": rows}


def _locale(locale: Locale) -> dict[str, object]:
    symbols = locale.number_symbols.get("latn", locale.number_symbols)
    scales: dict[str, set[int]] = {}
    for word, power in _scales(locale):
        scales.setdefault(word, set()).add(power)
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "scales": {word: sorted(powers) for word, powers in sorted(scales.items())},
        "units": {
            unit: sorted(set(_unit_words(locale, patterns))) for unit, patterns in _UNITS.items()
        },
    }


def _scales(locale: Locale) -> Iterator[tuple[str, int]]:
    """Every scale word with its power: "0000 M" for 10⁹ says that M is 10⁶."""
    for width in _WIDTHS:
        if width not in locale.compact_decimal_formats:
            continue
        for patterns in locale.compact_decimal_formats[width].values():
            for size, pattern in patterns.items():
                shown = pattern.pattern.replace("'", "")
                word = fold_word(shown.partition(";")[0].replace("0", ""))
                if word:
                    yield word, len(str(size)) - max(1, shown.partition(";")[0].count("0"))


def _unit_words(locale: Locale, unit: str) -> Iterator[str]:
    # A month is "m." in French as a million is: only whole words.
    for value in _EVERY_PLURAL:
        shown = str(format_unit(value, unit, length="long", locale=locale))
        word = fold_word("".join(c for c in shown if not (c.isdecimal() or c in ".,٫")))
        # Babel names the unit itself where it has no pattern.
        if word and not word.endswith(unit):
            yield word


if __name__ == "__main__":
    text = json.dumps(tables(), ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")
