"""Text around a term of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.small_print import as_lines
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.translator import Translator
    from commands.learn.glossary import Term

UNKNOWN = {
    "term": N_("Try `bond` or `yield`; /learn alone lists them all."),
    "term.unknown": N_("**“{typed}”** is not among the words I can explain."),
}


def term_text(term: Term, figures: Mapping[str, str], translator: Translator) -> str:
    """The term in two sentences, and its example."""
    return as_lines(
        f"### {translator.gettext(term.name)}",
        translator.gettext(term.meaning),
        translator.gettext(
            "**For example:** {example}", example=translator.gettext(term.example, **figures)
        ),
    )


def index_text(count: int, translator: Translator) -> str:
    """How to ask, for somebody who named no term."""
    return as_lines(
        translator.gettext("### Which word shall I explain?"),
        translator.gettext(
            "I know {count} words about bonds, debt and markets. Each takes two sentences and"
            " an example of today. Choose one, or type it: `/learn term:yield`.",
            count=translator.fixed(count, 0),
        ),
    )


def small_print(figures: Mapping[str, str], translator: Translator, *, has_rates: bool) -> str:
    """The date of the rates in an example, or where the dates of its other figures stand."""
    if has_rates:
        return "-# " + translator.gettext(
            "Rates of {date}. Estimate, not advice.", date=figures["date"]
        )
    return "-# " + translator.gettext(
        "Newest official figures; `/about show:sources` has the days."
    )
