"""Text of ``/interest`` on the whole debt: not at once, how far, and how much snowballs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.interest.total_interest import TotalInterest
    from commands.interest.figures import DebtFigures


def main_text(outcome: TotalInterest, figures: DebtFigures) -> str:
    """The plain answer: the bill in ten years, why not at once, shares, and the sum of articles."""
    return "\n".join(
        (
            f"### {title(figures)}",
            _against_today(outcome, figures),
            _in_ten_years(figures),
            _not_at_once(outcome, figures),
            _shares(figures),
            _at_once(figures),
        )
    )


def title(figures: DebtFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "If all new US debt paid {level} from now on", level=figures.level
    )


def small_print(outcome: TotalInterest, figures: DebtFigures) -> str:
    """What the words mean, the dates of the data, and what this is not."""
    gettext = figures.translator.gettext
    parts = (
        gettext("Net interest leaves out what the US pays its own funds."),
        gettext("More and less: against CBO, {vintage}.", vintage=figures.vintage),
        gettext("Yields of {date}.", date=figures.curve_date),
        gettext("An August 2026 outlook exists; we have not found it in full."),
        _caveat(outcome, figures),
        gettext("Estimate, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def alt_text(outcome: TotalInterest, figures: DebtFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    numbers = {
        "level": figures.level,
        "extra": figures.extra.about,
        "year": figures.last_year,
    }
    if outcome.extra_usd[-1].central < 0:
        finding = gettext(
            "With all new US debt at {level}, interest in {year} is {extra} lower than CBO"
            " expected.",
            **numbers,
        )
    else:
        finding = gettext(
            "With all new US debt at {level}, interest in {year} is {extra} higher than CBO"
            " expected.",
            **numbers,
        )
    way = gettext(
        "One bar for each year from {first_year}, where the change is {first}.",
        first_year=figures.first_year,
        first=figures.first_extra.about,
    )
    part = gettext("Of that, {service} is interest on interest.", service=figures.service.about)
    return " ".join((finding, part, way) if outcome.snowballs else (finding, way))


def _caveat(outcome: TotalInterest, figures: DebtFigures) -> str:
    if outcome.ratios_after.of_revenue.max() < 1:
        return ""
    return figures.translator.gettext(
        "More than all revenue: the sum takes taxes and other spending to stay as they are."
    )


def _against_today(outcome: TotalInterest, figures: DebtFigures) -> str:
    """Where the rate lies against what new debt pays today."""
    gettext = figures.translator.gettext
    numbers = {"level": figures.level, "low": figures.lowest_note, "high": figures.highest_note}
    if outcome.level < outcome.lowest_note:
        return gettext(
            "**{level} is less than new US notes earn today**: {low} to {high}.",
            **numbers,
        )
    if outcome.level > outcome.highest_note:
        return gettext(
            "**{level} is more than new US notes earn today**: {low} to {high}.",
            **numbers,
        )
    return gettext(
        "**{level} is about what new US notes earn today**: {low} to {high}.",
        **numbers,
    )


def _in_ten_years(figures: DebtFigures) -> str:
    return figures.translator.gettext(
        "Net interest in {year} would be **{last}**; at today's yields, {held}. The budget office"
        " (CBO) expected {before} ({vintage}).",
        year=figures.last_year,
        last=figures.last.about,
        held=figures.last_held,
        before=figures.last_before,
        vintage=figures.vintage,
    )


def _not_at_once(outcome: TotalInterest, figures: DebtFigures) -> str:
    gettext = figures.translator.gettext
    numbers = {
        "first": figures.first_extra.about,
        "year": figures.first_year,
    }
    if outcome.extra_usd[0].central < 0:
        slowly = gettext("Slowly at first: {first} less in {year}.", **numbers)
    else:
        slowly = gettext("Slowly at first: {first} more in {year}.", **numbers)
    return f"{slowly} {_then(outcome, figures)}".rstrip()


def _then(outcome: TotalInterest, figures: DebtFigures) -> str:
    gettext = figures.translator.gettext
    if outcome.turns_in is not None:
        return gettext(
            "The sign turns in {year}: short debt would cost more than expected, long debt less.",
            year=outcome.turns_in,
        )
    if outcome.extra_usd[-1].central < 0:
        return gettext("The rate is below what is expected, so interest would fall.")
    return gettext(
        "Then it **snowballs**: {service} in {year} is interest on interest.",
        service=figures.service.about,
        year=figures.last_year,
    )


def _shares(figures: DebtFigures) -> str:
    return figures.translator.gettext(
        "That is {of_revenue} of revenue (now {now}).",
        of_revenue=figures.of_revenue,
        now=figures.net_of_revenue,
    )


def _at_once(figures: DebtFigures) -> str:
    return figures.translator.gettext(
        "All {debt} at {level} at once is {at_once}, {share} of {year} revenue. Nobody pays that:"
        " {now}'s bill, as projected, is {net} net, averaging {average}.",
        debt=figures.debt,
        level=figures.level,
        at_once=figures.at_once,
        share=figures.at_once_of_revenue,
        year=figures.actual_year,
        now=figures.net_year,
        net=figures.net,
        average=figures.average_rate,
    )
