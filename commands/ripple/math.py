"""Show the math of ``/ripple``: each pass-through with its slope, its doubts and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.figures import exact_rate, span
from commands.common.text.citations import cited, parameter_text, three
from commands.common.text.small_print import as_lines
from commands.ripple.figures import dollars_text
from commands.ripple.text import further_text

if TYPE_CHECKING:
    from calc.spillovers import Spillovers
    from commands.common.translator import Translator
    from commands.ripple.figures import RippleFigures

_LONGEST = 4000
# In a language of long words fewer references fit a message.
_REFERENCES = None, 1


def math_text(ripple: Spillovers, figures: RippleFigures) -> str:
    """The whole derivation, with as many references as a message holds."""
    for at_most in _REFERENCES:
        text = _with_references(ripple, figures, at_most)
        if len(text) <= _LONGEST:
            break
    return text


def _with_references(ripple: Spillovers, figures: RippleFigures, at_most: int | None) -> str:
    """The steps in the order of the answer, and what is behind them."""
    translator, gettext = figures.translator, figures.translator.gettext
    published, loss = ripple.parameters.published, ripple.everybody
    return as_lines(
        gettext("### The math: what {amount} passes on", amount=figures.amount),
        gettext("Three numbers: every setting low, **best**, high."),
        further_text(ripple, figures),
        gettext(
            "The 10-year yield at the worst moment: {rise} points (see `/selloff`).",
            rise=three(ripple.outcome.yields.peak.times(100), translator),
        ),
        _loan(ripple, figures),
        gettext(
            "**2. Companies** (medium grade). × {value} = {rise} points.",
            value=parameter_text(published["company"], translator),
            rise=three(ripple.company_rise.times(100), translator),
        ),
        _dollar(ripple, figures),
        gettext(
            "**4. Shares** (S&P 500). × {value} = {fall}% lower. In 2016 to 2021 the slope was"
            " +4.7, as yields rose on good news; in frightened weeks −9.5.",
            value=parameter_text(published["shares"], translator),
            fall=three(ripple.shares.times(-100), translator),
        ),
        _rest(ripple, figures),
        _home(ripple, figures),
        gettext(
            "**6. Everybody.** Bills, notes and bonds of {date}, each at the par yield of its time,"
            " before and at the worst moment, scaled to today's market: {usd}, {share}. Abroad"
            " {abroad} (by DV01), at home with the Fed {home}.",
            date=translator.day(ripple.outcome.snapshot.securities.as_of),
            usd=three(loss.usd, translator, translator.short_money),
            share=figures.everybody_share,
            abroad=translator.money(loss.abroad_usd.central),
            home=translator.money(loss.usd.central - loss.abroad_usd.central),
        ),
        gettext("**7. Gold.** We found no study with a number we could check, so there is none."),
        _support(ripple, translator, at_most),
        _data(ripple, translator),
        "-# " + gettext("Estimate, not advice."),
    )


def _loan(ripple: Spillovers, figures: RippleFigures) -> str:
    translator, loan, survey = figures.translator, ripple.mortgage, ripple.facts.mortgage_rate
    lifetime = span(loan.lifetime_usd, lambda usd: dollars_text(usd, translator), translator)
    return translator.gettext(
        "**1. Loan.** × {value} = {rise} points on top of {rate} ({survey} on {date}, when the"
        " 10-year was {then}; now {now}, passed on alike). {principal} × r ÷ (1 − (1 +"
        " r)^−{months}), r a twelfth of the rate: {before} a month before, {extra} more, {lifetime}"
        " over all months. A loan"
        " with a fixed rate that somebody already has stays as it is.",
        value=parameter_text(ripple.parameters.published["mortgage"], translator),
        rise=three(loan.rise.times(100), translator),
        rate=translator.rate(loan.rate, 1),
        survey=exact_rate(survey.value, translator),
        date=translator.day(survey.as_of),
        then=exact_rate(ripple.facts.ten_year_at_mortgage_rate.value, translator),
        now=exact_rate(ripple.outcome.yields.before, translator),
        lifetime=lifetime.about,
        principal=figures.principal,
        months=loan.loan.months,
        before=translator.dollars(loan.payment_usd),
        extra=three(loan.extra_usd, translator, translator.dollars),
    )


def _dollar(ripple: Spillovers, figures: RippleFigures) -> str:
    translator, published = figures.translator, ripple.parameters.published
    return translator.gettext(
        "**3. Dollar.** × {value} = {rise}%. Weeks of 2015 to 2026; over 2006 to 2026 there is no"
        " relation. When buyers value US safety less, it falls: {lost} if reserve status were lost"
        " altogether. Emerging economies: {debt} per percent, on just over {all_debt} of"
        " dollar debt.",
        value=parameter_text(published["dollar"], translator),
        rise=three(ripple.dollar.times(100), translator),
        lost=translator.percent(ripple.parameters.dollar_if_status_lost),
        debt=translator.exact_money(published["emerging_debt"].central * 1e9),
        all_debt=translator.exact_money(4e12),
    )


def _rest(ripple: Spillovers, figures: RippleFigures) -> str:
    translator, rest = figures.translator, ripple.rest
    return translator.gettext(
        "**5. Seller.** It keeps {rest}, with {delta} of a ten-year note's rate risk: − {fall}% ="
        " {loss}.",
        rest=figures.rest,
        delta=translator.number(rest.relative_dv01, 3),
        fall=three(rest.fall.times(100), translator),
        loss=three(rest.usd, translator, translator.short_money),
    )


def _home(ripple: Spillovers, figures: RippleFigures) -> str:
    translator, home, facts = figures.translator, ripple.home, ripple.facts
    if home is None:
        return translator.gettext("Its currency: no published figure that reaches this sale.")
    return translator.gettext(
        "If all of it becomes yen: {share} of Japan's GDP ({gdp}, {year}) × {value} = {rise}% on"
        " the {rest} it keeps: {loss} less. The study looked at smaller sums; kept in dollars, this"
        " line is zero.",
        share=translator.percent(home.share_of_gdp),
        gdp=translator.short_money(facts.japan_gdp.value, 3),
        year=facts.japan_gdp.as_of.year,
        value=parameter_text(ripple.parameters.published["repatriation"], translator),
        rise=three(home.rise.times(100), translator),
        rest=figures.rest,
        loss=three(home.loss_usd, translator, translator.short_money),
    )


def _support(ripple: Spillovers, translator: Translator, at_most: int | None) -> str:
    names = {
        "mortgage": translator.gettext("Mortgages"),
        "company": translator.gettext("Companies"),
        "dollar": translator.gettext("Dollar"),
        "emerging_debt": translator.gettext("Emerging economies"),
        "shares": translator.gettext("Shares"),
        "repatriation": translator.gettext("Own currency"),
    }
    published, references = ripple.parameters.published, ripple.parameters.references
    lines = [
        translator.gettext(
            "-# {name}: {cited}",
            name=name,
            cited=cited(published[key], references, translator, at_most),
        )
        for key, name in names.items()
    ]
    status = cited(published["dollar_if_status_lost"], references, translator, at_most)
    lines.append(translator.gettext("-# Reserve status: {cited}", cited=status))
    return as_lines(translator.gettext("**Where the settings come from**"), *lines)


def _data(ripple: Spillovers, translator: Translator) -> str:
    figures = (ripple.facts.mortgage_rate, ripple.facts.japan_gdp)
    return "\n".join(
        translator.gettext(
            "-# [{publisher}: {title}](<{url}>): {date}, press reports",
            publisher=figure.source.publisher,
            title=figure.source.title,
            url=figure.source.url,
            date=translator.day(figure.as_of),
        )
        for figure in figures
    )
