"""The holders there are to choose from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownHolder:
    """A holder the market data names.

    Args:
        key: ISO 3166 alpha-2 code, lower case, for a country.
        name: As shown to people.
    """

    key: str
    name: str
