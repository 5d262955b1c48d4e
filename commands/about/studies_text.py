"""Text about published studies: what each would say of the same sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.estimates import ReadIn
from commands.about.studies_chart import study_names
from commands.common.locale.sentences import paragraph
from commands.common.sale.text import holds_less
from commands.common.sale.text import title as sale_title
from commands.common.text.small_print import as_lines, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.estimates import Estimate
    from calc.evidence.families import StudiesOutcome
    from calc.parameters.parameter import Reference
    from commands.about.figures import StudiesFigures
    from commands.common.translator import Translator

# Whether all three numbers read the same, and whether somebody read them in the paper.
_ROWS = {
    (True, True): N_("{source}, {maturity}: **{middle}**"),
    (True, False): N_("{source}, {maturity}: **{middle}**, not checked"),
    (False, True): N_("{source}, {maturity}: {least} / **{middle}** / {most}"),
    (False, False): N_("{source}, {maturity}: {least} / **{middle}** / {most}, not checked"),
}


def main_text(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """What each family says, pooled, beside the number of ours that it is about."""
    gettext, sale = figures.translator.gettext, figures.sale
    title = f"### {sale_title(studies.sale, sale)}"
    flows, stocks = figures.flows, figures.stocks
    if figures.is_tiny:
        tiny = gettext(
            "All {count} published results say **{all}** points on US yields (what buyers earn).",
            count=figures.translator.fixed(
                len(studies.flows.estimates) + len(studies.stocks.estimates), 0
            ),
            all=flows.mean,
        )
        return f"{title}\n{tiny}"
    return as_lines(
        title,
        gettext(
            "**Sales within weeks:** {results} results say **{mean}** points on the yield (what"
            " buyers earn). Most further ones would say {next}. Ours, at the peak: {ours}.",
            results=flows.results,
            mean=flows.mean,
            next=flows.next_study,
            ours=sale.rise.about,
        ),
        gettext(
            "**Who holds the debt:** {results} results say **{mean}**; further ones {next}."
            " Ours, for good: {ours}.",
            results=stocks.results,
            mean=stocks.mean,
            next=stocks.next_study,
            ours=sale.settled.about,
        ),
    )


def small_print(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """How the studies are scaled, and what the sale is of."""
    translator = figures.translator
    sale = studies.sale
    less = holds_less(sale, figures.sale)
    return small_line(
        less,
        translator.gettext("Treasuries: US government debt."),
        translator.gettext("Studies scaled to this sale."),
        "" if less else _our_range(figures),
        translator.gettext("Estimate, not advice."),
    )


def _our_range(figures: StudiesFigures) -> str:
    """The model's range, and why it is not quite the studies'."""
    ours = figures.sale.rise.range
    if not ours or ours == figures.flows.next_study:
        return ""
    return figures.translator.gettext("Ours ({range}) also counts what is sold.", range=ours)


def alt_text(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """The picture for those who do not see it."""
    translator = figures.translator
    gettext = translator.gettext
    names = (*study_names(studies.flows.estimates), *study_names(studies.stocks.estimates))
    unchecked = [name.removesuffix(" *") for name in names if name.endswith("*")]
    return paragraph(
        (
            gettext(
                "{title}: a line for each study on one scale, in points.",
                title=sale_title(studies.sale, figures.sale),
            ),
            gettext(
                "Sales within weeks: pooled {mean}, next study {next}, ours at the peak {ours}.",
                mean=figures.flows.mean,
                next=figures.flows.next_study,
                ours=figures.sale.rise.about,
            ),
            gettext(
                "Who holds the debt: pooled {mean}, next study {next}, ours for good {ours}.",
                mean=figures.stocks.mean,
                next=figures.stocks.next_study,
                ours=figures.sale.settled.about,
            ),
            gettext("Not checked: {names}.", names=translator.listed(unchecked))
            if unchecked
            else "",
        )
    )


def cited_text(studies: StudiesOutcome, figures: StudiesFigures) -> str:
    """Every study with what it says of the sale, its source, and what the pooled means hang on."""
    translator, flows, stocks = figures.translator, figures.flows, figures.stocks
    gettext = translator.gettext
    return as_lines(
        gettext("### What each study says"),
        gettext(
            "{title}: points on the yield, least / **middle** / most.",
            title=sale_title(studies.sale, figures.sale),
        ),
        gettext(
            "**Sales within weeks:** {results} results of {papers} papers, pooled {mean} (90%:"
            " {interval}); {read} without the {unchecked} quoted from memory, {by_gdp} scaled by"
            " GDP, {without_one} without any one; {real} of the differences are real.",
            results=flows.results,
            papers=flows.papers,
            mean=flows.mean,
            interval=flows.mean_interval,
            read=flows.read,
            unchecked=flows.unchecked,
            by_gdp=flows.by_gdp,
            without_one=flows.without_one,
            real=flows.real,
        ),
        *(_row(estimate, translator) for estimate in studies.flows.estimates),
        gettext(
            "**Who holds the debt:** {results} results of {papers} papers, pooled {mean} (90%:"
            " {interval}); {by_gdp} scaled by GDP, {without_one} without any one; {real}"
            " of the differences are real.",
            results=stocks.results,
            papers=stocks.papers,
            mean=stocks.mean,
            interval=stocks.mean_interval,
            by_gdp=stocks.by_gdp,
            without_one=stocks.without_one,
            real=stocks.real,
        ),
        *(_row(estimate, translator) for estimate in studies.stocks.estimates),
        gettext("**Not pooled: a second figure, a survey**"),
        *(_row(estimate, translator) for estimate in studies.not_pooled),
        gettext(
            "-# Each study in proportion to this sale, by its share of the market of its time."
        ),
        gettext(
            "-# The survey's high end is Warnock again: a year's purchases put into one month."
        ),
    )


def _row(estimate: Estimate, translator: Translator) -> str:
    study = estimate.study
    least, middle, most = (
        translator.points(value) for value in (estimate.least, estimate.middle, estimate.most)
    )
    return "-# " + translator.gettext(
        _ROWS[least == most, study.read is not ReadIn.FROM_MEMORY],
        source=translator.gettext(
            "[{source}](<{url}>)",
            source=_cited(study.reference, translator),
            url=study.reference.url,
        ),
        maturity=translator.gettext(study.maturity),
        least=least,
        middle=middle,
        most=most,
    )


def _cited(reference: Reference, translator: Translator) -> str:
    names = reference.authors.split(", ")
    authors = reference.authors
    if len(names) > 2:
        authors = translator.gettext("{first} et al.", first=names[0])
    return translator.gettext("{authors} {year}", authors=authors, year=reference.year)
