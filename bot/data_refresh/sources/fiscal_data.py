"""Answers of the Treasury's Fiscal Data service: JSON rows in which every number is a string."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

SERVICE = "https://api.fiscaldata.treasury.gov/services/api/fiscal_service"


def _null(value: object) -> object:
    """The service writes the word where there is nothing."""
    return None if value == "null" else value


Usd = Annotated[float, Field(gt=0, le=1e15)]
MillionUsd = Annotated[float, Field(ge=0, le=1e9)]
MaybeMillionUsd = Annotated[MillionUsd | None, BeforeValidator(_null)]
MaybeDay = Annotated[date | None, BeforeValidator(_null)]


class Row(BaseModel):
    """One row; fields that we do not read are ignored."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    record_date: date


_Row = TypeVar("_Row", bound=Row)


class Page(BaseModel, Generic[_Row]):
    """One answer."""

    data: Annotated[list[_Row], Field(min_length=1, max_length=20_000)]


def of_newest_day(rows: list[_Row]) -> list[_Row]:
    """The rows of the last day among them."""
    newest = max(row.record_date for row in rows)
    return [row for row in rows if row.record_date == newest]
