"""Fonts for Han are cut from what the pictures of a language can need."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from commands.catalogs.__main__ import main
from commands.catalogs.fonts import FACES, WEIGHTS, cut, drawn_characters
from commands.catalogs.fonts import main as cut_all
from commands.common.chart import theme
from commands.common.locale.catalog_files import FOLDER
from tests.commands.languages import translate_all

NOTO = Path("/usr/share/fonts/opentype/noto")
MOST_BYTES = 150 * 1024


def test_font_has_wanted_characters_only():
    font = TTFont(io.BytesIO(cut(TTFont(theme.REGULAR_FONT), "Aß5")))
    assert set(font.getBestCmap()) == {ord(character) for character in "Aß5"}


def test_characters_are_those_of_catalog_and_of_cldr(tmp_path):
    assert main(["add", "ja"], tmp_path) == 1
    words = {"Price": "価格", "Sell slower": "遅く売る"}
    translate_all(tmp_path / "ja", lambda message: words.get(message, ""))
    found = drawn_characters(tmp_path / "ja")
    assert set("価格遅く売る日本兆億年月日。、（）") <= found
    assert not any(character.isascii() for character in found)


def test_without_catalogs_no_font_is_cut(tmp_path, capsys):
    assert cut_all([str(tmp_path)], tmp_path) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(not NOTO.exists(), reason="needs Debian's package fonts-noto-cjk")
def test_font_of_language_is_small(tmp_path):
    assert main(["add", "zh_CN"], tmp_path) == 1
    assert cut_all([str(NOTO)], tmp_path) == 0
    for file in WEIGHTS.values():
        assert (tmp_path / "zh_CN" / file).stat().st_size < MOST_BYTES


@pytest.mark.parametrize("name", [name for name in FACES if (FOLDER / name).exists()])
def test_committed_fonts_have_every_character_of_their_catalog(name):
    for file in WEIGHTS.values():
        known = set(TTFont(FOLDER / name / file).getBestCmap())
        assert {ord(character) for character in drawn_characters(FOLDER / name)} <= known
