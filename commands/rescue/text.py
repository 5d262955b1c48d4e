"""Text of ``/rescue``: what each way out would take off the worst moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.policy_options import PolicyOption
from commands.common.sale import text as sale_text
from commands.common.sale.citations import references_text, sources_text
from commands.common.text.citations import linked, three_basis_points
from commands.common.text.names import in_time
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.parameters import Parameter
    from calc.policy_options import OptionEffect, PolicyOutcome
    from commands.common.translator import Translator
    from commands.rescue.figures import RescueFigures

_LINES = {
    PolicyOption.SLOWER: N_("**Selling {in_time}:** {points}"),
    PolicyOption.AGREE: N_("**Creditors agreeing**, nobody following: {points}"),
    PolicyOption.FED_BUYS: N_("**The Fed buying** from day {day}: {points}"),
    PolicyOption.FED_LENDS: N_("**The Fed lending** {lent}: {points}"),
    PolicyOption.TREASURY: N_("**The Treasury** selling bills instead: {points}"),
    PolicyOption.DEFICIT: N_("**A deficit** lower for good: {points}"),
}
LABELS = {
    PolicyOption.SLOWER: N_("Sell slower"),
    PolicyOption.AGREE: N_("Creditors agree"),
    PolicyOption.FED_BUYS: N_("The Fed buys"),
    PolicyOption.FED_LENDS: N_("The Fed lends"),
    PolicyOption.TREASURY: N_("More bills"),
    PolicyOption.DEFICIT: N_("Lower deficit"),
}
"""Each way in two or three words, for bars and buttons."""


def main_text(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """The plain answer: the rise, and what each way takes off it."""
    translator = figures.translator
    rise = translator.gettext(
        "The **10-year yield** would peak {rise} points higher{range}; each way out alone takes off"
        " about:",
        rise=figures.sale.rise.bold,
        range=figures.sale.rise.in_brackets,
    )
    lines = [f"- {_line(way, rescued, figures)}" for way in rescued.options]
    holds_less = sale_text.holds_less(rescued.outcome, figures.sale)
    first = (holds_less,) if holds_less else ()
    return "\n".join((*first, f"### {title(rescued, figures)}", rise, *lines))


def title(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """The question as understood."""
    question = sale_text.title(rescued.outcome, figures.sale)
    return figures.translator.gettext("{question}: ways out", question=question)


def _line(way: OptionEffect, rescued: PolicyOutcome, figures: RescueFigures) -> str:
    translator, points = figures.translator, figures.takes_off[way.option]
    pace = rescued.outcome.scenario.pace if way.scenario is None else way.scenario.pace
    return translator.gettext(
        _LINES[way.option],
        in_time=in_time(pace, translator),
        day=translator.fixed(rescued.outcome.reactions.fed_entry_day, 0),
        lent=figures.lent,
        points=f"**{points.central}**{points.in_brackets}",
    )


def small_print(
    rescued: PolicyOutcome, figures: RescueFigures, corrected_from: str | None = None
) -> str:
    """The dates of the data, what is assumed, and what this is not."""
    translator = figures.translator
    return "-# " + " ".join(
        (
            *((sale_text.read_as(rescued.outcome, translator),) if corrected_from else ()),
            translator.gettext("A yield is what new buyers of US government debt earn a year."),
            translator.gettext("They overlap: together they do less than their sum."),
            translator.gettext(
                "New money from the Fed can feed inflation; what it lends on is not sold."
            ),
            translator.gettext("Bills (due within a year) are sold instead for a quarter."),
            translator.gettext("The deficit is lower by 1% of GDP, and believed to stay so."),
            translator.gettext("Rates of {date}.", date=figures.sale.curve_date),
            translator.gettext(
                "Without a way out: {state}",
                state=sale_text.assumptions(rescued.outcome, translator),
            ),
            translator.gettext("Estimate, not advice."),
        )
    )


def alt_text(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    translator = figures.translator
    ways = ", ".join(
        translator.gettext(
            "{label} {points}",
            label=translator.gettext(LABELS[way.option]).lower(),
            points=figures.takes_off[way.option].central,
        )
        for way in rescued.options
    )
    return translator.gettext(
        "What each way out takes off a rise of {rise} percentage points{range}: {ways}.",
        rise=figures.sale.rise.about,
        range=figures.sale.rise.in_brackets,
        ways=ways,
    )


def math_text(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """How each way was worked out, and the sources."""
    gettext = figures.translator.gettext
    parameters = rescued.parameters
    treasury = gettext(
        "**The Treasury.** {bills} of a quarter's notes and bonds replaced by bills, and {buybacks}"
        " bought back, as long as the sale lasts but no longer than a quarter: {usd} in ten-year"
        " notes less to hold ({cited}). The share is our choice, for size.",
        bills=figures.bills,
        buybacks=figures.buybacks,
        usd=figures.translator.short_money(rescued.treasury_usd, 3),
        cited=_cited(parameters.published["buybacks"], rescued, figures.translator),
    )
    deficit = gettext(
        "**The deficit.** {effect} basis points for each 1% of GDP, once expected for good"
        " ({cited}). It takes years of budgets.",
        effect=three_basis_points(parameters.deficit_effect, figures.translator),
        cited=_cited(parameters.published["deficit_effect"], rescued, figures.translator),
    )
    others = gettext(
        "**The others** are sales of their own: the peak without them less the peak with them. Tap"
        " one for its math."
    )
    lines = [
        gettext(
            "{label}: {points} basis points",
            label=gettext(LABELS[way.option]),
            points=three_basis_points(way.takes_off, figures.translator),
        )
        for way in rescued.options
    ]
    return "\n".join(
        (
            gettext("### The math: ways out"),
            gettext("Three numbers: all dials low, **best**, high. The range is no probability."),
            gettext(
                "The rise: {points} basis points (0.01 points each).",
                points=three_basis_points(rescued.outcome.yields.peak, figures.translator),
            ),
            *lines,
            others,
            treasury,
            deficit,
            references_text(rescued.outcome, figures.translator, 2),
            sources_text(rescued.outcome, figures.translator),
            "-# " + gettext("Estimate, not advice."),
        )
    )


def _cited(parameter: Parameter, rescued: PolicyOutcome, translator: Translator) -> str:
    references = (rescued.parameters.references[key] for key in parameter.references)
    return linked(references, translator)
