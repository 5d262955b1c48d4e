"""Pages behind `/holders`: who bought instead, gold, stablecoins, whose Japan's holdings are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from calc.buyers import FIRST_PURCHASES, new_debt
from calc.events import episodes
from calc.published_facts import load_published_facts
from commands.common.text.word_limits import fit_words, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import MarketSnapshot
    from calc.sourced import Source
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class Page:
    """A short page with its source.

    Args:
        action: Of the button that leads to it.
        label: Of that button.
        holder: Whose answer has the button; None for the answer about everybody.
        text: Its words.
        small_print: Where they come from.
        uses_holdings: It says what is held today.
    """

    action: str
    label: str
    holder: str | None
    text: Callable[[MarketSnapshot, Translator], str]
    small_print: Callable[[Translator], str]
    uses_holdings: bool = True


def _buyers_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """Who holds more and who holds less than in September 2022."""
    found, gettext = new_debt(snapshot), translator.gettext
    abroad = ""
    if found.official_bought_usd is not None and found.private_bought_usd is not None:
        abroad = gettext(
            "Private owners abroad bought {private} since {first}, governments {official}.",
            private=translator.money(found.private_bought_usd, 3),
            official=translator.money(found.official_bought_usd, 3),
            first=translator.month(FIRST_PURCHASES),
        )
    sentences = (
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
            N_("The Fed, the central bank, gave up {sum}."),
        ),
        _change(
            translator,
            found.foreign_usd,
            N_("Holders abroad added {sum}."),
            N_("Holders abroad gave up {sum}."),
        ),
        gettext(
            "Others in the US took **{domestic}**.",
            domestic=translator.money(found.domestic_usd, 3),
        ),
        abroad,
    )
    return "\n".join((gettext("### Who bought instead?"), " ".join(fit_words(sentences))))


def _change(translator: Translator, usd: float, added: str, given_up: str) -> str:
    message = given_up if usd < 0 else added
    return translator.gettext(message, sum=translator.money(abs(usd), 3))


def _buyers_small_print(translator: Translator) -> str:
    facts, gettext = load_published_facts(), translator.gettext
    then, fed = facts.debt_held_by_public_2022, facts.fed_holdings_2022
    return small_line(
        (
            gettext("Rough: could be $0.1 trillion less."),
            gettext(
                "Sources: {budget_office}, {fed}, US Treasury.",
                budget_office=_linked(then.source, "CBO"),
                fed=_linked(fed.source, "H.4.1"),
            ),
            gettext("Abroad at market value."),
        )
    )


def _gold_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What central banks keep their reserves in."""
    shares, gettext = load_published_facts().reserve_shares, translator.gettext
    official = snapshot.totals["foreign_official"].latest
    sentences = (
        gettext(
            "At the end of {year} central banks kept **{dollar}** of their reserves in dollars,"
            " **{gold}** in gold, {euro} in euros.",
            year=str(shares.as_of.year),
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
    return "\n".join((gettext("### Gold instead of US debt?"), " ".join(fit_words(sentences))))


def _gold_small_print(translator: Translator) -> str:
    source = load_published_facts().reserve_shares.source
    return small_line(
        (
            translator.gettext(
                "Shares: European Central Bank, June 2025, {source}; its report was not read.",
                source=_linked(source, translator.gettext("as the press quotes it")),
            ),
            translator.gettext("Data, not advice."),
        )
    )


def _stablecoins_text(_snapshot: MarketSnapshot, translator: Translator) -> str:
    """What stablecoins do to the yields of bills, and not of bonds."""
    flow, gettext = load_published_facts().stablecoin_flow, translator.gettext
    sentences = (
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
    title = gettext("### Do stablecoins replace buyers abroad?")
    return "\n".join((title, " ".join(fit_words(sentences))))


def _stablecoins_small_print(translator: Translator) -> str:
    source = load_published_facts().stablecoin_flow.source
    return small_line(
        (
            translator.gettext(
                "{source}, daily data 2021 to 2025.",
                source=_linked(source, translator.gettext("Ahmed and Aldasoro, BIS, 2025")),
            ),
            translator.gettext("Estimate, not advice."),
        )
    )


def _japan_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What is known of Japan's government and private owners."""
    reserves, gettext = load_published_facts().japan_reserves, translator.gettext
    held = snapshot.holders["jp"].latest
    sentences = (
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
    title = gettext("### Japan: government or private owners?")
    return "\n".join((title, " ".join(fit_words(sentences))))


def _japan_small_print(translator: Translator) -> str:
    source = load_published_facts().japan_reserves.source
    return small_line(
        (
            _linked(source, translator.gettext("Ministry of Finance, Japan.")),
            translator.gettext("What a buyer insured against the yen earns was not checked."),
            translator.gettext("Data, not advice."),
        )
    )


def _cayman_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What the tables miss of hedge funds, and what these do."""
    missed, gettext = load_published_facts().cayman_not_counted, translator.gettext
    held = snapshot.holders["ky"].latest
    sentences = (
        gettext(
            "The tables show {held} of US debt there ({month}). A Federal Reserve study finds"
            " that they miss **{missed}** (end of {year}).",
            held=translator.money(held.usd, 3),
            month=translator.month(held.month),
            missed=translator.money(missed.usd),
            year=str(missed.as_of.year),
        ),
        gettext("Hedge funds there borrow to buy bonds and sell futures, the “basis trade”."),
        gettext("The New York Fed saw no sign that they gave it up in April 2025."),
    )
    title = gettext("### Hedge funds in the Cayman Islands")
    return "\n".join((title, " ".join(fit_words(sentences))))


def _cayman_small_print(translator: Translator) -> str:
    facts = load_published_facts()
    return small_line(
        (
            translator.gettext(
                "Sources: {study}, {speech}.",
                study=_linked(facts.cayman_not_counted.source, "FEDS Notes 2025"),
                speech=_linked(facts.april_2025.speech.source, "Perli 2025"),
            ),
            translator.gettext("Data, not advice."),
        )
    )


def _russia_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What the yield did while Russia's holdings fell."""
    gettext = translator.gettext
    event = next(each for each in episodes() if each.key == "russia_2018")
    month = snapshot.ordinary_month
    sentences = (
        gettext(event.abroad.text) if event.abroad else "",
        gettext(
            "The **10-year yield** (what new buyers earn) rose by **{points}** points, to {rate}.",
            points=translator.points(event.change),
            rate=translator.rate(event.end_yield),
        ),
        gettext(
            "Yields move {range} points either way in an ordinary month.",
            range=translator.between(*map(translator.points, sorted((month.record, month.recent)))),
        ),
    )
    return "\n".join((gettext("### Russia’s sale of 2018"), " ".join(fit_words(sentences))))


def _russia_small_print(translator: Translator) -> str:
    event = next(each for each in episodes() if each.key == "russia_2018")
    return small_line(
        (
            _linked(event.abroad.source, "RFE/RL, 2018.") if event.abroad else "",
            translator.gettext("Part may have moved to a keeper elsewhere."),
            translator.gettext("Treasury: US government debt."),
            translator.gettext("Data, not advice."),
        )
    )


def _linked(source: Source, name: str) -> str:
    return f"[{name}](<{source.url}>)"


PAGES: Final = {
    page.action: page
    for page in (
        Page("buyers", N_("Who bought instead?"), None, _buyers_text, _buyers_small_print),
        Page("gold", N_("Gold instead?"), None, _gold_text, _gold_small_print),
        Page(
            "stablecoins",
            N_("Stablecoins?"),
            None,
            _stablecoins_text,
            _stablecoins_small_print,
            uses_holdings=False,
        ),
        Page("owners", N_("Government or private?"), "jp", _japan_text, _japan_small_print),
        Page(
            "sale_2018",
            N_("Its sale of 2018"),
            "ru",
            _russia_text,
            _russia_small_print,
            uses_holdings=False,
        ),
        Page("hedge_funds", N_("Hedge funds there?"), "ky", _cayman_text, _cayman_small_print),
    )
}
