"""Text of ``/target``: how much it would take, and who has as much."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calc import Scenario, run
from calc.reverse import TargetKind
from commands.common.figures import in_most_studies
from commands.common.sale.figures import per_household
from commands.common.sale.text import assumptions
from commands.common.text.citations import joined, references_text, sources_text
from commands.common.text.names import holder_name, in_time
from commands.common.text.small_print import as_lines, fit_words, small_line, yields_day
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc import Outcome
    from calc.reverse import AmountNeeded, TargetOutcome
    from commands.common.translator import Translator
    from commands.target.figures import TargetFigures


def main_text(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The plain answer: the amount, beside what the largest holder has, as far as there is room."""
    needed, least, halt, holder, context = (
        _needed(outcome, figures),
        _least(figures),
        _halt(outcome, figures),
        _holder(outcome, figures),
        _context(outcome, figures),
    )
    beside = (holder, context)
    if outcome.target.kind is TargetKind.INTEREST:
        # Without it the sum reads as all the interest.
        beside = (context, holder)
    kept = fit_words((needed, halt, least, *beside))
    shown = (line for line in (needed, halt, least, holder, context) if line in kept)
    return as_lines(f"### {title(outcome, figures)}", *shown)


def title(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The question as understood."""
    gettext = figures.translator.gettext
    match outcome.target.kind:
        case TargetKind.YIELD:
            return gettext("For the 10-year yield to reach {goal}", goal=figures.goal)
        case TargetKind.PRICE:
            return gettext("For a $100 ten-year US bond to fall to {goal}", goal=figures.goal)
        case TargetKind.INTEREST:
            return gettext(
                "For US interest in {year} to grow by {goal}",
                year=figures.last_year,
                goal=figures.goal,
            )


def _needed(outcome: TargetOutcome, figures: TargetFigures) -> str:
    gettext = figures.translator.gettext
    when = in_time(outcome.target.pace, figures.translator)
    if figures.needed:
        return gettext(
            "Sold {in_time}, it would take about **{needed}** of US Treasuries{range}.",
            in_time=when,
            needed=figures.needed,
            range=_in_studies(figures),
        )
    return gettext(
        "It would take **more than exists**: not even all {market} of US Treasuries sold {in_time}"
        " would do it.",
        in_time=when,
        market=figures.market,
    )


def _least(figures: TargetFigures) -> str:
    """What it takes by the studies that find most, where our best guess is more than exists."""
    if figures.needed or not figures.least:
        return ""
    return figures.translator.gettext(
        "By the studies with the largest effect, {least} would do.", least=figures.least
    )


def _halt(outcome: TargetOutcome, figures: TargetFigures) -> str:
    if outcome.day is None or not outcome.day.is_halt:
        return ""
    return figures.translator.gettext(
        "**Trading would halt:** each day's sale is {times} times what dealers hold.",
        times=figures.translator.number(outcome.day.share_of_dealers),
    )


def _in_studies(figures: TargetFigures) -> str:
    if not figures.range:
        return ""
    return figures.translator.aside(in_most_studies(figures.range, figures.translator))


def _holder(outcome: TargetOutcome, figures: TargetFigures) -> str:
    gettext = figures.translator.gettext
    who = holder_name(outcome.biggest, figures.translator)
    held, when = figures.biggest.sum, figures.biggest.month
    if not figures.needed:
        return figures.translator.sentence(
            "{who}, the largest foreign holder, has {held} ({when}).", who=who, held=held, when=when
        )
    message = N_(
        "That is **{number} times** what {who} holds ({held}, {when}), the largest foreign holder."
    )
    if figures.biggest.share:
        message = N_(
            "That is **{share} of** what {who} holds ({held}, {when}), the largest foreign holder."
        )
    share, times = figures.biggest.share, figures.biggest.times
    return gettext(message, share=share, number=times, who=who, held=held, when=when)


def _context(outcome: TargetOutcome, figures: TargetFigures) -> str:
    gettext = figures.translator.gettext
    match outcome.target.kind:
        case TargetKind.YIELD:
            return gettext("The yield, what a buyer earns a year, is {now} now.", now=figures.now)
        case TargetKind.PRICE:
            return gettext(
                "It stands at {now} now; longer bonds would fall further.", now=figures.now
            )
        case TargetKind.INTEREST:
            return gettext(
                "It counts only what stays, on top of {now} at today's yields.", now=figures.now
            )


def small_print(outcome: TargetOutcome, figures: TargetFigures, today: date | None = None) -> str:
    """The day of the data, and what this is not."""
    gettext = figures.translator.gettext
    day = yields_day(outcome.snapshot, figures.translator, today)
    return small_line(
        gettext("Treasuries are US government debt."),
        gettext("Yields (what buyers earn): {day}.", day=day),
        gettext("Estimate, not advice."),
    )


def alt_text(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    message = N_(
        "{title}: it would take more than exists of US Treasuries. Bars beside it: {who} holds"
        " {held}, foreign governments {officials}, all foreigners {foreign}."
    )
    if figures.needed:
        message = N_(
            "{title}: it would take about {needed}{range} of US Treasuries. Bars beside it: {who}"
            " holds {held}, foreign governments {officials}, all foreigners {foreign}."
        )
    return figures.translator.gettext(
        message,
        title=title(outcome, figures),
        needed=figures.needed,
        range=_in_studies(figures),
        who=holder_name(outcome.biggest, figures.translator),
        held=figures.biggest.sum,
        officials=figures.officials.sum,
        foreign=figures.foreign.sum,
    )


def math_text(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """How the amount was found, a check forwards, and the sources."""
    gettext, needed = figures.translator.gettext, outcome.needed
    usd = round(needed.central or outcome.snapshot.marketable_usd)
    sale = Scenario(outcome.biggest.key, usd, outcome.target.pace, beyond_holding=True)
    forwards = run(sale, outcome.snapshot)
    lines = (
        gettext("### The math: {title}", title=title(outcome, figures)),
        gettext(
            "Backwards on the formulas of /selloff: amounts are tried until the answer is the"
            " target, at each setting."
        ),
        gettext(
            "**1. Amount.** Settings low / **best** / high: {amounts}. The low setting moves yields"
            " least and so needs most.",
            amounts=_amounts(needed, figures.translator),
        ),
        _check(outcome, forwards, figures),
        gettext(
            "**3. Formula.** Yield = kappa × amount × {delta} ÷ GDP + c × √(what waits ÷ market)."
            " {delta} is the rate risk of what {who} holds against a ten-year note.",
            delta=figures.translator.number(forwards.sale.portfolio.relative_dv01, 3),
            who=holder_name(outcome.biggest, figures.translator),
        ),
        _beside(figures),
        _expected(outcome, figures),
        assumptions(forwards, figures.translator),
        references_text(forwards, figures.translator),
        sources_text(forwards, figures.translator),
        "-# " + gettext("Estimate, not advice."),
    )
    return "\n".join(line for line in lines if line)


def _beside(figures: TargetFigures) -> str:
    """What all foreigners hold, and their governments."""
    gettext = figures.translator.gettext
    sums = {"foreign": figures.foreign.sum, "officials": figures.officials.sum}
    if not figures.needed:
        return gettext(
            "**Beside it.** All foreigners hold {foreign}, {officials} of it their governments.",
            **sums,
        )
    # All foreigners hold more than their governments do.
    message = N_(
        "**Beside it.** That is {foreign_times} times the {foreign} that all foreigners hold, and"
        " {officials_times} times the {officials} of their governments."
    )
    if figures.foreign.share:
        message = N_(
            "**Beside it.** That is {foreign_share} of the {foreign} that all foreigners hold, and"
            " {officials_times} times the {officials} of their governments."
        )
    if figures.officials.share:
        message = N_(
            "**Beside it.** That is {foreign_share} of the {foreign} that all foreigners hold, and"
            " {officials_share} of the {officials} of their governments."
        )
    return gettext(
        message,
        foreign_share=figures.foreign.share,
        foreign_times=figures.foreign.times,
        officials_share=figures.officials.share,
        officials_times=figures.officials.times,
        **sums,
    )


def _expected(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """What the budget office expected of the year, for a target of interest."""
    if outcome.target.kind is not TargetKind.INTEREST:
        return ""
    translator, snapshot = figures.translator, outcome.snapshot
    vintage = date.fromisoformat(f"{snapshot.budget_vintage}-01")
    return translator.gettext(
        "At today's yields the US would pay {now} of net interest in {year}; the budget office"
        " (CBO) expected {projected} in {vintage}, at lower yields. CBO has since published an"
        " August 2026 baseline; we did not find it in full. {goal} a year is {each} for each US"
        " household.",
        goal=figures.goal,
        each=per_household(outcome.target.value, snapshot, translator),
        now=figures.now,
        year=figures.last_year,
        projected=translator.money(snapshot.budget[-1].net_interest_usd, 3),
        vintage=translator.month(vintage),
    )


def _amounts(needed: AmountNeeded, translator: Translator) -> str:
    return joined(
        translator.gettext("more than exists") if usd is None else translator.short_money(usd, 3)
        for usd in (needed.low, needed.central, needed.high)
    )


def _check(outcome: TargetOutcome, forwards: Outcome, figures: TargetFigures) -> str:
    translator = figures.translator
    return translator.gettext(
        "**2. Check forwards.** {amount} sold {in_time}: the 10-year yield goes from {before} to"
        " {after}%, a $100 note to {price}, interest in {year} up {extra} for good.",
        amount=translator.short_money(forwards.sale.sold_usd, 3),
        in_time=in_time(outcome.target.pace, translator),
        before=translator.rate(forwards.yields.before),
        after=translator.fixed(forwards.yields.at_peak.central * 100, 3),
        price=translator.dollars(forwards.price.at_peak.central),
        year=figures.last_year,
        extra=translator.short_money(forwards.interest.lasting_usd[-1].central, 3),
    )
