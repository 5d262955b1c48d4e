"""Data that the check of a claim uses, so that their age can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.claim.claims import ClaimKind
from commands.common.text.staleness import Data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from commands.claim.claims import Claim

_USED: Final[Mapping[ClaimKind, tuple[Data, ...]]] = {
    ClaimKind.HOLDING_SIZE: (Data.HOLDINGS,),
    ClaimKind.HOLDING_RANK: (Data.HOLDINGS,),
    ClaimKind.HOLDING_SHARE: (Data.HOLDINGS, Data.DEBT),
    ClaimKind.HOLDER_TREND: (Data.HOLDINGS,),
    ClaimKind.SALE_SIZE: (Data.HOLDINGS,),
    ClaimKind.SALE_EFFECT: (Data.YIELDS,),
    ClaimKind.DEBT_TOTAL: (Data.DEBT,),
    ClaimKind.DEBT_INTEREST: (Data.YIELDS, Data.DEBT),
    ClaimKind.YIELD_LEVEL: (Data.YIELDS,),
}


def data_used(claims: Iterable[Claim]) -> tuple[Data, ...]:
    """What the checks of these claims use, each once."""
    return tuple(dict.fromkeys(data for claim in claims for data in _USED.get(claim.kind, ())))
