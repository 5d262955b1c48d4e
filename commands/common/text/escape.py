"""Making other people's text safe to repeat: no pings, no links, no markdown, no flood."""

from __future__ import annotations

import re
import unicodedata

MAX_ECHO = 100
_BLANK = frozenset({"Zs", "Zl", "Zp", "Cc"})
# Letters by name, blank to the eye.
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_MARKDOWN = re.compile(r"([\\`*_~|>#\[\]()<@:])")
_ZERO_WIDTH_SPACE = "\u200b"
# Discord shows an invitation for "discord.gg/abc" even where it is no link.
_ADDRESS = re.compile(r"\.(?=[^\W\d_]+/)")


def echo(text: str) -> str:
    """What somebody typed, shortened and harmless, to stand between quotation marks.

    Letters, digits and spaces stay; control and direction characters go; every mark that Discord
    could read as markup is escaped, and what could start a mention or a link is broken up. With
    all that it has at most `MAX_ECHO` characters.
    """
    visible = "".join(
        " " if unicodedata.category(character) in _BLANK or character in _FILLERS else character
        for character in text
        if unicodedata.category(character) not in {"Cf", "Cs", "Co", "Cn"}
    )
    short = " ".join(visible.split())
    whole = _harmless(short)
    if len(whole) <= MAX_ECHO:
        return whole
    kept = short[: MAX_ECHO - 1]
    while len(_harmless(kept)) >= MAX_ECHO:
        kept = kept[:-1]
    return f"{_harmless(kept)}…"


def _harmless(text: str) -> str:
    broken = _ADDRESS.sub(f".{_ZERO_WIDTH_SPACE}", _MARKDOWN.sub(r"\\\1", text))
    return broken.replace("@", f"@{_ZERO_WIDTH_SPACE}").replace("//", f"/{_ZERO_WIDTH_SPACE}/")
