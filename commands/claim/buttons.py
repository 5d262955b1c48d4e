"""Component state of ``/claim``: one claim, as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.claim.claims import read_claim, write_claim
from commands.common.custom_id import MAX_LENGTH, StaleButtonError, build_custom_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.claims import Claim

NAME = "claim"


def claim_id(action: str, claim: Claim) -> str | None:
    """The id of a button that checks a claim; None for one too long to carry."""
    fields = write_claim(claim)
    if len(":".join(("1", NAME, action, *fields))) > MAX_LENGTH:
        return None
    return build_custom_id(NAME, action, *fields)


def read_fields(fields: Sequence[str]) -> Claim:
    """The claim in the fields.

    Raises:
        StaleButtonError: It is none of this version's.
    """
    try:
        return read_claim(fields)
    except ValueError as error:
        raise StaleButtonError from error
