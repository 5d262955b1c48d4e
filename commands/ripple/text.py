"""Text of ``/ripple``: what else would move, for whom, and which signs may turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.names import capitalised, holder_name, in_time

if TYPE_CHECKING:
    from calc.spillovers import Spillovers
    from commands.ripple.figures import RippleFigures


def main_text(ripple: Spillovers, figures: RippleFigures) -> str:
    """The plain answer, nearest to home first."""
    return "\n".join(
        (
            *_too_much(ripple, figures),
            f"### {title(ripple, figures)}",
            _loans(figures),
            _shares(figures),
            _dollar(figures),
            *_seller(ripple, figures),
            _everybody(figures),
        )
    )


def title(ripple: Spillovers, figures: RippleFigures) -> str:
    """The question as understood."""
    scenario, translator = ripple.outcome.scenario, figures.translator
    return translator.gettext(
        "What else would move if {who} sold {amount} {in_time}",
        who=holder_name(ripple.outcome.sale.holder, translator),
        amount=figures.amount,
        in_time=in_time(scenario.pace, translator),
    )


def small_print(
    ripple: Spillovers, figures: RippleFigures, corrected_from: str | None = None
) -> str:
    """What was understood, the dates of the data, and what this is not."""
    translator, sale = figures.translator, ripple.outcome.sale
    who = capitalised(holder_name(sale.holder, translator))
    parts = [
        translator.gettext("Read as {who}.", who=who) if corrected_from else "",
        translator.gettext("At the worst moment, calm market, new loans only."),
        translator.gettext("In brackets: what most studies would give."),
        _unknown(ripple, figures),
        translator.gettext("Emerging economies: their dollar debt, in their own money."),
        translator.gettext(
            "Mortgage rate about {rate}: {survey} ({date}, press reports), moved on with the"
            " 10-year yield since.",
            rate=figures.mortgage_rate,
            survey=figures.survey_rate,
            date=figures.mortgage_date,
        ),
        translator.gettext("Yields of {date}.", date=figures.curve_date),
        translator.gettext("Holdings of {month}.", month=translator.month(sale.holding.month)),
        translator.gettext("Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def _unknown(ripple: Spillovers, figures: RippleFigures) -> str:
    gettext = figures.translator.gettext
    if figures.home is not None or ripple.is_home_beyond:
        return gettext("Gold: no published number.")
    return gettext("Gold, and the seller's own currency: no published number.")


def alt_text(ripple: Spillovers, figures: RippleFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
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
        fall = figures.rest_fall.about
        parts.append(gettext("What the seller keeps would lose {fall}.", fall=fall))
    return " ".join(parts)


def _too_much(ripple: Spillovers, figures: RippleFigures) -> tuple[str, ...]:
    sale, translator = ripple.outcome.sale, figures.translator
    if not sale.exceeds_holding:
        return ()
    who = capitalised(holder_name(sale.holder, translator))
    return (
        translator.gettext(
            "{who} holds {holding}, not {asked}: this is for all of it.",
            who=who,
            holding=figures.holding,
            asked=figures.asked,
        ),
    )


def _loans(figures: RippleFigures) -> str:
    gettext = figures.translator.gettext
    mortgage = gettext(
        "**New mortgage** ({principal}, {years}): {extra} a month more{range},"
        " {lifetime} over its life.",
        principal=figures.principal,
        years=figures.years,
        extra=figures.extra.bold,
        lifetime=figures.lifetime.central,
        range=figures.extra.in_brackets,
    )
    company = gettext(
        "Company loans: {rise} points dearer{range}.",
        rise=figures.company.about,
        range=figures.company.in_brackets,
    )
    return f"{mortgage} {company}"


def _shares(figures: RippleFigures) -> str:
    return figures.translator.gettext(
        "**Shares** would slip {fall}{range}.",
        fall=figures.shares.bold,
        range=figures.shares.in_brackets,
    )


def _dollar(figures: RippleFigures) -> str:
    gettext = figures.translator.gettext
    dollar = gettext(
        "**Dollar:** {rise} up{range}, or down if trust fades.",
        rise=figures.dollar.bold,
        range=figures.dollar.in_brackets,
    )
    emerging = gettext(
        "Emerging economies would owe {debt} more{range}.",
        debt=figures.emerging.about,
        range=figures.emerging.in_brackets,
    )
    return f"{dollar} {emerging}"


def _everybody(figures: RippleFigures) -> str:
    return figures.translator.gettext(
        "**Everybody** with US government debt would lose {loss} on paper.",
        loss=figures.everybody.bold,
    )


def _seller(ripple: Spillovers, figures: RippleFigures) -> tuple[str, ...]:
    translator, sale = figures.translator, ripple.outcome.sale
    who = holder_name(sale.holder, translator)
    own = ""
    if ripple.rest.rest_usd > 0:
        own = translator.gettext(
            "What **{who}** keeps would lose {loss}{range}.",
            who=who,
            loss=figures.rest_loss.about,
            range=figures.rest_loss.in_brackets,
        )
    elif not sale.exceeds_holding:
        own = translator.gettext(
            "**{who}** would keep nothing that could lose value.", who=capitalised(who)
        )
    return (own,) if own else ()
