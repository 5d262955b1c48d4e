"""Who owns the debt, shown in full: how the shares are made, every month, every source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.market import Fact, Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.translator import Translator


def everybody_math(split: Ownership, snapshot: MarketSnapshot, translator: Translator) -> str:
    """How the shares are made, every country of the table, and where the figures come from."""
    gettext = translator.gettext
    rows = [
        gettext(
            "{name}: {sum} ({when})",
            name=capitalised(translator.country(holder.key, holder.name)),
            sum=translator.exact_money(holder.latest.usd),
            when=_month(holder.latest, translator),
        )
        for holder in split.holders
    ]
    return "\n".join(
        (
            gettext("### The math: who owns the debt"),
            gettext(
                "**In the US, without the Fed** = {public} (public debt) - {foreign} (abroad) -"
                " {fed} (Fed) = {rest}.",
                public=translator.exact_money(split.public.value),
                foreign=translator.exact_money(split.foreign.usd),
                fed=translator.exact_money(split.fed.value),
                rest=translator.money(split.domestic_usd, 3),
            ),
            gettext("**Each country, newest month:** {rows}", rows="; ".join(rows)),
            _sources(
                snapshot, translator, (split.public, split.fed), table_month=split.foreign, older=()
            ),
        )
    )


def path_math(path: HolderPath, snapshot: MarketSnapshot, translator: Translator) -> str:
    """Every month that was read, and where."""
    gettext = translator.gettext
    newest = _months(path.holder.history, translator)
    older = [
        gettext(
            "**{title}:** {months}", title=table.source.title, months=_months(months, translator)
        )
        for table in path.older
        for months in (table.months[path.holder.key],)
    ]
    return "\n".join(
        (
            gettext("### Every month we have"),
            gettext("In billions of US dollars, end of month; * = press reports."),
            gettext("**Newest table:** {months}", months=newest),
            *older,
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
                table_month=path.holder.latest,
                older=tuple((table.source.title, table.source.url) for table in path.older),
            ),
        )
    )


def _months(months: tuple[Holding, ...], translator: Translator) -> str:
    return ", ".join(
        f"{holding.month:%Y-%m} {translator.fixed(holding.usd / 1e9, 1)}"
        + ("*" if holding.standing == "reported" else "")
        for holding in months
    )


def _sources(
    snapshot: MarketSnapshot,
    translator: Translator,
    facts: tuple[Fact, ...],
    *,
    table_month: Holding,
    older: tuple[tuple[str, str], ...],
) -> str:
    table = snapshot.sources["tic_table_5"]
    rows = [(f"{table.publisher}: {table.title}", table.url, translator.month(table_month.month))]
    rows += [(title, url, translator.gettext("as printed then")) for title, url in older]
    for fact in facts:
        source = snapshot.sources[fact.source]
        rows.append((f"{source.publisher}: {source.title}", source.url, translator.day(fact.as_of)))
    lines = [translator.gettext("**Where the data come from**")]
    return "\n".join([*lines, *(f"-# [{title}](<{url}>): {when}" for title, url, when in rows)])


def _month(holding: Holding, translator: Translator) -> str:
    month = translator.month(holding.month)
    if holding.standing == "reported":
        return translator.gettext("{when}, press reports", when=month)
    return month
