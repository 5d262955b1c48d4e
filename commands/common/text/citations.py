"""Ranges and references as the math writes them: three settings, a parameter, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import PortfolioType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from calc import Outcome, Range
    from calc.parameters import Parameter, Reference
    from calc.parameters.parameter import Supported
    from calc.sourced import Source
    from commands.common.translator import Translator

_STEPS: Final = ((1, "delta"), (2, "kappa"), (3, "flow"), (3, "half_life"))
_STEPS_OF_BILLS: Final = ((2, "kappa"), (3, "bill_rise"))


def joined(texts: Iterable[str]) -> str:
    """Low, central and high as text, the central one in bold: ``0.04 / **0.14** / 0.55``."""
    low, central, high = texts
    return f"{low} / **{central}** / {high}"


def three(values: Range, translator: Translator, show: Callable[[float], str] | None = None) -> str:
    """The low, central and high value of a range."""
    # Adding zero removes the sign of a negative zero.
    return joined((show or translator.number)(value + 0.0) for value in values)


def three_basis_points(changes: Range, translator: Translator) -> str:
    """Three changes of a yield (decimal) in basis points."""
    return three(changes.times(1e4), translator)


def three_sums(values: Range, translator: Translator) -> str:
    """Three sums of US dollars, or one when they read the same."""
    texts = [translator.short_money(usd, 3) for usd in values]
    return texts[0] if len(set(texts)) == 1 else joined(texts)


def three_settings(parameter: Parameter, translator: Translator) -> str:
    """The low, central and high setting of a parameter."""
    return joined(
        translator.number(value) for value in (parameter.low, parameter.central, parameter.high)
    )


def parameter_text(parameter: Parameter, translator: Translator) -> str:
    """The settings of a parameter in brackets; one number when it has no range."""
    low, central, high = (
        translator.bound(round(value, 3))
        for value in (parameter.low, parameter.central, parameter.high)
    )
    return central if low == high else f"({joined((low, central, high))})"


def cited(
    supported: Supported,
    references: Mapping[str, Reference],
    translator: Translator,
    at_most: int | None = None,
) -> str:
    """Links to what supports a parameter, at most so many, and the kind of its evidence."""
    links = linked((references[key] for key in supported.references[:at_most]), translator)
    evidence = _evidence_text(supported, translator)
    # TRANSLATORS: Links to publications, and the kind of evidence: Greenwood 2014 (published).
    return translator.gettext("{cited} ({evidence})", cited=links, evidence=evidence)


def _evidence_text(supported: Supported, translator: Translator) -> str:
    """The kind of evidence behind a parameter."""
    names = {
        "published": translator.gettext("published"),
        "computed": translator.gettext("computed"),
        "judgement": translator.gettext("our judgement"),
    }
    return names[supported.evidence]


def linked(references: Iterable[Reference], translator: Translator) -> str:
    """Publications as links."""
    return translator.listed(
        translator.gettext(
            "[{authors} {year}](<{url}>)", authors=ref.authors, year=ref.year, url=ref.url
        )
        for ref in references
    )


def titled_link(source: Source) -> str:
    """A link to a source under its publisher and title."""
    return f"[{source.publisher}: {source.title}](<{source.url}>)"


def source_link(source: Source, name: str) -> str:
    """A link to a source under a name of its own."""
    return f"[{name}](<{source.url}>)"


def references_text(outcome: Outcome, translator: Translator, at_most: int | None = None) -> str:
    """The publications behind the settings of each step, of each setting at most so many."""
    if at_most == 0:
        return translator.gettext(
            "Where the settings come from stands in the math of the sale alone."
        )
    published = outcome.parameters.published
    lines = [translator.gettext("**Where the settings come from**")]
    # Bills have a third step of their own, which cites its paper.
    is_bills = outcome.scenario.portfolio_type is PortfolioType.BILLS
    for step, key in _STEPS_OF_BILLS if is_bills else _STEPS:
        references = (
            outcome.parameters.references[each] for each in published[key].references[:at_most]
        )
        lines.append(
            translator.gettext(
                "-# Step {step}: {cited} ({evidence})",
                step=step,
                cited=linked(references, translator),
                evidence=_evidence_text(published[key], translator),
            )
        )
    return "\n".join(lines)


def sources_text(outcome: Outcome, translator: Translator) -> str:
    """The tables behind the figures of the market."""
    snapshot, holding = outcome.snapshot, outcome.sale.holding
    gettext, held = translator.gettext, translator.month(holding.month)
    values = {
        "held": translator.exact_money(holding.usd),
        "share": translator.percent(outcome.sale.share_of_holding),
        "month": held,
    }
    holdings = gettext("holdings of {held}, {share} of it sold, {month}, official", **values)
    if holding.standing != "official":
        holdings = gettext(
            "holdings of {held}, {share} of it sold, {month}, press reports", **values
        )
    size = snapshot.facts["marketable_outstanding"]
    rows = (
        ("tic_table_5", holdings),
        (
            snapshot.curve.source,
            gettext("yields, {date}", date=translator.day(snapshot.curve.as_of)),
        ),
        (size.source, gettext("market size, {date}", date=translator.day(size.as_of))),
        (
            snapshot.budget_source,
            gettext("GDP {quarter}, budget", quarter=snapshot.gdp_quarter.quarter),
        ),
    )
    lines = [gettext("**Where the data come from**")]
    for key, what in rows:
        source = snapshot.sources[key]
        lines.append(
            gettext(
                "-# [{publisher}: {title}](<{url}>): {what}",
                publisher=source.publisher,
                title=source.title,
                url=source.url,
                what=what,
            )
        )
    return "\n".join(lines)
