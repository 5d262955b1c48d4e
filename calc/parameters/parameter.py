"""Model parameters: numbers that are not facts of the market, and the evidence for each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypedDict

from pydantic import Field, model_validator

from calc.ranges import Range
from calc.sourced import FrozenRecord, Publication, nested, require_listed

if TYPE_CHECKING:
    from collections.abc import Mapping


class Evidence(StrEnum):
    """What kind of support a parameter has."""

    PUBLISHED = "published"
    """Taken from a published estimate, or the middle of several."""
    COMPUTED = "computed"
    """Computed by us from official or published figures."""
    JUDGEMENT = "judgement"
    """Chosen by us inside what the references allow."""


class Reference(Publication):
    """A publication that supports a parameter."""

    authors: str
    year: Annotated[int, Field(ge=1900, le=2100)]


class Supported(FrozenRecord):
    """A record that names its evidence and the keys of its references."""

    evidence: Evidence
    references: Annotated[tuple[str, ...], Field(min_length=1)]
    note: str | None = None


class _Labelled(Supported):
    key: str
    label: str
    unit: str


class Parameter(_Labelled):
    """One number in its low-impact, best-guess and high-impact band."""

    low: float
    central: float
    high: float

    @model_validator(mode="after")
    def _ordered(self) -> Parameter:
        if not self.low <= self.central <= self.high:
            msg = f"{self.key}: low, central and high are not in order"
            raise ValueError(msg)
        return self


class ParameterTable(_Labelled):
    """A parameter by maturity: (years, value) pairs, years increasing."""

    points: Annotated[tuple[tuple[float, float], ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _increasing(self) -> ParameterTable:
        years = [point[0] for point in self.points]
        if years != sorted(set(years)):
            msg = f"{self.key}: years do not increase"
            raise ValueError(msg)
        return self


class ReferencedFile(FrozenRecord):
    """A file that lists the references of its records."""

    title: str
    references: tuple[Reference, ...]

    @model_validator(mode="after")
    def _all_cited_are_listed(self) -> ReferencedFile:
        cited = {key for record in nested(self, Supported) for key in record.references}
        require_listed(cited, {reference.key for reference in self.references})
        return self


class _Shown(TypedDict):
    published: Mapping[str, Parameter]
    references: Mapping[str, Reference]


class ParameterFile(ReferencedFile):
    """A file of parameters."""

    parameters: tuple[Parameter, ...]
    tables: tuple[ParameterTable, ...] = ()

    def band(self, key: str, factor: float = 1.0) -> Range:
        """The low, central and high value of a parameter times a factor.

        Raises:
            KeyError: It is missing.
        """
        parameter = self.shown()["published"][key]
        return Range(parameter.low, parameter.central, parameter.high).times(factor)

    def central(self, key: str, factor: float = 1.0) -> float:
        """The central value of a parameter times a factor.

        Raises:
            KeyError: It is missing.
        """
        return self.band(key, factor).central

    def table(self, key: str) -> ParameterTable:
        """A table.

        Raises:
            KeyError: It is missing.
        """
        return {table.key: table for table in self.tables}[key]

    def shown(self) -> _Shown:
        """The fields of a `ParameterSet`."""
        return {
            "published": {parameter.key: parameter for parameter in self.parameters},
            "references": {reference.key: reference for reference in self.references},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterSet:
    """Base of the parameters of one model.

    Args:
        published: The parameters as published, by key, for showing.
    """

    published: Mapping[str, Parameter]
    references: Mapping[str, Reference]
