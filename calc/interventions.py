"""Japan's purchases of yen for dollars: how much, what the yen did, and for how long."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from calc.market import Source, Standing
from calc.spillover_facts import SourceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRILLION = 1e12
_BILLION = 1e9


class _RoundRow(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    start: date
    end: date
    yen: Annotated[float, Field(gt=0, le=100)]
    billion_usd: Annotated[float, Field(gt=0, le=1000)] | None
    before_day: date | None = None
    before: Annotated[float, Field(gt=0, le=1000)] | None = None
    after_day: date | None = None
    after: Annotated[float, Field(gt=0, le=1000)] | None = None
    back_day: date | None = None
    standing: Standing
    note: str | None = None

    @model_validator(mode="after")
    def _is_in_order(self) -> _RoundRow:
        known = (self.before_day, self.before, self.after_day, self.after)
        if any(value is None for value in known) and any(value is not None for value in known):
            msg = f"{self.key}: rates before and after come together"
            raise ValueError(msg)
        days = (self.before_day, self.after_day, self.back_day)
        given = [day for day in days if day is not None]
        if given != sorted(given) or self.start > self.end:
            msg = f"{self.key}: dates are not in order"
            raise ValueError(msg)
        return self


class _InterventionsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    unit: str
    note: str
    sources: tuple[SourceRow, ...]
    amount_source: str
    rate_source: str
    rates_until: date
    rounds: Annotated[tuple[_RoundRow, ...], Field(min_length=2)]


@dataclass(frozen=True, slots=True)
class Effect:
    """The dollar in yen around one round.

    Args:
        before: Yen per dollar at the last noon before.
        after: Yen per dollar at the last noon of the round.
        after_day: That day.
        back_day: First later day at or above the rate before; None when it did not come back while
            rates are known.
    """

    before: float
    after: float
    after_day: date
    back_day: date | None

    @property
    def fall(self) -> float:
        """Relative fall of the dollar, positive."""
        return 1 - self.after / self.before


@dataclass(frozen=True, slots=True)
class Intervention:
    """One round of purchases of yen.

    Args:
        key: Its name in the data file.
        start: First day.
        end: Last day.
        yen: What was bought.
        usd: What was sold for it, where it is known.
        effect: What the dollar did; None where we have no rates.
        standing: How far the amount can be trusted.
        note: A caution, in English.
    """

    key: str
    start: date
    end: date
    yen: float
    usd: float | None
    effect: Effect | None
    standing: Standing
    note: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """All rounds on record.

    Args:
        rounds: Oldest first.
        rates_until: Last day with rates.
        amount_source: Where the amounts were published.
        rate_source: Where the rates were published.
    """

    rounds: tuple[Intervention, ...]
    rates_until: date
    amount_source: Source
    rate_source: Source

    @property
    def seen(self) -> tuple[tuple[Intervention, Effect], ...]:
        """The rounds whose effect is known."""
        return tuple((each, each.effect) for each in self.rounds if each.effect is not None)

    @property
    def largest_fall(self) -> float:
        """The greatest relative fall of the dollar in one round."""
        return max(effect.fall for _, effect in self.seen)

    def straight(self) -> float:
        """Relative fall of the dollar per yen bought: all falls over all purchases."""
        return sum(effect.fall for _, effect in self.seen) / sum(each.yen for each, _ in self.seen)

    def bent(self) -> tuple[float, float]:
        """Scale and exponent of ``fall = scale * yen ** exponent``, least squares in logarithms."""
        yen = np.log([each.yen for each, _ in self.seen])
        falls = np.log([effect.fall for _, effect in self.seen])
        spread = yen - yen.mean()
        exponent = float(spread @ (falls - falls.mean()) / (spread @ spread))
        return math.exp(float(falls.mean()) - exponent * float(yen.mean())), exponent


@cache
def intervention_record() -> Record:
    """The rounds that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    path = resources.files("calc") / "data" / "interventions.json"
    file = _InterventionsFile.model_validate_json(path.read_bytes())
    sources = {row.key: row.to_source() for row in file.sources}
    return Record(
        rounds=_rounds(sorted(file.rounds, key=lambda row: row.start)),
        rates_until=file.rates_until,
        amount_source=sources[file.amount_source],
        rate_source=sources[file.rate_source],
    )


def _rounds(rows: Sequence[_RoundRow]) -> tuple[Intervention, ...]:
    return tuple(
        Intervention(
            key=row.key,
            start=row.start,
            end=row.end,
            yen=row.yen * _TRILLION,
            usd=None if row.billion_usd is None else row.billion_usd * _BILLION,
            effect=_effect(row),
            standing=row.standing,
            note=row.note,
        )
        for row in rows
    )


def _effect(row: _RoundRow) -> Effect | None:
    if row.before is None or row.after is None or row.after_day is None:
        return None
    return Effect(row.before, row.after, row.after_day, row.back_day)
