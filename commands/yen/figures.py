"""Numbers of a move of the yen as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from commands.common.figures import in_most_studies, span

if TYPE_CHECKING:
    from calc.events.interventions import Intervention
    from calc.fx_intervention import YenOutcome
    from commands.common.locale.sentences import Shown
    from commands.common.translator import Translator

TRILLION = 1e12


class RoundFigures(NamedTuple):
    """The first month of a past round, what was sold, and the dollar's fall where it is known."""

    when: str
    usd: str
    fall: str


class YenFigures:
    """Every number that several parts of an answer about the yen show, as text."""

    def __init__(self, outcome: YenOutcome, translator: Translator) -> None:
        self.translator: Final = translator
        self.start: Final = rate_text(outcome.start, translator)
        self.target: Final = rate_text(outcome.target, translator)
        self.fall: Final = translator.percent(outcome.fall)
        self.usd: Final = span(
            outcome.usd,
            translator.money,
            translator,
            show_range=translator.money_range,
            label=_three_methods,
        )
        self.usd_short: Final = span(outcome.usd, translator.short_money, translator)
        self.rounds: Final = tuple(_round(each, translator) for each in outcome.record.rounds)
        self.rise: Final = span(
            outcome.outcome.yields.peak, translator.points, translator, label=in_most_studies
        )
        self.left: Final = translator.money(outcome.left_usd, 3)
        self.rates_until: Final = translator.day(outcome.record.rates_until)


def _three_methods(between: str, translator: Translator) -> str:
    return translator.gettext("three methods: {range}", range=between)


def _round(each: Intervention, translator: Translator) -> RoundFigures:
    effect = each.purchase.any_rates
    return RoundFigures(
        when=translator.month(each.purchase.dates[0]),
        usd=translator.short_money(each.about_usd),
        fall="" if effect is None else translator.percent(effect.fall),
    )


def rate_text(yen: float, translator: Translator) -> Shown:
    """A rate as it was typed: ``160``, ``157.09``."""
    return translator.bound(round(yen, 2))
