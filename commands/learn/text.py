"""The words around a term of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commands.common.translator import Tongue
    from commands.learn.glossary import Term

UNKNOWN = {
    "term.unknown": mark("**“{typed}”** is not among the words I can explain."),
}


def term_text(term: Term, figures: Mapping[str, str], tongue: Tongue) -> str:
    """The term in two sentences, and its example."""
    return "\n".join(
        (
            f"### {tongue.say(term.name)}",
            tongue.say(term.meaning),
            tongue.say("**For example:** {example}", example=tongue.say(term.example, **figures)),
        )
    )


def index_text(terms: Sequence[Term], tongue: Tongue) -> str:
    """All terms, for somebody who named none."""
    names = sorted((tongue.say(term.name) for term in terms), key=str.casefold)
    return tongue.say(
        "### Words I can explain\n{names}.\nAsk for one: `/learn term:yield`.",
        names=", ".join(names),
    )


def small_print(figures: Mapping[str, str], tongue: Tongue) -> str:
    """The date of the figures, and what this is not."""
    return "-# " + tongue.say("Rates of {date}. Estimate, not advice.", date=figures["date"])
