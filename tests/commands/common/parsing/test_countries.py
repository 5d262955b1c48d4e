"""Which holder is meant. The table holds what people type, kind and hostile."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commands.common.errors import InputError
from commands.common.parsing.countries import (
    CountryMatch,
    KnownHolder,
    read_country,
    suggest_countries,
)
from commands.common.parsing.country_table import Country, names

ROWS = json.loads(Path(__file__).with_name("countries.json").read_text())
CODES = {"unknown", "not_listed", "is_us", "group", "two", "characters", "too_long"}
QUESTIONS = {"group", "two"}

pieces = st.sampled_from(
    ["japan", "jp", "china ", " and ", "the ", "🇯", "🇵", "korea", ",", " ", "south", "\ud800", "us"]
)
typed = st.one_of(st.text(max_size=210), st.lists(pieces, max_size=12).map("".join))


def read_or_problem(text, known):
    try:
        return read_country(text, known)
    except InputError as problem:
        return problem


def outcome(text, known):
    found = read_or_problem(text, known)
    if isinstance(found, CountryMatch):
        return "holder", [found.key, found.corrected_from]
    code = found.code.removeprefix("country.") + ("?" if found.is_question else "")
    return code, [found.facts["name"]] if code == "not_listed" else list(found.suggestions)


@pytest.mark.parametrize(("text", "code", "value"), ROWS, ids=lambda v: ascii(v)[:40])
def test_row(text, code, value, known):
    assert outcome(text, known) == (code, value)


def test_table_is_large_and_has_no_row_twice():
    texts = [text for text, _, _ in ROWS]
    assert len(set(texts)) == len(texts) >= 300


def test_every_country_of_the_standard_is_in_the_table():
    countries = {named.what.alpha2 for named in names().values() if isinstance(named.what, Country)}
    # ISO 3166-1 has 249; Kosovo uses a code of its own.
    assert len(countries - {"xk"}) == 249


def test_every_exact_name_of_every_country_means_that_country():
    for name, named in names().items():
        if isinstance(named.what, Country):
            only = [KnownHolder(named.what.alpha2, named.what.name)]
            assert read_country(name, only).key == named.what.alpha2


@given(text=typed)
@example(text="\ufdfa" * 200)
@example(text="japan china " * 16)
def test_any_text_is_a_holder_or_a_known_problem(text, known):
    found = read_or_problem(text, known)
    if isinstance(found, CountryMatch):
        assert found.key in {holder.key for holder in known}
        return
    code = found.code.removeprefix("country.")
    assert code in CODES
    assert found.is_question or code not in QUESTIONS
    assert (found.option, found.raw) == ("country", text)
    assert set(found.suggestions) <= {holder.name for holder in known}


@given(text=typed, limit=st.integers(0, 25))
def test_completion_never_fails_and_keeps_the_limit(text, limit, known):
    assert len(suggest_countries(text, known, limit)) <= limit


def test_completed_country_can_be_read(known):
    for holder in known:
        assert read_country(holder.name, known) == CountryMatch(holder.key)
        assert read_country(holder.key, known) == CountryMatch(holder.key)


def test_two_equally_near_holders_are_asked_back():
    known = [KnownHolder("ne", "Niger"), KnownHolder("ng", "Nigeria")]
    assert outcome("nigera", known) == ("unknown?", ["Niger", "Nigeria"])


def test_a_holder_that_is_no_country_is_known_by_its_name():
    other = KnownHolder("all_other", "All Other")
    assert read_country("all other", [other]) == CountryMatch("all_other")


@pytest.mark.parametrize(
    ("beginning", "keys"),
    [
        ("j", "jp"),
        ("uk", "gb"),
        ("brit", "gb"),
        ("united", "gb ae"),
        ("ch", "cn tw hk ch"),
        ("i", "ie in il ky gb"),
        ("south", "kr"),
        ("kong", "hk"),
        ("日", "jp"),
        ("🇫🇷", "fr"),
        ("FRA", "fr"),
        ("jpa", "jp"),
        ("caymen", "ky"),
        ("ger", ""),
        ("kingdom of b", ""),
        ("\ud800", ""),
        ("x" * 201, ""),
    ],
)
def test_completion(beginning, keys, known):
    assert [holder.key for holder in suggest_countries(beginning, known)] == keys.split()


def test_an_empty_box_offers_every_holder_in_order(known):
    assert suggest_countries("  ", known, 3) == list(known[:3])


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bỉ", "be"),
        ("Na Uy", "no"),
        ("Nhật Bản", "jp"),
        ("Бельгия", "be"),
        ("كندا", "ca"),
        ("Trung Quốc", "cn"),
        ("Канада", "ca"),
        ("Швейцарія", "ch"),
        ("Belgien", "be"),
    ],
)
def test_name_of_another_language_is_read(known, text, key):
    assert read_country(text, known).key == key
