"""Who owns the debt, shown in full: how the shares are made, every month, every source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.market import Fact, Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.translator import Tongue


def everybody_math(split: Ownership, snapshot: MarketSnapshot, tongue: Tongue) -> str:
    """How the shares are made, every country of the table, and where the figures come from."""
    say = tongue.say
    rows = [
        say(
            "{name}: {sum} ({when})",
            name=capitalised(tongue.country(holder.key, holder.name)),
            sum=tongue.given_money(holder.latest.usd),
            when=_month(holder.latest, tongue),
        )
        for holder in split.holders
    ]
    return "\n".join(
        (
            say("### The math: who owns the debt"),
            say(
                "**In the US, without the Fed** = {public} (public debt) - {foreign} (abroad) -"
                " {fed} (Fed) = {rest}.",
                public=tongue.given_money(split.public.value),
                foreign=tongue.given_money(split.foreign.usd),
                fed=tongue.given_money(split.fed.value),
                rest=tongue.money(split.domestic_usd, 3),
            ),
            say("**Each country, newest month:** {rows}", rows="; ".join(rows)),
            _sources(
                snapshot, tongue, (split.public, split.fed), table_month=split.foreign, older=()
            ),
        )
    )


def path_math(path: HolderPath, snapshot: MarketSnapshot, tongue: Tongue) -> str:
    """Every month that was read, and where."""
    say = tongue.say
    newest = _months(path.holder.history, tongue)
    older = [
        say("**{title}:** {months}", title=table.source.title, months=_months(months, tongue))
        for table in path.older
        for months in (table.months[path.holder.key],)
    ]
    return "\n".join(
        (
            say("### Every month we have"),
            say("In billions of US dollars, end of month; * = press reports."),
            say("**Newest table:** {months}", months=newest),
            *older,
            say(
                "**Share** = {sum} ÷ {market} of marketable debt = {share}.",
                sum=tongue.given_money(path.holder.latest.usd),
                market=tongue.given_money(snapshot.marketable_usd),
                share=tongue.percent(path.share_of_market, 3),
            ),
            _sources(
                snapshot,
                tongue,
                (snapshot.facts["marketable_outstanding"], snapshot.facts["daily_trading"]),
                table_month=path.holder.latest,
                older=tuple((table.source.title, table.source.url) for table in path.older),
            ),
        )
    )


def _months(months: tuple[Holding, ...], tongue: Tongue) -> str:
    return ", ".join(
        f"{holding.month:%Y-%m} {tongue.fixed(holding.usd / 1e9, 1)}"
        + ("*" if holding.standing == "reported" else "")
        for holding in months
    )


def _sources(
    snapshot: MarketSnapshot,
    tongue: Tongue,
    facts: tuple[Fact, ...],
    *,
    table_month: Holding,
    older: tuple[tuple[str, str], ...],
) -> str:
    table = snapshot.sources["tic_table_5"]
    rows = [(f"{table.publisher}: {table.title}", table.url, tongue.month(table_month.month))]
    rows += [(title, url, tongue.say("as printed then")) for title, url in older]
    for fact in facts:
        source = snapshot.sources[fact.source]
        rows.append((f"{source.publisher}: {source.title}", source.url, tongue.day(fact.as_of)))
    lines = [tongue.say("**Where the data come from**")]
    return "\n".join([*lines, *(f"-# [{title}](<{url}>): {when}" for title, url, when in rows)])


def _month(holding: Holding, tongue: Tongue) -> str:
    month = tongue.month(holding.month)
    if holding.standing == "reported":
        return tongue.say("{when}, press reports", when=month)
    return month
