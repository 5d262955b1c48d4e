"""Files of figures with sources: frozen records, one source model, one loader."""

from __future__ import annotations

from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    model_validator,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

BILLION = 1e9
BASIS_POINT = 1e-4
PERCENT = 1e-2
MILLION = 1e6
TRILLION = 1e12

_URL = TypeAdapter(HttpUrl)

Url = Annotated[str, AfterValidator(lambda text: str(_URL.validate_python(text)))]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Percent = Annotated[float, Field(ge=-25, le=100)]
YieldPercent = Annotated[float, Field(ge=-5, le=25)]
BillionUsd = Annotated[float, Field(ge=0, le=1_000_000)]
PositiveNumber = Annotated[float, Field(gt=0)]


def _in_order(values: tuple[float, float, float]) -> tuple[float, float, float]:
    if list(values) != sorted(values):
        msg = "least, middle and most are not in order"
        raise ValueError(msg)
    return values


IN_ORDER = AfterValidator(_in_order)
"""For the least, middle and most of something."""

DecimalYield = Annotated[float, Field(ge=-5, le=25), AfterValidator(lambda value: value * PERCENT)]
"""A yield that the file gives in percent."""


class Standing(StrEnum):
    """How far a figure can be trusted."""

    OFFICIAL = "official"
    """Read in the publisher's own table."""
    REPORTED = "reported"
    """Quoted by others from that table and not checked against it."""
    COMPUTED = "computed"
    """Computed by us from official figures."""
    ACTUAL = "actual"
    """What happened, in a table that also projects."""
    PROJECTION = "projection"
    """What the publisher expects."""


class FrozenRecord(BaseModel):
    """Base of everything read from a data file: immutable, without unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Publication(FrozenRecord):
    """Something published, by its key in the data file."""

    key: str
    title: str
    url: Url


class Source(Publication):
    """Where a figure was published."""

    publisher: str


class Cited(FrozenRecord):
    """A record with its source, which the file names by key."""

    source: Source


class SourcedFile(FrozenRecord):
    """A data file that lists the sources of its records."""

    title: str
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _resolve_sources(cls, content: dict[str, Any]) -> object:
        return with_listed(content, "source", content.get("sources", ()))


def with_listed(value: object, field: str, rows: Iterable[Mapping[str, object]]) -> object:
    """The same JSON value with each key in a field replaced by the row that has it.

    Raises:
        ValueError: Names a key that no row has.
    """
    if isinstance(value, list):
        return [with_listed(item, field, rows) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: with_listed(item, field, rows) for name, item in value.items()}
    if field in found:
        listed = {row["key"]: row for row in rows}
        require_listed({str(found[field])}, {str(key) for key in listed})
        found[field] = listed[found[field]]
    return found


RecordT = TypeVar("RecordT", bound=FrozenRecord)


def nested(value: object, model: type[RecordT]) -> Iterator[RecordT]:
    """Yield every record of a model inside a record or a tuple, at any depth."""
    if isinstance(value, model):
        yield value
    if isinstance(value, FrozenRecord):
        value = tuple(field for _, field in value)
    if isinstance(value, tuple):
        for item in value:
            yield from nested(item, model)


def require_listed(cited: set[str], listed: set[str]) -> None:
    """Check that every key that is cited is listed.

    Raises:
        ValueError: Names those that are not.
    """
    if missing := cited - listed:
        msg = f"cited but not listed: {sorted(missing)}"
        raise ValueError(msg)


def load_record(model: type[RecordT], name: str, folder: str = "data") -> RecordT:
    """Read and check a JSON file that ships in a folder of ``calc``."""
    path = resources.files("calc") / folder / f"{name}.json"
    return model.model_validate_json(path.read_bytes())
