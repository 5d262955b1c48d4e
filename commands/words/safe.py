"""Making other people's text safe to repeat: no pings, no links, no markdown, no flood."""

from __future__ import annotations

import re
import unicodedata

MAX_ECHO = 100
_MARKDOWN = re.compile(r"([\\`*_~|>#\[\]()<@:])")
_ZERO_WIDTH_SPACE = "\u200b"


def echo(text: str) -> str:
    """What somebody typed, shortened and harmless, to stand between quotation marks.

    Letters, digits and spaces stay; control and direction characters go; every mark that Discord
    could read as markup is escaped, and what could start a mention or a link is broken up.
    """
    visible = "".join(
        " " if unicodedata.category(character) in {"Zs", "Zl", "Zp", "Cc"} else character
        for character in text
        if unicodedata.category(character) not in {"Cf", "Cs", "Co", "Cn"}
    )
    short = " ".join(visible.split())
    if len(short) > MAX_ECHO:
        short = short[: MAX_ECHO - 1] + "…"
    return _break_up(_MARKDOWN.sub(r"\\\1", short))


def _break_up(text: str) -> str:
    return text.replace("@", f"@{_ZERO_WIDTH_SPACE}").replace("//", f"/{_ZERO_WIDTH_SPACE}/")
