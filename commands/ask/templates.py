"""Templates of how people ask: words, ``(one|other)``, ``[optional]``, ``{list}``, gaps and stems.

A template is looked for anywhere in a text of words with one blank behind each. ``sell*`` is any
word that begins so, ``...`` a few words of any kind, ``[a|b]*`` up to three of them, ``^`` and
``$`` the ends of the first line. Parts that ``&`` parts must all be found, in any order; one with
``!`` before it must not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN: Final = re.compile(r"[()|]|\[|\]\*?|\{[a-z]+\}|[^\s()|\[\]{}]+")
_GAP: Final = r"(?:\S+ ){0,8}?"
_MOST_REPEATED: Final = 3


@dataclass(frozen=True, slots=True)
class QuestionTemplate:
    """Patterns that must be found in a text, and others that must not."""

    wanted: tuple[re.Pattern[str], ...]
    unwanted: tuple[re.Pattern[str], ...]

    def matches(self, text: str) -> bool:
        """Whether a text of words, each with a blank behind it, fits."""
        return all(part.search(text) for part in self.wanted) and not any(
            part.search(text) for part in self.unwanted
        )


def compile_template(template: str, lists: Mapping[str, Iterable[str]]) -> QuestionTemplate:
    """Compile a template.

    Args:
        template: As in the module's first lines.
        lists: The templates that each ``{name}`` stands for.

    Raises:
        ValueError: A bracket is not closed, or a list is unknown.
    """
    parts = template.split(" & ")
    return QuestionTemplate(
        tuple(compile_part(part, lists) for part in parts if part[0] != "!"),
        tuple(compile_part(part[1:], lists) for part in parts if part[0] == "!"),
    )


def compile_part(part: str, lists: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Compile what stands between two ``&``."""
    return re.compile(r"(?<!\S)" + _pattern(part, lists))


def _pattern(part: str, lists: Mapping[str, Iterable[str]]) -> str:
    opened: list[list[str]] = [[]]
    for token in _TOKEN.findall(part):
        if token in {"(", "["}:
            opened.append([])
        elif token[0] in ")]":
            inside = "".join(opened.pop())
            if not opened:
                break
            opened[-1].append(f"(?:{inside}){_REPEATS[token]}")
        elif token[0] == "{":
            name = token[1:-1]
            if name not in lists:
                msg = f"no list {name!r} for {part!r}"
                raise ValueError(msg)
            inner = "|".join(_pattern(each, lists) for each in lists[name])
            opened[-1].append(f"(?:{inner})")
        else:
            opened[-1].append(_word(token))
    if len(opened) != 1:
        msg = f"a bracket is not closed in {part!r}"
        raise ValueError(msg)
    return "".join(opened[0])


_SPECIAL: Final = {
    "|": "|",
    "...": _GAP,
    "^": r"\A",
    "$": r"(?=\n|\Z)",
    "@tenor": "@(?:tenor|long) ",
}
_REPEATS: Final = {")": "", "]": "?", "]*": f"{{0,{_MOST_REPEATED}}}"}


def _word(token: str) -> str:
    if token in _SPECIAL:
        return _SPECIAL[token]
    if token.endswith("*"):
        return re.escape(token[:-1]) + r"\S* "
    return re.escape(token) + " "
