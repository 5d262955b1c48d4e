"""Text around the findings of ``/claim``: the verdict, the question back, the polite no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.escape import echo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import MarketSnapshot
    from commands.common.translator import Translator


def verdict_text(verdict: str, gap: str, translator: Translator) -> str:
    """The verdict, and by how much the claim is off.

    Args:
        verdict: The value of a `Verdict`.
        gap: "too high by 8.7%", or empty.
        translator: The language.
    """
    words = {
        "holds": translator.gettext("Holds"),
        "roughly": translator.gettext("Roughly right"),
        "off": translator.gettext("Does not hold"),
        "unknown": translator.gettext("Cannot be checked"),
        "fits": translator.gettext("Fits the figures"),
        "against": translator.gettext("Does not fit the figures"),
        "unclear": translator.gettext("Cannot be told from this"),
    }
    said = f"**{words[verdict]}**"
    if not gap or verdict in {"holds", "unknown"}:
        return f"{said}."
    return translator.gettext("{verdict}: {gap}.", verdict=said, gap=gap)


def finding_text(restated: str, verdict: str, text: str, translator: Translator) -> str:
    """One claim as understood, the verdict and what is known."""
    return translator.gettext("### “{claim}”", claim=restated) + f"\n{verdict} {text}"


def kept_for_others(translator: Translator) -> str:
    """What the table behind a claim about sellers and buyers counts."""
    return translator.gettext("The Treasury counts what is kept in a country, for owners anywhere.")


def question_text(echoed: str, restated: Sequence[str], translator: Translator) -> str:
    """A denial or a joke is asked back: checking its opposite unasked would put words in mouths."""
    asked = translator.gettext(
        "**“{typed}”** reads to me like a denial or a joke, so I did not guess.", typed=echo(echoed)
    )
    if not restated:
        instead = translator.gettext("What plain sentence would you like me to check?")
        return f"{asked} {instead}"
    wanted = translator.gettext("Do you want me to check this?")
    return "\n".join((f"{asked} {wanted}", *(f"- {each}" for each in restated)))


def nothing_text(echoed: str, translator: Translator) -> str:
    """No claim of a kind that can be checked."""
    if not echo(echoed):
        said = translator.gettext("There is no text here that I can read.")
        return f"{said} {_for_example(translator)}"
    said = translator.gettext(
        "There is nothing here I can check: **“{typed}”**. I can check who holds how much US debt,"
        " what a sale or a yield would do, and what US interest costs.",
        typed=echo(echoed),
    )
    return f"{said} {_for_example(translator)}"


def _for_example(translator: Translator) -> str:
    return translator.gettext("For example: `Japan holds $1.2 trillion of US Treasuries`.")


def foreign_money_text(echoed: str, translator: Translator) -> str:
    """The only sum is in another money."""
    said = translator.gettext(
        "There is nothing here I can check: **“{typed}”** has no sum in US dollars, and I do not"
        " convert other money.",
        typed=echo(echoed),
    )
    return f"{said} {_for_example(translator)}"


def small_print(
    snapshot: MarketSnapshot, *, is_cut: bool, most: int, translator: Translator
) -> str:
    """What was read, the dates of the data, and what this is not."""
    parts = [
        translator.gettext("I read the first {count} characters.", count=translator.fixed(most, 0))
        if is_cut
        else "",
        translator.gettext(
            "Read by rules, not by a language model. Rates of {date}; budget outlook of {vintage}.",
            date=translator.day(snapshot.curve.as_of),
            vintage=snapshot.budget_vintage,
        ),
        translator.gettext("Treasuries are US government debt. Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)
