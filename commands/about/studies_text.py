"""Text about published studies: what each would say of the same sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.sale.small_print import small_print as sale_small_print
from commands.common.sale.text import title as sale_title

if TYPE_CHECKING:
    from calc.estimates import Estimate
    from calc.evaluation import StudiesOutcome
    from calc.parameters.parameter import Reference
    from commands.about.figures import StudiesFigures
    from commands.common.spans import Span
    from commands.common.translator import Translator


def main_text(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """What all say, then each kind beside the number of ours that it is about."""
    gettext, sale = figures.translator.gettext, figures.sale
    lines = (
        gettext("### {title}", title=sale_title(studies.sale, sale)),
        _all(figures),
        gettext(
            "- **Sales within a month or a year** ({count} estimates): {range}. Ours at the"
            " peak: {ours}.",
            count=figures.flows,
            range=figures.flow_range,
            ours=_ours(sale.rise),
        ),
        gettext(
            "- **Who holds the debt for long** ({count} estimates): {range}. Ours for good:"
            " {ours}.",
            count=figures.stocks,
            range=figures.stock_range,
            ours=_ours(sale.settled),
        ),
        ""
        if figures.all_agree
        else gettext("They differ because no large sale was ever seen without other news."),
    )
    return "\n".join(line for line in lines if line)


def _all(figures: StudiesFigures) -> str:
    values = {"count": figures.count, "all": figures.all}
    if figures.all_agree:
        return figures.translator.gettext(
            "{count} published estimates, scaled to this sale, say **{all}** points on US yields.",
            **values,
        )
    return figures.translator.gettext(
        "{count} published estimates, scaled to this sale, run from **{all}** points on US yields.",
        **values,
    )


def _ours(span: Span) -> str:
    return span.about + span.in_brackets


def small_print(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """How the studies are scaled, and what the sale is."""
    scaled = figures.translator.gettext(
        "Each in proportion to this sale alone, by its share of the market of its time. Several"
        " are about maturities other than 10 years. A yield is what new buyers of US government"
        " debt earn a year."
    )
    return f"-# {scaled} {sale_small_print(studies.sale, figures.sale)[3:]}"


def alt_text(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """The picture for those who do not see it."""
    return figures.translator.gettext(
        "{title}: a line for each of {count} published estimates, {all} points. Those about sales"
        " say {flows}, ours at the peak {peak}; those about holdings say {stocks}, ours for good"
        " {settled}.",
        title=sale_title(studies.sale, figures.sale),
        count=figures.count,
        all=figures.all,
        flows=figures.flow_range,
        peak=_ours(figures.sale.rise),
        stocks=figures.stock_range,
        settled=_ours(figures.sale.settled),
    )


def cited_text(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """Every study with what it says of the sale, and its source."""
    translator = figures.translator
    gettext = translator.gettext
    return "\n".join(
        (
            gettext("### What each study says"),
            gettext(
                "{title}: points on the yield, least / **middle** / most.",
                title=sale_title(studies.sale, figures.sale),
            ),
            gettext("**Sales within a month or a year**"),
            *(_row(estimate, translator) for estimate in studies.of_flows),
            gettext("**Who holds the debt for long**"),
            *(_row(estimate, translator) for estimate in studies.of_stocks),
        )
    )


def _row(estimate: Estimate, translator: Translator) -> str:
    study = estimate.study
    least, middle, most = (
        translator.points(value) for value in (estimate.least, estimate.middle, estimate.most)
    )
    range_ = f"**{middle}**" if least == most else f"{least} / **{middle}** / {most}"
    source = f"[{_cited(study.reference, translator)}](<{study.reference.url}>)"
    return f"-# {source}, {translator.gettext(study.maturity)}: {range_}"


def _cited(reference: Reference, translator: Translator) -> str:
    names = reference.authors.split(", ")
    authors = reference.authors
    if len(names) > 2:
        authors = translator.gettext("{first} et al.", first=names[0])
    return f"{authors} {reference.year}"
