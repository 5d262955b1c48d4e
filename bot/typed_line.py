"""A slash command as it reaches a program from a shell."""

from __future__ import annotations

import re
from typing import Final

# Git Bash on Windows makes a path of its own installation out of a leading slash.
_GIT_BASH_PATH: Final = re.compile(r"\s*[A-Za-z]:[/\\](?:[^:]*[/\\])?(?=[a-z])")


def without_folder(line: str) -> str:
    """The line without what Git Bash put in the place of its slash."""
    return _GIT_BASH_PATH.sub("", line)


def is_slash_command(argument: str) -> bool:
    """Whether an argument begins a slash command rather than an action of the program."""
    return argument.lstrip().startswith("/") or without_folder(argument) != argument
