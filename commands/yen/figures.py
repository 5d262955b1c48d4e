"""Numbers of a move of the yen as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.spans import Span, span
from commands.common.text.studies import in_most_studies
from commands.common.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.events.interventions import Intervention
    from calc.fx_intervention import InterventionModel, YenOutcome
    from commands.common.locale.sentences import Shown

_TRILLION = 1e12


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """A past round as text.

    Args:
        when: Its month, or the first of them.
        usd: What was sold.
        fall: Of the dollar, percent; empty where no rates are known.
    """

    when: str
    usd: str
    fall: str


@dataclass(frozen=True, slots=True)
class YenFigures:
    """Every number that an answer about the yen shows, as text.

    Args:
        start: Yen per dollar now.
        target: Yen per dollar wanted.
        fall: Of the dollar, percent.
        usd: What it takes.
        yen: The best guess in yen.
        ways: What each way says, for narrow places.
        largest: Largest fall in one round on record, and when that was.
        largest_fitted: The same of the rounds with official rates.
        rounds: Past rounds, oldest first.
        rise: 10-year US yield at the worst moment, percentage points.
        holding: Japan's Treasuries; ``holding_month`` says when.
        left: What Japan would still hold.
        left_loss: What that would be worth less in yen, US dollars of today.
        push_back: What the rise lifts the dollar in yen again.
        reserves: Of Japan's government.
        reserves_date: Their date.
        rates_until: Last day of the exchange rates behind the record.
        start_date: Day of the rate it starts from, where that is the last one known.
    """

    translator: Translator
    start: str
    target: str
    fall: str
    usd: Span
    usd_short: Span
    yen: str
    ways: Mapping[InterventionModel, str]
    largest: str
    largest_fitted: str
    rounds: tuple[RoundFigures, ...]
    rise: Span
    holding: str
    holding_month: str
    left: str
    left_loss: str
    push_back: Span
    reserves: str
    reserves_date: str
    rates_until: str
    curve_date: str
    start_date: str


def yen_figures(outcome: YenOutcome, translator: Translator = ENGLISH) -> YenFigures:
    """The numbers of one move as text in one language."""
    holding, known = outcome.outcome.sale.holding, outcome.facts.yen_per_dollar
    return YenFigures(
        translator=translator,
        start=rate_text(outcome.start, translator),
        target=rate_text(outcome.target, translator),
        fall=translator.percent(outcome.fall),
        usd=span(
            outcome.usd,
            translator.money,
            translator,
            show_range=translator.money_range,
            label=lambda text: translator.gettext("three methods: {range}", range=text),
        ),
        usd_short=span(outcome.usd, translator.short_money, translator),
        yen=yen_text(outcome.yen, translator),
        ways={each.model: translator.short_money(each.usd.central) for each in outcome.amounts},
        largest=_largest(outcome, translator),
        largest_fitted=translator.percent(outcome.record.largest_fitted_fall),
        rounds=tuple(_round(each, translator) for each in outcome.record.rounds),
        rise=span(
            outcome.outcome.yields.peak,
            translator.points,
            translator,
            label=lambda text: in_most_studies(text, translator),
        ),
        holding=translator.money(holding.usd, 3),
        holding_month=translator.month(holding.month),
        left=translator.money(outcome.left_usd, 3),
        left_loss=translator.money(outcome.left_loss_usd),
        push_back=span(outcome.push_back, translator.percent, translator),
        reserves=translator.exact_money(outcome.facts.japan_reserves.value),
        reserves_date=translator.day(outcome.facts.japan_reserves.as_of),
        rates_until=translator.day(outcome.record.rates_until),
        curve_date=translator.day(outcome.outcome.snapshot.curve.as_of),
        start_date=translator.day(known.as_of) if outcome.start == known.value else "",
    )


def _largest(outcome: YenOutcome, translator: Translator) -> str:
    each, fall = outcome.record.largest_fall
    return translator.gettext(
        "{fall} ({when})", fall=translator.percent(fall), when=translator.gettext(each.label)
    )


def _round(each: Intervention, translator: Translator) -> RoundFigures:
    effect = each.effect or each.press_effect
    return RoundFigures(
        when=translator.month(each.start),
        usd=translator.short_money(each.about_usd),
        fall="" if effect is None else translator.percent(effect.fall),
    )


def rate_text(yen: float, translator: Translator) -> Shown:
    """A rate as it was typed: ``160``, ``157.09``."""
    return translator.bound(round(yen, 2))


def yen_text(yen: float, translator: Translator) -> Shown:
    """A sum of yen: ``¥22 trillion``."""
    return _trillions(translator.number(yen / _TRILLION), translator)


def given_yen(yen: float, translator: Translator) -> Shown:
    """A sum of yen as a table printed it: ``¥15.39 trillion``."""
    return _trillions(rate_text(yen / _TRILLION, translator), translator)


def _trillions(number: Shown, translator: Translator) -> Shown:
    return number.reworded(translator.gettext("¥{number} trillion", number=number))
