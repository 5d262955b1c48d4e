"""Changes with their sign in front, for narrow places where no word says up or down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale.sentences import like

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.common.translator import Translator

_TINY = 1e-12


def signed(value: float, show: Callable[[float], str], translator: Translator) -> str:
    """A change with its sign: ``+0.14``, ``−3%``; none before what reads as no change.

    Args:
        value: The change.
        show: Makes the text of its size.
        translator: The language.
    """
    size = show(abs(value))
    if size in {show(0.0), show(_TINY)}:
        return size
    if value < 0:
        return like(size, translator.gettext("−{size}", size=size))
    return like(size, translator.gettext("+{size}", size=size))
