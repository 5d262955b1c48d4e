"""Who owns the debt, shown in full: how the shares are made, every month, every source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.figures import signed
from commands.common.text.citations import titled_link
from commands.common.text.small_print import as_lines
from commands.common.translator import N_
from commands.holders.changes import flows_text

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.market import Fact, Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.translator import Translator


_RECENT = 18
_DECEMBER, _TEN = 12, 10


def everybody_math(split: Ownership, snapshot: MarketSnapshot, translator: Translator) -> str:
    """How the shares are made, every country of the table, and where the figures come from."""
    gettext = translator.gettext
    rows = [
        gettext(
            "{name} {sum}",
            name=translator.country(each.holder.key, each.holder.name),
            sum=translator.short_money(each.held.usd, 3),
        )
        for each in split.ranked
    ]
    return as_lines(
        gettext("### The math: who owns the debt"),
        gettext(
            "**In the US, without the Fed** = {public} (public debt) − {foreign} (abroad,"
            " {foreign_share}) − {fed} (Fed, {fed_share}) = {rest} ({rest_share}).",
            public=translator.exact_money(split.public.value),
            foreign=translator.exact_money(split.foreign.usd),
            fed=translator.exact_money(split.fed.value),
            rest=translator.money(split.domestic_usd, 3),
            foreign_share=translator.percent(split.foreign_share, 3),
            fed_share=translator.percent(split.fed_share, 3),
            rest_share=translator.percent(split.domestic_share, 3),
        ),
        gettext(
            "**Each country in {month}:** {rows}.",
            month=translator.month(split.ranked[0].held.month),
            rows=translator.listed(rows),
        ),
        gettext(
            "**Abroad:** governments and central banks hold {share}, private owners the rest.",
            share=translator.percent(split.official_share, 3),
        )
        if split.official_share is not None
        else "",
        flows_text(snapshot, translator),
        gettext(
            "Holdings abroad are at market value, the rest at face, so shares are rough. A"
            " country counts what is kept there, also for owners elsewhere."
        ),
        _sources(snapshot, translator, (split.public, split.fed), split.foreign),
    )


def path_math(path: HolderPath, snapshot: MarketSnapshot, translator: Translator) -> str:
    """Every month that was read, and where."""
    gettext = translator.gettext
    listed = [_month(held, translator) for held in path.months]
    yearly = [
        words
        for held, words in zip(path.months, listed[:-_RECENT], strict=False)
        if held.month.month == _DECEMBER
    ]
    return as_lines(
        gettext("### What it held, month by month"),
        gettext("In billions of US dollars, end of month; * = press reports."),
        gettext("**Newest months:** {months}.", months=translator.listed(listed[-_RECENT:])),
        gettext("**Ends of earlier years:** {months}.", months=translator.listed(yearly))
        if yearly
        else "",
        _ends(path, translator),
        _change(path, translator),
        gettext(
            "**Share** = {sum} ÷ {market} of marketable debt = {share}.",
            sum=translator.exact_money(path.holder.latest.usd),
            market=translator.exact_money(snapshot.marketable_usd),
            share=translator.percent(path.share_of_market, 3),
        ),
        _sources(
            snapshot,
            translator,
            (snapshot.facts["marketable_outstanding"], snapshot.facts["daily_trading"]),
            path.holder.latest,
        ),
    )


def _ends(path: HolderPath, translator: Translator) -> str:
    """The largest and the smallest month, and its place among the others."""
    ends = translator.gettext(
        "**Since {year}:** most in {most_month} ({most}), least in {least_month} ({least}).",
        year=translator.year(path.months[0].month.year),
        most=translator.money(path.most.usd, 3),
        most_month=translator.month(path.most.month),
        least=translator.money(path.least.usd, 3),
        least_month=translator.month(path.least.month),
    )
    if path.ranked is None:
        return ends
    rank = translator.gettext(
        "Its rank in {month}: {rank} of {countries} countries.",
        month=translator.month(path.ranked.month),
        rank=path.rank,
        countries=path.countries,
    )
    return translator.paragraph((ends, rank))


def _month(holding: Holding, translator: Translator) -> str:
    # TRANSLATORS: A month and a sum in billions of US dollars: 2026-07 1,104.1.
    message = N_("{year}-{month} {billions}")
    if holding.standing == "reported":
        message = N_("{year}-{month} {billions}*")
    return translator.gettext(
        message,
        year=f"{holding.month.year}",
        month=f"{holding.month.month:02}",
        billions=translator.fixed(holding.usd / 1e9, 1),
    )


def _sources(
    snapshot: MarketSnapshot, translator: Translator, facts: tuple[Fact, ...], table_month: Holding
) -> str:
    transactions = snapshot.transactions
    dates = {
        "tic_table_5": translator.month(table_month.month),
        transactions.source: translator.month(transactions.months["total"][-1].month),
        "tic_mfh_history": translator.gettext("months since 2000"),
    }
    linked = [(snapshot.sources[key], when) for key, when in dates.items()]
    linked += [(snapshot.sources[fact.source], translator.day(fact.as_of)) for fact in facts]
    return as_lines(
        translator.gettext("**Where the data come from**"),
        *(f"-# {titled_link(source)}: {when}" for source, when in linked),
    )


def _change(path: HolderPath, translator: Translator) -> str:
    change = path.change
    if change is None:
        return ""

    def billions(usd: float) -> str:
        # No fewer digits than the first answer shows.
        return signed(
            usd / 1e9,
            lambda size: translator.fixed(size, 1) if size >= _TEN else translator.number(size, 3),
            translator,
        )

    return translator.gettext(
        "**Why it changed, {start} to {end}:** {net} bought less sold, {prices} value,"
        " {other} corrections: {change}.",
        start=translator.month(change.start),
        end=translator.month(change.end),
        net=billions(change.net_purchases_usd),
        prices=billions(change.valuation_usd),
        other=billions(change.other_usd),
        change=billions(change.change_usd),
    )
