"""Pages behind the answers about Japan, the Cayman Islands and Russia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events import episodes
from calc.published_facts import load_published_facts
from commands.common.text.citations import source_link
from commands.common.text.small_print import fitted_paragraph, small_line

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from commands.common.translator import Translator


def japan_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What is known of Japan's government and private owners."""
    reserves, gettext = load_published_facts().japan_reserves, translator.gettext
    held = snapshot.holders["jp"].latest
    return fitted_paragraph(
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


def japan_small_print(translator: Translator) -> str:
    """Whose figure it is, and what was left out."""
    source = load_published_facts().japan_reserves.source
    return small_line(
        source_link(source, translator.gettext("Ministry of Finance, Japan.")),
        translator.gettext("What a buyer insured against the yen earns was not checked."),
        translator.gettext("Data, not advice."),
    )


def cayman_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What the tables miss of hedge funds, and what these do."""
    missed, gettext = load_published_facts().cayman_not_counted, translator.gettext
    held = snapshot.holders["ky"].latest
    return fitted_paragraph(
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


def cayman_small_print(translator: Translator) -> str:
    """The study and the speech."""
    facts = load_published_facts()
    return small_line(
        translator.gettext(
            "Sources: {study}, {speech}.",
            study=source_link(facts.cayman_not_counted.source, "FEDS Notes 2025"),
            speech=source_link(facts.april_2025.speech.source, "Perli 2025"),
        ),
        translator.gettext("Data, not advice."),
    )


def russia_text(snapshot: MarketSnapshot, translator: Translator) -> str:
    """What the yield did while Russia's holdings fell."""
    gettext = translator.gettext
    event = next(each for each in episodes() if each.key == "russia_2018")
    month = snapshot.ordinary_month
    return fitted_paragraph(
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


def russia_small_print(translator: Translator) -> str:
    """The report, and what the fall may hide."""
    event = next(each for each in episodes() if each.key == "russia_2018")
    return small_line(
        source_link(event.abroad.source, "RFE/RL, 2018.") if event.abroad else "",
        translator.gettext("Part may have moved to a keeper elsewhere."),
        translator.gettext("Treasury: US government debt."),
        translator.gettext("Data, not advice."),
    )
