"""What stands behind the numbers of a sale: publications and tables, as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import PortfolioType
from commands.common.text.citations import evidence_text, linked

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.translator import Translator

_STEPS: tuple[tuple[int, str], ...] = (1, "delta"), (2, "kappa"), (3, "flow"), (3, "half_life")
_STEPS_OF_BILLS: tuple[tuple[int, str], ...] = (2, "kappa"), (3, "bill_rise")


def references_text(outcome: Outcome, translator: Translator, at_most: int | None = None) -> str:
    """The publications behind the settings of each step, of each setting at most so many."""
    if at_most == 0:
        return translator.gettext(
            "Where the settings come from stands in the math of the sale alone."
        )
    published = outcome.parameters.published
    lines = [translator.gettext("**Where the settings come from**")]
    settings = _STEPS
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        # Bills have a third step of their own, which cites its paper.
        settings = _STEPS_OF_BILLS
    for step, key in settings:
        references = (
            outcome.parameters.references[each] for each in published[key].references[:at_most]
        )
        lines.append(
            translator.gettext(
                "-# Step {step}: {cited} ({evidence})",
                step=step,
                cited=linked(references, translator),
                evidence=evidence_text(published[key], translator),
            )
        )
    return "\n".join(lines)


def sources_text(outcome: Outcome, translator: Translator) -> str:
    """The tables behind the figures of the market."""
    snapshot, holding = outcome.snapshot, outcome.sale.holding
    gettext, held = translator.gettext, translator.month(holding.month)
    values = {
        "held": translator.exact_money(holding.usd),
        "share": translator.percent(outcome.sale.share_of_holding),
        "month": held,
    }
    holdings = gettext("holdings of {held}, {share} of it sold, {month}, official", **values)
    if holding.standing != "official":
        holdings = gettext(
            "holdings of {held}, {share} of it sold, {month}, press reports", **values
        )
    size = snapshot.facts["marketable_outstanding"]
    rows = (
        ("tic_table_5", holdings),
        (
            snapshot.curve.source,
            gettext("yields, {date}", date=translator.day(snapshot.curve.as_of)),
        ),
        (size.source, gettext("market size, {date}", date=translator.day(size.as_of))),
        (
            snapshot.budget_source,
            gettext("GDP {quarter}, budget", quarter=snapshot.gdp_quarter.quarter),
        ),
    )
    lines = [gettext("**Where the data come from**")]
    for key, what in rows:
        source = snapshot.sources[key]
        lines.append(
            gettext(
                "-# [{publisher}: {title}](<{url}>): {what}",
                publisher=source.publisher,
                title=source.title,
                url=source.url,
                what=what,
            )
        )
    return "\n".join(lines)
