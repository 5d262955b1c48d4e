"""Text of ``/rescue``: what each way out would take off the worst moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.policy_options import PolicyOption
from calc.sale import can_borrow
from commands.common.figures import bold_points
from commands.common.locale.formats import shown_rise
from commands.common.locale.sentences import paragraph
from commands.common.sale import text as sale_text
from commands.common.text.citations import linked, references_text, sources_text, three_basis_points
from commands.common.text.names import in_time
from commands.common.text.small_print import (
    MOST_WORDS,
    as_lines,
    count_words,
    fit_words,
    small_line,
    yields_day,
)
from commands.common.translator import N_

if TYPE_CHECKING:
    from datetime import date

    from calc.parameters import Parameter
    from calc.policy_options import OptionEffect, PolicyOutcome
    from commands.common.translator import Translator
    from commands.rescue.figures import RescueFigures

_BASIS_POINT = 1e-4
_LINES = {
    PolicyOption.SLOWER: N_("Selling {in_time}: **{left}**"),
    PolicyOption.AGREE: N_("Others hold on: **{left}**"),
    PolicyOption.FED_BUYS: N_("Fed buys: **{left}**"),
    PolicyOption.FED_LENDS: N_("Fed lends {lent}: **{left}**"),
    PolicyOption.TREASURY: N_("More short-term US debt: **{left}**"),
}
_UNLIKELY = {
    PolicyOption.FED_BUYS: N_("Fed buys (unlikely): **{left}**"),
    PolicyOption.TREASURY: N_("More short-term US debt (unlikely): **{left}**"),
}
LABELS = {
    PolicyOption.SLOWER: N_("Sell slower"),
    PolicyOption.AGREE: N_("Others hold on"),
    PolicyOption.FED_BUYS: N_("The Fed buys"),
    PolicyOption.FED_LENDS: N_("The Fed lends"),
    PolicyOption.TREASURY: N_("More bills"),
}
"""Each way in two or three words, for bars and buttons."""


def main_text(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """The plain answer: the rise, and what would remain of it with each way."""
    gettext = figures.translator.gettext
    rise = figures.sale.rise
    ways = effective_options(rescued)
    if not ways:
        message = N_(
            "The **10-year yield** would peak {rise} higher{range}. No way"
            " out lowers so small a peak."
        )
    elif rescued.outcome.sale.day.is_halt:
        message = N_(
            "The **10-year yield** would peak {rise} higher{range}. In one"
            " day that is no price but a halt. What remains:"
        )
    else:
        message = N_("The **10-year yield** would peak {rise} higher{range}; what remains:")
    holds_less = sale_text.holds_less(rescued.outcome, figures.sale)
    first, *rows = fit_words(
        (
            gettext(message, rise=bold_points(rise, figures.translator), range=rise.in_brackets),
            *(f"- {_line(way, rescued, figures)}" for way in ways),
        ),
        MOST_WORDS - count_words(holds_less),
    )
    lines = (holds_less, f"### {title(rescued, figures)}", first, *rows)
    return "\n".join(line for line in lines if line)


def effective_options(rescued: PolicyOutcome) -> list[OptionEffect]:
    """The ways whose effect can be seen, the likely before the unlikely, then the least left."""
    seen = [way for way in rescued.options if shown_rise(way.takes_off.central)]
    unlikely = unlikely_options(rescued)
    return sorted(seen, key=lambda way: (way.option in unlikely, -way.takes_off.central))


def title(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """The question as understood."""
    question = sale_text.title(rescued.outcome, figures.sale)
    return figures.translator.gettext("{question}: ways out", question=question)


def _line(way: OptionEffect, rescued: PolicyOutcome, figures: RescueFigures) -> str:
    translator, outcome = figures.translator, rescued.outcome
    pace = outcome.scenario.pace if way.scenario is None else way.scenario.pace
    lines = {**_LINES, **{option: _UNLIKELY[option] for option in unlikely_options(rescued)}}
    return translator.gettext(
        lines[way.option],
        in_time=in_time(pace, translator),
        lent=translator.exact_money(min(outcome.sale.sold_usd, outcome.reactions.repo_limit_usd)),
        left=figures.left[way.option],
    )


def small_print(
    rescued: PolicyOutcome,
    figures: RescueFigures,
    corrected_from: str | None = None,
    today: date | None = None,
) -> str:
    """What was understood, the terms, the dates of the data, and what this is not."""
    translator = figures.translator
    day = yields_day(rescued.outcome.snapshot, translator, today)
    return small_line(
        sale_text.read_as(rescued.outcome, translator) if corrected_from else "",
        translator.gettext("Yields (what buyers earn): {day}.", day=day),
        translator.gettext("Estimate, not advice."),
        translator.gettext("Buybacks of US debt take quarters, lower deficits years."),
    )


def alt_text(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    translator = figures.translator
    ways = translator.listed(
        translator.gettext(
            "{label} {points}",
            label=translator.gettext(LABELS[way.option]),
            points=figures.left[way.option],
        )
        for way in effective_options(rescued)
    )
    rise = translator.gettext(
        "The 10-year yield would peak {rise} percentage points higher{range}.",
        rise=figures.sale.rise.about,
        range=figures.sale.rise.in_brackets,
    )
    remains = translator.gettext("No way out lowers so small a peak.")
    if ways:
        remains = translator.gettext("What remains of it with each way: {ways}.", ways=ways)
    return paragraph((rise, remains))


def math_text(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """How each way was worked out, and the sources."""
    translator, parameters = figures.translator, rescued.parameters
    gettext, money = translator.gettext, translator.short_money
    turn = rescued.auctions_turn.policy_turn
    if turn is None:
        raise LookupError(rescued.auctions_turn.key)
    treasury = gettext(
        "**The Treasury.** Bills for {bills} of a quarter's notes and bonds: {a_quarter} less in"
        " ten-year notes, {while_sold} while the sale lasts. The share is our choice. It last"
        " changed its auctions for yields on {day}, after {before} points"
        " ([{publisher}: {title}](<{url}>)).",
        bills=translator.percent(parameters.bills_for_notes),
        a_quarter=money(rescued.treasury.a_quarter_usd, 4),
        while_sold=money(rescued.treasury.while_sold_usd, 3),
        day=translator.day(turn.announced),
        before=translator.points(rescued.auctions_turn.change),
        publisher=turn.source.publisher,
        title=turn.source.title,
        url=turn.source.url,
    )
    buybacks = gettext(
        "**Buybacks.** At least about {usd} a quarter from September 2026, as quoted by others"
        " ({cited}), {long} of it long bonds: {while_sold} in ten-year notes while the sale lasts."
        " Today's yields know of them; as much again would take off {points} basis points.",
        usd=translator.exact_money(parameters.buybacks_usd),
        cited=_cited(parameters.published["buybacks"], rescued, figures.translator),
        long=money(parameters.long_buybacks_usd, 3),
        while_sold=money(rescued.buybacks.while_sold_usd, 3),
        points=three_basis_points(rescued.buybacks_take_off, figures.translator),
    )
    deficit = gettext(
        "**The deficit.** {effect} basis points for each {share} of GDP, {usd} a year, once"
        " expected for good ({cited}). It takes years of budgets.",
        share=figures.translator.bare_percent(1),
        usd=translator.money(rescued.outcome.snapshot.gdp_usd / 100, 3),
        effect=three_basis_points(parameters.deficit_effect, figures.translator),
        cited=_cited(parameters.published["deficit_effect"], rescued, figures.translator),
    )
    others = gettext("Each but the Treasury's is a sale of its own, one peak less the other.")
    lines = [
        gettext(
            "{label}: {points} basis points, so about {left} points remain",
            label=gettext(LABELS[way.option]),
            points=three_basis_points(way.takes_off, figures.translator),
            left=figures.left[way.option],
        )
        for way in rescued.options
    ]
    return as_lines(
        gettext("### The math: ways out"),
        gettext("Three numbers: the model's low, **central** and high setting."),
        gettext(
            "Without a way out: {state}",
            state=sale_text.assumptions(rescued.outcome, figures.translator),
        ),
        gettext(
            "The rise: {points} basis points ({size} points each).",
            size=figures.translator.points(_BASIS_POINT),
            points=three_basis_points(rescued.outcome.yields.peak, figures.translator),
        ),
        gettext("Each takes off, together less than their sum:"),
        *lines,
        others,
        _purchases(rescued, figures),
        _lending(rescued, figures.translator),
        figures.translator.paragraph((treasury, _doubt(rescued, figures))),
        buybacks,
        deficit,
        references_text(rescued.outcome, figures.translator, 0),
        sources_text(rescued.outcome, figures.translator),
        "-# " + gettext("Estimate, not advice."),
    )


def _doubt(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """That the rise is smaller than the one that moved the Treasury; empty where it is not."""
    if PolicyOption.TREASURY not in unlikely_options(rescued):
        return ""
    return figures.translator.gettext(
        "It would hardly do so for {rise} points.", rise=figures.sale.rise.central
    )


def unlikely_options(rescued: PolicyOutcome) -> set[PolicyOption]:
    """What was last done against a larger rise only."""
    rise = rescued.outcome.yields.peak.central
    least = {
        PolicyOption.TREASURY: rescued.auctions_turn.change,
        PolicyOption.FED_BUYS: rescued.purchases_turn.change,
    }
    return {option for option, change in least.items() if rise < change}


def _purchases(rescued: PolicyOutcome, figures: RescueFigures) -> str:
    """When the Federal Reserve last bought against a rise, and when it did not."""
    turn, passed = rescued.purchases_turn, rescued.rise_without_purchases
    translator = figures.translator
    if turn.policy_turn is None or passed.known_cause is None:
        raise LookupError(turn.key)
    witness = passed.known_cause.source
    return translator.gettext(
        "**The Fed.** It bought in {month}, when trading broke down and the yield rose {points}"
        " points ([{publisher}: {title}](<{url}>)). In {later}, at {less} points, trading held up"
        " ([{witness}](<{witness_url}>)) and it did not.",
        month=translator.month(turn.end),
        points=translator.points(turn.change),
        publisher=turn.policy_turn.source.publisher,
        title=turn.policy_turn.source.title,
        url=turn.policy_turn.source.url,
        later=translator.month(passed.end),
        less=translator.points(passed.change),
        witness=witness.publisher,
        witness_url=witness.url,
    )


def _lending(rescued: PolicyOutcome, translator: Translator) -> str:
    """To whom the Federal Reserve lends on Treasuries."""
    if can_borrow(rescued.outcome.sale.holder):
        return translator.gettext(
            "**The Fed's loans** are for central banks only, not for private holders; what it lends"
            " on is not sold."
        )
    return translator.gettext(
        "**The Fed's loans** are for central banks only; much of what is recorded here belongs to"
        " private owners."
    )


def _cited(parameter: Parameter, rescued: PolicyOutcome, translator: Translator) -> str:
    references = (rescued.parameters.references[key] for key in parameter.references)
    return linked(references, translator)
