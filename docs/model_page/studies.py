"""What published studies say of one sale: one by one, and pooled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.estimates import EstimateKind, ReadIn
from calc.evidence.families import REFERENCE_SALE_USD, Family, flows, stocks
from docs.model_page.text import basis_points, dollars, link, span, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import MarketSnapshot, Outcome
    from calc.estimates import Estimate
    from calc.parameters import ImpactParameters

_KINDS = {
    EstimateKind.FLOW: "foreign flow",
    EstimateKind.STOCK: "foreign holding",
    EstimateKind.PURCHASES: "central bank",
    EstimateKind.DEBT: "government debt",
}


def numbers(snapshot: MarketSnapshot, parameters: ImpactParameters) -> dict[str, str]:
    """How many studies there are, and both families pooled for the reference sale."""
    typical = parameters.relative_dv01.central
    sold, held = flows(snapshot, typical), stocks(snapshot, typical)
    return {
        "reference": dollars(REFERENCE_SALE_USD),
        "flow_results": str(len(sold.estimates)),
        "flow_papers": str(sold.papers),
        "stock_results": str(len(held.estimates)),
        "stock_papers": str(held.papers),
        "unchecked": str(sum(e.study.read is ReadIn.FROM_MEMORY for e in sold.estimates)),
        "flow_read": basis_points(sold.sensitivities["read"].mean),
        "pooled": _pooled({"Flows: the push": sold, "Stocks: what stays": held}),
    }


def _pooled(families: dict[str, Family]) -> str:
    rows = [
        (
            name,
            f"**{basis_points(family.pooled.mean)}**",
            _between(family.pooled.mean_interval),
            _between(family.pooled.next_study),
            f"{family.pooled.inconsistency:.0%}",
            basis_points(family.sensitivities["gdp"].mean),
            _between(family.without_one),
        )
        for name, family in families.items()
    ]
    header = (
        "bp for the reference sale",
        "Mean",
        "90% interval of the mean",
        "Nine in ten next studies",
        "I²",
        "Mean by GDP",
        "Mean without any one",
    )
    return table(header, rows)


def _between(ends: tuple[float, float]) -> str:
    return f"{basis_points(ends[0])} to {basis_points(ends[1])}"


def estimates(fan: Sequence[Estimate], example: Outcome) -> str:
    """What each study says of the example, with our own answer in its place among them."""
    rows: list[tuple[float, Sequence[str]]] = [
        (
            estimate.middle,
            (
                link(estimate.study.reference),
                _KINDS[estimate.study.kind],
                estimate.study.measured + (f". *{note}*" if (note := estimate.study.note) else ""),
                f"{estimate.study.maturity}, {estimate.study.horizon}",
                span(*(effect * 1e-4 for effect in estimate.study.basis_points)),
                estimate.study.conversion,
                estimate.study.read + ("" if estimate.study.pooled else ", not pooled"),
                f"**{span(estimate.least, estimate.middle, estimate.most)}**",
            ),
        )
        for estimate in fan
    ]
    for when, rise in (
        ("at the worst moment", example.yields.peak),
        ("for good", example.yields.permanent),
    ):
        ours = ("**This model**", "", "", f"10-year, {when}", "", "", "", f"**{span(*rise)}**")
        rows.append((rise.central, ours))
    rows.sort(key=lambda row: row[0])
    header = ("Study", "About", "Effect of", "On", "bp", "Conversion", "Read", "bp for this sale")
    return table(header, [row for _, row in rows])
