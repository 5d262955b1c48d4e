"""Make the fonts of the charts from Inter: ``python -m commands.common.chart.build_fonts``.

Needs the package ``fontpkg-inter`` (4.1), which holds the variable font. Two static fonts are cut
from it, with the letters that a chart can need and no instructions. A chart lays out digits and
spaces one by one, so the kerning beside them is left out.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_FOLDER = Path(__file__).parent / "fonts"
_SOURCE = "Inter[opsz,wght].ttf"
_INSTANCES = {
    "Inter-Regular.ttf": {"wght": 400, "opsz": 16},
    "Inter-SemiBold.ttf": {"wght": 640, "opsz": 30},
}
# Latin with all its accents, Greek and Cyrillic; punctuation, currency, arrows and signs.
_BLOCKS = ((0x20, 0x7E), (0xA0, 0x24F), (0x370, 0x45F), (0x1E00, 0x1EFF))
_SIGNS = "–—‘’“”…•‰€₤¥→←↑↓−×÷±≈≤≥✓✗"
_UNKERNED = (*(ord(digit) for digit in "0123456789"), 0x20, 0xA0)


def main() -> None:
    """Write both fonts and their licence."""
    package = files("fontpkg_inter")
    for name, axes in _INSTANCES.items():
        with as_file(package / "files" / _SOURCE) as path:
            font = instantiateVariableFont(TTFont(path), axes)
        _subset(font)
        _drop_kerning(font)
        font.save(_FOLDER / name)
    (_FOLDER / "LICENSE").write_bytes((package / "LICENSE").read_bytes())


def _subset(font: TTFont) -> None:
    options = Options(layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 13, 14])
    subsetter = Subsetter(options)
    letters = [code for first, last in _BLOCKS for code in range(first, last + 1)]
    subsetter.populate(unicodes=[*letters, *(ord(sign) for sign in _SIGNS)])
    subsetter.subset(font)


def _drop_kerning(font: TTFont) -> None:
    """Take digits and spaces out of all pairs."""
    names = {font.getBestCmap()[code] for code in _UNKERNED}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = getattr(table, "ExtSubTable", table)
            coverage = pairs.Coverage.glyphs
            if pairs.Format == 1:
                kept = [at for at, glyph in enumerate(coverage) if glyph not in names]
                pairs.PairSet = [pairs.PairSet[at] for at in kept]
                for pair_set in pairs.PairSet:
                    pair_set.PairValueRecord = [
                        pair for pair in pair_set.PairValueRecord if pair.SecondGlyph not in names
                    ]
            else:
                # Whatever has no class is of class 0, which has no kerning.
                for name in names:
                    pairs.ClassDef2.classDefs.pop(name, None)
            pairs.Coverage.glyphs = [glyph for glyph in coverage if glyph not in names]


if __name__ == "__main__":
    main()
