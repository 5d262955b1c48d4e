"""Cut the fonts of the charts for languages in Han: ``python -m commands.catalogs.fonts FOLDER``.

FOLDER holds ``NotoSansCJK-Regular.ttc`` and ``-Bold.ttc``, as in Debian's package fonts-noto-cjk.
One face a language, as the same character has other shapes in Chinese and Japanese; of it the
characters of its catalog. Noto Sans CJK is under the SIL Open Font License, which is
written beside the fonts.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from calc import load_snapshot
from commands.catalogs.__main__ import read_catalog
from commands.common.chart.coverage import BOLD, REGULAR
from commands.common.locale.catalog_files import FOLDER, SOURCE, parse_locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel import Locale
    from babel.messages.catalog import Catalog

FACES: Final = {
    "ja": "Noto Sans CJK JP",
    "ko": "Noto Sans CJK KR",
    "zh_CN": "Noto Sans CJK SC",
    "zh_TW": "Noto Sans CJK TC",
}
WEIGHTS: Final = {"Regular": REGULAR, "Bold": BOLD}
LICENCE: Final = "chart-fonts-LICENSE"
_LATIN_LAST: Final = 0x2E7F
_PUNCTUATION: Final = "、。（）「」・～—…：；，％￥＋－"
_OFL: Final = FOLDER.parent / "common" / "chart" / "fonts" / "LICENSE"


def main(arguments: Sequence[str] | None = None, catalogs: Path = FOLDER) -> int:
    """Cut the fonts of every catalog that needs some.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(prog="python -m commands.catalogs.fonts", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the Noto Sans CJK collections are")
    options = parser.parse_args(arguments)
    for name, face in FACES.items():
        if not (catalogs / name / SOURCE).exists():
            continue
        wanted = drawn_characters(catalogs / name)
        for weight, file in WEIGHTS.items():
            font = _face(options.folder / f"NotoSansCJK-{weight}.ttc", face)
            (catalogs / name / LICENCE).write_text(_licence(font), encoding="utf-8")
            content = cut(font, wanted)
            (catalogs / name / file).write_bytes(content)
            sys.stdout.write(f"{name}/{file}: {len(wanted)} characters, {len(content):,} bytes\n")
    return 0


def drawn_characters(folder: Path) -> set[str]:
    """The characters beyond Latin that the pictures of a language can need."""
    locale = parse_locale(folder.name)
    if locale is None:
        return set()
    texts = [*_translations(read_catalog(folder)), *_of_locale(locale), _PUNCTUATION]
    return {character for text in texts for character in text if ord(character) > _LATIN_LAST}


def cut(font: TTFont, characters: Iterable[str]) -> bytes:
    """A font with these characters only, without instructions and features."""
    options = Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def _translations(catalog: Catalog) -> Iterator[str]:
    """All of them: the name of an event or of a claim reaches a picture from files of any kind."""
    for message in catalog:
        strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        yield from filter(None, strings)


def _of_locale(locale: Locale) -> Iterator[str]:
    """What CLDR brings: names of holders, months, large numbers and units."""
    for key in load_snapshot().holders:
        yield str(locale.territories.get(key.upper(), ""))
    for context in locale.months.values():
        yield from context["abbreviated"].values()
    for patterns in locale.compact_decimal_formats["short"].values():
        yield from (pattern.pattern for pattern in patterns.values())
    yield "年月日週周天個个か間间"


def _face(file: Path, name: str) -> TTFont:
    fonts = TTCollection(str(file), lazy=True).fonts
    return next(font for font in fonts if font["name"].getDebugName(1) == name)


def _licence(font: TTFont) -> str:
    """The licence of the charts' other font, which is the same one, under this font's name."""
    text = _OFL.read_text(encoding="utf-8")
    return f"{font['name'].getDebugName(0)}\n\n{text[text.index('This Font Software') :]}"


if __name__ == "__main__":
    sys.exit(main())
