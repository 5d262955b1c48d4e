"""The words of ``/ripple``: what else would move, for whom, and which signs may turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.names import capitalised, holder_name, in_time

if TYPE_CHECKING:
    from calc.spillovers import Ripple
    from commands.common.spans import Span
    from commands.ripple.figures import RippleFigures


def main_text(ripple: Ripple, figures: RippleFigures) -> str:
    """The plain answer, nearest to home first."""
    return "\n".join(
        (
            *_too_much(ripple, figures),
            f"### {title(ripple, figures)}",
            _loans(figures),
            _shares(figures),
            _dollar(figures),
            *_seller(ripple, figures),
        )
    )


def title(ripple: Ripple, figures: RippleFigures) -> str:
    """The question as understood."""
    scenario, tongue = ripple.outcome.scenario, figures.tongue
    return tongue.say(
        "What else would move if {who} sold {amount} {in_time}",
        who=holder_name(ripple.outcome.sale.holder, tongue),
        amount=figures.amount,
        in_time=in_time(scenario.pace, tongue),
    )


def small_print(ripple: Ripple, figures: RippleFigures, corrected_from: str | None = None) -> str:
    """What was understood, the dates of the data, and what this is not."""
    tongue, sale = figures.tongue, ripple.outcome.sale
    who = capitalised(holder_name(sale.holder, tongue))
    parts = [
        tongue.say("Read as {who}.", who=who) if corrected_from else "",
        tongue.say("At the worst moment, calm market, new loans only."),
        _unknown(ripple, figures),
        tongue.say("Emerging economies: their dollar debt, in their own money."),
        tongue.say(
            "Mortgage rate {rate} ({date}, press reports).",
            rate=figures.mortgage_rate,
            date=figures.mortgage_date,
        ),
        tongue.say("Yields of {date}.", date=figures.curve_date),
        tongue.say("Holdings of {month}.", month=tongue.month(sale.holding.month)),
        tongue.say("Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def _unknown(ripple: Ripple, figures: RippleFigures) -> str:
    say = figures.tongue.say
    if figures.home is not None or ripple.is_home_beyond:
        return say("Gold: no published number.")
    return say("Gold, and the seller's own currency: no published number.")


def alt_text(ripple: Ripple, figures: RippleFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    say = figures.tongue.say
    parts = [
        say(
            "New mortgage rates would rise {mortgage} percentage points{range}, company loans"
            " {company}.",
            mortgage=figures.mortgage.about,
            range=_range(figures.mortgage),
            company=figures.company.about,
        ),
        say(
            "The dollar would rise {dollar} and shares fall {shares}{range}; both signs can turn.",
            dollar=figures.dollar.about,
            shares=figures.shares.about,
            range=_range(figures.shares),
        ),
    ]
    if ripple.rest.rest_usd > 0:
        fall = figures.rest_fall.about
        parts.append(say("What the seller keeps would lose {fall}.", fall=fall))
    if figures.home is not None:
        fall = figures.home.rise.about
        parts.append(say("With all proceeds turned into yen, {fall} in yen.", fall=fall))
    return " ".join(parts)


def _too_much(ripple: Ripple, figures: RippleFigures) -> tuple[str, ...]:
    sale, tongue = ripple.outcome.sale, figures.tongue
    if not sale.exceeds_holding:
        return ()
    who = capitalised(holder_name(sale.holder, tongue))
    return (
        tongue.say(
            "{who} holds {holding}, not {asked}: this is for all of it.",
            who=who,
            holding=figures.holding,
            asked=figures.asked,
        ),
    )


def _loans(figures: RippleFigures) -> str:
    say = figures.tongue.say
    mortgage = say(
        "**New mortgage** ({principal}, {years}): {extra} a month more{range}.",
        principal=figures.principal,
        years=figures.years,
        extra=_bold(figures.extra),
        range=_range(figures.extra),
    )
    company = say(
        "Company loans: {rise} points dearer{range}.",
        rise=figures.company.about,
        range=_range(figures.company),
    )
    return f"{mortgage} {company}"


def _shares(figures: RippleFigures) -> str:
    return figures.tongue.say(
        "**Shares** would slip {fall}{range}; in 2016–2021 they rose instead.",
        fall=_bold(figures.shares),
        range=_range(figures.shares),
    )


def _dollar(figures: RippleFigures) -> str:
    say = figures.tongue.say
    dollar = say(
        "**Dollar:** {rise} up{range}, or down if trust fades.",
        rise=_bold(figures.dollar),
        range=_range(figures.dollar),
    )
    emerging = say(
        "Emerging economies would owe {debt} more{range}.",
        debt=figures.emerging.about,
        range=_range(figures.emerging),
    )
    return f"{dollar} {emerging}"


def _seller(ripple: Ripple, figures: RippleFigures) -> tuple[str, ...]:
    tongue, sale = figures.tongue, ripple.outcome.sale
    who = holder_name(sale.holder, tongue)
    own = ""
    if ripple.rest.rest_usd > 0:
        own = tongue.say(
            "What **{who}** keeps would lose {loss}{range}.",
            who=who,
            loss=figures.rest_loss.about,
            range=_range(figures.rest_loss),
        )
    elif not sale.exceeds_holding:
        own = tongue.say(
            "**{who}** would keep nothing that could lose value.", who=capitalised(who)
        )
    line = " ".join(part for part in (own, _home(ripple, figures)) if part)
    return (line,) if line else ()


def _home(ripple: Ripple, figures: RippleFigures) -> str:
    say = figures.tongue.say
    if figures.home is not None:
        return say(
            "If turned into yen: {loss} more{range}.",
            loss=figures.home.loss.about,
            range=_range(figures.home.loss),
        )
    if ripple.is_home_beyond:
        return say("If turned into yen: no study reaches that far.")
    return ""


def _bold(span: Span) -> str:
    """The best guess in bold, what qualifies it not."""
    return span.about.replace(span.central, f"**{span.central}**", 1)


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
