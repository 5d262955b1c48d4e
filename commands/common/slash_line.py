"""A slash command typed as a line of text, for terminals and tests."""

from __future__ import annotations

import re

_OPTION = re.compile(r"(?<!\S)([a-z_]{1,32}):(.*?)(?=\s+[a-z_]{1,32}:|$)", re.DOTALL)


def parse_slash_line(line: str) -> tuple[str, dict[str, str]]:
    """Take ``/name option:value option:a longer value`` apart.

    Returns:
        The command's name without the slash, and its options as text.

    Raises:
        ValueError: The line does not start with a slash and a name.
    """
    first = _OPTION.search(line)
    name = (line[: first.start()] if first else line).strip()
    if re.fullmatch(r"/[a-z][a-z_-]*", name) is None:
        msg = f"not a slash command: {line!r}"
        raise ValueError(msg)
    return name[1:], {option: value.strip() for option, value in _OPTION.findall(line)}
