"""The table of events: one key for each, every text for translation, no entry without support."""

import json
from importlib import resources

import pytest
from pydantic import ValidationError

from calc.events import episodes, event_messages, past_moves
from calc.events.table import EventTable, PublishedEffects
from calc.sourced import FrozenRecord

DATA = resources.files("calc") / "data"
MODELS: dict[str, type[FrozenRecord]] = {
    "events": EventTable,
    "published_effects": PublishedEffects,
}


def content_of(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def first(rows, part=None):
    """The first row that has a part: that part, or the row itself."""
    if part is None:
        return rows[0]
    found = next(row for row in rows if row.get(part))[part]
    return found[0] if isinstance(found, list) else found


@pytest.mark.parametrize(
    ("name", "part", "edit"),
    [
        ("events", None, lambda row: row.update(source="hearsay")),
        ("events", None, lambda row: row.update(standing="rumour")),
        ("events", None, lambda row: row["dates"].reverse()),
        ("events", None, lambda row: row.pop("moves")),
        ("events", None, lambda row: row.update(key="taper_tantrum_2013")),
        ("events", "moves", lambda row: row.pop("ten_year")),
        ("events", "sales", lambda row: row.update(source="hearsay")),
        ("events", "sales", lambda row: (row.pop("note"), row.update(standing="reported"))),
        ("events", "sales", lambda row: row.pop("sold_billion_usd")),
        ("events", "sales", lambda row: row.update(marketable=0)),
        ("events", "policy_turn", lambda row: row.update(close_before=row["announced"])),
        ("events", "policy_turn", lambda row: row.update(source="hearsay")),
        ("events", "intervention", lambda row: row["rates"].update(back_day="2022-09-01")),
        ("published_effects", None, lambda row: row.update(basis_points=[3, 2, 1])),
        ("published_effects", None, lambda row: row.pop("tenor_years")),
    ],
)
def test_entry_without_support_is_refused(name, part, edit):
    content = content_of(name)
    MODELS[name].model_validate_json(json.dumps(content))
    rows = content["events" if name == "events" else "published"]
    edit(first(rows, part))
    with pytest.raises(ValidationError):
        MODELS[name].model_validate_json(json.dumps(content))


def test_new_event_needs_one_entry_only():
    content = content_of("events")
    new = {
        "key": "november_2026",
        "label": "A fall, November 2026",
        "dates": ["2026-11-02", "2026-11-09"],
        "moves": {"ten_year": [5.1, 4.9]},
        "source": "fred_dgs10",
        "standing": "official",
    }
    content["events"].append(new)
    event = EventTable.model_validate_json(json.dumps(content)).events[-1]
    assert event.change == pytest.approx(-0.002)
    assert event.source.publisher.startswith("Federal Reserve")
    assert event.sold_usd is event.thirty_year_change is None


def test_messages_hold_every_shown_text():
    messages = set(event_messages())
    for event in episodes():
        assert {event.label, event.short_label} <= messages
    assert {event.noun_phrase for event in past_moves()} <= messages
    assert {"spring 2026", "China's own line, June 2015 to November 2016"} <= messages
