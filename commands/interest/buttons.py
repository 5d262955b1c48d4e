"""Component state of ``/interest``: new debt at two rates, or the whole debt at one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.custom_id import StaleButtonError, build_custom_id, read_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "interest"
ISSUE, DEBT = "issue", "debt"
MOST_RATE = 0.25
LEAST_USD, MOST_USD = 1_000_000_000, 100_000_000_000_000
_UNIT = 1e6


@dataclass(frozen=True, slots=True)
class IssueQuestion:
    """New debt of so many US dollars at one rate and at another, decimals."""

    issue_usd: int
    from_rate: float
    to_rate: float


@dataclass(frozen=True, slots=True)
class DebtQuestion:
    """All debt at one rate (decimal); the debt is today's when None, US dollars."""

    level: float
    debt_usd: int | None = None


def issue_id(action: str, question: IssueQuestion) -> str:
    """The id of a button about new debt."""
    return build_custom_id(NAME, action, *write_issue(question))


def debt_id(action: str, question: DebtQuestion) -> str:
    """The id of a button about the whole debt."""
    return build_custom_id(NAME, action, *write_debt(question))


def write_issue(question: IssueQuestion) -> tuple[str, ...]:
    """The fields that hold new debt; rates in millionths."""
    return (
        ISSUE,
        str(question.issue_usd),
        _written(question.from_rate),
        _written(question.to_rate),
    )


def write_debt(question: DebtQuestion) -> tuple[str, ...]:
    """The fields that hold the whole debt at a rate."""
    debt = "all" if question.debt_usd is None else str(question.debt_usd)
    return (DEBT, _written(question.level), debt)


def read_question(fields: Sequence[str]) -> IssueQuestion | DebtQuestion:
    """The question in the fields.

    Raises:
        StaleButtonError: Something in it is not readable or out of bounds.
    """
    match list(fields):
        case ["issue", dollars, from_rate, to_rate]:
            return IssueQuestion(_dollars(dollars), _rate(from_rate), _rate(to_rate))
        case ["debt", level, "all"]:
            return DebtQuestion(_rate(level))
        case ["debt", level, dollars]:
            return DebtQuestion(_rate(level), _dollars(dollars))
        case _:
            raise StaleButtonError


def _written(rate: float) -> str:
    return str(round(rate * _UNIT))


def _rate(text: str) -> float:
    return read_whole(text, 0, round(MOST_RATE * _UNIT)) / _UNIT


def _dollars(text: str) -> int:
    return read_whole(text, LEAST_USD, MOST_USD)
