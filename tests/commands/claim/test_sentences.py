"""``/claim``: sentences as people write them, written down before the reader, and what must come.

``expected`` names the answers that are right: ``holds``, ``fails``, ``mixed`` (several claims, one
false), ``then`` (true of then, not of now), ``nearest`` (no verdict, official figures),
``article`` (a claim that is made again and again) and ``other`` (not about US debt). ``shows`` is
what a useful answer holds. ``unseen`` ones were left unseen until the reader was done; ``later``,
``last`` and ``fresh`` were written after it and tried once before anything was mended;
``families`` are of the kinds that failed in sets written by others.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from calc import load_snapshot
from commands.claim.checked_text import check_text
from commands.claim.command import COMMAND
from commands.claim.findings import CheckContext, Verdict
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command

SNAPSHOT = load_snapshot()
REQUEST = Request(SNAPSHOT)
CONTEXT = CheckContext(SNAPSHOT, ENGLISH)
FILE = Path(__file__).parent / "sentences.csv"
ROWS = list(csv.DictReader(FILE.read_text("utf-8").splitlines()))
KINDS = {
    Verdict.HOLDS: "holds",
    Verdict.ROUGHLY: "holds",
    Verdict.FAILS: "fails",
    Verdict.THEN: "then",
    Verdict.NOW: "fails",
}
VERDICTS = {"holds", "fails", "mixed", "then"}
MOST_WRONG, LEAST_USEFUL = 0.01, 0.90


def kind(text):
    """Which kind of answer a sentence gets."""
    if run_command(COMMAND, REQUEST, {"text": text}).is_refusal:
        return "other"
    checked = check_text(text, CONTEXT)
    if (found := checked.article) is not None:
        is_open = found.is_denied or found.is_open or found.article.verdict == "open"
        return "article" if is_open or "?" in text else "judged article"
    verdicts = {KINDS[finding.verdict] for finding in checked.judged}
    if len(verdicts) > 1:
        return "mixed" if "fails" in verdicts else "then"
    return verdicts.pop() if verdicts else "nearest"


def outcome(row):
    """Right, useful, useless or wrong."""
    expected, got = set(row["expected"].split("/")), kind(row["text"])
    shown = run_command(COMMAND, REQUEST, {"text": row["text"]}).plain_text
    is_shown = row["shows"].lower() in shown.lower()
    if got in VERDICTS:
        return "right" if got in expected else "wrong"
    if got == "judged article":
        return "right" if expected & {"article", "fails"} else "wrong"
    if is_shown and (got in expected or (got == "article" and "nearest" in expected)):
        return "right"
    return "useful" if is_shown else "useless"


def test_enough_sentences_are_tried():
    assert len(ROWS) >= 300
    assert Counter(row["half"] for row in ROWS)["unseen"] >= 150


@pytest.mark.parametrize("half", ["seen", "unseen", "later", "last", "fresh", "families"])
def test_claims_are_hardly_ever_judged_wrongly_and_mostly_answered(half):
    rows = [row for row in ROWS if row["half"] == half]
    outcomes = {row["text"]: outcome(row) for row in rows}
    count = Counter(outcomes.values())
    told = [text for text, each in outcomes.items() if each in {"wrong", "useless"}]
    assert count["wrong"] <= MOST_WRONG * len(rows), told
    assert count["right"] + count["useful"] >= LEAST_USEFUL * len(rows), told


def test_true_sentence_is_never_said_not_to_hold():
    true = [row["text"] for row in ROWS if row["expected"] == "holds"]
    assert len(true) >= 80
    assert [text for text in true if kind(text) in {"fails", "mixed"}] == []
