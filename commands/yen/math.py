"""Show the math of ``/yen``: three ways to an amount, the yield, and every round on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.fx_intervention import Way
from commands.common.text.citations import cited, dial_text, three
from commands.yen.figures import given_yen, rate_text
from commands.yen.text import round_name

if TYPE_CHECKING:
    from calc.fx_intervention import YenOutcome
    from calc.interventions import Intervention
    from commands.common.translator import Tongue
    from commands.yen.figures import YenFigures


def math_text(outcome: YenOutcome, figures: YenFigures) -> str:
    """The whole derivation, in the order of the answer."""
    tongue = figures.tongue
    say = tongue.say
    return "\n".join(
        (
            say(
                "### The math: {start} to {target} yen, the dollar {fall} cheaper",
                start=figures.start,
                target=figures.target,
                fall=figures.fall,
            ),
            _flows(outcome, figures),
            _straight(outcome, figures),
            _bent(outcome, figures),
            say(
                "The answer is the middle of the three, {usd}; the range goes from the least to"
                " the most. About {yen} at the rate half-way.",
                usd=figures.usd_short.central,
                yen=figures.yen,
            ),
            _yield(outcome, figures),
            say(
                "**5. From where.** Japan's government can use only its own reserves: {reserves} on"
                " {date} (press reports), not all {holding} of Treasuries in Japan. Cash and bills"
                " go first and move yields less.",
                reserves=figures.reserves,
                date=figures.reserves_date,
                holding=figures.holding,
            ),
            say("**Rounds on record** (trillion yen; the dollar at noon in New York)"),
            *(_round(each, tongue) for each in outcome.record.rounds),
            _sources(outcome, tongue),
            "-# " + say("Estimate, not advice."),
        )
    )


def _flows(outcome: YenOutcome, figures: YenFigures) -> str:
    tongue, gdp = figures.tongue, outcome.facts.japan_gdp
    return tongue.say(
        "**1. Flows.** In many countries a purchase of 1% of GDP lifted the currency"
        " {dial}%, lastingly. {fall} ÷ that × GDP of {gdp} ({year}) = {usd}.",
        dial=dial_text(outcome.parameters.dials["repatriation"], tongue),
        fall=figures.fall,
        gdp=tongue.short_money(gdp.value, 3),
        year=gdp.as_of.year,
        usd=figures.ways[Way.FLOWS],
    )


def _straight(outcome: YenOutcome, figures: YenFigures) -> str:
    tongue = figures.tongue
    return tongue.say(
        "**2. Straight.** Japan's four rounds with known rates: {slope}% per trillion yen by the"
        " next noon. {fall} ÷ that = {usd}. Nothing supports this line beyond {largest}.",
        slope=tongue.number(outcome.record.straight() * 1e14),
        fall=figures.fall,
        usd=figures.ways[Way.STRAIGHT],
        largest=figures.largest,
    )


def _bent(outcome: YenOutcome, figures: YenFigures) -> str:
    tongue = figures.tongue
    scale, exponent = outcome.record.bent()
    return tongue.say(
        "**3. Bent.** More yen moved the rate less per yen: through the same rounds, {scale}% ×"
        " (trillion yen)^{exponent}. Turned round for {fall} = {usd}. Four points, so a hint only.",
        scale=tongue.number(scale * 1e12**exponent * 100),
        exponent=tongue.number(exponent),
        fall=figures.fall,
        usd=figures.ways[Way.BENT],
    )


def _yield(outcome: YenOutcome, figures: YenFigures) -> str:
    tongue = figures.tongue
    return tongue.say(
        "**4. Yield.** The least, middle and most of these through `/selloff` at its low, best and"
        " high dials: {rise} points. Higher US yields pull the other way: × {dial}% per point ×"
        " {kept} (our judgement for a sale by foreigners) = the dollar {back}% dearer again.",
        rise=three(outcome.peak.times(100), tongue),
        dial=dial_text(outcome.parameters.dials["yen_by_rates"], tongue),
        kept=tongue.number(outcome.parameters.yen_by_rates_kept),
        back=three(outcome.push_back.times(100), tongue),
    )


def _round(each: Intervention, tongue: Tongue) -> str:
    name, effect = round_name(each, tongue), each.effect
    amount = given_yen(each.yen, tongue)
    if effect is None:
        usd = tongue.given_money(each.usd) if each.usd else ""
        note = tongue.say(each.note) if each.note else ""
        return tongue.say(
            "-# {name}: {amount} ({usd}). {note}", name=name, amount=amount, usd=usd, note=note
        )
    back = tongue.say("not back while our rates last")
    if effect.back_day is not None:
        back = tongue.say("back on {day}", day=tongue.day(effect.back_day))
    return tongue.say(
        "-# {name}: {amount}, {before} to {after} (−{fall}), {back}",
        name=name,
        amount=amount,
        before=rate_text(effect.before, tongue),
        after=rate_text(effect.after, tongue),
        fall=tongue.percent(effect.fall),
        back=back,
    )


def _sources(outcome: YenOutcome, tongue: Tongue) -> str:
    parameters, record, facts = outcome.parameters, outcome.record, outcome.facts
    dials = (parameters.dials[key] for key in ("repatriation", "yen_by_rates"))
    sources = (
        record.amount_source,
        record.rate_source,
        facts.yen_per_dollar.source,
        facts.japan_gdp.source,
        facts.japan_reserves.source,
    )
    lines = (
        tongue.say("**Where this comes from**"),
        *(f"-# {cited(dial, parameters.references, tongue)}" for dial in dials),
        *(
            tongue.say(
                "-# [{publisher}: {title}](<{url}>)",
                publisher=source.publisher,
                title=source.title,
                url=source.url,
            )
            for source in sources
        ),
    )
    return "\n".join(lines)
