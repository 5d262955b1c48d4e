"""What can be wrong with what a person typed, said without words.

The arguments raise an `InputProblem`; the words turn it into one friendly sentence in the
reader's language. Neither knows the other, so a new language needs no change to a parser.
"""

from __future__ import annotations

from dataclasses import dataclass, field


# Compared by identity, as exceptions are: a generated __eq__ would also take the hash away.
@dataclass(slots=True, eq=False)
class InputError(Exception):
    """One argument could not be used as typed.

    Args:
        code: Stable name of the problem, for example ``amount.unreadable``; words and tests key on
            it.
        argument: The option it came from, for example ``amount``.
        echo: What was typed, raw; whoever shows it escapes and shortens it.
        suggestions: Texts that would work instead, best first. For a question these are its
            answers.
        is_question: True when the text has several plausible readings and is asked back rather
            than refused.
        facts: Named values the sentence needs, for example ``{"ceiling_usd": 3.1e13}``.
    """

    code: str
    argument: str
    echo: str
    suggestions: tuple[str, ...] = ()
    is_question: bool = False
    facts: dict[str, float | str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.argument}: {self.code}"
