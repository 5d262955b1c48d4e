"""Changes of US policy after a rise of the 10-year yield, each with its announcement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from calc.market import Source


class TurnKind(StrEnum):
    """What changed."""

    FED_WAITS = "fed_waits"
    """The Federal Reserve kept buying as much as before, when less was expected."""
    FED_BUYS = "fed_buys"
    """The Federal Reserve announced purchases."""
    TARIFFS_PAUSED = "tariffs_paused"
    """The President put off tariffs."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _SourceRow(_Record):
    key: str
    publisher: str
    title: str
    url: HttpUrl


class _TurnRow(_Record):
    episode: str
    kind: TurnKind
    announced: date
    close_before: date
    yield_before: Annotated[float, Field(ge=0, le=25)]
    source: str

    @model_validator(mode="after")
    def _closed_before(self) -> _TurnRow:
        if not self.close_before < self.announced:
            msg = f"{self.episode}: the close is not before the change"
            raise ValueError(msg)
        return self


class _TurnsFile(_Record):
    title: str
    unit: Literal["percent"]
    yield_source: str
    note: str
    sources: tuple[_SourceRow, ...]
    turns: Annotated[tuple[_TurnRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _all_cited_are_listed(self) -> _TurnsFile:
        if missing := {row.source for row in self.turns} - {row.key for row in self.sources}:
            msg = f"sources cited but not listed: {sorted(missing)}"
            raise ValueError(msg)
        return self


@dataclass(frozen=True, slots=True)
class PolicyTurn:
    """A change of US policy after a rise of the yield.

    Args:
        episode: Key of the dated move.
        kind: What changed.
        announced: When.
        close_before: The last close before that.
        yield_before: The 10-year yield then, decimal.
        source: The announcement.
    """

    episode: str
    kind: TurnKind
    announced: date
    close_before: date
    yield_before: float
    source: Source


@cache
def policy_turns() -> tuple[PolicyTurn, ...]:
    """The changes of policy that ship with this version, by date, read once.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    path = resources.files("calc") / "data" / "policy_turns.json"
    return read_policy_turns(path.read_bytes())


def read_policy_turns(content: bytes | str) -> tuple[PolicyTurn, ...]:
    """Read and check a file of changes of policy.

    Raises:
        pydantic.ValidationError: It is not what it should be.
    """
    file = _TurnsFile.model_validate_json(content)
    sources = {
        row.key: Source(row.key, row.publisher, row.title, str(row.url)) for row in file.sources
    }
    return tuple(
        PolicyTurn(
            row.episode,
            row.kind,
            row.announced,
            row.close_before,
            row.yield_before / 100,
            sources[row.source],
        )
        for row in sorted(file.turns, key=lambda row: row.announced)
    )
