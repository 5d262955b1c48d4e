"""Component state of ``/learn``: a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.custom_id import StaleButtonError, build_custom_id
from commands.learn.glossary import TERMS, find_term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.learn.glossary import Term

NAME = "learn"
INDEX = "index"
"""All terms."""


def term_id(action: str, key: str) -> str:
    """The id of a button that explains a term.

    Raises:
        KeyError: There is no such term.
    """
    return build_custom_id(NAME, action, TERMS[key].key)


def index_id() -> str:
    """The id of a button that shows all terms."""
    return build_custom_id(NAME, INDEX)


def read_term(fields: Sequence[str]) -> Term:
    """The term in the fields.

    Raises:
        StaleButtonError: It is not known (any more).
    """
    if len(fields) != 1 or fields[0] not in TERMS:
        raise StaleButtonError
    return TERMS[fields[0]]


def name_of_term(text: str) -> str | None:
    """The English name of the term that a text in any language names, a slip allowed."""
    term = find_term(text)
    return None if term is None else term.name


def is_term(text: str) -> bool:
    """Whether a text names a term, a slip allowed."""
    return find_term(text) is not None
