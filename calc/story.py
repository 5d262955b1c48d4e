"""Published figures that answer common claims: the dollar, April 2025, the rating.

They are what others found or decided; nothing here is computed.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl

Agency = Literal["sp", "fitch", "moodys"]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PublishedSource(_Row):
    """Where a figure was published."""

    key: str
    publisher: str
    title: str
    url: HttpUrl


class LostReserveStatus(_Row):
    """What losing reserve-currency status altogether would do, in the long run.

    Args:
        long_rate_rise_percent: Of long Treasury yields, percentage points.
        dollar_fall_percent: Of the dollar against other currencies.
        source: Key of its source.
    """

    long_rate_rise_percent: Annotated[float, Field(gt=0, lt=10)]
    dollar_fall_percent: Annotated[float, Field(gt=0, lt=100)]
    source: str


class AprilFlows(_Row):
    """What foreigners did with Treasuries in a month.

    Args:
        net_foreign_purchases_billion_usd: Of Treasuries; negative for sales.
        month: Its last day.
        source: Key of its source.
        explained_by: Key of the study of that month.
    """

    net_foreign_purchases_billion_usd: float
    month: date
    source: str
    explained_by: str


class Downgrade(_Row):
    """When an agency took the top rating away from the United States."""

    agency: Agency
    name: str
    year: Annotated[int, Field(ge=1900, le=2100)]
    rating: str


class Story(_Row):
    """The file."""

    title: str
    sources: tuple[PublishedSource, ...]
    lost_reserve_status: LostReserveStatus
    april_2025: AprilFlows
    downgrades: tuple[Downgrade, ...]

    def source(self, key: str) -> PublishedSource:
        """A source by its key.

        Raises:
            KeyError: It is not listed.
        """
        return {source.key: source for source in self.sources}[key]


@cache
def load_story() -> Story:
    """The figures that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    path = resources.files("calc") / "data" / "story.json"
    return Story.model_validate_json(path.read_bytes())
