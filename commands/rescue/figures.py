"""Numbers of the ways out of a sale, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from calc.policy_options import PolicyOutcome
    from commands.common.translator import Translator


class RescueFigures:
    """Every number of an answer about ways out, as text."""

    def __init__(self, rescued: PolicyOutcome, translator: Translator) -> None:
        peak = rescued.outcome.yields.peak.central
        self.translator: Final = translator
        self.sale: Final = figures_of(rescued.outcome, translator)
        self.left: Final = {
            way.option: translator.points(max(0.0, peak - way.takes_off.central))
            for way in rescued.options
        }
