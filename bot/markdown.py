"""The markdown of an answer as text for a terminal or a pipe."""

from __future__ import annotations

import re
from typing import Final

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_MARK: Final = re.compile(
    r"`(?P<code>[^`\n]*)`"
    r"|\\(?P<escaped>[^A-Za-z0-9\s])"
    r"|\[(?P<label>(?:\\.|[^\]\\])*)\]\((?:<(?P<address>[^>]*)>|(?P<bare>[^)\s]*))\)"
    r"|\*\*(?P<bold>.+?)\*\*",
    re.DOTALL,
)
_WHOLE_LINES: Final = {"#": _BOLD, "##": _BOLD, "###": _BOLD, "-#": _DIM}


def render(markdown: str, *, is_styled: bool) -> str:
    """The text without its marks.

    Args:
        markdown: As Discord takes it: headings, small print, bold, code, links, escapes.
        is_styled: Bold and dim as a terminal shows them; else nothing but the words.
    """
    return "\n".join(_line(line, is_styled=is_styled) for line in markdown.split("\n"))


def _line(line: str, *, is_styled: bool) -> str:
    mark, _, rest = line.partition(" ")
    style = _WHOLE_LINES.get(mark)
    if style is None:
        return _inline(line, is_styled=is_styled)
    # The end of a mark inside would end that of the line.
    text = _inline(rest, is_styled=False)
    return f"{style}{text}{_PLAIN}" if is_styled else text


def _inline(text: str, *, is_styled: bool) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match["label"] is not None:
            address = match["address"] or match["bare"] or ""
            return f"{_inline(match['label'], is_styled=False)} <{address}>"
        if match["bold"] is not None:
            bold = _inline(match["bold"], is_styled=False)
            return f"{_BOLD}{bold}{_PLAIN}" if is_styled else bold
        return match["code"] if match["code"] is not None else match["escaped"]

    return _MARK.sub(replaced, text)
