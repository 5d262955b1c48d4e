"""Read the settings, and say in plain lines what is wrong with them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import ValidationError
from pydantic_settings import DotEnvSettingsSource

from bot.exit_codes import ConfigurationError
from bot.settings import Settings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_FILE = ".env"
# Below that, names of other programs would pass for typos.
_MIN_SIMILARITY = 0.8


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
