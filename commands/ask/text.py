"""What ``/ask`` says itself: what it understood, what its buttons offer, what it cannot answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.text.escape import echo
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.ask.lines import CommandLine
    from commands.common.translator import Translator

_NEAREST: Final = {
    "selloff": N_("If {who} sold {amount}"),
    "ripple": N_("What else would move?"),
}
_HELD: Final = N_("What {who} holds")
_OTHER: Final = {
    "about": N_("About this bot"),
    "ask": N_("Or another question: why?"),
    "bond": N_("Or: what a bond earns"),
    "compare": N_("Or: two sales side by side"),
    "history": N_("Or: what happened before"),
    "holders": N_("Or: who holds it"),
    "interest": N_("Or: what interest would cost"),
    "learn": N_("Or: the word explained"),
    "rescue": N_("Or: ways out"),
    "ripple": N_("Or: mortgages, gold, the dollar"),
    "selloff": N_("Or: what the sale would do"),
    "signal": N_("Or: what such moves mean"),
    "target": N_("Or: what it would take"),
    "yen": N_("Or: what the yen would need"),
}


def understood(line: CommandLine, translator: Translator, unread: Sequence[str] = ()) -> str:
    """The line that was understood, and words that were not."""
    read = translator.gettext("Read as `{line}`.", line=line)
    return translator.paragraph([read, unread_note(unread, translator)])


def unread_note(unread: Sequence[str], translator: Translator) -> str:
    """What was not read; empty when all was."""
    if not unread:
        return ""
    return translator.gettext("I did not read: “{words}”.", words=echo(" … ".join(unread)))


def amount_label(amount: str, translator: Translator) -> str:
    """A button with another amount."""
    return {
        "half": translator.gettext("Half of it"),
        "200b": translator.exact_money(200e9),
    }[amount]


def other_label(line: CommandLine, translator: Translator) -> str:
    """A button with the next likely reading."""
    return translator.gettext(_OTHER[line.command])


def nearest_label(line: CommandLine, who: str, translator: Translator) -> str:
    """A button with something that can be answered about a holder, or about all of them."""
    options = dict(line.options)
    if line.command == "holders":
        return translator.gettext(_HELD, who=who) if who else translator.gettext("Who owns it?")
    if line.command == "selloff" and options["amount"] == "all":
        return translator.gettext("If {who} sold all", who=who)
    return translator.gettext(_NEAREST[line.command], who=who, amount=options["amount"])


def nothing_text(translator: Translator) -> str:
    """There is no answer to this."""
    return translator.gettext(
        "I answer questions about US government debt: who holds it, and what a sale would do. Try"
        " `what if Japan sells half`, or one of these:"
    )


def no_sale_text(translator: Translator) -> str:
    """Nobody sells in what was asked."""
    return translator.gettext(
        "In this, nobody sells. Buying works the other way, by about as much. Here is what a sale"
        " would do:"
    )


def advice_text(translator: Translator) -> str:
    """Somebody asks whether to buy or to sell."""
    return translator.gettext(
        "Whether to buy or sell, I cannot say: I give no advice. These I can answer:"
    )


def group_text(name: str, translator: Translator) -> str:
    """Several countries were named as one seller."""
    return translator.gettext(
        "I take one country at a time, and {name} is several. Try `what if France sells half`, or"
        " one of these:",
        name=name,
    )
