"""Errors in what a person typed, as data; `commands.common.text.errors` makes sentences of them."""

from __future__ import annotations

from dataclasses import dataclass, field


# Compared by identity, as exceptions are: a generated __eq__ would also take the hash away.
@dataclass(slots=True, eq=False)
class InputError(Exception):
    """An option that cannot be used as typed.

    Args:
        code: Stable name of the error, for example ``amount.unreadable``; its sentence's key.
        option: The option it came from, for example ``amount``.
        raw: What was typed, neither escaped nor shortened.
        suggestions: Texts that would work instead, best first. For a question these are its
            answers.
        is_question: The text can be read in several ways: ask back rather than refuse.
        facts: Named values the sentence needs, for example ``{"ceiling_usd": 3.1e13}``.
    """

    code: str
    option: str
    raw: str
    suggestions: tuple[str, ...] = ()
    is_question: bool = False
    facts: dict[str, float | str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.option}: {self.code}"
