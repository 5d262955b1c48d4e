"""Regions that a claim may be about: their names inside a sentence, and their members."""

from __future__ import annotations

from typing import Final

from commands.common.parsing.places_in_text import members_of
from commands.common.translator import N_

DOMESTIC: Final = "domestic"
REGION_NAMES: Final = {
    "Europe": N_("Europe"),
    "the European Union": N_("the European Union"),
    "the euro area": N_("the euro area"),
    "the Gulf states": N_("the Gulf states"),
    "the G7": N_("the other six of the G7"),
    "the G20": N_("the rest of the G20"),
    "BRICS": N_("BRICS"),
    "OPEC": N_("OPEC"),
    "ASEAN": N_("ASEAN"),
    "Asia": N_("Asia"),
    "Africa": N_("Africa"),
    "Latin America": N_("Latin America"),
    "Scandinavia": N_("Scandinavia"),
    "NATO": N_("NATO"),
    "the Caribbean banking centers": N_("the Caribbean banking centers"),
}


def region_members(name: str) -> tuple[str, ...]:
    """The countries of a region; none for what is no region."""
    return members_of(name) if name in REGION_NAMES else ()
