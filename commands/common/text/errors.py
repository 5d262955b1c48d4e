"""What is said when something cannot be used or done, and what works instead."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from commands.common.figures import rounded_money
from commands.common.text.escape import echo
from commands.common.text.names import country_as_said
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.errors import InputError
    from commands.common.translator import Translator

REMOVE = N_("Remove this answer")

# By the option where the kind of value is not enough to know what is answered, else by that kind.
_HINTS = {
    "yield": N_("Try `6%` or `6.5%`."),
    "interest": N_("Try `100b` or `$1.2 trillion`."),
    "issue": N_("Try `100b` or `$1.2 trillion`."),
    "rate": N_("Try `4.25%` or `6%`."),
    "move": N_("Try `+15bp` or `-0.2 points`."),
    "price": N_("Try `90` or `$98.50`."),
    "years": N_("Try `10` or `18 months`."),
    "amount": N_("Try `200b`, `$1.2 trillion`, `10%` or `half`."),
    "country": N_("Try `Japan`, `China` or `UK`."),
    "over": N_("Try `day`, `month` or `year`."),
    "selling": N_("Try `typical`, `bills`, `notes` or `bonds`."),
}

# {typed} is what was typed, escaped; {floor} and {ceiling} are the bounds.
SENTENCES = {
    "amount.unreadable": N_("I could not read **“{typed}”** as an amount."),
    "amount.characters": N_("**“{typed}”** holds characters I cannot read in an amount."),
    "amount.too_long": N_("That is too long for an amount."),
    "amount.no_unit": N_("**“{typed}”** of what?"),
    "amount.not_dollars": N_("I only know US dollars, and **“{typed}”** names another currency."),
    "amount.negative": N_("An amount has to be above zero, and **“{typed}”** is below it."),
    "amount.zero": N_("A sale of nothing changes nothing."),
    "amount.not_a_number": N_("**“{typed}”** is not a number I can work with."),
    "amount.too_small": N_("**“{typed}”** is less than {floor}, too small to see in this market."),
    "amount.too_big": N_(
        "**“{typed}”** is more than all {ceiling} of US Treasuries on the market."
    ),
    "amount.share_over_all": N_(
        "**“{typed}”** is more than all that a country holds, which is 100%."
    ),
    "amount.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "amount.two_values": N_("I see more than one amount in **“{typed}”**."),
    "amount.expression": N_("I do not work out sums such as **“{typed}”**."),
    "sale.mixed_up": N_("The country and the amount seem to be mixed up."),
    "amount.question": N_(
        "**“{typed}”** asks how much. /target works that way round, from a yield to a sum."
    ),
    "country.unknown": N_("I do not know a country called **“{typed}”**."),
    "country.not_listed": N_("The US Treasury's table of holders has no figure for **{name}**."),
    "country.one_of": N_("**“{typed}”** may be {name}."),
    "country.is_us": N_("The US is the borrower here, so it cannot be the seller. Pick who lends."),
    "country.group": N_("**“{typed}”** is not one country."),
    "country.two": N_("I see more than one country in **“{typed}”**."),
    "country.characters": N_("**“{typed}”** holds characters I cannot read in a country."),
    "country.too_long": N_("That is too long for a country."),
    "rate.unreadable": N_("I could not read **“{typed}”** as a yield."),
    "rate.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "rate.move": N_(
        "**“{typed}”** is a move, and I need where the yield ends up. Today it is about {today}%."
    ),
    "rate.negative": N_("I only work with yields of zero or more, not **“{typed}”**."),
    "rate.out_of_range": N_(
        "I only work with yields from {lowest_percent}% to {highest_percent}%, not **“{typed}”**."
    ),
    "rate.characters": N_("**“{typed}”** holds characters I cannot read in a yield."),
    "rate.too_long": N_("That is too long for a yield."),
    "move.unreadable": N_("I could not read **“{typed}”** as a move."),
    "move.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "move.level": N_(
        "**“{typed}”** looks like the yield itself, which is about {today}% today; I need by how"
        " much it moved."
    ),
    "move.out_of_range": N_(
        "I only work with moves of up to {largest_points} points, not **“{typed}”**."
    ),
    "move.characters": N_("**“{typed}”** holds characters I cannot read in a move."),
    "move.too_long": N_("That is too long for a move."),
    "price.unreadable": N_("I could not read **“{typed}”** as a price."),
    "price.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "price.not_dollars": N_(
        "I only know prices in US dollars, and **“{typed}”** names another currency."
    ),
    "price.negative": N_("A price is above zero, and **“{typed}”** is not."),
    "price.out_of_range": N_("I only work with prices from 1 cent to $1,000 per $100."),
    "price.characters": N_("**“{typed}”** holds characters I cannot read in a price."),
    "price.too_long": N_("That is too long for a price."),
    "years.unreadable": N_("I could not read **“{typed}”** as a number of years."),
    "years.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "years.negative": N_("A bond runs into the future, and **“{typed}”** does not."),
    "years.out_of_range": N_(
        "I only work with {shortest_years} to {longest_years} years, not **“{typed}”**."
    ),
    "years.characters": N_("**“{typed}”** holds characters I cannot read in years."),
    "years.too_long": N_("That is too long for a number of years."),
    "over.unknown": N_("I do not know the pace **“{typed}”**."),
    "language.unknown": N_("I have no answers in the language **“{typed}”**."),
    "selling.unknown": N_("I do not know the kind **“{typed}”** of US debt."),
}

_NOTHING = N_("There is nothing in **{typed}** that I can read.")


def error_text(
    problem: InputError, translator: Translator, own: Mapping[str, str] = MappingProxyType({})
) -> str:
    """What was wrong with an option, and what works instead.

    Args:
        problem: What was wrong.
        translator: The language.
        own: The command's sentences by code, and its hints by option or kind.
    """
    facts = {
        key.removesuffix("_usd"): _fact(key, value, translator)
        for key, value in problem.facts.items()
    }
    sentence, typed = {**SENTENCES, **own}[problem.code], echo(problem.raw)
    if not typed and "{typed}" in sentence:
        sentence, typed = _NOTHING, problem.option
    said = translator.gettext(sentence, typed=typed, **facts)
    hint = "" if "`" in sentence else _hint(problem, translator, {**_HINTS, **own})
    return translator.paragraph([said, hint])


def _fact(key: str, value: float | str, translator: Translator) -> str:
    if isinstance(value, str):
        return country_as_said(value, translator)
    return rounded_money(value, translator) if key.endswith("_usd") else translator.bound(value)


def _hint(problem: InputError, translator: Translator, hints: Mapping[str, str]) -> str:
    suggestions = (country_as_said(text, translator) for text in problem.suggestions[:5])
    offered = [f"`{text}`" for text in suggestions if "`" not in text]
    if not offered:
        kind = problem.code.partition(".")[0]
        hint = hints.get(problem.option, hints.get(kind))
        if hint and problem.is_question:
            return translator.gettext("Which one do you mean? {way}", way=translator.gettext(hint))
        return translator.gettext(hint) if hint else ""
    choice = translator.one_of(offered)
    if problem.is_question:
        return translator.gettext("Did you mean {choice}?", choice=choice)
    return translator.gettext("Try {choice}.", choice=choice)


def internal_error_text(error_id: str, translator: Translator) -> str:
    """Something broke on our side."""
    return translator.gettext(
        "Something went wrong on my side, sorry. Please try again. (Error id `{id}`)", id=error_id
    )


def changed_command_text(translator: Translator) -> str:
    """Discord still shows a command as it was before an update."""
    return translator.gettext(
        "I was updated and this command changed. Restart Discord and ask again."
    )


def stale_button_text(translator: Translator) -> str:
    """A button from a version that this one does not understand."""
    return translator.gettext("This button is from an older version of me. Please ask again.")


def busy_text(translator: Translator) -> str:
    """Everybody asks at once."""
    return translator.gettext(
        "Very many people are asking right now. Please try again in a minute."
    )


def slow_down_text(translator: Translator) -> str:
    """One person asks faster than anybody reads."""
    return translator.gettext(
        "Many people are asking right now. Please give me a few seconds each."
    )


def removed_text(translator: Translator) -> str:
    """It is gone."""
    return translator.gettext("The answer is removed.")


def not_ours_text(translator: Translator) -> str:
    """Somebody else wrote the message."""
    return translator.gettext("I can remove my own answers only, and this is not one.")


def not_yours_text(translator: Translator) -> str:
    """Somebody else asked."""
    return translator.gettext(
        "This answer was for somebody else. Whoever asked can remove it, and whoever may manage"
        " messages here."
    )


def not_allowed_text(translator: Translator) -> str:
    """Discord refuses, as it does where the bot is not a member."""
    return translator.gettext(
        "Discord does not let me remove it here. Whoever may manage messages can delete it."
    )


def no_reply_text(translator: Translator) -> str:
    """Discord could not be reached in time."""
    return translator.gettext("Discord did not reply in time. Please try again.")
