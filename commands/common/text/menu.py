"""The list of all questions, a tap away from every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import N_

if TYPE_CHECKING:
    from commands.common.translator import Translator

_QUESTIONS = {
    "selloff": N_("What would a sale do?"),
    "target": N_("How much would it take?"),
    "compare": N_("Two sales side by side"),
    "rescue": N_("Ways out"),
    "bond": N_("Price and yield of a bond"),
    "interest": N_("What does US debt cost?"),
    "holders": N_("Who owns the debt?"),
    "ripple": N_("Mortgages, dollar, shares"),
    "yen": N_("The yen"),
    "signal": N_("Reading the signs"),
    "history": N_("Past jumps"),
    "claim": N_("Check a claim"),
    "learn": N_("A word explained"),
    "about": N_("About, sources, track record"),
}


def more_label(translator: Translator) -> str:
    """What the button to the list says."""
    return translator.gettext("More questions")


def question_label(command: str, translator: Translator) -> str:
    """What the button to a command's example says."""
    return translator.gettext(_QUESTIONS.get(command, f"/{command}"))


def more_text(translator: Translator) -> str:
    """What stands above the list."""
    return translator.gettext(
        "### What else can I ask?\nEach button shows an example. Type `/` to ask your own."
    )
