"""Which catalog a locale reads, and where it lies: ``commands/catalogs/<name>/messages.mo``.

A catalog is named as POSIX names locales (``de``, ``pt_BR``, ``zh_TW``). It is served when it is
compiled, which only a complete one is. Files are looked for by their names alone: the search of
gettext would give a reader of Traditional Chinese the Simplified catalog.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.support import Translations

FOLDER = Path(str(resources.files("commands") / "catalogs"))
SOURCE = "messages.po"
COMPILED = "messages.mo"
# What is written in a script is read in it, wherever.
_BY_SCRIPT = {"Hans": "zh_CN", "Hant": "zh_TW"}
_ONLY_BY_SCRIPT = "zh"


def parse_locale(tag: str) -> Locale | None:
    """The locale of a tag such as ``es-419`` or ``pt_BR``; None when CLDR has none."""
    try:
        return Locale.parse(tag.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def catalog_names(locale: Locale) -> tuple[str, ...]:
    """Names of catalogs that a locale may read, the nearest first."""
    exact = f"{locale.language}_{locale.territory}"
    if locale.language == _ONLY_BY_SCRIPT:
        return (_BY_SCRIPT.get(locale.script or "Hans", exact),)
    return exact, locale.language


def find_catalog(locale: Locale) -> Path | None:
    """The folder of the catalog that a locale reads; None when there is none."""
    folders = (FOLDER / name for name in catalog_names(locale))
    return next((each for each in folders if (each / COMPILED).is_file()), None)


def load_texts(folder: Path) -> Translations:
    """The compiled catalog in a folder."""
    with (folder / COMPILED).open("rb") as file:
        return Translations(file)


def native_name(tag: str) -> str:
    """What a language calls itself: ``Deutsch``, ``português (Brasil)``, ``中文 (简体)``."""
    locale = parse_locale(tag)
    if locale is None:
        return tag
    if locale.language == _ONLY_BY_SCRIPT:
        locale = Locale(locale.language, script=locale.script)
    return str(locale.get_display_name())


def served_languages() -> tuple[str, ...]:
    """Tags of all languages that answers can be had in, English first: ``en``, ``pt-BR``."""
    names = sorted(file.parent.name for file in FOLDER.glob(f"*/{COMPILED}"))
    return ("en", *(name.replace("_", "-") for name in names))
