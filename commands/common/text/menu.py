"""The list of all questions, a tap away from every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import mark

if TYPE_CHECKING:
    from commands.common.translator import Tongue

_QUESTIONS = {
    "selloff": mark("What would a sale do?"),
    "target": mark("How much would it take?"),
    "compare": mark("Two sales side by side"),
    "rescue": mark("Ways out"),
    "bond": mark("Price and yield of a bond"),
    "interest": mark("What does US debt cost?"),
    "holders": mark("Who owns the debt?"),
    "ripple": mark("Mortgages, dollar, shares"),
    "yen": mark("The yen"),
    "signal": mark("Reading the signs"),
    "history": mark("Past jumps"),
    "claim": mark("Check a claim"),
    "learn": mark("A word explained"),
    "about": mark("About, sources, track record"),
}


def more_label(tongue: Tongue) -> str:
    """What the button to the list says."""
    return tongue.say("More questions")


def question_label(command: str, tongue: Tongue) -> str:
    """What the button to a command's example says."""
    return tongue.say(_QUESTIONS.get(command, f"/{command}"))


def more_text(tongue: Tongue) -> str:
    """What stands above the list."""
    return tongue.say(
        "### What else can I ask?\nEach button shows an example. Type `/` to ask your own."
    )
