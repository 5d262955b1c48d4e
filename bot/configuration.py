"""The settings as the program reads them: what is wrong with them in plain lines."""

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
# Below that, names that others put into the same file would pass for typos.
_LIKENESS = 0.8


def read_settings() -> Settings:
    """The settings of this process.

    Raises:
        ConfigurationError: Some cannot be used; the message has one line for each.
    """
    try:
        return Settings()
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        raise ConfigurationError("\n".join(_in_words(each) for each in problems)) from None
    except UnicodeDecodeError:
        msg = f"The file {_FILE} is not UTF-8 text: save it again as UTF-8."
        raise ConfigurationError(msg) from None
    except OSError as error:
        msg = f"The file {_FILE} cannot be read: {error.strerror}."
        raise ConfigurationError(msg) from None


def likely_typos() -> list[str]:
    """One line for each name in the file that nearly is a setting's; it never holds a value."""
    written = DotEnvSettingsSource(Settings).env_vars
    nearest = {
        name: get_close_matches(name, Settings.model_fields, n=1, cutoff=_LIKENESS)
        for name in sorted(written.keys() - Settings.model_fields.keys())
    }
    return [
        f"The file {_FILE} sets {name.upper()}, which is no setting: is {meant[0].upper()} meant?"
        for name, meant in nearest.items()
        if meant
    ]


def _in_words(problem: ErrorDetails) -> str:
    """Our own words for it: pydantic's are for programmers."""
    reason = problem.get("ctx", {}).get("error")
    if not problem["loc"]:
        return f"The settings do not fit together: {reason}."
    field = str(problem["loc"][0])
    wanted = reason or f"it must be {Settings.model_fields[field].description}"
    return f"The setting {field.upper()} cannot be used: {wanted}."
