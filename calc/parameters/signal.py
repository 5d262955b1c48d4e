"""Which signs speak for which kind of sell-off, and past moves of yields, from ``signal.json``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from calc.parameters.parameter import Reference, Supported

if TYPE_CHECKING:
    from collections.abc import Mapping

Percent = Annotated[float, Field(ge=-5, le=25)]
Weight = Annotated[int, Field(ge=-4, le=4)]


class Kind(StrEnum):
    """What may be behind a move."""

    FOREIGN_SELLING = "foreign_selling"
    LEVERAGE = "leverage"
    INFLATION_FED = "inflation_fed"
    FISCAL = "fiscal"
    DASH_FOR_CASH = "dash_for_cash"
    GOOD_NEWS = "good_news"
    GROWTH_SCARE = "growth_scare"
    RELIEF = "relief"


class Sign(StrEnum):
    """What can be seen; each is positive, negative or neither."""

    LEVEL = "level"
    """Long yields up or down."""
    FRONT = "front"
    """The 2-year moves at least as far as the 10-year, or much less."""
    LONG = "long"
    """The 30-year moves further than the 10-year, or less."""
    SPREAD = "spread"
    """The swap spread up or down; its level is no sign."""
    DOLLAR = "dollar"
    """The dollar up or down."""
    SHARES = "shares"
    """Shares up or down."""
    PLUNGE = "plunge"
    """Shares down by a lot; never negative."""


class KindRow(Supported):
    """One kind and the weights of the signs for it, negative where the sign should be."""

    key: Kind
    weights: dict[Sign, Weight]


class EpisodeRow(BaseModel):
    """Closes before and at the end of a dated move, percent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    start: date
    end: date
    ten: tuple[Percent, Percent]
    thirty: tuple[Percent, Percent] | None

    @model_validator(mode="after")
    def _takes_time(self) -> EpisodeRow:
        if not self.start < self.end:
            msg = f"{self.key}: ends before it starts"
            raise ValueError(msg)
        return self


class SignalFile(BaseModel):
    """Everything that the reading of signals rests on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    note: str
    episode_source: str
    references: tuple[Reference, ...]
    kinds: tuple[KindRow, ...]
    episodes: Annotated[tuple[EpisodeRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _all_cited_are_listed(self) -> SignalFile:
        cited = {self.episode_source} | {key for kind in self.kinds for key in kind.references}
        if missing := cited - {reference.key for reference in self.references}:
            msg = f"references cited but not listed: {sorted(missing)}"
            raise ValueError(msg)
        return self

    def by_key(self) -> Mapping[str, Reference]:
        """The references."""
        return {reference.key: reference for reference in self.references}


@cache
def load_signals() -> SignalFile:
    """The signs that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    path = resources.files("calc") / "parameters" / "signal.json"
    return SignalFile.model_validate_json(path.read_bytes())
