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

from bot.data_refresh.validation import first_complete, require_date
from calc.market.snapshot import DebtType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from calc.market.securities import SecuritiesFile

FIELDS: Final = (
    "record_date,security_class1_desc,security_class2_desc,interest_rate_pct,maturity_date,"
    "outstanding_amt"
)
_CUSIP: Final = re.compile(r"^912[0-9A-Z]{6}$")
_MILLIONS_PER_BILLION: Final = 1000
_PLACES: Final = 4
_LEAST_SHARE: Final = 0.99
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
    """The list of the newest complete month in an answer.

    Args:
        text: What the service served, with `FIELDS`.
        known: The list so far.
        today: Nothing can be dated later.

    Raises:
        RejectedDataError: The list is older, or too much of every month is missing.
    """
    months: dict[str, list[dict[str, object]]] = {}
    for row in json.loads(text)["data"]:
        if isinstance(row, dict):
            months.setdefault(str(row.get("record_date")), []).append(row)

    def read(month: str) -> tuple[date, tuple[_Row, ...]] | None:
        try:
            day = date.fromisoformat(month)
        except ValueError:
            return None
        rows = _complete(months[month], day)
        return None if rows is None else (day, rows)

    newest_first = sorted(months, reverse=True)
    day, rows = first_complete(newest_first, read, "no complete month of securities")
    require_date(day, current=known.as_of, today=today)
    return known.model_copy(
        update={
            "title": "Marketable Treasury securities outstanding",
            "as_of": day,
            "securities": tuple(sorted(rows, key=lambda row: (row[2], row[0]))),
        }
    )


def _complete(served: Sequence[dict[str, object]], day: date) -> tuple[_Row, ...] | None:
    """The securities of one month; None where too many, or too large ones, cannot be read."""
    rows = {row[0]: row for row in _read(served, day)}
    # A date that cannot be read sorts behind every day.
    due = {
        cusip
        for row in served
        if _CUSIP.fullmatch(cusip := str(row.get("security_class2_desc")))
        and str(row.get("maturity_date")) > str(day)
    }
    total = sum(_millions(row) for row in served) / _MILLIONS_PER_BILLION
    is_complete = (
        len(rows) >= max(_LEAST_COUNT, _LEAST_SHARE * len(due))
        and sum(row[3] for row in rows.values()) >= _LEAST_SHARE * total
    )
    return tuple(rows.values()) if is_complete else None


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
