"""What can be set from outside, all of it optional, read once in `main`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _blank_is_none(value: object) -> object:
    """``DISCORD_TOKEN=`` in a copied example file means that there is none."""
    return value.strip() or None if isinstance(value, str) else value


def _cache_folder() -> Path:
    """Where this system keeps what can be fetched again."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "treasury-selloff-bot"


def _blank_is_cache(value: object) -> object:
    return value or _cache_folder()


class Settings(BaseSettings):
    """Settings from the environment or a ``.env`` file.

    Args:
        discord_token: The bot's token; without one only the sandbox and the terminal work.
        log_level: Of our own log and discord.py's. Never below INFO: discord.py's DEBUG lines hold
            interaction tokens.
        patience_seconds: How long an answer may take before the asker is told that it is coming.
            Discord gives up after three seconds.
        drawing_seconds: How long one picture may take before the answer goes out without it.
        refresh_hours: How often a running bot asks for newer official data; 0 for never.
        data_dir: Where newer data are kept.
    """

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    discord_token: Annotated[SecretStr | None, BeforeValidator(_blank_is_none)] = None
    log_level: Literal["INFO", "WARNING", "ERROR"] = Field("INFO", validation_alias="LOG_LEVEL")
    patience_seconds: Annotated[float, Field(ge=0, le=2)] = 1.0
    drawing_seconds: Annotated[float, Field(gt=0, le=600)] = 10.0
    refresh_hours: Annotated[float, Field(ge=0, le=8760)] = 24.0
    data_dir: Annotated[Path, BeforeValidator(_blank_is_cache)] = Field(
        default_factory=_cache_folder
    )
