"""The small print under a sale: its share of the holding, the days of the data, what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.sale.text import held_when, read_as
from commands.common.text.names import holder_name
from commands.common.text.small_print import SMALL_WORDS, count_words, small_line, yields_day

if TYPE_CHECKING:
    from datetime import date

    from calc import Outcome
    from commands.common.sale.figures import Figures


def small_print(
    outcome: Outcome, figures: Figures, corrected_from: str | None = None, today: date | None = None
) -> str:
    """What was understood, the share of the holding, the days of the data, and what this is not."""
    translator = figures.translator
    corrected = read_as(outcome, translator) if corrected_from else ""
    holding, short_holding = _holdings(outcome, figures)
    advice = translator.gettext("Estimate, not advice.")
    day = yields_day(outcome.snapshot, translator, today)
    earned = translator.gettext("Yields (what buyers earn): {day}.", day=day)
    yields = translator.gettext("Yields: {day}.", day=day)
    for parts in (
        (corrected, holding, earned, advice),
        (corrected, short_holding, earned, advice),
        (corrected, short_holding, yields, advice),
    ):
        if sum(map(count_words, parts)) <= SMALL_WORDS:
            break
    return small_line(*parts)


def _holdings(outcome: Outcome, figures: Figures) -> tuple[str, str]:
    """What the sale is of the holding, in full and short."""
    translator, holding = figures.translator, outcome.sale.holding
    values = {
        "share": figures.share_of_holding,
        "when": held_when(holding, translator),
    }
    full = translator.sentence(
        "{who}: {share} of its {holding} ({when}).",
        who=holder_name(outcome.sale.holder, translator),
        holding=figures.holding,
        **values,
    )
    return full, translator.sentence("{share} of its holdings ({when}).", **values)
