"""Options that every command has beside its own."""

from __future__ import annotations

from typing import Final

from commands.common.translator import N_

PRIVATE: Final = "private"
PRIVATE_DESCRIPTION: Final = N_("Only I see the answer")
LANGUAGE: Final = "language"
LANGUAGE_DESCRIPTION: Final = N_("The language of the answer")
