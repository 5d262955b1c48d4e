"""Component state of ``/holders``: a holder, or everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.custom_id import StaleButtonError, build_custom_id
from commands.common.sale.options import read_holder_field, read_sum_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.command import Request

NAME = "holders"
_EVERYBODY = "all"


def holders_id(action: str, holder: str | None = None) -> str:
    """The id of a button that does something with one holder, or with all of them."""
    return build_custom_id(NAME, action, holder or _EVERYBODY)


def quoted_id(action: str, holder: str, usd: int) -> str:
    """The id of a button that shows a holder and checks a sum, US dollars, against it."""
    return build_custom_id(NAME, action, holder, str(usd))


def read_quoted(request: Request, fields: Sequence[str]) -> tuple[str, int]:
    """The key of the holder and the sum in fields that `quoted_id` made.

    Raises:
        StaleButtonError: The holder is not known (any more), or the sum is none.
    """
    if len(fields) != 2:
        raise StaleButtonError
    holder, dollars = fields
    return read_holder_field(holder, request), read_sum_field(dollars, request.snapshot)


def read_holder(request: Request, fields: Sequence[str]) -> str | None:
    """The key of the holder in the fields; None for all of them.

    Raises:
        StaleButtonError: It is not known (any more).
    """
    if len(fields) != 1 or fields[0] not in {_EVERYBODY, *request.snapshot.holders}:
        raise StaleButtonError
    return None if fields[0] == _EVERYBODY else fields[0]
