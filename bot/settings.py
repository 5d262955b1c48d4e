"""What can be set from outside, all of it optional, read once in `main`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _blank_is_none(value: object) -> object:
    """``DISCORD_TOKEN=`` in a copied example file means that there is none."""
    return value.strip() or None if isinstance(value, str) else value


def _read_shard_ids(value: object) -> object:
    """``0,2,4-7`` means 0, 2, 4, 5, 6 and 7."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    ids: list[int] = []
    for part in value.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            msg = "write it like 0,1 or 0-3"
            raise ValueError(msg)
        ids.extend(range(int(first), int(last or first) + 1))
    return tuple(ids)


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


_Count = Annotated[int, Field(ge=1)]
_Index = Annotated[int, Field(ge=0)]
_Port = Annotated[int, Field(ge=1, le=65_535)]
_PublicKey = Annotated[str, Field(pattern="^[0-9A-Fa-f]{64}$")]


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
        shard_count: Gateway connections of all processes; what Discord recommends when not given.
        shard_ids: Those of this process, all of them when not given.
        shards_per_process: How many each process has, where they are told apart by an index.
        process_index: Which process this is, from 0; instead of its shard ids.
        discord_public_key: The application's key, against which the HTTP door checks signatures.
        notice_seconds: How long the HTTP door goes on taking requests once it was told to leave: a
            load balancer's time to notice.
        health_file: Where a running bot says how it is; in `data_dir` when not given.
        metrics_port: Where Prometheus may ask; nowhere when not given.
        metrics_host: The address that listens there.
        sentry_dsn: Where errors are reported; nowhere when not given.
        valkey_url: A store that several processes share; each is for itself when not given.
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
    shard_count: Annotated[_Count | None, BeforeValidator(_blank_is_none)] = None
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode, BeforeValidator(_read_shard_ids)] = None
    shards_per_process: _Count = 1
    process_index: Annotated[_Index | None, BeforeValidator(_blank_is_none)] = None
    discord_public_key: Annotated[_PublicKey | None, BeforeValidator(_blank_is_none)] = None
    notice_seconds: Annotated[float, Field(ge=0, le=300)] = 3.0
    health_file: Annotated[Path | None, BeforeValidator(_blank_is_none)] = None
    metrics_port: Annotated[_Port | None, BeforeValidator(_blank_is_none)] = None
    metrics_host: str = "127.0.0.1"
    sentry_dsn: Annotated[SecretStr | None, BeforeValidator(_blank_is_none)] = None
    valkey_url: Annotated[SecretStr | None, BeforeValidator(_blank_is_none)] = None

    @field_validator("shard_ids")
    @classmethod
    def _shard_ids_are_some_of_all(
        cls, ids: tuple[int, ...] | None, info: ValidationInfo
    ) -> tuple[int, ...] | None:
        count = info.data.get("shard_count")
        if ids is not None and (count is None or not all(0 <= shard < count for shard in ids)):
            msg = "it needs a SHARD_COUNT above each of them"
            raise ValueError(msg)
        return ids

    @field_validator("process_index")
    @classmethod
    def _process_has_some_of_all_shards(cls, index: int | None, info: ValidationInfo) -> int | None:
        if index is None:
            return None
        if info.data.get("shard_ids") is not None:
            msg = "SHARD_IDS already say which shards are this process's"
            raise ValueError(msg)
        count = info.data.get("shard_count")
        first = index * info.data.get("shards_per_process", 1)
        if count is None or first >= count:
            msg = f"it needs a SHARD_COUNT above {first}, its first shard"
            raise ValueError(msg)
        return index

    @property
    def own_shards(self) -> tuple[int, ...] | None:
        """The shards of this process; None for all of them."""
        if self.process_index is None or self.shard_count is None:
            return self.shard_ids
        first = self.process_index * self.shards_per_process
        return tuple(range(first, min(first + self.shards_per_process, self.shard_count)))

    @property
    def heartbeat(self) -> Path:
        """The file in which a running bot says how it is."""
        return self.health_file or self.data_dir / "health.json"
