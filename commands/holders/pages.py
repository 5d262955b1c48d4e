"""The pages behind `/holders`, by the action of the button that leads to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from calc.events import episodes
from calc.ownership import FIRST_PURCHASES, new_debt
from calc.published_facts import load_published_facts
from commands.common.text.citations import source_link
from commands.common.text.small_print import Data, fitted_paragraph, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import MarketSnapshot
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class HolderPage:
    """A short page with its source.

    Args:
        action: Of the button that leads to it.
        label: Of that button.
        holder: Whose answer has the button; None for the answer about everybody.
        words: Its text, and the small print that says where it is from.
        used: Data whose age is said.
    """

    action: str
    label: str
    holder: str | None
    words: Callable[[MarketSnapshot, Translator], tuple[str, str]]
    used: tuple[Data, ...] = (Data.HOLDINGS,)


def _buyers(snapshot: MarketSnapshot, translator: Translator) -> tuple[str, str]:
    """Who holds more and who holds less than in September 2022."""
    found, facts, gettext = new_debt(snapshot), load_published_facts(), translator.gettext
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
    fed = N_("The Fed, the central bank, added {sum}.")
    if found.fed_usd < 0:
        fed = N_("The Fed, the central bank, shed {sum}.")
    foreign = N_("Holders abroad added {sum}.")
    if found.foreign_usd < 0:
        foreign = N_("Holders abroad shed {sum}.")
    text = fitted_paragraph(
        gettext("### Who bought instead?"),
        gettext(
            "From {start} to {end}, US debt held by the public rose **{public}**.",
            start=translator.month(found.start),
            end=translator.month(found.end),
            public=translator.money(found.public_usd, 3),
        ),
        gettext(fed, sum=translator.money(abs(found.fed_usd), 3)),
        gettext(foreign, sum=translator.money(abs(found.foreign_usd), 3)),
        gettext(
            "Other US owners took **{domestic}**.", domestic=translator.money(found.domestic_usd, 3)
        ),
        abroad,
    )
    return text, small_line(
        gettext("Rough: could be $0.1 trillion less."),
        gettext(
            "Sources: {budget_office}, {fed}, US Treasury.",
            budget_office=source_link(facts.debt_held_by_public_2022.source, "CBO"),
            fed=source_link(facts.fed_holdings_2022.source, "H.4.1"),
        ),
        gettext("Abroad at market value."),
    )


def _gold(snapshot: MarketSnapshot, translator: Translator) -> tuple[str, str]:
    """What central banks keep their reserves in."""
    shares, gettext = load_published_facts().reserve_shares, translator.gettext
    official = snapshot.totals["foreign_official"].latest
    text = fitted_paragraph(
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
    quoted = source_link(shares.source, gettext("as the press quotes it"))
    return text, small_line(
        gettext(
            "Shares: European Central Bank, June 2025, {source}; its report was not read.",
            source=quoted,
        ),
        gettext("Data, not advice."),
    )


def _stablecoins(_snapshot: MarketSnapshot, translator: Translator) -> tuple[str, str]:
    """What stablecoins do to the yields of bills, and not of bonds."""
    flow, gettext = load_published_facts().stablecoin_flow, translator.gettext
    text = fitted_paragraph(
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
    study = source_link(flow.source, gettext("Ahmed and Aldasoro, BIS, 2025"))
    return text, small_line(
        gettext("{source}, daily data 2021 to 2025.", source=study),
        gettext("Estimate, not advice."),
    )


def _japan(snapshot: MarketSnapshot, translator: Translator) -> tuple[str, str]:
    """What is known of Japan's government and private owners."""
    reserves, gettext = load_published_facts().japan_reserves, translator.gettext
    held = snapshot.holders["jp"].latest
    text = fitted_paragraph(
        gettext("### Japan: government or private owners?"),
        gettext(
            "The table does not say: it counts all that is kept for owners in Japan, **{held}**"
            " ({month}).",
            held=translator.money(held.usd, 3),
            month=translator.month(held.month),
        ),
        gettext(
            "The finance ministry’s reserves were **{reserves}** in {month}, press reports say."
            " How much of them is US debt is not published.",
            reserves=translator.money(reserves.usd, 3),
            month=translator.month(reserves.as_of),
        ),
        gettext("Insurers, banks and funds own a part too."),
    )
    return text, small_line(
        source_link(reserves.source, gettext("Ministry of Finance, Japan.")),
        gettext("What a buyer insured against the yen earns was not checked."),
        gettext("Data, not advice."),
    )


def _cayman(snapshot: MarketSnapshot, translator: Translator) -> tuple[str, str]:
    """What the tables miss of hedge funds in the Cayman Islands, and what these do."""
    facts, gettext = load_published_facts(), translator.gettext
    held, missed = snapshot.holders["ky"].latest, facts.cayman_not_counted
    text = fitted_paragraph(
        gettext("### Hedge funds in the Cayman Islands"),
        gettext(
            "The tables show {held} of US debt there ({month}). A Federal Reserve study finds"
            " that they miss about **{missed}** (end of {year}).",
            held=translator.money(held.usd, 3),
            month=translator.month(held.month),
            missed=translator.money(missed.usd),
            year=translator.year(missed.as_of.year),
        ),
        gettext("Hedge funds there borrow to buy bonds and sell futures, the “basis trade”."),
        gettext("The New York Fed saw no unwinding in April 2025."),
    )
    return text, small_line(
        gettext(
            "Sources: {study}, {speech}.",
            study=source_link(missed.source, "FEDS Notes 2025"),
            speech=source_link(facts.april_2025.speech.source, "Perli 2025"),
        ),
        gettext("Data, not advice."),
    )


def _russia(snapshot: MarketSnapshot, translator: Translator) -> tuple[str, str]:
    """What the yield did while Russia's holdings fell, and what the fall may hide."""
    gettext, month = translator.gettext, snapshot.ordinary_month
    event = next(each for each in episodes() if each.key == "russia_2018")
    text = fitted_paragraph(
        gettext("### Russia’s sale of 2018"),
        gettext(event.abroad.text) if event.abroad else "",
        gettext(
            "The **10-year yield** (what new buyers earn) rose by **{points}** points, to {rate}.",
            points=translator.points(event.change),
            rate=translator.rate(event.end_yield),
        ),
        gettext(
            "Yields move under {range} points in two months of three.",
            range=translator.between(*map(translator.points, sorted((month.record, month.recent)))),
        ),
    )
    return text, small_line(
        source_link(event.abroad.source, "RFE/RL, 2018.") if event.abroad else "",
        gettext("Part may have moved to a keeper elsewhere."),
        gettext("Treasury: US government debt."),
        gettext("Data, not advice."),
    )


PAGES: Final = {
    page.action: page
    for page in (
        HolderPage("buyers", N_("Who bought instead?"), None, _buyers, used=(Data.NET_SALES,)),
        HolderPage("gold", N_("Gold instead?"), None, _gold),
        HolderPage("stablecoins", N_("Stablecoins?"), None, _stablecoins, used=()),
        HolderPage("owners", N_("Government or private?"), "jp", _japan),
        HolderPage("sale_2018", N_("Its sale of 2018"), "ru", _russia, used=()),
        HolderPage("hedge_funds", N_("Hedge funds there?"), "ky", _cayman),
    )
}
