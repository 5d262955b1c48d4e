"""Text of ``/compare``: two sales, and which moves more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from calc import Fed
from commands.common.figures import exact_short_money
from commands.common.sale.text import assumptions, conditions, halt_text, holds_less, read_as
from commands.common.text.citations import (
    joined,
    references_text,
    sources_text,
    three_basis_points,
    three_sums,
)
from commands.common.text.names import holder_label, holder_name, in_time, pace_label
from commands.common.text.small_print import (
    MOST_WORDS,
    SMALL_WORDS,
    as_lines,
    count_words,
    small_line,
    yields_day,
)
from commands.common.translator import N_

if TYPE_CHECKING:
    from datetime import date

    from calc import Outcome
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator
    from commands.compare.figures import PairFigures

_FED: Final = {Fed.BUYS: N_("the US central bank buys"), Fed.REPO: N_("the US central bank lends")}


def names_of(first: Outcome, second: Outcome, translator: Translator) -> tuple[str, str]:
    """What tells two sales apart: who, how much or how fast."""
    both = first, second
    if first.scenario.holder != second.scenario.holder:
        one, two = (holder_label(each.sale.holder, translator) for each in both)
    elif first.sale.sold_usd != second.sale.sold_usd:
        one, two = (exact_short_money(each.sale.sold_usd, translator) for each in both)
    else:
        one, two = (pace_label(each.scenario.pace, translator) for each in both)
    return one, two


def main_text(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The plain answer: which moves more, then each, as far as a phone has room."""
    too_much, halt = _too_much(first, second, figures), _halt(first, second, figures)
    finding = _finding(first, second, figures)
    both = (figures.names[0], figures.first), (figures.names[1], figures.second)
    in_full, in_short = (
        tuple(say(name, each) for name, each in both) for say in (_one, _one_in_short)
    )
    for said in (
        (too_much, halt, finding, *in_full),
        (too_much, halt, finding, *in_short),
        (too_much, halt, *in_short),
    ):
        if sum(map(count_words, said)) <= MOST_WORDS:
            break
    title_text = f"### {title(first, second, figures)}"
    return "\n".join(line for line in (said[0], title_text, *said[1:]) if line)


def _too_much(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """That one of the two, or neither, holds what was asked."""
    both = first.sale, second.sale
    if not all(sale.exceeds_holding for sale in both):
        return holds_less(first, figures.first) or holds_less(second, figures.second)
    if all(sale.is_capped for sale in both):
        return figures.translator.gettext(
            "Neither holds that much of US debt: this is for all they hold."
        )
    return figures.translator.gettext("Neither holds that much of US debt.")


def _halt(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """That the faster sale has no price, where it has none."""
    pairs = ((first, figures.first), (second, figures.second))
    faster, each = max(pairs, key=lambda pair: pair[0].sale.day.usd)
    return halt_text(faster, each)


def title(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The question as understood, with the market and who reacts in both."""
    translator = figures.translator
    question = translator.sentence(
        "{who} selling {amount} {in_time}, or {other} selling {other_amount} {other_time}?",
        who=holder_name(first.sale.holder, translator),
        amount=figures.first.amount,
        in_time=in_time(first.scenario.pace, translator),
        other=holder_name(second.sale.holder, translator),
        other_amount=figures.second.amount,
        other_time=in_time(second.scenario.pace, translator),
    )
    acts = conditions(replace(first.scenario, fed=Fed.OUT), translator)
    if fed := _FED.get(first.scenario.fed):
        acts.append(translator.gettext(fed))
    if not acts:
        return question
    # TRANSLATORS: A question, then what holds for both in it: a panic, the Fed buys.
    return translator.gettext(
        "{question} ({conditions})", question=question, conditions=translator.listed(acts)
    )


def _finding(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """Which of the two pushes more, and how many times as much."""
    translator = figures.translator
    if not figures.ratio:
        return translator.gettext("Both would lift 10-year yields about as much.")
    stronger = (first, second)[figures.stronger]
    told = {"name": figures.names[figures.stronger], "number": figures.ratio}
    message = N_("**{name}** would lift 10-year yields {number} times as much.")
    if figures.is_beyond:
        message = N_("**{name}** would lift 10-year yields over {number} times as much.")
    if first.scenario.holder != second.scenario.holder:
        told["name"] = holder_name(stronger.sale.holder, translator)
    elif first.sale.sold_usd == second.sale.sold_usd:
        told["in_time"] = in_time(stronger.scenario.pace, translator)
        message = N_("Selling **{in_time}** would lift 10-year yields {number} times as much.")
        if figures.is_beyond:
            message = N_(
                "Selling **{in_time}** would lift 10-year yields over {number} times as much."
            )
    return translator.sentence(message, **told)


def _one(name: str, figures: Figures) -> str:
    return figures.translator.paragraph(
        (
            _one_in_short(name, figures),
            figures.translator.gettext(
                "What stays costs the US {interest} by {year}.",
                interest=figures.interest.bold,
                year=figures.last_year,
            ),
        )
    )


def _one_in_short(name: str, figures: Figures) -> str:
    return figures.translator.gettext(
        "**{name}:** up {rise} points{range}.",
        name=name,
        rise=figures.rise.bold,
        range=figures.rise.in_brackets,
    )


def small_print(
    first: Outcome,
    second: Outcome,
    figures: PairFigures,
    are_corrected: tuple[bool, bool] = (False, False),
    today: date | None = None,
) -> str:
    """What was understood, the days of the data, and what this is not."""
    translator = figures.translator
    corrected = [
        read_as(one, translator)
        for one, is_corrected in zip((first, second), are_corrected, strict=True)
        if is_corrected
    ]
    both = first.sale.holding, second.sale.holding
    when: str = translator.listed(dict.fromkeys(translator.month(one.month) for one in both))
    if any(one.standing != "official" for one in both):
        when = translator.gettext("{when}, partly press", when=when)
    share = figures.first.share_of_holding
    holdings = translator.sentence(
        "{first} and {second} of holdings ({when}).",
        first=share,
        second=figures.second.share_of_holding,
        when=when,
    )
    if share == figures.second.share_of_holding:
        holdings = translator.gettext("Each {share} of holdings ({when}).", share=share, when=when)
    day = yields_day(first.snapshot, translator, today)
    earned = translator.gettext("Yields (what buyers earn): {day}.", day=day)
    advice = translator.gettext("Estimate, not advice.")
    for parts in (
        (*dict.fromkeys(corrected), holdings, earned, advice),
        (*dict.fromkeys(corrected), earned, advice),
    ):
        if sum(map(count_words, parts)) <= SMALL_WORDS:
            break
    return small_line(*parts)


def alt_text(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers.

    Where a market or a reaction goes with the sales, the question that names it comes first.
    """
    translator = figures.translator
    asked = [title(first, second, figures)] if conditions(first.scenario, translator) else []
    parts = [*asked, translator.plain(_finding(first, second, figures))]
    each_sale = zip(figures.names, (figures.first, figures.second), figures.falls, strict=True)
    for name, each, fall in each_sale:
        message = N_(
            "{name}: a {face} bond down {fall}, yield up {rise} points, interest over ten years"
            " up {interest}."
        )
        if not fall:
            message = N_(
                "{name}: no price, yield up {rise} points, interest over ten years up {interest}."
            )
        parts.append(
            translator.gettext(
                message,
                name=name,
                rise=each.rise.about,
                face=each.face,
                fall=fall,
                interest=each.interest.about,
            )
        )
    return translator.paragraph(parts)


def _against(figures: PairFigures) -> str:
    """How the two pushes compare."""
    if not figures.ratio:
        return figures.translator.gettext("Best guesses at the peak are about the same.")
    return figures.translator.gettext(
        "Best guesses at the peak, the greater over the smaller: {number}.", number=figures.ratio
    )


def math_text(first: Outcome, second: Outcome, figures: PairFigures) -> str:
    """The steps of both beside each other, and the sources."""
    gettext = figures.translator.gettext
    return as_lines(
        gettext("### The math: two sales"),
        gettext(
            "Three numbers: every setting low, **best**, high. The range is where nine in ten"
            " studies fall, no forecast of the yield."
        ),
        _steps(first, figures.first),
        _steps(second, figures.second),
        assumptions(max(first, second, key=lambda one: one.sale.day.usd), figures.translator),
        _against(figures),
        gettext("Each alone, under its own button, shows every step."),
        references_text(first, figures.translator),
        sources_text(first, figures.translator),
        "-# " + gettext("Estimate, not advice."),
    )


def _steps(outcome: Outcome, figures: Figures) -> str:
    translator = figures.translator
    net, interest = outcome.net_ten_year_equivalents_usd, figures.interest
    return translator.sentence(
        "**{who} selling {amount} {in_time}:** {net} in ten-year notes for good; {waiting} waiting"
        " at the peak, day {day}. The 10-year yield: for good {lasting}, at the peak {peak} basis"
        " points (0.01 points each), a {face} bond at {price}. Interest over ten years {interest}"
        " for what stays, {all} with what passes.",
        who=holder_name(outcome.sale.holder, translator),
        amount=figures.amount,
        in_time=in_time(outcome.scenario.pace, translator),
        net=three_sums(net, translator),
        waiting=three_sums(outcome.yields.path.unabsorbed_at_peak_usd, translator),
        day=translator.fixed(outcome.yields.path.peak_day, 0),
        lasting=three_basis_points(outcome.yields.permanent, translator),
        peak=three_basis_points(outcome.yields.peak, translator),
        face=figures.face,
        price=figures.price.about,
        interest=joined((interest.least, interest.central, interest.most)),
        all=three_sums(outcome.interest.total_usd, translator),
    )
