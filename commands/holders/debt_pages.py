"""Pages behind the answer about everybody: who bought instead, gold, stablecoins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.ownership import FIRST_PURCHASES, new_debt
from calc.published_facts import load_published_facts
from commands.common.text.citations import source_link
from commands.common.text.small_print import fitted_paragraph, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from commands.common.translator import Translator


def buyers_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """Who holds more and who holds less than in September 2022."""
    found, gettext = new_debt(snapshot), translator.gettext
    abroad = ""
    if found.official_bought_usd is not None and found.private_bought_usd is not None:
        abroad = gettext(
            "From {first} to {last} private owners abroad bought {private}, governments"
            " {official}.",
            private=translator.money(found.private_bought_usd, 3),
            official=translator.money(found.official_bought_usd, 3),
            first=translator.month(FIRST_PURCHASES),
            last=translator.month(found.purchases_end),
        )
    return fitted_paragraph(
        gettext("### Who bought instead?"),
        gettext(
            "From {start} to {end}, US debt held by the public rose **{public}**.",
            start=translator.month(found.start),
            end=translator.month(found.end),
            public=translator.money(found.public_usd, 3),
        ),
        _change(
            translator,
            found.fed_usd,
            N_("The Fed, the central bank, added {sum}."),
            N_("The Fed, the central bank, shed {sum}."),
        ),
        _change(
            translator,
            found.foreign_usd,
            N_("Holders abroad added {sum}."),
            N_("Holders abroad shed {sum}."),
        ),
        gettext(
            "Other US owners took **{domestic}**.",
            domestic=translator.money(found.domestic_usd, 3),
        ),
        abroad,
    )


def _change(translator: Translator, usd: float, added: str, shed: str) -> str:
    message = shed if usd < 0 else added
    return translator.gettext(message, sum=translator.money(abs(usd), 3))


def buyers_small_print(translator: Translator) -> str:
    """How rough it is, and the sources of both ends."""
    facts, gettext = load_published_facts(), translator.gettext
    then, fed = facts.debt_held_by_public_2022, facts.fed_holdings_2022
    return small_line(
        gettext("Rough: could be $0.1 trillion less."),
        gettext(
            "Sources: {budget_office}, {fed}, US Treasury.",
            budget_office=source_link(then.source, "CBO"),
            fed=source_link(fed.source, "H.4.1"),
        ),
        gettext("Abroad at market value."),
    )


def gold_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What central banks keep their reserves in."""
    shares, gettext = load_published_facts().reserve_shares, translator.gettext
    official = snapshot.totals["foreign_official"].latest
    return fitted_paragraph(
        gettext("### Gold instead of US debt?"),
        gettext(
            "At the end of {year} central banks kept **{dollar}** of their reserves in dollars,"
            " **{gold}** in gold, {euro} in euros.",
            year=translator.year(shares.as_of.year),
            dollar=translator.percent(shares.dollar_percent / 100),
            gold=translator.percent(shares.gold_percent / 100),
            euro=translator.percent(shares.euro_percent / 100),
        ),
        gettext("Gold counts at its market price, so a dearer ounce alone lifts its share."),
        gettext(
            "In {month}, foreign governments still had {official} of US debt.",
            month=translator.month(official.month),
            official=translator.money(official.usd, 3),
        ),
    )


def gold_small_print(translator: Translator) -> str:
    """Whose figures they are, and how they were read."""
    quoted = translator.gettext("as the press quotes it")
    source = source_link(load_published_facts().reserve_shares.source, quoted)
    return small_line(
        translator.gettext(
            "Shares: European Central Bank, June 2025, {source}; its report was not read.",
            source=source,
        ),
        translator.gettext("Data, not advice."),
    )


def stablecoins_text(_snapshot: MarketSnapshot, translator: Translator) -> str:
    """What stablecoins do to the yields of bills, and not of bonds."""
    flow, gettext = load_published_facts().stablecoin_flow, translator.gettext
    return fitted_paragraph(
        gettext("### Do stablecoins replace buyers abroad?"),
        gettext("They buy bills, US government debt due within a year."),
        gettext(
            "In one study, {inflow} coming in lowered the three-month yield (what buyers earn) by"
            " **{least} to {most} points**.",
            inflow=translator.money(flow.inflow_billion_usd * 1e9),
            least=translator.bound(flow.least_fall_basis_points / 100),
            most=translator.bound(flow.most_fall_basis_points / 100),
        ),
        gettext("Money that left raised it two to three times as much."),
        gettext("Longer debt moved little or not at all."),
    )


def stablecoins_small_print(translator: Translator) -> str:
    """The study."""
    authors = translator.gettext("Ahmed and Aldasoro, BIS, 2025")
    source = source_link(load_published_facts().stablecoin_flow.source, authors)
    return small_line(
        translator.gettext(
            "{source}, daily data 2021 to 2025.",
            source=source,
        ),
        translator.gettext("Estimate, not advice."),
    )
