"""Component state of ``/target``: what is to be reached, and how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace
from calc.reverse import Target, TargetKind
from commands.common.custom_id import StaleButtonError, build_custom_id, read_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "target"
# A button carries whole numbers: millionths of a yield, hundredths of a cent, dollars.
_UNITS = {TargetKind.YIELD: 1e-6, TargetKind.PRICE: 1e-4, TargetKind.INTEREST: 1.0}
_MOST = 10**15 - 1


def target_id(action: str, target: Target) -> str:
    """The id of a button that does something with a target."""
    return build_custom_id(NAME, action, *write_target(target))


def write_target(target: Target) -> tuple[str, ...]:
    """The fields that hold a target."""
    units = round(target.value / _UNITS[target.kind])
    return target.kind.value, str(units), target.pace.value


def read_target(fields: Sequence[str]) -> Target:
    """The target in the fields; whether it can be reached is for others to say.

    Raises:
        StaleButtonError: Something in it is not readable.
    """
    try:
        kind_text, units, pace = fields
        kind = TargetKind(kind_text)
        return Target(kind, read_whole(units, 1, _MOST) * _UNITS[kind], Pace(pace))
    except ValueError as error:
        raise StaleButtonError from error
