"""The words that the story and our answers use, in plain language."""

from __future__ import annotations

from typing import Final

from commands.glossary.bonds import BONDS
from commands.glossary.debt import DEBT
from commands.glossary.market import MARKET
from commands.glossary.term import Term
from commands.glossary.world import WORLD

__all__ = ["TERMS", "Term"]

TERMS: Final = {term.key: term for term in (*BONDS, *MARKET, *DEBT, *WORLD)}
