"""What every "Show the math" needs: three settings, a dial, and the publications behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from calc import Range
    from calc.parameters import Parameter, Reference
    from calc.parameters.parameter import Supported
    from commands.common.translator import Translator


def three(values: Range, translator: Translator, show: Callable[[float], str] | None = None) -> str:
    """The low, best and high setting: ``0.04 / **0.14** / 0.55``."""
    # An empty purse and a fall of nothing are both zero, with no sign.
    low, central, high = ((show or translator.number)(value + 0.0) for value in values)
    return f"{low} / **{central}** / {high}"


def dial_text(parameter: Parameter, translator: Translator) -> str:
    """The settings of a dial; one number when it has no range."""
    low, central, high = (
        format_decimal(value, "#,##0.###", locale=translator.locale)
        for value in (parameter.low, parameter.central, parameter.high)
    )
    if low == high:
        return central
    return f"({low} / **{central}** / {high})"


def cited(supported: Supported, references: Mapping[str, Reference], translator: Translator) -> str:
    """Links to what supports a dial, and how firmly."""
    links = linked((references[key] for key in supported.references), translator)
    names = {
        "published": translator.gettext("published"),
        "computed": translator.gettext("computed"),
        "judgement": translator.gettext("our judgement"),
    }
    return f"{links} ({names[supported.evidence]})"


def linked(references: Iterable[Reference], translator: Translator) -> str:
    """Publications as links."""
    return ", ".join(
        translator.gettext(
            "[{authors} {year}](<{url}>)", authors=ref.authors, year=ref.year, url=ref.url
        )
        for ref in references
    )
