"""The words around the findings of ``/claim``: the verdict, the question back, the polite no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.escape import echo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import MarketSnapshot
    from commands.common.translator import Tongue


def verdict_text(verdict: str, gap: str, tongue: Tongue) -> str:
    """The verdict, and by how much the claim is off.

    Args:
        verdict: The value of a `Verdict`.
        gap: "too high by 8.7%", or empty.
        tongue: The language.
    """
    words = {
        "holds": tongue.say("Holds"),
        "roughly": tongue.say("Roughly right"),
        "off": tongue.say("Does not hold"),
        "unknown": tongue.say("Cannot be checked"),
        "fits": tongue.say("Fits the figures"),
        "against": tongue.say("Does not fit the figures"),
        "unclear": tongue.say("Cannot be told from this"),
    }
    said = f"**{words[verdict]}**"
    if not gap or verdict in {"holds", "unknown"}:
        return f"{said}."
    return tongue.say("{verdict}: {gap}.", verdict=said, gap=gap)


def finding_text(restated: str, verdict: str, text: str, tongue: Tongue) -> str:
    """One claim as understood, the verdict and what is known."""
    return tongue.say("### “{claim}”", claim=restated) + f"\n{verdict} {text}"


def holdings_are_no_sales(tongue: Tongue) -> str:
    """What the table behind a claim about sellers and buyers can not show."""
    return tongue.say(
        "The Treasury's table shows what is kept in a country, for owners anywhere, at market"
        " prices. It shows no sales."
    )


def question_text(echoed: str, restated: Sequence[str], tongue: Tongue) -> str:
    """A denial or a joke is asked back: checking its opposite unasked would put words in mouths."""
    asked = tongue.say(
        "**“{typed}”** reads to me like a denial or a joke, so I did not guess.", typed=echo(echoed)
    )
    if not restated:
        instead = tongue.say("What plain sentence would you like me to check?")
        return f"{asked} {instead}"
    wanted = tongue.say("Do you want me to check this?")
    return "\n".join((f"{asked} {wanted}", *(f"- {each}" for each in restated)))


def nothing_text(echoed: str, tongue: Tongue) -> str:
    """No claim of a kind that can be checked."""
    if not echo(echoed):
        said = tongue.say("There is no text here that I can read.")
        return f"{said} {_for_example(tongue)}"
    said = tongue.say(
        "There is nothing here I can check: **“{typed}”**. I can check who holds how much US debt,"
        " what a sale or a yield would do, and what US interest costs.",
        typed=echo(echoed),
    )
    return f"{said} {_for_example(tongue)}"


def _for_example(tongue: Tongue) -> str:
    return tongue.say("For example: `Japan holds $1.2 trillion of US Treasuries`.")


def foreign_money_text(echoed: str, tongue: Tongue) -> str:
    """The only sum is in another money."""
    said = tongue.say(
        "There is nothing here I can check: **“{typed}”** has no sum in US dollars, and I do not"
        " convert other money.",
        typed=echo(echoed),
    )
    return f"{said} {_for_example(tongue)}"


def small_print(snapshot: MarketSnapshot, *, is_cut: bool, most: int, tongue: Tongue) -> str:
    """What was read, the dates of the data, and what this is not."""
    parts = [
        tongue.say("I read the first {count} characters.", count=tongue.fixed(most, 0))
        if is_cut
        else "",
        tongue.say(
            "Read by rules, not by a language model. Rates of {date}; budget outlook of {vintage}.",
            date=tongue.day(snapshot.curve.as_of),
            vintage=snapshot.budget_vintage,
        ),
        tongue.say("Treasuries are US government debt. Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)
