"""Settings of all tests."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes must never decide a test.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

# Answers come from the packaged data, whatever this machine has fetched, and nothing is fetched.
os.environ["DATA_DIR"] = str(Path(tempfile.gettempdir()) / "selloff-tests-keep-no-data")
os.environ["REFRESH_HOURS"] = "0"


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A folder of catalogs made by the recipe for translators: German, in no real words."""
    from commands.catalogs.__main__ import main
    from tests.commands.languages import translate_all
    from tests.commands.pseudo import pseudo

    folder = tmp_path_factory.mktemp("catalogs")
    assert main(["add", "de"], folder) == 1
    translate_all(folder / "de", pseudo)
    assert main([], folder) == 0
    return folder


@pytest.fixture
def german(made, monkeypatch):
    """The bot as it is with that catalog and no other."""
    from commands.common import translator
    from commands.common.locale import catalog_files

    monkeypatch.setattr(catalog_files, "FOLDER", made)
    translator._translator.cache_clear()
    yield made
    translator._translator.cache_clear()
