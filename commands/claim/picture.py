"""The picture of one judged number: what is claimed, what is known, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.claim.chart import ComparedNumber, alt_text, chart
from commands.claim.findings import Finding, Verdict
from commands.common.answer import Picture
from commands.common.text.small_print import Data
from commands.common.translator import N_

if TYPE_CHECKING:
    from commands.claim.findings import CheckContext
    from commands.common.translator import Translator

_SOURCES: Final = {
    Data.HOLDINGS: N_("US Treasury, major foreign holders"),
    Data.NET_SALES: N_("US Treasury, transactions of foreign residents"),
    Data.YIELDS: N_("US Treasury and Federal Reserve, yields"),
    Data.DEBT: N_("US Treasury and budget office"),
}
_VERDICTS: Final = {
    Verdict.HOLDS: N_("holds"),
    Verdict.ROUGHLY: N_("roughly right"),
    Verdict.FAILS: N_("does not hold"),
    Verdict.THEN: N_("true of then, not of now"),
    Verdict.NOW: N_("true of now, not of then"),
}


def picture_of(finding: Finding, context: CheckContext) -> Picture | None:
    """The picture of a finding; None where no two numbers stand beside each other."""
    stamp, translator = finding.stamp, context.translator
    if stamp is None or finding.verdict is Verdict.NONE or min(stamp.claimed, stamp.official) < 0:
        return None
    compared = ComparedNumber(
        topic=finding.title,
        claimed=stamp.claimed,
        claimed_text=_number(stamp.claimed, stamp.unit, translator),
        official=stamp.official,
        official_text=_number(stamp.official, stamp.unit, translator),
        verdict=finding.gap or translator.gettext(_VERDICTS[finding.verdict]),
        holds=finding.verdict in {Verdict.HOLDS, Verdict.ROUGHLY},
        source=translator.gettext(_SOURCES[finding.used]) if finding.used else "",
    )
    return Picture(chart(compared, translator), alt_text(compared, translator), "claim.png")


def _number(value: float, unit: str, translator: Translator) -> str:
    return translator.short_money(value, 3) if unit == "usd" else translator.percent(value, 3)
