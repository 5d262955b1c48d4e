"""Further text of ``/interest``: what is paid now, where danger is seen, the sale, the math."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.needed_amount import needed_amount_text

if TYPE_CHECKING:
    from calc.interest.total_interest import TotalInterest
    from calc.market import MarketSnapshot, Source
    from calc.published_facts import PublishedFacts
    from calc.reverse import AmountNeeded
    from commands.interest.figures import DebtFigures

_FIFTH = 0.2
_RATE_EFFECTS = "https://www.cbo.gov/publication/62257"


def now_text(figures: DebtFigures, warnings: PublishedFacts) -> str:
    """What is paid now, and the steps from the articles' sum to it."""
    translator = figures.translator
    own = warnings.own_holdings
    return "\n".join(
        (
            translator.gettext("### What the US pays in interest now"),
            translator.gettext(
                "**{net}** net in fiscal {year}, as the budget office (CBO) projected in {vintage}:"
                " {revenue} of revenue, {outlays} of spending.",
                vintage=figures.vintage,
                net=figures.net,
                year=figures.net_year,
                revenue=figures.net_of_revenue,
                outlays=figures.net_of_outlays,
            ),
            translator.gettext(
                "{debt} at {level} would be {at_once}. Two things make it less.",
                debt=figures.debt,
                level=figures.level,
                at_once=figures.at_once,
            ),
            translator.gettext(
                "**Old debt pays old rates:** {rate} on average ({date}), about {sum} a year.",
                rate=figures.average_rate,
                date=figures.average_date,
                sum=figures.at_average,
            ),
            translator.gettext(
                "**Some is owed to itself:** the government's own funds hold {own}."
                " Their interest, {paid} in a year ({date}), stays inside.",
                own=translator.money(own.usd),
                paid=translator.money(warnings.paid_to_own_funds.usd),
                date=translator.month(warnings.paid_to_own_funds.as_of),
            ),
            translator.gettext(
                "Net interest also takes off what the government earns on its loans."
            ),
        )
    )


def now_small_print(figures: DebtFigures, *sources: Source) -> str:
    """How large the debt is, where all was read, and what this is not."""
    debt = figures.translator.gettext(
        "Debt: {total} on {date}; the press reports more than {reported} since {month}.",
        total=figures.total,
        date=figures.total_date,
        reported=figures.reported_total,
        month=figures.reported_in,
    )
    return f"-# {debt} {_read_in(figures, *sources)}"


def danger_text(outcome: TotalInterest, figures: DebtFigures, warnings: PublishedFacts) -> str:
    """Where the budget office and the rating agencies see danger."""
    translator = figures.translator
    forecast = warnings.forecast
    there = outcome.fiscal_years.index(forecast.fiscal_year)
    return "\n".join(
        (
            translator.gettext("### Where is the danger line?"),
            translator.gettext(
                "**No one can name it.** The budget office (CBO) sees no set point at which"
                " interest cannot be borne ({date}).",
                date=translator.month(warnings.no_tipping_point.said),
            ),
            translator.gettext(
                "**A fifth of the budget:** CBO expects {before} of spending in {year} ({revenue}"
                " of revenue). At {level} it would be {after}{crossing}.",
                before=figures.story_before,
                year=figures.story_year,
                revenue=figures.story_revenue_before,
                level=figures.level,
                after=figures.story,
                crossing=_crossing(outcome, figures),
            ),
            translator.gettext(
                "**Rating agencies** took the top mark away: {cuts}.",
                cuts=", ".join(f"{cut.agency} ({cut.day.year})" for cut in warnings.downgrades),
            ),
            translator.gettext(
                "In {said} {agency} saw interest at {share} of revenue by {year}. CBO expects"
                " {cbo}; at {level} it would be {after}.",
                said=translator.month(forecast.said),
                agency=forecast.agency,
                share=translator.percent(forecast.of_revenue),
                year=forecast.fiscal_year,
                cbo=translator.percent(float(outcome.ratios_before.of_revenue[there])),
                level=figures.level,
                after=translator.percent(float(outcome.ratios_after.of_revenue[there])),
            ),
        )
    )


def danger_small_print(figures: DebtFigures, warnings: PublishedFacts) -> str:
    """The days and marks of the agencies, and where all was read."""
    translator = figures.translator
    cuts = translator.gettext(
        "Marks: {cuts}.",
        cuts=", ".join(
            f"{cut.agency} {translator.day(cut.day)} ({cut.before} → {cut.after})"
            for cut in warnings.downgrades
        ),
    )
    said = (cut.source for cut in warnings.downgrades)
    read_in = (warnings.no_tipping_point.source, *said, warnings.forecast.source)
    return f"-# {cuts} {_read_in(figures, *read_in)}"


def _crossing(outcome: TotalInterest, figures: DebtFigures) -> str:
    year = outcome.year_above(_FIFTH)
    if year is None:
        return figures.translator.gettext(", and never a fifth by {year}", year=figures.last_year)
    return figures.translator.gettext(", above a fifth from {year}", year=year)


def _read_in(figures: DebtFigures, *sources: Source) -> str:
    links = ", ".join(f"[{source.publisher}](<{source.url}>)" for source in sources)
    return figures.translator.gettext("{links}. Estimate, not advice.", links=links)


def sale_text(figures: DebtFigures, needed: AmountNeeded | None, snapshot: MarketSnapshot) -> str:
    """What sale would take the ten-year yield to the level."""
    translator = figures.translator
    lines = [translator.gettext("### What sale would take yields to {level}?", level=figures.level)]
    today = translator.rate(snapshot.curve.at(10))
    if needed is None:
        lines.append(
            translator.gettext(
                "None: the ten-year yield, what new buyers earn a year, is {today}, above that"
                " already.",
                today=today,
            )
        )
    else:
        lines += [
            needed_amount_text(needed, snapshot, translator),
            translator.gettext(
                "Sold within a month, that would take the ten-year yield from {today} to {level} at"
                " its peak.",
                today=today,
                level=figures.level,
            ),
            translator.gettext(
                "A yield is what new buyers of US government debt earn a year. Most of the rise"
                " would pass within months. The bill above needs {level} to stay for ten years.",
                level=figures.level,
            ),
        ]
    return "\n".join(lines)


def math_text(
    outcome: TotalInterest,
    figures: DebtFigures,
    snapshot: MarketSnapshot,
    warnings: PublishedFacts,
) -> str:
    """The steps with the numbers put in, and the sources."""
    gettext = figures.translator.gettext
    return "\n".join(
        (
            gettext("### The math: all new debt at {level}", level=figures.level),
            gettext(
                "**1. At once.** {debt} × {level} = {at_once}; ÷ {revenue} of revenue in fiscal"
                " {year} (the last final figures) = {share}.",
                debt=figures.debt,
                level=figures.level,
                at_once=figures.at_once,
                revenue=figures.actual_revenue,
                year=figures.actual_year,
                share=figures.at_once_of_revenue,
            ),
            gettext(
                "**2. As it comes due.** The Treasury's list of maturities is rolled forward"
                " quarter by quarter along CBO's debt. Each bill, note and bond sold from now on"
                " pays {level} in place of CBO's own path of its yield. Revenue, other spending"
                " and the debt of CBO's path stay.",
                level=figures.level,
            ),
            _by_year(outcome, figures),
            _snowball(outcome, figures),
            gettext(
                "**4. Shares in {year}.** Revenue: {r0} expected, {r1} here. Spending: {o0}"
                " expected, {o1} here.",
                year=figures.last_year,
                r0=figures.of_revenue_before,
                r1=figures.of_revenue,
                o0=figures.of_outlays_before,
                o1=figures.of_outlays,
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
                " off taxes, spending and debt may be is not in it. CBO has published a newer"
                " outlook in August 2026; we have not found it in full.",
                error=figures.model_error,
                url=_RATE_EFFECTS,
            ),
            _sources(snapshot, warnings, figures),
            "-# " + gettext("Estimate, not advice."),
        )
    )


def _snowball(outcome: TotalInterest, figures: DebtFigures) -> str:
    """Interest on interest, or why there is none."""
    gettext = figures.translator.gettext
    if outcome.turns_in is not None:
        return gettext(
            "**3. The sign turns in {year}:** short debt would cost more than CBO expected, long"
            " debt less.",
            year=outcome.turns_in,
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
            year=year,
            before=translator.short_money(before, 3),
            after=translator.short_money(before + extra.central, 3),
        )
        for year, before, extra in years
    )
    return "-# " + " · ".join(rows)


def _sources(snapshot: MarketSnapshot, warnings: PublishedFacts, figures: DebtFigures) -> str:
    facts, sources = snapshot.facts, snapshot.sources
    listed = [
        sources[snapshot.budget_source],
        sources["mspd"],
        sources[facts["total_public_debt"].source],
        sources[facts["average_rate"].source],
        warnings.paid_to_own_funds.source,
    ]
    lines = [figures.translator.gettext("**Where the data come from**")]
    lines += [f"-# [{source.publisher}: {source.title}](<{source.url}>)" for source in listed]
    return "\n".join(lines)
