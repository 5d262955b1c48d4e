"""These tests read files, and what stands in the environment must not hide what the files say."""

import pytest

from bot.settings import Settings


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch):
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
