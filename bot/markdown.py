"""The markdown of an answer as text for a terminal or a pipe."""

from __future__ import annotations

import re
from typing import Final

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_HEADING: Final = re.compile(r"^#{1,3} (.*)$", re.MULTILINE)
_SMALL: Final = re.compile(r"^-# (.*)$", re.MULTILINE)
_STRONG: Final = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_LINK: Final = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<?([^)>]*)>?\)")
_CODE: Final = re.compile(r"(?<!\\)`([^`\n]*)`")
_ESCAPED: Final = re.compile(r"\\([^\w\s])")


def render(markdown: str, *, is_styled: bool) -> str:
    """The text without its marks.

    Args:
        markdown: As Discord takes it: headings, small print, bold, code, links, escapes.
        is_styled: Bold and dim as a terminal shows them; else nothing but the words.
    """
    bold, dim, plain = (_BOLD, _DIM, _PLAIN) if is_styled else ("", "", "")
    text = _LINK.sub(r"\1 <\2>", markdown)
    # A heading is bold as a whole, and a mark inside would end that.
    text = _HEADING.sub(lambda match: bold + match[1].replace("**", "") + plain, text)
    text = _SMALL.sub(lambda match: dim + match[1].replace("**", "") + plain, text)
    text = _STRONG.sub(lambda match: bold + match[1] + plain, text)
    text = _CODE.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)
