"""The list of outstanding securities in Table 3 of the Monthly Statement of the Public Debt.

A re-opened security has one row per auction; only one of them carries what is outstanding, which
includes the little that other government accounts hold. Rows that lack something are left out, and
the list is refused when that is more than a little.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.data_refresh.validation import RejectedDataError, require_date
from calc.market.snapshot import DebtType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc.bonds.securities import SecuritiesFile

FIELDS: Final = (
    "record_date,security_class1_desc,security_class2_desc,interest_rate_pct,maturity_date,"
    "outstanding_amt"
)
_CUSIP: Final = re.compile(r"912[0-9A-Z]{6}")
_MILLIONS_PER_BILLION: Final = 1000
_PLACES: Final = 4
_LEAST_SHARE: Final = 0.98
_LEAST_COUNT: Final = 200
# By what a class is called, most telling first: "Inflation-Indexed Notes" are TIPS.
_KINDS: Final = (
    ("inflation", DebtType.TIPS),
    ("floating", DebtType.FRN),
    ("bill", DebtType.BILL),
    ("note", DebtType.NOTE),
    ("bond", DebtType.BOND),
)
_Row = tuple[str, DebtType, date, float, float | None]


def _null(value: object) -> object:
    return None if value in ("null", "", "*", "n/a") else value


class _TableRow(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    record_date: date
    security_class1_desc: str
    security_class2_desc: Annotated[str, Field(pattern=_CUSIP)]
    interest_rate_pct: Annotated[
        Annotated[float, Field(ge=0, le=25)] | None, BeforeValidator(_null)
    ] = None
    maturity_date: date
    outstanding_amt: Annotated[float, Field(gt=0, le=1e7)]


def newer_list(text: str, known: SecuritiesFile, today: date) -> SecuritiesFile:
    """The list of the newest month in an answer.

    Args:
        text: What the service served, with `FIELDS`.
        known: The list so far.
        today: Nothing can be dated later.

    Raises:
        RejectedDataError: The list is older, or too much of it is missing.
    """
    served = [row for row in json.loads(text)["data"] if isinstance(row, dict)]
    day = date.fromisoformat(max(str(row.get("record_date")) for row in served))
    require_date(day, current=known.as_of, today=today)
    month = [row for row in served if row.get("record_date") == str(day)]
    rows = {row[0]: row for row in _read(month, day)}
    total = sum(_millions(row) for row in month) / _MILLIONS_PER_BILLION
    if len(rows) < _LEAST_COUNT or sum(row[3] for row in rows.values()) < _LEAST_SHARE * total:
        msg = f"only {len(rows)} securities could be read"
        raise RejectedDataError(msg)
    return known.model_copy(
        update={
            "title": "Marketable Treasury securities outstanding",
            "as_of": day,
            "securities": tuple(sorted(rows.values(), key=lambda row: (row[2], row[0]))),
        }
    )


def _read(rows: Iterable[dict[str, object]], day: date) -> Iterable[_Row]:
    for served in rows:
        try:
            row = _TableRow.model_validate(served)
        except ValidationError:
            continue
        named = row.security_class1_desc.lower()
        kind = next((kind for word, kind in _KINDS if word in named), None)
        has_coupon = kind in {DebtType.NOTE, DebtType.BOND, DebtType.TIPS}
        if kind is None or row.maturity_date <= day:
            continue
        if has_coupon and row.interest_rate_pct is None:
            continue
        billions = round(row.outstanding_amt / _MILLIONS_PER_BILLION, _PLACES)
        coupon = row.interest_rate_pct if has_coupon else None
        if billions > 0:
            yield row.security_class2_desc, kind, row.maturity_date, billions, coupon


def _millions(row: dict[str, object]) -> float:
    """What a row with a CUSIP says is outstanding, whether the rest of it can be read or not."""
    if not _CUSIP.fullmatch(str(row.get("security_class2_desc"))):
        return 0.0
    try:
        return max(0.0, float(str(row.get("outstanding_amt"))))
    except ValueError:
        return 0.0
