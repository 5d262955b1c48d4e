"""The page on the model: what the code says, in full, and nothing older."""

import re

from calc.estimates import load_studies
from calc.events.track_record import track_record
from calc.parameters import load_impact_parameters
from calc.parameters.impact import load_reaction_parameters
from calc.parameters.spillovers import load_spillover_parameters
from calc.policy_options import load_policy_parameters
from docs.model_page import __main__ as writer
from docs.model_page.page import document
from docs.model_page.text import dollars


def test_committed_page_matches_code():
    assert writer.PAGE.read_text(encoding="utf-8") == document(), "run: python -m docs.model_page"


def test_command_writes_page(tmp_path, monkeypatch):
    monkeypatch.setattr(writer, "PAGE", tmp_path / "model.md")
    writer.main()
    assert (tmp_path / "model.md").read_text(encoding="utf-8") == document()


def test_every_dial_study_and_case_is_there_with_its_source():
    page = document()
    parts = (
        load_impact_parameters(),
        load_reaction_parameters(),
        load_policy_parameters(),
        load_spillover_parameters(),
    )
    for part in parts:
        for parameter in part.published.values():
            assert parameter.label in page
        for reference in part.references.values():
            assert f"]({reference.url})" in page
    for study in load_studies().values():
        assert study.measured in page
        assert str(study.reference.url) in page
    for case in track_record():
        assert case.label in page
        assert case.source.url in page


def test_miss_is_marked_as_miss():
    lines = document().splitlines()
    for case in track_record():
        row = next(line for line in lines if line.startswith(f"| {case.label}"))
        assert row.endswith("| yes |" if case.is_within else "| **no** |")


def test_tables_are_whole_and_no_place_is_left_empty():
    page = document()
    assert "{" not in page
    assert "nan" not in re.findall(r"[a-z]+", page)
    tables = re.findall(r"(?:^\|.*\n)+", page, flags=re.MULTILINE)
    assert len(tables) == 13
    for table in tables:
        widths = {row.count("|") for row in table.splitlines()}
        assert len(widths) == 1


def test_dollars_keep_their_significant_figures():
    assert dollars(1.8377e12) == "$1.8 trillion"
    assert dollars(9.96e11) == "$1.0 trillion"
    assert dollars(31_831.2e9, 3) == "$31.8 trillion"
    assert dollars(620e6) == "$620 million"
