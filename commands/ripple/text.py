"""Text of ``/ripple``: what else would move, for whom, and which signs may turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others
from commands.common.figures import money_span, span
from commands.common.sale.text import (
    assumptions,
    holds_less_in_short,
    in_market_text,
    is_calm,
    read_as,
)
from commands.common.text.names import holder_name, in_time
from commands.common.text.small_print import (
    MOST_SMALL_WORDS,
    as_lines,
    fit_words,
    small_line,
    yields_day,
)
from commands.ripple.figures import percent_text

if TYPE_CHECKING:
    from datetime import date

    from calc.spillovers import Spillovers
    from commands.ripple.figures import RippleFigures


def main_text(ripple: Spillovers, figures: RippleFigures) -> str:
    """The plain answer, nearest to home first, as far as a phone has room."""
    too_much = holds_less_in_short(ripple.outcome.sale, figures.translator)
    gettext = figures.translator.gettext
    mortgage = gettext(
        "A new **{principal} mortgage** over {years} would cost {extra} a month more{range}.",
        principal=figures.principal,
        years=figures.years,
        extra=figures.extra.bold,
        range=figures.extra.in_brackets,
    )
    shares = gettext("**Shares** would slip {fall}, though not always.", fall=figures.shares.bold)
    dollar = gettext(
        "The **dollar** would rise {rise}, or fall if trust fades.", rise=figures.dollar.bold
    )
    kept = fit_words((too_much, mortgage, shares, dollar))
    shown = (line for line in (mortgage, shares, dollar) if line in kept)
    return as_lines(*([too_much] if too_much else ()), f"### {title(ripple, figures)}", *shown)


def further_text(ripple: Spillovers, figures: RippleFigures) -> str:
    """What the first answer has no room for: others who would notice, and the ranges."""
    gettext = figures.translator.gettext
    return figures.translator.paragraph(
        (
            gettext(
                "**Also:** company loans {company} points more costly{company_range}, the dollar"
                " {dollar} up{dollar_range}, shares {shares} down{shares_range}.",
                dollar=figures.dollar.about,
                shares=figures.shares.about,
                company=figures.company.about,
                company_range=figures.company.in_brackets,
                dollar_range=figures.dollar.in_brackets,
                shares_range=figures.shares.in_brackets,
            ),
            _seller(ripple, figures),
            gettext(
                "In their own money, emerging economies would owe {debt} more{range}.",
                debt=figures.emerging.about,
                range=figures.emerging.in_brackets,
            ),
            gettext(
                "Everybody with US government debt would lose {loss} on paper, {share} of it.",
                loss=figures.everybody.about,
                share=figures.everybody_share,
            ),
        )
    )


def title(ripple: Spillovers, figures: RippleFigures) -> str:
    """The question as understood."""
    scenario, translator = ripple.outcome.scenario, figures.translator
    sale = {
        "who": holder_name(ripple.outcome.sale.holder, translator),
        "amount": figures.amount,
        "in_time": in_time(scenario.pace, translator),
    }
    if is_calm(scenario):
        return translator.gettext(
            "What else would move if {who} sold {amount} of US debt {in_time}", **sale
        )
    if (scenario.others, scenario.fed) == (Others.NOBODY, Fed.OUT):
        return translator.gettext(
            "What else would move if {who} sold {amount} of US debt {in_time} {in_market}",
            in_market=in_market_text(scenario, translator),
            **sale,
        )
    return translator.gettext(
        "What would move if {who} sold {amount} of US debt {in_time}, as others act", **sale
    )


def small_print(
    ripple: Spillovers,
    figures: RippleFigures,
    corrected_from: str | None = None,
    today: date | None = None,
) -> str:
    """What was understood, what the numbers are for, their day, and what this is not."""
    translator = figures.translator
    day = yields_day(ripple.outcome.snapshot, translator, today)
    advice = translator.gettext("Estimate, not advice.")
    rates = translator.gettext("Rates of {day}.", day=day)
    if not is_calm(ripple.outcome.scenario):
        return small_line(
            assumptions(ripple.outcome, translator), advice, rates, limit=MOST_SMALL_WORDS
        )
    return small_line(
        read_as(ripple.outcome, translator) if corrected_from else "",
        translator.gettext("At the worst moment, new loans only."),
        rates,
        advice,
        translator.gettext("Gold: no published number."),
    )


def alt_text(ripple: Spillovers, figures: RippleFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    translator = figures.translator
    gettext = translator.gettext
    parts = [
        gettext(
            "A new mortgage of {principal} over {years} would cost {extra} a month more. Mortgage"
            " rates would rise {mortgage} percentage points{range}, company loans {company}.",
            principal=figures.principal,
            years=figures.years,
            extra=figures.extra.about,
            mortgage=figures.mortgage.about,
            range=figures.mortgage.in_brackets,
            company=figures.company.about,
        ),
        gettext(
            "The dollar would rise {dollar} and shares fall {shares}{range}; both signs can turn.",
            dollar=figures.dollar.about,
            shares=figures.shares.about,
            range=figures.shares.in_brackets,
        ),
    ]
    if ripple.rest.rest_usd > 0:
        fall = span(ripple.rest.fall, lambda share: percent_text(share, translator), translator)
        parts.append(gettext("What the seller keeps would lose {fall}.", fall=fall.about))
    return translator.paragraph(parts)


def _seller(ripple: Spillovers, figures: RippleFigures) -> str:
    translator, sale = figures.translator, ripple.outcome.sale
    who = holder_name(sale.holder, translator)
    if ripple.rest.rest_usd > 0:
        return translator.gettext(
            "What {who} keeps would lose {loss} on paper.",
            who=who,
            loss=money_span(ripple.rest.usd, translator).about,
        )
    if sale.exceeds_holding:
        return ""
    return translator.sentence("{who} would keep nothing that could lose value.", who=who)
