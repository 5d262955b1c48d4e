"""Foreign-exchange intervention: dollars needed to lift the yen, and the effect on US yields.

Three models lead from the past to an amount, and none of them is sure:

* flow study: a study of many countries' purchases, permanent, as a share of GDP;
* linear: Japan's own rounds, so much of a fall for each yen;
* power law: the same rounds in logarithms, as more yen moved the rate by less each.

Beyond the largest fall seen in one round nothing supports a straight line, which is why the answer
is the middle of the three and its range their ends.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.events.interventions import InterventionRecord, intervention_record
from calc.parameters.spillovers import (
    SpilloverFacts,
    SpilloverParameters,
    load_spillover_facts,
    load_spillover_parameters,
)
from calc.ranges import Range
from calc.run import run
from calc.scenario import Scenario
from calc.spillovers import JAPAN, passed_on

if TYPE_CHECKING:
    from calc.market import MarketSnapshot
    from calc.run import Outcome

LARGEST_FALL = 0.3
"""The largest relative fall that is worked out: six times the largest of the record."""

_LEAST_SALE_USD = 1_000_000
_FIGURES = 2


class InterventionModel(StrEnum):
    """A model of the amount needed."""

    FLOW_STUDY = "flow_study"
    LINEAR = "linear"
    POWER_LAW = "power_law"


@dataclass(frozen=True, slots=True)
class YenAmount:
    """The amount that one model gives, US dollars: for little, best guess and much."""

    model: InterventionModel
    usd: Range


@dataclass(frozen=True, slots=True)
class YenOutcome:
    """An intervention that moves the yen, and its effects.

    Args:
        start: Yen per dollar now.
        target: Yen per dollar wanted, less.
        fall: Of the dollar, relative, positive.
        amounts: What each model gives, smallest first.
        usd: Least, middle and most of the three models, US dollars.
        yen: The middle in yen.
        outcome: Of the sale of the middle amount out of Japan's Treasuries, in a month. The amount
            is to the two figures that are known of it, so that all that is said of it agrees.
        push_back: What its rise of the 10-year yield lifts the dollar in yen again, relative.
        left_usd: What Japan would still hold.
        left_loss_usd: What that would be worth less in yen at the rate wanted, in US dollars of
            today: the fall times what is left.
    """

    start: float
    target: float
    fall: float
    amounts: tuple[YenAmount, ...]
    usd: Range
    yen: float
    outcome: Outcome
    push_back: Range
    left_usd: float
    left_loss_usd: float
    record: InterventionRecord
    facts: SpilloverFacts
    parameters: SpilloverParameters


def yen_move(start: float, target: float, snapshot: MarketSnapshot | None = None) -> YenOutcome:
    """Compute the intervention that brings the dollar from one rate to a lower one.

    Args:
        start: Yen per dollar now.
        target: Yen per dollar wanted.
        snapshot: The market; the one shipped with this version when not given.

    Raises:
        CalcError: ``yen.not_stronger`` when the target is not below the start, ``yen.too_far``
            beyond `LARGEST_FALL`.
    """
    if not 0 < target < start:
        raise CalcError("yen.not_stronger", start=start, target=target)
    fall = 1 - target / start
    if fall > LARGEST_FALL:
        raise CalcError("yen.too_far", fall=fall)
    record, facts, parameters = (
        intervention_record(),
        load_spillover_facts(),
        load_spillover_parameters(),
    )
    rate = (start + target) / 2
    amounts = _amounts(fall, rate, record, facts, parameters)
    least = min(amount.usd.smallest for amount in amounts)
    most = max(amount.usd.largest for amount in amounts)
    usd = Range(least, amounts[1].usd.central, most)
    outcome = run(Scenario(JAPAN, _sold(usd.central)), snapshot)
    left = outcome.sale.holding.usd - outcome.sale.sold_usd
    slope = parameters.yen_by_rates.times(parameters.yen_by_rates_kept)
    return YenOutcome(
        start=start,
        target=target,
        fall=fall,
        amounts=amounts,
        usd=usd,
        yen=usd.central * rate,
        outcome=outcome,
        push_back=passed_on(outcome.yields.peak, slope),
        left_usd=left,
        left_loss_usd=fall * left,
        record=record,
        facts=facts,
        parameters=parameters,
    )


def _amounts(
    fall: float,
    rate: float,
    record: InterventionRecord,
    facts: SpilloverFacts,
    parameters: SpilloverParameters,
) -> tuple[YenAmount, ...]:
    gdp = facts.japan_gdp.value
    strong = parameters.repatriation
    flows = Range(*(fall * gdp / slope for slope in (strong.high, strong.central, strong.low)))
    scale, exponent = record.power_law()
    straight = fall / record.linear_slope() / rate
    bent = float((fall / scale) ** (1 / exponent)) / rate
    amounts = (
        YenAmount(InterventionModel.FLOW_STUDY, flows),
        YenAmount(InterventionModel.LINEAR, Range(straight, straight, straight)),
        YenAmount(InterventionModel.POWER_LAW, Range(bent, bent, bent)),
    )
    return tuple(sorted(amounts, key=lambda amount: amount.usd.central))


def _sold(usd: float) -> int:
    places = _FIGURES - 1 - math.floor(math.log10(usd))
    return max(_LEAST_SALE_USD, round(round(usd, places)))
