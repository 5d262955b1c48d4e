"""Numbers of an answer about a target, as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calc.interest.model import held_net_interest, interest_model
from calc.targets import TargetKind
from commands.common.figures import exact_money, exact_rate, exact_short_money, given_dollars
from commands.common.sale.figures import per_household

if TYPE_CHECKING:
    from calc.market import Holder
    from calc.targets import Target, TargetOutcome
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody holds beside what is needed.

    Args:
        sum: As its table has it, in words.
        short: The same for narrow places.
        month: When.
        share: What is needed as a share of it; empty when it is more, or not known.
        times: The same in times of it; empty when it is less, or not known.
    """

    sum: str
    short: str
    month: str
    share: str
    times: str


@dataclass(frozen=True, slots=True)
class TargetFigures:
    """Every number of an answer about a target, as text.

    Args:
        goal: What is to be reached.
        goal_each: The same for each US household; empty for what is no sum.
        now: Where it stands.
        projected: Interest in the last year as the budget office projects it.
        projected_in: Month of that projection.
        last_year: The last projected fiscal year.
        needed: Best guess of what must be sold; empty when more than exists.
        range: Of it; empty when both ends read the same.
        least: What the most sensitive setting needs; empty when more than exists.
        market: All that is on the market.
        biggest: The largest foreign holder.
        foreign: All foreign holders.
        officials: The governments and central banks among them.
    """

    translator: Translator
    goal: str
    goal_short: str
    goal_each: str
    now: str
    projected: str
    projected_in: str
    last_year: str
    needed: str
    needed_short: str
    range: str
    least: str
    market: str
    biggest: Held
    foreign: Held
    officials: Held


def target_figures(outcome: TargetOutcome, translator: Translator) -> TargetFigures:
    """The numbers of one outcome as text in one language."""
    target, needed, snapshot = outcome.target, outcome.needed, outcome.snapshot
    central = needed.central

    def held(holder: Holder) -> Held:
        ratio = 0.0 if central is None else central / holder.latest.usd
        return Held(
            translator.money(holder.latest.usd),
            translator.short_money(holder.latest.usd),
            translator.month(holder.latest.month),
            share=translator.percent(ratio) if 0 < ratio < 1 else "",
            times=translator.number(ratio) if ratio >= 1 else "",
        )

    return TargetFigures(
        translator=translator,
        goal=goal_text(target, translator),
        goal_short=goal_text(target, translator, is_short=True),
        goal_each=_each(outcome, translator),
        now=_now(outcome, translator),
        projected=translator.money(snapshot.budget[-1].net_interest_usd, 3),
        projected_in=translator.month(date.fromisoformat(f"{snapshot.budget_vintage}-01")),
        last_year=str(snapshot.budget[-1].fiscal_year),
        needed="" if central is None else translator.money(central),
        needed_short="" if central is None else translator.short_money(central),
        range=_range(outcome, translator),
        least="" if needed.high is None else translator.money(needed.high),
        market=translator.money(snapshot.marketable_usd, 3),
        biggest=held(outcome.biggest),
        foreign=held(outcome.foreign),
        officials=held(outcome.officials),
    )


def goal_text(target: Target, translator: Translator, *, is_short: bool = False) -> str:
    """The number that is to be reached."""
    match target.kind:
        case TargetKind.YIELD:
            return exact_rate(target.value, translator)
        case TargetKind.PRICE:
            return given_dollars(target.value, translator)
        case TargetKind.INTEREST:
            money = exact_short_money if is_short else exact_money
            return money(target.value, translator)


def _each(outcome: TargetOutcome, translator: Translator) -> str:
    if outcome.target.kind is not TargetKind.INTEREST:
        return ""
    return per_household(outcome.target.value, outcome.snapshot, translator)


def _now(outcome: TargetOutcome, translator: Translator) -> str:
    snapshot = outcome.snapshot
    match outcome.target.kind:
        case TargetKind.YIELD:
            return translator.rate(snapshot.curve.at(10))
        case TargetKind.PRICE:
            return translator.dollars(100, 0)
        case TargetKind.INTEREST:
            held = held_net_interest(interest_model(snapshot))
            return translator.money(float(held[-1]), 3)


def _range(outcome: TargetOutcome, translator: Translator) -> str:
    needed = outcome.needed
    if needed.high is None:
        return ""
    if needed.low is None:
        return translator.gettext(
            "{least} to more than exists", least=translator.money(needed.high)
        )
    ends = translator.money(needed.high), translator.money(needed.low)
    return "" if ends[0] == ends[1] else translator.money_range(needed.high, needed.low)
