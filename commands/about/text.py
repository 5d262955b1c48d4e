"""Text of ``/about``: what this is, the model in ten lines, where the data come from."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from commands.common.text.citations import three_settings, titled_link
from commands.common.text.small_print import as_lines, end_of_month, fitted_paragraph, small_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from calc import MarketSnapshot
    from calc.parameters import ImpactParameters
    from commands.common.translator import Translator


def main_text(translator: Translator) -> str:
    """What it answers, from what, and what it keeps."""
    gettext = translator.gettext
    return fitted_paragraph(
        gettext("### What is this?"),
        gettext(
            "What would happen if a country sold its **US Treasuries** (US government debt)? This"
            " shows how prices, yields (what buyers earn) and interest costs would move."
        ),
        gettext("It uses official tables and published studies; each answer has its math."),
        gettext("It reads only what you ask it and keeps nothing about anyone."),
    )


def small_print(version: str, translator: Translator) -> str:
    """The version, and what this is not."""
    unreviewed = translator.gettext("Translation not yet reviewed by a native speaker.")
    return small_line(
        "" if translator.is_reviewed else unreviewed,
        translator.gettext("Version {version}, without a language model.", version=version),
        translator.gettext("Estimates, not advice; not from any government."),
    )


def model_text(
    parameters: ImpactParameters, snapshot: MarketSnapshot, translator: Translator
) -> str:
    """The model in ten lines."""
    gettext, published = translator.gettext, parameters.published
    lines = (
        gettext(
            "Long debt counts for more: a dollar sold weighs as its price risk over a ten-year's."
        ),
        gettext(
            "A typical official holding weighs {delta}.",
            delta=translator.number(parameters.relative_dv01.central),
        ),
        gettext(
            "**What lasts:** {kappa} hundredths of a point per {share} of GDP sold, since others"
            " must hold it.",
            share=translator.bare_percent(1),
            kappa=three_settings(published["kappa"], translator),
        ),
        gettext("**What passes:** what buyers have not yet taken weighs on top, while it waits."),
        gettext(
            "Half of what waits is taken every {days} trading days.",
            days=three_settings(published["half_life"], translator),
        ),
        gettext(
            "It adds {flow} hundredths of a point times the root of its share of the market, in"
            " percent.",
            flow=three_settings(published["flow"], translator),
        ),
        gettext(
            "The market is {market}, GDP {gdp}.",
            market=translator.money(snapshot.marketable_usd, 3),
            gdp=translator.money(snapshot.gdp_usd, 3),
        ),
        gettext("Other maturities follow the ten-year by fixed parts, the mean of dated moves."),
        gettext(
            "A price is every payment discounted at the new yield, by the Treasury's own rule."
        ),
        gettext(
            "Interest: only debt that comes due or is new pays the new yield, quarter by quarter,"
            " along the budget office's outlook."
        ),
    )
    return as_lines(
        gettext("### The model in ten lines"),
        gettext("Each number has three settings: low / **best** / high."),
        *(f"{number}. {line}" for number, line in enumerate(lines, 1)),
        "-# " + gettext("“Math” under a sale has every step with its sources."),
    )


def sources_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """Every source of data with the newest day that is used of it."""
    # The newest of each source, as the last one stands.
    dates = dict(sorted(_dated(snapshot), key=itemgetter(1)))
    rows = [
        f"- {titled_link(source)}" + (f": {translator.day(dates[key])}" if key in dates else "")
        for key, source in snapshot.sources.items()
    ]
    return as_lines(
        translator.gettext("### Where the data come from"),
        translator.gettext(
            "The day is the newest one used. Studies are named in each answer's math."
        ),
        *rows,
    )


def _dated(snapshot: MarketSnapshot) -> Iterable[tuple[str, date]]:
    official = {fact.source for fact in snapshot.facts.values() if fact.standing == "official"}
    for fact in snapshot.facts.values():
        # What the press reports of an official table is no newer day of that table.
        if fact.standing == "official" or fact.source not in official:
            yield fact.source, fact.as_of
    yield snapshot.curve.source, snapshot.curve.as_of
    months = snapshot.transactions
    yield months.source, end_of_month(months.months["total"][-1].month)
    yield "fred_dgs10", end_of_month(snapshot.ordinary_month.last_month)
    yield "tic_table_5", snapshot.totals["grand_total"].latest.month
