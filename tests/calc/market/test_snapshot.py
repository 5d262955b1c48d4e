"""The dated data: complete, sourced, in one unit, and refused when it is not."""

import json
import shutil
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from pydantic import ValidationError

from calc import load_snapshot
from calc.market.load import read_snapshot
from calc.market.snapshot import Quarter
from calc.parameters import load_impact_parameters
from calc.parameters.parameter import ParameterFile

DATA = Path(str(resources.files("calc"))) / "data"
PARAMETERS = Path(str(resources.files("calc"))) / "parameters"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def change(path, edit):
    content = json.loads(path.read_text())
    edit(content)
    path.write_text(json.dumps(content))


def test_snapshot_units_are_dollars_decimals():
    snapshot = load_snapshot()
    assert 25e12 < snapshot.marketable_usd < 45e12
    assert 30e12 < snapshot.gdp_usd < 40e12
    assert 0.04 < snapshot.curve.at(10) < 0.06
    assert snapshot.holders["jp"].latest.usd == 1103.9e9
    assert snapshot.holders["jp"].latest.month == date(2026, 7, 31)


def test_every_country_with_a_figure_is_a_holder():
    snapshot = load_snapshot()
    assert {"de", "nl", "mx", "tr", "ru", "pl"} <= snapshot.holders.keys()
    assert not {"kp", "vn", "us"} & snapshot.holders.keys()
    assert snapshot.holders["tr"].latest.usd == 2610e6


def test_quoted_figure_never_replaces_an_official_one():
    japan = {held.month: held for held in load_snapshot().holders["jp"].history}
    assert japan[date(2026, 4, 30)].standing == "official"


def test_holders_sum_below_total():
    snapshot = load_snapshot()
    total = snapshot.totals["grand_total"].latest.usd
    named = sum(holder.latest.usd for holder in snapshot.holders.values())
    assert 0.5 * total < named < total


def test_gdp_is_last_full_quarter():
    assert str(load_snapshot().gdp_quarter.quarter) == "2026Q3"


@pytest.mark.parametrize(
    ("file", "edit", "error"),
    [
        ("par_curve", lambda c: c.pop("as_of"), ValidationError),
        ("par_curve", lambda c: c.update(source="hearsay"), ValueError),
        ("par_curve", lambda c: c["points"][0].update(value=425), ValidationError),
        ("market_facts", lambda c: c["facts"][0].pop("source"), ValidationError),
        ("market_facts", lambda c: c["facts"][0].pop("as_of"), ValidationError),
        ("market_facts", lambda c: c["facts"][0].update(unit="million EUR"), ValidationError),
        ("foreign_transactions", lambda c: c.update(source="hearsay"), ValueError),
        ("foreign_transactions", lambda c: c["months"].pop(), ValidationError),
        ("holder_history", lambda c: c["holders"]["jp"].update(first_month="x"), ValidationError),
        ("holders", lambda c: c["holders"][0]["months"].append(["2026-13", 1, "official"]), None),
        ("holders", lambda c: c["holders"][0]["months"].append(["2026-08", -1, "official"]), None),
        ("holders", lambda c: c["holders"][0]["months"].append(["2026-08", 1, "rumour"]), None),
    ],
)
def test_figure_without_support_is_refused(folder, file, edit, error):
    change(folder / f"{file}.json", edit)
    with pytest.raises(error or ValidationError):
        read_snapshot(folder)


@pytest.mark.parametrize(
    "edit",
    [
        lambda parameter: parameter.pop("references"),
        lambda parameter: parameter.update(references=[]),
        lambda parameter: parameter.update(references=["nobody"]),
        lambda parameter: parameter.pop("unit"),
        lambda parameter: parameter.pop("evidence"),
        lambda parameter: parameter.update(low=parameter["high"] + 1),
    ],
)
def test_parameter_without_support_is_refused(edit):
    content = json.loads((PARAMETERS / "impact.json").read_text())
    content = {key: content[key] for key in ("title", "references", "parameters", "tables")}
    ParameterFile.model_validate(content)
    edit(content["parameters"][0])
    with pytest.raises(ValidationError):
        ParameterFile.model_validate(content)


def test_curve_shape_is_one_at_ten_years():
    assert load_impact_parameters().shape_at([10]).tolist() == [1.0]


def test_a_fiscal_year_begins_in_october():
    assert Quarter.parse("2026Q3").fiscal_year == 2026
    assert Quarter.parse("2026Q4").fiscal_year == 2027
    assert Quarter.first_of_fiscal_year(2027) == Quarter.parse("2026Q4")
    assert str(Quarter.containing(date(2026, 10, 9))) == "2026Q4"
    with pytest.raises(ValueError, match="not a quarter"):
        Quarter.parse("2026-3")
