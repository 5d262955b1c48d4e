"""Text of ``/compare``: two sales, and which moves more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.exact import exact_short_money
from commands.common.sale.citations import references_text, sources_text
from commands.common.sale.text import assumptions, halt_text, held_when, read_as
from commands.common.text.citations import three_basis_points, three_sums
from commands.common.text.names import capitalised, holder_label, holder_name, in_time

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator
    from commands.compare.figures import PairFigures


def names_of(first: Outcome, second: Outcome, translator: Translator) -> tuple[str, str]:
    """What tells two sales apart: who, how much or how fast."""
    both = first, second
    if first.scenario.holder != second.scenario.holder:
        one, two = (holder_label(each.sale.holder, translator) for each in both)
    elif first.sale.sold_usd != second.sale.sold_usd:
        one, two = (exact_short_money(each.sale.sold_usd, translator) for each in both)
    else:
        one, two = (capitalised(in_time(each.scenario.pace, translator)) for each in both)
    return one, two


def main_text(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The plain answer: which moves more, then each."""
    lines = (
        f"### {title(first, second, figures)}",
        _finding(first, second, figures),
        _halt(first, second, figures),
        _one(figures.names[0], figures.first),
        _one(figures.names[1], figures.second),
    )
    return "\n".join(line for line in lines if line)


def _earned(figures: PairFigures) -> str:
    return figures.translator.gettext("Yield: what buyers earn a year.")


def _halt(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """That the faster sale has no price, where it has none."""
    pairs = ((first, figures.first), (second, figures.second))
    faster, each = max(pairs, key=lambda pair: pair[0].sale.day.usd)
    return halt_text(faster, each)


def title(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "{first}, or {second}?",
        first=capitalised(_sale(first, figures.first)),
        second=_sale(second, figures.second),
    )


def _sale(outcome: Outcome, figures: Figures) -> str:
    translator = figures.translator
    return translator.gettext(
        "{who} selling {amount} {in_time}",
        who=holder_name(outcome.sale.holder, translator),
        amount=figures.amount,
        in_time=in_time(outcome.scenario.pace, translator),
    )


def _finding(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    translator = figures.translator
    if not figures.ratio:
        return translator.gettext("Both would lift the 10-year yield by about the same.")
    outcome, each = ((first, figures.first), (second, figures.second))[figures.stronger]
    return translator.gettext(
        "**{sale}** would lift the 10-year yield {ratio} as much.",
        sale=capitalised(_sale(outcome, each)),
        ratio=figures.ratio,
    )


def _one(name: str, figures: Figures) -> str:
    return figures.translator.gettext(
        "**{name}:** the yield up {rise} points{range}, {stays} to stay. A {face} bond at {price},"
        " interest {interest} more over ten years.",
        name=name,
        rise=figures.rise.bold,
        range=figures.rise.in_brackets,
        stays=figures.settled.about,
        face=figures.face,
        price=figures.price.bold,
        interest=figures.interest.bold,
    )


def small_print(
    first: Outcome,
    second: Outcome,
    figures: PairFigures,
    are_corrected: tuple[bool, bool] = (False, False),
) -> str:
    """What was understood, the dates of the data, and what this is not."""
    translator = figures.translator
    corrected = [
        read_as(one, translator)
        for one, is_corrected in zip((first, second), are_corrected, strict=True)
        if is_corrected
    ]
    held = [
        _held(outcome, each) for outcome, each in ((first, figures.first), (second, figures.second))
    ]
    parts = [
        *dict.fromkeys(corrected),
        *dict.fromkeys(held),
        _earned(figures),
        translator.gettext(
            "Yield in percentage points and price of a ten-year bond at the worst moment; US"
            " interest for what stays."
        ),
        translator.gettext("Rates of {date}.", date=figures.first.curve_date),
        assumptions(max(first, second, key=lambda one: one.sale.day.usd), translator),
        translator.gettext("Estimate, not advice."),
    ]
    return "-# " + " ".join(parts)


def _held(outcome: Outcome, figures: Figures) -> str:
    translator, sale = figures.translator, outcome.sale
    values = {
        "who": capitalised(holder_name(sale.holder, translator)),
        "holding": figures.holding,
        "when": held_when(sale.holding, translator),
        "asked": figures.asked,
    }
    if sale.is_capped:
        return translator.gettext(
            "{who} holds {holding} ({when}), not {asked}: this is for all of it.", **values
        )
    return translator.gettext("{who} holds {holding} ({when}).", **values)


def alt_text(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    translator = figures.translator
    parts = [_finding(first, second, figures).replace("**", "")]
    each_sale = zip(figures.names, (figures.first, figures.second), figures.falls, strict=True)
    for name, each, fall in each_sale:
        parts.append(
            translator.gettext(
                "{name}: a {face} bond down {fall}, the yield up {rise} points, interest over ten"
                " years up {interest}.",
                name=name,
                rise=each.rise.about,
                face=each.face,
                fall=fall,
                interest=each.interest.about,
            )
        )
    return " ".join(parts)


def math_text(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The steps of both beside each other, and the sources."""
    gettext = figures.translator.gettext
    return "\n".join(
        (
            gettext("### The math: two sales"),
            gettext(
                "Three numbers: every setting low, **best**, high. The range is where nine in ten"
                " studies fall, no forecast of the yield."
            ),
            _steps(first, figures.first),
            _steps(second, figures.second),
            gettext("Each alone, under its own button, shows every step."),
            references_text(first, figures.translator),
            sources_text(first, figures.translator),
            "-# " + gettext("Estimate, not advice."),
        )
    )


def _steps(outcome: Outcome, figures: Figures) -> str:
    translator = figures.translator
    net = outcome.net_ten_year_equivalents_usd
    return translator.gettext(
        "**{sale}:** {net} in ten-year notes for good; {waiting} waiting at the peak, day {day}."
        " For good {lasting}, at the peak {peak} basis points (0.01 points each). Interest over ten"
        " years {interest} for what stays, {all} with what passes.",
        sale=capitalised(_sale(outcome, figures)),
        net=three_sums(net, translator),
        waiting=three_sums(outcome.yields.path.unabsorbed_at_peak_usd, translator),
        day=translator.fixed(outcome.yields.path.peak_day, 0),
        lasting=three_basis_points(outcome.yields.permanent, translator),
        peak=three_basis_points(outcome.yields.peak, translator),
        interest=three_sums(outcome.interest.total_lasting_usd, translator),
        all=three_sums(outcome.interest.total_usd, translator),
    )
