"""The words that the story and our answers use, in plain language."""

from __future__ import annotations

from typing import Final

from commands.learn.glossary.bonds import BONDS
from commands.learn.glossary.debt import DEBT
from commands.learn.glossary.market import MARKET
from commands.learn.glossary.markets_abroad import WORLD
from commands.learn.glossary.term import Term

__all__ = ["TERMS", "Term"]

TERMS: Final = {term.key: term for term in (*BONDS, *MARKET, *DEBT, *WORLD)}
