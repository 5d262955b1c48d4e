"""A folder of catalogs with a language that is complete, made by the recipe for translators."""

import pytest

from commands.catalogs.__main__ import main
from commands.common import translator
from commands.common.locale import catalog_files
from tests.commands.languages import translate_all
from tests.commands.pseudo import pseudo


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The folder, with German in the language that does not exist."""
    folder = tmp_path_factory.mktemp("catalogs")
    assert main(["add", "de"], folder) == 1
    translate_all(folder / "de", pseudo)
    assert main([], folder) == 0
    return folder


@pytest.fixture
def german(made, monkeypatch):
    """The bot as it is with that catalog."""
    monkeypatch.setattr(catalog_files, "FOLDER", made)
    translator._translator.cache_clear()
    yield made
    translator._translator.cache_clear()
