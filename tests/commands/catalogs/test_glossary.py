"""The terms of finance that each language keeps to, ``glossary.json`` beside its catalog.

From the English term to its ``translations``, one of which stands wherever the term does. No native
speaker has reviewed them.
"""

import json
import re

import pytest

from commands.catalogs.__main__ import read_catalog
from commands.common.locale.catalog_files import FOLDER

FILES = sorted(FOLDER.glob("*/glossary.json"))
# Code, places and addresses stay as they are.
KEPT = re.compile(r"`[^`]*`|\{[^}]*\}|<[^>]*>")


def missing_terms(english, translated, glossary):
    """Terms of the English text without their translation; a term left as it is counts as one."""
    bare = KEPT.sub("", english)
    for term, entry in glossary.items():
        known = (term, *entry["translations"])
        if re.search(rf"\b{re.escape(term)}s?\b", bare) and not any(
            text in translated for text in known
        ):
            yield term


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_catalog_keeps_to_its_terms(file):
    glossary = json.loads(file.read_text(encoding="utf-8"))
    assert len(glossary) >= 40
    assert all(entry["translations"] for entry in glossary.values())
    wrong = {}
    for message in read_catalog(file.parent):
        english = message.id if isinstance(message.id, str) else message.id[-1]
        strings = [message.string] if isinstance(message.string, str) else message.string
        for text in filter(None, strings if message.id and not message.fuzzy else ()):
            if found := list(missing_terms(english, text, glossary)):
                wrong[english] = found
    assert wrong == {}


def test_missing_term_is_found():
    glossary = {"yield": {"translations": ["利回り"]}}
    assert list(missing_terms("Yields: the yield", "金利", glossary)) == ["yield"]
    assert not list(missing_terms("The yield of {yield}", "利回り", glossary))
    assert not list(missing_terms("`yield`", "金利", glossary))
