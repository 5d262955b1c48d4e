"""Optional parts, each for one setting: who asks for it without having it is told in one line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.exit_codes import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def extra(name: str, setting: str, module: str) -> Iterator[None]:
    """While a module is imported that only an extra brings.

    Args:
        name: The extra.
        setting: What asks for it.
        module: What it brings.

    Raises:
        ConfigurationError: It is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != module:
            raise
        msg = f'{setting} needs an extra: pip install -e ".[{name}]"'
        raise ConfigurationError(msg) from error
