"""Published estimates of what sales and purchases do to yields, read from ``estimates.json``.

Each row says how it was read and how firm the step is from its own unit to a percent of the market.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field, model_validator

from calc.parameters.parameter import Evidence, Reference
from calc.sourced import FrozenRecord, PositiveNumber, require_listed

if TYPE_CHECKING:
    from collections.abc import Mapping


class EstimateKind(StrEnum):
    """What a study looked at."""

    FLOW = "flow"
    """What foreigners sell or buy within a month or a year."""
    STOCK = "stock"
    """How much of the debt foreigners hold."""
    PURCHASES = "purchases"
    """What the Federal Reserve buys or sells."""
    DEBT = "debt"
    """How much debt there is for everybody to hold."""


class ReadIn(StrEnum):
    """Where the effect of a study was read."""

    OFFICIAL_TEXT = "official text"
    ABSTRACT = "abstract"
    SECOND_HAND = "second-hand"
    FROM_MEMORY = "from memory"
    """Quoted from memory and not checked; always said where it is shown."""


class SaleUnit(StrEnum):
    """What a study's effect is per."""

    MARKETABLE = "percent of marketable"
    GDP = "percent of GDP"
    GDP_TEN_YEAR = "percent of GDP in ten-year equivalents"
    DOLLARS = "billion USD"


class SaleSize(FrozenRecord):
    """The sale that has a study's effect.

    Args:
        amount: How much.
        unit: Of what.
        marketable_billion_usd: Marketable debt at the time; only for an amount in dollars.
        gdp_billion_usd: GDP of that time, where known.
    """

    amount: PositiveNumber
    unit: SaleUnit
    marketable_billion_usd: PositiveNumber | None = None
    gdp_billion_usd: PositiveNumber | None = None

    @model_validator(mode="after")
    def _dollars_need_their_market(self) -> SaleSize:
        if (self.unit is SaleUnit.DOLLARS) != (self.marketable_billion_usd is not None):
            msg = "an amount in dollars, and only that, needs the market of its time"
            raise ValueError(msg)
        return self

    @property
    def percent(self) -> float:
        """The amount in percent of the market or of GDP, whichever the unit is of."""
        if self.marketable_billion_usd is None:
            return self.amount
        return 100 * self.amount / self.marketable_billion_usd


class Study(FrozenRecord):
    """One published effect.

    Args:
        key: Its name in the data file.
        reference: The publication.
        kind: What it looked at.
        measured: The change it is the effect of.
        maturity: The yield that moved.
        horizon: When.
        basis_points: Least, middle and most that it reports; the middle of a range when it names
            none. A purchase counts with the sign turned.
        per: The sale that does it.
        sample: Period and data.
        identification: How cause was told from effect.
        read: Where the effect was read.
        conversion_error: Standard error of the logarithm that the step to today's market adds.
        pooled: It enters the pooled estimate; a survey of others or a second figure of one paper
            does not.
        evidence: Always published: what is not does not belong here.
        conversion: ``published`` when the study itself counts in percent, ``computed`` when we
            divide by the market of its time, ``judgement`` when its amount is ours as well.
        note: A caution.
    """

    key: str
    reference: Reference
    kind: EstimateKind
    measured: str
    maturity: str
    horizon: str
    basis_points: tuple[PositiveNumber, PositiveNumber, PositiveNumber]
    per: SaleSize
    sample: str
    identification: str
    read: ReadIn
    conversion_error: Annotated[float, Field(gt=0, le=1)]
    pooled: bool
    evidence: Literal[Evidence.PUBLISHED] = Evidence.PUBLISHED
    conversion: Evidence
    note: str | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Study:
        if list(self.basis_points) != sorted(self.basis_points):
            msg = f"{self.key}: least, middle and most are not in order"
            raise ValueError(msg)
        return self


class _EstimatesFile(FrozenRecord):
    title: str
    note: str
    references: tuple[Reference, ...]
    studies: tuple[Study, ...]

    @model_validator(mode="before")
    @classmethod
    def _resolve_references(cls, content: dict[str, list[dict[str, object]]]) -> object:
        listed = {row["key"]: row for row in content["references"]}
        require_listed({str(row["reference"]) for row in content["studies"]}, {*map(str, listed)})
        studies = [{**row, "reference": listed[row["reference"]]} for row in content["studies"]]
        return {**content, "studies": studies}


@cache
def load_studies() -> Mapping[str, Study]:
    """The published estimates that ship with this version, by key, read once.

    Raises:
        pydantic.ValidationError: An estimate lacks its unit, its range or its reference.
    """
    path = resources.files("calc") / "parameters" / "estimates.json"
    return {row.key: row for row in read_studies(path.read_bytes())}


def read_studies(content: bytes | str) -> tuple[Study, ...]:
    """Read and check a file of published estimates.

    Raises:
        pydantic.ValidationError: An estimate lacks its unit, its range or its reference.
    """
    return _EstimatesFile.model_validate_json(content).studies
