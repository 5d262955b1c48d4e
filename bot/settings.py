"""The settings, all of them optional, from the environment or a ``.env`` file."""

from __future__ import annotations

import re
import tempfile
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self

import platformdirs
from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

from bot.exit_codes import ConfigurationError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_FILE = ".env"
# Below that, names of other programs would pass for typos.
_MIN_SIMILARITY = 0.8


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
_FilePath = Annotated[Path, BeforeValidator(_read_path)]
_PublicKey = Annotated[str, Field(pattern="^[0-9A-Fa-f]{64}$")]
# What an HTTP header can hold without a space.
_TOKEN = re.compile(r"[!-~]+")


class Settings(BaseSettings):
    """Settings from the environment or the file; `.env.example` says what each one means."""

    # Some editors begin a file with a byte order mark, which would be part of the first name.
    model_config = SettingsConfigDict(
        env_file=_FILE,
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
    # Never below INFO: discord.py's DEBUG lines hold interaction tokens.
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
    shards_per_process: _Count | None = Field(
        None, description="a whole number of 1 or more, such as 4"
    )
    process_index: Annotated[int, Field(ge=0)] | None = Field(
        None, description="a whole number of 0 or more, such as 0"
    )
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
    metrics_port: Annotated[int, Field(ge=1, le=65_535)] | None = Field(
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

    @field_validator("process_index")
    @classmethod
    def _process_has_some_of_all_shards(cls, index: int | None, info: ValidationInfo) -> int | None:
        if index is None or "shard_count" not in info.data:
            # The number of shards has an error message of its own.
            return index
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
            return None
        each = self.shards_per_process or 1
        first = self.process_index * each
        return tuple(range(first, min(first + each, self.shard_count)))

    @property
    def heartbeat(self) -> Path:
        """The heartbeat file."""
        return self.health_file or self.data_dir / "health.json"


def read_settings() -> Settings:
    """Read the settings of this process.

    Raises:
        ConfigurationError: Some cannot be used; the message has one line for each.
    """
    try:
        return Settings()
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        raise ConfigurationError("\n".join(map(_format_validation_error, problems))) from None
    except UnicodeDecodeError:
        msg = f"The file {_FILE} is not UTF-8 text: save it again as UTF-8."
        raise ConfigurationError(msg) from None
    except OSError as error:
        msg = f"The file {_FILE} cannot be read: {error.strerror}."
        raise ConfigurationError(msg) from None


def likely_typos() -> list[str]:
    """Return a line for each name in the file that is close to a setting; it holds no value."""
    written = DotEnvSettingsSource(Settings).env_vars
    nearest = {
        name: get_close_matches(name, Settings.model_fields, n=1, cutoff=_MIN_SIMILARITY)
        for name in sorted(written.keys() - Settings.model_fields.keys())
    }
    return [
        f"The file {_FILE} sets {name.upper()}, which is no setting: is {meant[0].upper()} meant?"
        for name, meant in nearest.items()
        if meant
    ]


def _format_validation_error(problem: ErrorDetails) -> str:
    """Return one sentence; pydantic's own message is for programmers."""
    reason = problem.get("ctx", {}).get("error")
    if not problem["loc"]:
        return f"The settings do not fit together: {reason}."
    field = str(problem["loc"][0])
    wanted = reason or f"it must be {Settings.model_fields[field].description}"
    return f"The setting {field.upper()} cannot be used: {wanted}."
