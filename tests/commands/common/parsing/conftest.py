from __future__ import annotations

import pytest

from commands.common.parsing.countries import KnownHolder

# A list of its own: these tests are about names, not about who holds how much this month.
HOLDERS = {
    "jp": "Japan",
    "gb": "United Kingdom",
    "cn": "China, Mainland",
    "be": "Belgium",
    "ky": "Cayman Islands",
    "ca": "Canada",
    "lu": "Luxembourg",
    "fr": "France",
    "ie": "Ireland",
    "tw": "Taiwan",
    "ch": "Switzerland",
    "hk": "Hong Kong",
    "sg": "Singapore",
    "no": "Norway",
    "in": "India",
    "br": "Brazil",
    "sa": "Saudi Arabia",
    "kr": "Korea, South",
    "il": "Israel",
    "ae": "United Arab Emirates",
}


@pytest.fixture(scope="session")
def known() -> tuple[KnownHolder, ...]:
    return tuple(KnownHolder(key, name) for key, name in HOLDERS.items())
