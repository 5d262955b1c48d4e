"""Tables of what the answers rest on: dials, figures of the market, publications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from docs.model_page.text import day_of, dollars, link, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calc import MarketSnapshot
    from calc.estimates import Estimate
    from calc.parameters import ImpactParameters, Parameter, Reference


class PublishedParameters(Protocol):
    """Dials with what supports them."""

    @property
    def published(self) -> Mapping[str, Parameter]:
        """By key."""

    @property
    def references(self) -> Mapping[str, Reference]:
        """By key."""


def dials(parameters: PublishedParameters) -> str:
    """Every dial of a part of the model with its range and support."""
    rows = [
        (
            dial.label + (f". *{dial.note}*" if dial.note else ""),
            dial.unit,
            *_settings(dial),
            dial.evidence,
            _cited(dial.references, parameters),
        )
        for dial in parameters.published.values()
    ]
    return table(("Dial", "Unit", "Low", "Central", "High", "Evidence", "From"), rows)


def _settings(dial: Parameter) -> tuple[str, str, str]:
    return f"{dial.low:g}", f"**{dial.central:g}**", f"{dial.high:g}"


def moods(parameters: ImpactParameters) -> str:
    """What strain and followers count for."""
    rows = [
        (
            mood.label,
            f"{mood.stress:g}",
            f"{mood.contagion:g}",
            mood.evidence,
            _cited(mood.references, parameters),
        )
        for mood in parameters.regimes.values()
    ]
    return table(("Market", "Stress", "Sold by others per dollar", "Evidence", "From"), rows)


def shape(parameters: ImpactParameters) -> str:
    """The move of each maturity against the 10-year."""
    points = [point for point in parameters.curve_shape.points if point[0] >= 1]
    header = ("Years", *(f"{years:g}" for years, _ in points))
    return table(header, [("Part", *(f"{part:g}" for _, part in points))])


def _cited(keys: Iterable[str], parameters: PublishedParameters) -> str:
    return ", ".join(link(parameters.references[key]) for key in keys)


def facts(snapshot: MarketSnapshot) -> str:
    """Every figure of the market with its day, its source and its standing."""
    curve, quarter = snapshot.curve, snapshot.gdp_quarter
    japan = snapshot.holders["jp"].latest
    rows = [
        ("10-year par yield", f"{curve.at(10):.2%}", day_of(curve.as_of), curve.source, "official"),
        (
            "GDP at an annual rate",
            dollars(quarter.gdp_usd, 3),
            str(quarter.quarter),
            snapshot.budget_source,
            "projection",
        ),
        (
            "Budget outlook",
            f"fiscal {snapshot.budget[0].fiscal_year} to {snapshot.budget[-1].fiscal_year}",
            snapshot.budget_vintage,
            snapshot.budget_source,
            "projection",
        ),
        ("Maturity ladder", "by quarter", day_of(snapshot.ladder_as_of), "mspd", "official"),
        (
            "Holdings, Japan's for one",
            dollars(japan.usd, 5),
            day_of(japan.month),
            "tic_table_5",
            japan.standing,
        ),
        *(
            (
                fact.label,
                _fact(fact.value, fact.unit),
                day_of(fact.as_of),
                fact.source,
                fact.standing,
            )
            for fact in snapshot.facts.values()
        ),
    ]
    sources = snapshot.sources
    linked = [
        (label, value, day, f"[{sources[key].publisher}]({sources[key].url})", standing)
        for label, value, day, key, standing in rows
    ]
    return table(("Figure", "Value", "Of", "Source", "Standing"), linked)


def _fact(value: float, unit: str) -> str:
    if unit == "USD":
        return dollars(value, 4)
    return f"{value * 100:.4g}%" if unit == "decimal" else f"{value:g} {unit}"


def references(parts: Iterable[PublishedParameters], fan: Iterable[Estimate]) -> str:
    """All publications named on the page, by first author."""
    named = {str(one.study.reference.url): one.study.reference for one in fan}
    for part in parts:
        named |= {str(reference.url): reference for reference in part.references.values()}
    in_order = sorted(named.values(), key=lambda reference: (reference.authors, reference.year))
    return "\n".join(
        f"- {reference.authors} ({reference.year}), [{reference.title}]({reference.url})"
        for reference in in_order
    )
