"""What keeps a text from being used, before it becomes an `InputError`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParseError:
    """A text that was understood but cannot be used as it stands.

    Args:
        code: Error code without the prefix that says what was read, for example ``zero``.
        suggestions: Texts that would work.
        is_question: Whether one of the suggestions is probably meant.
    """

    code: str
    suggestions: tuple[str, ...] = ()
    is_question: bool = False
