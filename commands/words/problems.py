"""One friendly sentence for what could not be used: what was wrong, and what works instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.figures import given_money
from commands.words.safe import echo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.problems import InputProblem

_WORKS = {
    "amount": "Try `200b`, `$1.2 trillion`, `10%` or `half`.",
    "country": "Try `Japan`, `china` or `UK`.",
    "over": "Try `day`, `month` or `year`.",
    "selling": "Try `typical`, `bills`, `notes` or `bonds`.",
}

# {typed} is the echo, {floor} and {ceiling} are the bounds.
_SENTENCES = {
    "amount.unreadable": "I could not read **“{typed}”** as an amount.",
    "amount.characters": "**“{typed}”** holds characters I cannot read in an amount.",
    "amount.too_long": "That is too long for an amount.",
    "amount.no_unit": "**“{typed}”** of what?",
    "amount.not_dollars": "I only know US dollars, and **“{typed}”** names another currency.",
    "amount.negative": "A sale needs an amount above zero, and **“{typed}”** is below it.",
    "amount.zero": "A sale of nothing changes nothing.",
    "amount.not_a_number": "**“{typed}”** is not a number I can work with.",
    "amount.too_small": "**“{typed}”** is less than {floor}, too small to see in this market.",
    "amount.too_big": "**“{typed}”** is more than all {ceiling} of US Treasuries on the market.",
    "amount.share_over_all": "**“{typed}”** is more than all that a country holds, which is 100%.",
    "amount.format": "I can read **“{typed}”** in more than one way, so I did not guess.",
    "amount.two_values": "I see more than one amount in **“{typed}”**.",
    "amount.expression": "I do not work out sums such as **“{typed}”**.",
    "country.unknown": "I do not know a country called **“{typed}”**.",
    "country.not_listed": (
        "The US Treasury does not list **“{typed}”** by name: it is inside “All Other”."
    ),
    "country.is_us": "The US is the borrower here, so it cannot be the seller. Pick who lends.",
    "country.group": "**“{typed}”** is a group. I need one country.",
    "country.two": "I see more than one country in **“{typed}”**. I need one.",
    "country.characters": "**“{typed}”** holds characters I cannot read in a country.",
    "country.too_long": "That is too long for a country.",
    "over.unknown": "I do not know the pace **“{typed}”**.",
    "selling.unknown": "I do not know the kind **“{typed}”** of US debt.",
}


def problem_text(problem: InputProblem) -> str:
    """What was wrong with an argument, and what works instead."""
    dollars = {
        key.removesuffix("_usd"): given_money(float(value))
        for key, value in problem.facts.items()
        if key.endswith("_usd")
    }
    sentence = _SENTENCES[problem.code].format(typed=echo(problem.echo), **dollars)
    return f"{sentence} {_way_on(problem)}"


def _way_on(problem: InputProblem) -> str:
    offered = [f"`{text}`" for text in problem.suggestions[:5] if "`" not in text]
    if not offered:
        return _WORKS[problem.argument]
    choice = _either(offered)
    return f"Did you mean {choice}?" if problem.is_question else f"Try {choice}."


def internal_error_text(error_id: str) -> str:
    """Something broke on our side."""
    return f"Something went wrong on my side, sorry. Please try again. (Error id `{error_id}`)"


def stale_button_text() -> str:
    """A button from a version that this one does not understand."""
    return "This button is from an older version of me. Please ask again with `/selloff`."


def unknown_command_text(line: str, names: Sequence[str], example: str) -> str:
    """A terminal line that is no command of ours."""
    known = ", ".join(f"/{name}" for name in names)
    return f"“{line}” is not a command I know. I know {known}. For example: {example}"


def missing_option_text(option: str, command: str, example: str) -> str:
    """A terminal line without a required option."""
    return f"/{command} needs {option}, for example: {example}"


def _either(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"
