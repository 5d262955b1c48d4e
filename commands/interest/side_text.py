"""Side questions of ``/interest``: what is paid now, where danger is seen, what sale it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.needed_amount import needed_amount_text
from commands.common.text.small_print import fitted, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.interest.total_interest import TotalInterest
    from calc.market import MarketSnapshot
    from calc.published_facts import PublishedFacts
    from calc.reverse import AmountNeeded
    from commands.interest.figures import DebtFigures

_FIFTH = 0.2
# The year that the articles name for interest above a fifth of the budget.
_STORY_YEAR = 2030


def now_page(
    outcome: TotalInterest, figures: DebtFigures, facts: PublishedFacts, snapshot: MarketSnapshot
) -> tuple[str, str]:
    """What is paid now, the steps from the articles' sum to it, and how large the debt is."""
    translator, total = figures.translator, snapshot.facts["total_public_debt"]
    text = fitted(
        translator.gettext("### What the US pays in interest now"),
        translator.gettext(
            "**{net}** net in fiscal {year}, as the budget office (CBO) projected in {vintage}:"
            " {revenue} of revenue.",
            net=figures.net,
            year=figures.net_year,
            vintage=figures.vintage,
            revenue=translator.percent(float(outcome.ratios_now.of_revenue[0])),
        ),
        translator.gettext(
            "{debt} at {level} would be {at_once}, but old debt pays old rates: {rate} on average.",
            debt=figures.debt,
            level=figures.level,
            at_once=figures.at_once,
            rate=figures.average_rate,
        ),
        translator.gettext(
            "The government's own funds hold {own}; their interest, {paid} a year, stays inside.",
            own=translator.money(facts.own_holdings.usd),
            paid=translator.money(facts.paid_to_own_funds.usd),
        ),
    )
    return text, small_line(
        translator.gettext(
            "Debt: {total} on {date}; in the press, over {reported}.",
            total=translator.money(total.value, 3),
            date=translator.day(total.as_of),
            reported=translator.money(snapshot.facts["total_public_debt_reported"].value),
        ),
        translator.gettext("Estimate, not advice."),
    )


def danger_page(
    outcome: TotalInterest, figures: DebtFigures, facts: PublishedFacts
) -> tuple[str, str]:
    """Where the budget office and the rating agencies see danger, and when top ratings went."""
    translator = figures.translator
    cuts = translator.listed(
        # TRANSLATORS: A rating agency and the day on which it cut the rating.
        translator.gettext("{agency} {day}", agency=cut.agency, day=translator.day(cut.day))
        for cut in facts.downgrades
    )
    text = fitted(
        translator.gettext("### Where is the danger line?"),
        translator.gettext(
            "**No one can name it.** The budget office (CBO) sees no set point ({date}).",
            date=translator.month(facts.no_tipping_point.said),
        ),
        _share_of_spending(outcome, figures),
        _forecast(outcome, figures, facts),
    )
    return text, small_line(
        translator.gettext("Top ratings lost: {cuts}.", cuts=cuts),
        translator.gettext("Estimate, not advice."),
    )


def _forecast(outcome: TotalInterest, figures: DebtFigures, facts: PublishedFacts) -> str:
    """What a rating agency saw coming; empty once its year is over."""
    translator, forecast = figures.translator, facts.forecast
    if forecast.fiscal_year not in outcome.fiscal_years:
        return ""
    there = outcome.fiscal_years.index(forecast.fiscal_year)
    return translator.gettext(
        "{agency} ({said}) saw {share} of revenue by {year}; at {level} it would be {after}.",
        agency=forecast.agency,
        said=translator.month(forecast.said),
        share=translator.percent(forecast.of_revenue),
        year=translator.year(forecast.fiscal_year),
        level=figures.level,
        after=translator.percent(float(outcome.ratios_after.of_revenue[there])),
    )


def _share_of_spending(outcome: TotalInterest, figures: DebtFigures) -> str:
    """What of spending goes into interest, and from when that is above a fifth."""
    translator, crossing = figures.translator, outcome.year_above(_FIFTH)
    there = max(0, _STORY_YEAR - outcome.fiscal_years[0])
    message = N_(
        "CBO expects interest at {before} of spending in {year}. At {level} it would be {after},"
        " above a fifth from {crossing}."
    )
    if crossing is None:
        message = N_(
            "CBO expects interest at {before} of spending in {year}. At {level} it would be"
            " {after}, and never a fifth by {last_year}."
        )
    return translator.gettext(
        message,
        before=translator.percent(float(outcome.ratios_before.of_outlays[there])),
        year=translator.year(outcome.fiscal_years[there]),
        level=figures.level,
        after=translator.percent(float(outcome.ratios_after.of_outlays[there])),
        crossing="" if crossing is None else translator.year(crossing),
        last_year=figures.last_year,
    )


def sale_page(
    figures: DebtFigures, needed: AmountNeeded | None, snapshot: MarketSnapshot
) -> tuple[str, str]:
    """What sale would take the ten-year yield to the level; none where it is above that."""
    translator, gettext = figures.translator, figures.translator.gettext
    small_print = small_line(
        gettext("Yields of {date}.", date=figures.curve_date),
        gettext("Estimate, not advice."),
        gettext("Yield: what buyers earn."),
        gettext("Treasuries: US government debt."),
    )
    heading = translator.gettext("### What sale would take yields to {level}?", level=figures.level)
    today = translator.rate(snapshot.curve.at(10))
    if needed is None:
        none = translator.gettext(
            "None: the ten-year yield, what new buyers earn a year, is {today}, above that"
            " already.",
            today=today,
        )
        return f"{heading}\n{none}", small_print
    text = fitted(
        heading,
        needed_amount_text(needed, snapshot, translator),
        translator.gettext(
            "Sold within a month, that would take the ten-year yield from {today} to {level}.",
            today=today,
            level=figures.level,
        )
        if needed.central
        else "",
        translator.gettext(
            "Most of a rise would pass within months. The bill assumes ten years of it."
        ),
    )
    return text, small_print
