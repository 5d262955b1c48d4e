"""Show the math of ``/interest`` on the whole debt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.citations import titled_link
from commands.common.text.small_print import as_lines

if TYPE_CHECKING:
    import numpy as np

    from calc.interest.total_interest import TotalInterest
    from calc.market import MarketSnapshot
    from calc.published_facts import PublishedFacts
    from commands.common.translator import Translator
    from commands.interest.figures import DebtFigures

_RATE_EFFECTS = "https://www.cbo.gov/publication/62257"


def math_text(
    outcome: TotalInterest, figures: DebtFigures, snapshot: MarketSnapshot, warnings: PublishedFacts
) -> str:
    """The steps with the numbers put in, and the sources."""
    translator, gettext = figures.translator, figures.translator.gettext
    before, after = outcome.ratios_before, outcome.ratios_after

    def last_share(shares: np.ndarray) -> str:
        return translator.percent(float(shares[-1]))

    return as_lines(
        gettext("### The math: all new debt at {level}", level=figures.level),
        gettext(
            "**1. At once.** {debt} × {level} = {at_once}; ÷ {revenue} of revenue in fiscal"
            " {year} (the last final figures) = {share}.",
            debt=figures.debt,
            level=figures.level,
            at_once=figures.at_once,
            revenue=translator.money(outcome.last_actual.revenue_usd),
            year=figures.actual_year,
            share=figures.at_once_of_revenue,
        ),
        gettext(
            "**2. As it comes due.** The Treasury's list of maturities is rolled forward"
            " quarter by quarter along CBO's debt. Each bill, note and bond sold from now on"
            " pays {level} in place of CBO's own path of its yield. Revenue, other spending"
            " and the debt of CBO's path stay. Today new notes of two to ten years earn {low}"
            " to {high}.",
            level=figures.level,
            low=figures.lowest_note,
            high=figures.highest_note,
        ),
        _by_year(outcome, figures),
        _snowball(outcome, figures),
        gettext(
            "**4. Shares in {year}.** Revenue: {r0} expected, {r1} here. Spending: {o0}"
            " expected, {o1} here.",
            year=figures.last_year,
            r0=last_share(before.of_revenue),
            r1=last_share(after.of_revenue),
            o0=last_share(before.of_outlays),
            o1=last_share(after.of_outlays),
        ),
        gettext(
            "**5. For each household.** In {year}: {last} at {level}, {held} at today's"
            " yields, {before} expected by CBO. The first less the second, over the households"
            " that the Census counts, is {usd}.",
            year=figures.last_year,
            last=figures.last.central,
            level=figures.level,
            held=figures.last_held,
            before=figures.last_before,
            usd=figures.per_household,
        ),
        gettext(
            "**How near.** The mechanism's own baseline is at most {error} from CBO's in any"
            " year, and [CBO's rule of thumb](<{url}>) for 0.1 points is met within 2%. How far"
            " off taxes, spending and debt may be is not in it. CBO has since published an"
            " August 2026 baseline; we did not find it in full.",
            error=translator.percent(outcome.model_error),
            url=_RATE_EFFECTS,
        ),
        _sources(snapshot, warnings, translator),
        "-# " + gettext("Estimate, not advice."),
    )


def _snowball(outcome: TotalInterest, figures: DebtFigures) -> str:
    """Interest on interest, or why there is none."""
    gettext = figures.translator.gettext
    if outcome.turns_in is not None:
        return gettext(
            "**3. The sign turns in {year}:** short debt would cost more than CBO expected, long"
            " debt less.",
            year=figures.translator.year(outcome.turns_in),
        )
    if outcome.extra_usd[-1].central < 0:
        return gettext(
            "**3. Less than expected.** {level} is below CBO's own path of yields, so interest"
            " would fall: {extra} less in {year}.",
            level=figures.level,
            extra=figures.extra.central,
            year=figures.last_year,
        )
    return gettext(
        "**3. Snowball.** Extra interest is borrowed at the same rates: {service} of the {extra}"
        " in {year}.",
        service=figures.service.about,
        extra=figures.extra.central,
        year=figures.last_year,
    )


def _by_year(outcome: TotalInterest, figures: DebtFigures) -> str:
    translator = figures.translator
    years = zip(outcome.fiscal_years, outcome.baseline_usd, outcome.extra_usd, strict=True)
    rows = (
        translator.gettext(
            "{year}: {before} → {after}",
            year=translator.year(year),
            before=translator.short_money(before, 3),
            after=translator.short_money(before + extra.central, 3),
        )
        for year, before, extra in years
    )
    return "-# " + " · ".join(rows)


def _sources(snapshot: MarketSnapshot, warnings: PublishedFacts, translator: Translator) -> str:
    facts, sources = snapshot.facts, snapshot.sources
    listed = [
        sources[snapshot.budget_source],
        sources["mspd"],
        sources[facts["total_public_debt"].source],
        sources[facts["average_rate"].source],
        warnings.own_holdings.source,
        warnings.paid_to_own_funds.source,
        warnings.no_tipping_point.source,
        *(cut.source for cut in warnings.downgrades),
        warnings.forecast.source,
    ]
    links = (f"-# {titled_link(source)}" for source in dict.fromkeys(listed))
    return as_lines(translator.gettext("**Where the data come from**"), *links)
