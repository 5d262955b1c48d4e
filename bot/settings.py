"""The settings, all of them optional, from the environment or a ``.env`` file."""

from __future__ import annotations

import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal, Self

import platformdirs
from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_PART = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?")


def _read_shard_ids(value: object) -> object:
    """``0,2,4-7`` means 0, 2, 4, 5, 6 and 7."""
    if not isinstance(value, str):
        return value
    ids: list[int] = []
    for part in value.split(","):
        match = _PART.fullmatch(part.strip())
        if match is None:
            msg = "write it like 0,1 or 0-3"
            raise ValueError(msg)
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first:
            msg = f"{first}-{last} runs backwards, write it like 0-3"
            raise ValueError(msg)
        ids.extend(range(first, last + 1))
    if len(set(ids)) < len(ids):
        msg = "a shard stands there twice, write each once, like 0,1 or 0-3"
        raise ValueError(msg)
    return tuple(ids)


def _default_data_dir() -> Path:
    """Return the system's folder for what can be fetched again."""
    name = "treasury-selloff-bot"
    # Without a home folder platformdirs raises an error, or an older one returns a relative path.
    with suppress(RuntimeError):
        path = platformdirs.user_cache_path(name, appauthor=False, opinion=False)
        if path.is_absolute():
            return path
    return Path(tempfile.gettempdir(), name)


def _read_path(value: object) -> object:
    if not isinstance(value, str):
        return value
    if re.search(r"[\x00-\x1f]", value):
        msg = (
            "it holds a line break, a tab or another control character; "
            "in .env write a path with backslashes without quotes"
        )
        raise ValueError(msg)
    try:
        return Path(value).expanduser()
    except RuntimeError:
        msg = "it begins with ~, and this user has no home folder: write the whole path"
        raise ValueError(msg) from None


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


_Count = Annotated[int, Field(ge=1)]
_Index = Annotated[int, Field(ge=0)]
_Port = Annotated[int, Field(ge=1, le=65_535)]
_FilePath = Annotated[Path, BeforeValidator(_read_path)]
_PublicKey = Annotated[str, Field(pattern="^[0-9A-Fa-f]{64}$")]
# What an HTTP header can hold without a space.
_TOKEN = re.compile(r"[!-~]+")


class Settings(BaseSettings):
    """Settings from the environment or a ``.env`` file.

    Args:
        discord_token: The bot's token; without one only the sandbox and the terminal work.
        log_level: Of our own log and discord.py's. Never below INFO: discord.py's DEBUG lines hold
            interaction tokens.
        defer_after_seconds: How long an answer may take before it is deferred. Discord waits three
            seconds for a first response.
        render_timeout_seconds: How long a picture may take before the answer is sent without it.
        refresh_hours: Hours between two refreshes of the official data, at least 1; 0 for never.
        data_dir: The folder of refreshed data.
        shard_count: Shards of all processes; what Discord recommends when not given.
        shard_ids: Shards of this process, all of them when not given.
        shards_per_process: Shards of each process, told apart by `process_index`; 1 when not given.
        process_index: Which process this is, from 0; instead of its shard ids.
        discord_public_key: The application's key, which verifies requests to the HTTP endpoint.
        shutdown_delay_seconds: How long the HTTP endpoint goes on taking requests after SIGTERM,
            until the load balancer has noticed.
        health_file: The heartbeat file; in `data_dir` when not given.
        metrics_port: The port of the Prometheus metrics; none when not given.
        metrics_host: The address that listens there.
        sentry_dsn: Where errors are reported; nowhere when not given.
    """

    # Some editors begin a file with a byte order mark, which would be part of the first name.
    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    # Each description completes the sentence "it must be …".
    discord_token: SecretStr | None = Field(
        None, description="the token from the page Bot, in one piece"
    )
    log_level: Annotated[Literal["INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        "INFO", description="INFO, WARNING or ERROR"
    )
    defer_after_seconds: float = Field(
        1.0, ge=0, le=2, description="a number of seconds from 0 to 2, such as 1"
    )
    render_timeout_seconds: float = Field(
        10.0, gt=0, le=600, description="a number of seconds above 0 and up to 600, such as 10"
    )
    refresh_hours: float = Field(
        24.0,
        ge=0,
        le=8760,
        description="0 for never, or a number of hours from 1 to 8760, such as 24",
    )
    data_dir: _FilePath = Field(
        default_factory=_default_data_dir, description="a folder, such as /var/lib/selloff-bot"
    )
    shard_count: _Count | None = Field(None, description="a whole number of 1 or more, such as 4")
    shard_ids: Annotated[tuple[int, ...] | None, NoDecode, BeforeValidator(_read_shard_ids)] = (
        Field(None, description="a list of numbers like 0,1 or 0-3")
    )
    shards_per_process: _Count | None = Field(
        None, description="a whole number of 1 or more, such as 4"
    )
    process_index: _Index | None = Field(None, description="a whole number of 0 or more, such as 0")
    discord_public_key: _PublicKey | None = Field(
        None,
        description="64 digits from 0 to 9 and a to f, as on the application's page",
    )
    shutdown_delay_seconds: float = Field(
        3.0, ge=0, le=300, description="a number of seconds from 0 to 300, such as 3"
    )
    health_file: _FilePath | None = Field(
        None, description="a file, such as /run/selloff/health.json"
    )
    metrics_port: _Port | None = Field(
        None, description="a whole number from 1 to 65535, such as 9100"
    )
    metrics_host: str = Field("127.0.0.1", description="an address, such as 127.0.0.1")
    sentry_dsn: SecretStr | None = Field(
        None, description="an address like https://key@host/1, as Sentry shows it"
    )

    @model_validator(mode="before")
    @classmethod
    def _blank_is_not_set(cls, given: dict[str, object]) -> dict[str, object]:
        """Read ``DISCORD_TOKEN=`` in a copied example file as not set."""
        stripped = {
            name: value.strip() if isinstance(value, str) else value
            for name, value in given.items()
        }
        return {name: value for name, value in stripped.items() if value not in ("", None)}

    @field_validator("discord_token")
    @classmethod
    def _token_is_in_one_piece(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
            msg = (
                "a token is one piece of plain letters and digits, without spaces or line breaks: "
                "copy it again"
            )
            raise ValueError(msg)
        return token

    @field_validator("refresh_hours")
    @classmethod
    def _refresh_is_rare(cls, hours: float) -> float:
        if 0 < hours < 1:
            msg = "write 0 for never, or 1 or more, such as 24"
            raise ValueError(msg)
        return hours

    @field_validator("shard_ids")
    @classmethod
    def _shard_ids_are_some_of_all(
        cls, ids: tuple[int, ...] | None, info: ValidationInfo
    ) -> tuple[int, ...] | None:
        if "shard_count" not in info.data:
            # It has an error message of its own.
            return ids
        count = info.data["shard_count"]
        if ids is not None and (count is None or not all(0 <= shard < count for shard in ids)):
            msg = "it needs a SHARD_COUNT above each of them"
            raise ValueError(msg)
        return ids

    @field_validator("process_index")
    @classmethod
    def _process_has_some_of_all_shards(cls, index: int | None, info: ValidationInfo) -> int | None:
        if index is None or "shard_count" not in info.data:
            return index
        if info.data.get("shard_ids") is not None:
            msg = "SHARD_IDS already say which shards are this process's"
            raise ValueError(msg)
        count = info.data["shard_count"]
        first = index * (info.data.get("shards_per_process") or 1)
        if count is None or first >= count:
            msg = f"it needs a SHARD_COUNT above {first}, its first shard"
            raise ValueError(msg)
        return index

    @model_validator(mode="after")
    def _shards_are_dealt_out_by_index(self) -> Self:
        """Require an index; without one each process would take all shards."""
        if self.shards_per_process is not None and self.process_index is None:
            msg = "SHARDS_PER_PROCESS needs a PROCESS_INDEX, such as 0 for the first process"
            raise ValueError(msg)
        return self

    @property
    def own_shards(self) -> tuple[int, ...] | None:
        """Shards of this process; None for all of them."""
        if self.process_index is None or self.shard_count is None:
            return self.shard_ids
        each = self.shards_per_process or 1
        first = self.process_index * each
        return tuple(range(first, min(first + each, self.shard_count)))

    @property
    def heartbeat(self) -> Path:
        """The heartbeat file."""
        return self.health_file or self.data_dir / "health.json"
