"""Weights of market signals for each kind of sell-off, read from ``market_signals.json``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field

from calc.parameters.parameter import ReferencedFile, Supported
from calc.sourced import load_record

Weight = Annotated[int, Field(ge=-4, le=4)]


class SelloffKind(StrEnum):
    """What may be behind a move."""

    FOREIGN_SELLING = "foreign_selling"
    LEVERAGE = "leverage"
    INFLATION_FED = "inflation_fed"
    FISCAL = "fiscal"
    DASH_FOR_CASH = "dash_for_cash"
    GOOD_NEWS = "good_news"
    GROWTH_SCARE = "growth_scare"
    RELIEF = "relief"


class Sign(StrEnum):
    """A sign in market prices: positive, negative or neither."""

    LEVEL = "level"
    """Long yields up or down."""
    FRONT = "front"
    """The 2-year moves at least as far as the 10-year, or much less."""
    LONG = "long"
    """The 30-year moves further than the 10-year, or less."""
    SPREAD = "spread"
    """The swap spread up or down; its level is no sign."""
    DOLLAR = "dollar"
    """The dollar up or down."""
    SHARES = "shares"
    """Shares up or down."""
    PLUNGE = "plunge"
    """Shares down by a lot; never negative."""


class KindWeights(Supported):
    """The weights of the signs for one kind, negative where the sign should be."""

    key: SelloffKind
    weights: dict[Sign, Weight]


class SignalFile(ReferencedFile):
    """The weights of all kinds."""

    note: str
    kinds: tuple[KindWeights, ...]


@cache
def load_signals() -> SignalFile:
    """The weights that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    return load_record(SignalFile, "market_signals", "parameters")
