"""Show the math of ``/ripple``: each pass-through with its slope, its doubts and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.citations import cited, dial_text, three

if TYPE_CHECKING:
    from calc.spillovers import Ripple
    from commands.common.translator import Tongue
    from commands.ripple.figures import RippleFigures

_SHOWN = ("mortgage", "company", "dollar", "emerging_debt", "shares", "repatriation")


def math_text(ripple: Ripple, figures: RippleFigures) -> str:
    """The whole derivation, in the order of the answer."""
    say = figures.tongue.say
    return "\n".join(
        (
            say("### The math: what {amount} passes on", amount=figures.amount),
            say("Three numbers: all dials low, **best**, high. The range is no probability."),
            _yields(ripple, figures),
            _loan(ripple, figures),
            _company(ripple, figures),
            _dollar(ripple, figures),
            _shares(ripple, figures),
            _rest(ripple, figures),
            _home(ripple, figures),
            say("**6. Gold.** We found no study with a number we could check, so there is none."),
            _support(ripple, figures.tongue),
            _data(ripple, figures.tongue),
            "-# " + say("Estimate, not advice."),
        )
    )


def _yields(ripple: Ripple, figures: RippleFigures) -> str:
    tongue = figures.tongue
    return tongue.say(
        "The 10-year yield at the worst moment: {rise} points (see `/selloff`).",
        rise=three(ripple.outcome.yields.peak.times(100), tongue),
    )


def _loan(ripple: Ripple, figures: RippleFigures) -> str:
    tongue, loan = figures.tongue, ripple.mortgage
    return tongue.say(
        "**1. Loan.** × {dial} = {rise} points on top of {rate}. {principal} × r ÷ (1 − (1 +"
        " r)^−{months}), r a twelfth of the rate: {before} a month before, {extra} more. A loan"
        " with a fixed rate that somebody already has stays as it is.",
        dial=dial_text(ripple.parameters.dials["mortgage"], tongue),
        rise=three(loan.rise.times(100), tongue),
        rate=figures.mortgage_rate,
        principal=figures.principal,
        months=loan.loan.months,
        before=tongue.dollars(loan.payment_usd),
        extra=three(loan.extra_usd, tongue, tongue.dollars),
    )


def _company(ripple: Ripple, figures: RippleFigures) -> str:
    tongue = figures.tongue
    return tongue.say(
        "**2. Companies** (medium grade). × {dial} = {rise} points.",
        dial=dial_text(ripple.parameters.dials["company"], tongue),
        rise=three(ripple.company_rise.times(100), tongue),
    )


def _dollar(ripple: Ripple, figures: RippleFigures) -> str:
    tongue, dials = figures.tongue, ripple.parameters.dials
    return tongue.say(
        "**3. Dollar.** × {dial} = {rise}%. Weeks of 2015 to 2026; over 2006 to 2026 there is no"
        " relation. When buyers value US safety less, it falls: {lost} if reserve status were lost"
        " altogether. Emerging economies: ${debt} billion per percent, on just over $4 trillion of"
        " dollar debt.",
        dial=dial_text(dials["dollar"], tongue),
        rise=three(ripple.dollar.times(100), tongue),
        lost=figures.status_lost,
        debt=tongue.number(dials["emerging_debt"].central),
    )


def _shares(ripple: Ripple, figures: RippleFigures) -> str:
    tongue = figures.tongue
    return tongue.say(
        "**4. Shares** (S&P 500). × {dial} = {fall}% lower. In 2016 to 2021 the slope was +4.7, as"
        " yields rose on good news; in frightened weeks −9.5.",
        dial=dial_text(ripple.parameters.dials["shares"], tongue),
        fall=three(ripple.shares.times(-100), tongue),
    )


def _rest(ripple: Ripple, figures: RippleFigures) -> str:
    tongue, rest = figures.tongue, ripple.rest
    return tongue.say(
        "**5. Seller.** It keeps {rest}, with {delta} of a ten-year note's rate risk: − {fall}% ="
        " {loss}.",
        rest=figures.rest,
        delta=tongue.number(rest.delta),
        fall=three(rest.fall.times(100), tongue),
        loss=three(rest.usd, tongue, tongue.short_money),
    )


def _home(ripple: Ripple, figures: RippleFigures) -> str:
    tongue, home, facts = figures.tongue, ripple.home, ripple.facts
    if home is None:
        return tongue.say("Its currency: no published figure that reaches this sale.")
    return tongue.say(
        "If all of it becomes yen: {share} of Japan's GDP ({gdp}, {year}) × {dial} = {rise}% on"
        " all {holding} it held: {loss}. The study looked at smaller sums; kept in dollars, this"
        " line is zero.",
        share=tongue.percent(home.share_of_gdp),
        gdp=tongue.short_money(facts.japan_gdp.value, 3),
        year=facts.japan_gdp.as_of.year,
        dial=dial_text(ripple.parameters.dials["repatriation"], tongue),
        rise=three(home.rise.times(100), tongue),
        holding=figures.holding,
        loss=three(home.loss_usd, tongue, tongue.short_money),
    )


def _support(ripple: Ripple, tongue: Tongue) -> str:
    names = {
        "mortgage": tongue.say("Mortgages"),
        "company": tongue.say("Companies"),
        "dollar": tongue.say("Dollar"),
        "emerging_debt": tongue.say("Emerging economies"),
        "shares": tongue.say("Shares"),
        "repatriation": tongue.say("Own currency"),
    }
    dials, references = ripple.parameters.dials, ripple.parameters.references
    lines = [f"-# {names[key]}: {cited(dials[key], references, tongue)}" for key in _SHOWN]
    status = cited(dials["dollar_if_status_lost"], references, tongue)
    role = tongue.say("Reserve status")
    lines.append(f"-# {role}: {status}")
    return "\n".join((tongue.say("**Where the dials come from**"), *lines))


def _data(ripple: Ripple, tongue: Tongue) -> str:
    figures = (ripple.facts.mortgage_rate, ripple.facts.japan_gdp)
    return "\n".join(
        tongue.say(
            "-# [{publisher}: {title}](<{url}>): {date}, press reports",
            publisher=figure.source.publisher,
            title=figure.source.title,
            url=figure.source.url,
            date=tongue.day(figure.as_of),
        )
        for figure in figures
    )
