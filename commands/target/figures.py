"""Numbers of an answer about a target, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from calc.interest.model import held_net_interest, interest_model
from calc.reverse import TargetKind
from commands.common.figures import exact_money, exact_rate, exact_short_money, given_dollars

if TYPE_CHECKING:
    from calc.market import Holder
    from calc.reverse import Target, TargetOutcome
    from commands.common.translator import Translator


class Held(NamedTuple):
    """What somebody holds, and what is needed as a share of it or, where it is more, in times."""

    sum: str
    short: str
    month: str
    share: str
    times: str


class TargetFigures:
    """Every number of an answer about a target, as text."""

    def __init__(self, outcome: TargetOutcome, translator: Translator) -> None:
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

        self.translator: Final = translator
        self.goal: Final = goal_text(target, translator)
        self.now: Final = _now(outcome, translator)
        self.last_year: Final = str(snapshot.budget[-1].fiscal_year)
        self.needed: Final = "" if central is None else translator.money(central)
        self.needed_short: Final = "" if central is None else translator.short_money(central)
        self.range: Final = _range(outcome, translator)
        self.least: Final = "" if needed.high is None else translator.money(needed.high)
        self.market: Final = translator.money(snapshot.marketable_usd, 3)
        self.biggest: Final = held(outcome.biggest)
        self.foreign: Final = held(outcome.foreign)
        self.officials: Final = held(outcome.officials)


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
