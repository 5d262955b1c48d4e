"""Show the math of ``/yen``: three ways to an amount, the yield, and every round on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.fx_intervention import InterventionModel
from commands.common.locale.sentences import like
from commands.common.text.citations import cited, parameter_text, three
from commands.common.text.small_print import as_lines
from commands.yen.figures import TRILLION, rate_text
from commands.yen.text import held_time

if TYPE_CHECKING:
    from datetime import date

    from calc.events.interventions import Intervention
    from calc.fx_intervention import YenOutcome
    from commands.common.translator import Translator
    from commands.yen.figures import YenFigures


def math_text(outcome: YenOutcome, figures: YenFigures) -> str:
    """The whole derivation, in the order of the answer."""
    translator = figures.translator
    gettext = translator.gettext
    record, published = outcome.record, outcome.parameters.published
    holding, reserves = outcome.outcome.sale.holding, outcome.facts.japan_reserves
    gdp, (scale, exponent) = outcome.facts.japan_gdp, record.power_law()
    usd = {each.model: translator.short_money(each.usd.central) for each in outcome.amounts}
    return as_lines(
        gettext(
            "### The math: {start} to {target} yen, the dollar {fall} cheaper",
            start=figures.start,
            target=figures.target,
            fall=figures.fall,
        ),
        gettext(
            "**1. Flows.** In many countries a purchase of 1% of GDP lifted the currency"
            " {value}%, lastingly. {fall} ÷ that × GDP of {gdp} ({year}) = {usd}.",
            value=parameter_text(published["repatriation"], translator),
            fall=figures.fall,
            gdp=translator.short_money(gdp.value, 3),
            year=translator.year(gdp.as_of.year),
            usd=usd[InterventionModel.FLOW_STUDY],
        ),
        gettext(
            "**2. Straight.** Japan's four rounds with known rates: {slope}% per trillion yen by"
            " the next noon. {fall} ÷ that = {usd}. Nothing supports this line beyond {largest}.",
            slope=translator.number(record.linear_slope() * TRILLION * 100),
            fall=figures.fall,
            usd=usd[InterventionModel.LINEAR],
            largest=translator.percent(record.largest_fitted_fall),
        ),
        gettext(
            "**3. Bent.** More yen moved the rate less per yen: through the same rounds, {scale}% ×"
            " (trillion yen)^{exponent}. Turned round for {fall} = {usd}. Four points, so a hint"
            " only.",
            scale=translator.number(scale * TRILLION**exponent * 100),
            exponent=translator.number(exponent),
            fall=figures.fall,
            usd=usd[InterventionModel.POWER_LAW],
        ),
        gettext(
            "The answer is the middle of the three, {usd}; the range goes from the least to"
            " the most. About {yen} at the rate half-way.",
            usd=figures.usd_short.central,
            yen=_yen(translator.number(outcome.yen / TRILLION), translator),
        ),
        gettext(
            "**4. Yield.** The middle of these through `/selloff`, all Treasuries sold in a month"
            " in a calm market: {rise} points. Higher US yields pull the other way: × {value}% per"
            " point × {kept} (our judgement for a sale by foreigners) = the dollar {back}% dearer"
            " again.",
            rise=three(outcome.outcome.yields.peak.times(100), translator),
            value=parameter_text(published["yen_by_rates"], translator),
            kept=translator.number(outcome.parameters.yen_by_rates_kept),
            back=three(outcome.push_back.times(100), translator),
        ),
        gettext(
            "**5. From where.** Japan's government can use only its own reserves: {reserves} on"
            " {date} (press reports), not all {holding} of Treasuries in Japan ({month}). Cash"
            " and bills go first and move yields less. Of those Treasuries Japan would keep"
            " {left}, worth about {loss} less in yen.",
            reserves=translator.exact_money(reserves.value),
            date=translator.day(reserves.as_of),
            holding=translator.money(holding.usd, 3),
            month=translator.month(holding.month),
            left=figures.left,
            loss=translator.money(outcome.left_loss_usd),
        ),
        gettext(
            "**Rounds on record** (trillion yen; the dollar at noon in New York until {until})",
            until=figures.rates_until,
        ),
        *(_round(each, record.rates_until, translator) for each in record.rounds),
        _sources(outcome, translator),
        "-# " + gettext("Estimate, not advice."),
    )


def _yen(trillions: str, translator: Translator) -> str:
    return like(trillions, translator.gettext("¥{number} trillion", number=trillions))


def _round(each: Intervention, rates_until: date, translator: Translator) -> str:
    purchase = each.purchase
    name, effect = translator.gettext(purchase.label), purchase.rates
    amount = _yen(rate_text(purchase.trillion_yen, translator), translator)
    if effect is None:
        usd = translator.exact_money(each.usd) if each.usd else ""
        note = translator.gettext(purchase.note) if purchase.note else ""
        return translator.gettext(
            "-# {name}: {amount} ({usd}). {note}", name=name, amount=amount, usd=usd, note=note
        )
    values = {
        "name": name,
        "amount": amount,
        "before": rate_text(effect.before[1], translator),
        "after": rate_text(effect.after[1], translator),
        "fall": translator.percent(effect.fall),
    }
    if effect.back_day is not None:
        return translator.gettext(
            "-# {name}: {amount}, {before} to {after} (−{fall}), back on {day}",
            day=translator.day(effect.back_day),
            **values,
        )
    if effect.gone_by is not None:
        return translator.gettext(
            "-# {name}: {amount}, {before} to {after} (−{fall}), held over {time}, gone by {day}"
            " (press reports)",
            time=held_time((rates_until - effect.after[0]).days, translator),
            day=translator.day(effect.gone_by),
            **values,
        )
    return translator.gettext(
        "-# {name}: {amount}, {before} to {after} (−{fall}), not back while our rates last",
        **values,
    )


def _sources(outcome: YenOutcome, translator: Translator) -> str:
    parameters, record, facts = outcome.parameters, outcome.record, outcome.facts
    published = (parameters.published[key] for key in ("repatriation", "yen_by_rates"))
    sources = (
        record.amount_source,
        record.rate_source,
        facts.yen_per_dollar.source,
        facts.japan_gdp.source,
        facts.japan_reserves.source,
    )
    lines = (
        translator.gettext("**Where this comes from**"),
        *(f"-# {cited(parameter, parameters.references, translator)}" for parameter in published),
        *(
            translator.gettext(
                "-# [{publisher}: {title}](<{url}>)",
                publisher=source.publisher,
                title=source.title,
                url=source.url,
            )
            for source in sources
        ),
    )
    return "\n".join(lines)
