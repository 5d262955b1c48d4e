"""A dial: a number of the model that is not a fact of the market, and what supports it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator


class Evidence(StrEnum):
    """What kind of support a dial has."""

    PUBLISHED = "published"
    """Taken from a published estimate, or the middle of several."""
    COMPUTED = "computed"
    """Computed by us from official or published figures."""
    JUDGEMENT = "judgement"
    """Chosen by us inside what the references allow."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reference(_Record):
    """A publication that supports a dial."""

    key: str
    authors: str
    year: Annotated[int, Field(ge=1900, le=2100)]
    title: str
    url: HttpUrl


class Supported(_Record):
    """Anything that must name its support."""

    evidence: Evidence
    references: Annotated[tuple[str, ...], Field(min_length=1)]
    note: str | None = None


class Parameter(Supported):
    """One number at its low-impact, best-guess and high-impact setting."""

    key: str
    label: str
    unit: str
    low: float
    central: float
    high: float

    @model_validator(mode="after")
    def _ordered(self) -> Parameter:
        if not self.low <= self.central <= self.high:
            msg = f"{self.key}: low, central and high are not in order"
            raise ValueError(msg)
        return self


class ParameterTable(Supported):
    """A dial that depends on the maturity: (years, value) pairs, years increasing."""

    key: str
    label: str
    unit: str
    points: Annotated[tuple[tuple[float, float], ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _increasing(self) -> ParameterTable:
        years = [point[0] for point in self.points]
        if years != sorted(set(years)):
            msg = f"{self.key}: years do not increase"
            raise ValueError(msg)
        return self


class ParameterFile(_Record):
    """What every file of dials holds."""

    title: str
    references: tuple[Reference, ...]
    parameters: tuple[Parameter, ...]
    tables: tuple[ParameterTable, ...] = ()

    @model_validator(mode="after")
    def _all_cited_are_listed(self) -> ParameterFile:
        listed = {reference.key for reference in self.references}
        for item in self._supported():
            if missing := set(item.references) - listed:
                msg = f"references cited but not listed: {sorted(missing)}"
                raise ValueError(msg)
        return self

    def _supported(self) -> tuple[Supported, ...]:
        return (*self.parameters, *self.tables)
