"""The data files that a refresh may change, and the market they make with the packaged rest."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from bot.data_refresh.holder_months import newest_month, with_months
from calc.bonds.securities import SecuritiesFile
from calc.market.files import CurveFile, FactRow, FactsFile, HoldersFile
from calc.market.load import read_snapshot

if TYPE_CHECKING:
    from datetime import date

    from calc import MarketSnapshot
    from calc.market import Standing

_DATA = resources.files("calc") / "data"


def _packaged_securities() -> SecuritiesFile:
    return SecuritiesFile.model_validate_json((_DATA / "securities.json").read_bytes())


class Fresh(BaseModel):
    """The curve, the holders and the single figures, in the shapes of the data files."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    par_curve: CurveFile
    holders: HoldersFile
    market_facts: FactsFile
    # Data stored by an older version have no list.
    securities: SecuritiesFile = Field(default_factory=_packaged_securities)

    def fact(self, key: str) -> FactRow:
        """One of the single figures.

        Raises:
            KeyError: There is none of that name.
        """
        for row in self.market_facts.facts:
            if row.key == key:
                return row
        raise KeyError(key)

    def with_fact(self, key: str, value: float, as_of: date, standing: Standing) -> Fresh:
        """The same with a newer figure."""
        newer = self.fact(key).model_dump() | {
            "value": value,
            "as_of": as_of,
            "standing": standing,
        }
        row = FactRow.model_validate(newer)
        facts = [row if fact.key == key else fact for fact in self.market_facts.facts]
        return self.model_copy(
            update={"market_facts": FactsFile(title=self.market_facts.title, facts=facts)}
        )

    def updated_by(self, other: Fresh) -> Fresh:
        """The same with whatever the other one knows that is not older.

        Of the same day it may know a revision, of the same month lines that were missing. Labels,
        units and lists stay ours: the other one may come from an older version.
        """
        result = self
        if other.par_curve.as_of >= self.par_curve.as_of:
            result = result.model_copy(update={"par_curve": other.par_curve})
        if other.securities.as_of >= self.securities.as_of:
            result = result.model_copy(update={"securities": other.securities})
        if newest_month(other.holders) >= newest_month(self.holders):
            result = result.model_copy(update={"holders": with_months(self.holders, other.holders)})
        for row in self.market_facts.facts:
            for newer in other.market_facts.facts:
                if newer.key == row.key and newer.unit == row.unit and newer.as_of >= row.as_of:
                    result = result.with_fact(row.key, newer.value, newer.as_of, newer.standing)
        return result

    def snapshot(self) -> MarketSnapshot:
        """The whole market: these files and the packaged others, checked.

        Raises:
            ValueError: They do not fit together.
        """
        parts = {name: getattr(self, name) for name in type(self).model_fields}
        return read_snapshot(_DATA, {name: part.model_dump_json() for name, part in parts.items()})


def packaged() -> Fresh:
    """What ships with this version."""

    def text(name: str) -> bytes:
        return (_DATA / f"{name}.json").read_bytes()

    return Fresh(
        par_curve=CurveFile.model_validate_json(text("par_curve")),
        holders=HoldersFile.model_validate_json(text("holders")),
        market_facts=FactsFile.model_validate_json(text("market_facts")),
    )
