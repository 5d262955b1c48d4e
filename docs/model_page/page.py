"""The page: the sentences of ``page.md`` with the code's own numbers and tables in them."""

from __future__ import annotations

from pathlib import Path

from calc import Scenario, load_snapshot, run
from calc.estimates import estimates_for
from calc.events import episodes
from calc.events.track_record import track_record
from calc.market.snapshot import chance_of_rise
from calc.parameters import load_impact_parameters
from calc.parameters.impact import load_reaction_parameters
from calc.parameters.spillovers import load_spillover_parameters
from calc.policy_options import load_policy_parameters
from docs.model_page import answers, record, studies, support
from docs.model_page.text import basis_points, dollars

EXAMPLE = Scenario("jp", 200_000_000_000)


def document() -> str:
    """The page, Markdown."""
    snapshot, parameters = load_snapshot(), load_impact_parameters()
    reactions, ways_out, ripple = (
        load_reaction_parameters(),
        load_policy_parameters(),
        load_spillover_parameters(),
    )
    example = run(EXAMPLE, snapshot, parameters)
    peak, lasting = example.yields.peak, example.yields.permanent
    fan = estimates_for(EXAMPLE.amount_usd, snapshot)
    cases = track_record()
    by_key = {case.key: case for case in cases}
    month = snapshot.ordinary_month
    tariff_week = next(row for row in episodes() if row.key == "tariff_week_2025")
    cbo_sum, cbo_last = answers.all_yields_a_tenth_higher(snapshot)
    template = Path(__file__).with_name("page.md").read_text(encoding="utf-8")
    return template.format(
        example_amount=dollars(EXAMPLE.amount_usd),
        example_peak=basis_points(peak.central),
        example_peak_least=basis_points(peak.smallest),
        example_peak_most=basis_points(peak.largest),
        example_lasting=basis_points(lasting.central),
        example_lasting_least=basis_points(lasting.smallest),
        example_lasting_most=basis_points(lasting.largest),
        **record.numbers(),
        **studies.numbers(snapshot, parameters),
        chance=f"{chance_of_rise(peak.central, month.record) * 100:.0f}",
        marketable=dollars(snapshot.marketable_usd, 3),
        gdp=dollars(snapshot.gdp_usd, 3),
        delta=f"{parameters.relative_dv01.central:g}",
        march_2020=basis_points(by_key["march_2020_all"].observed),
        due_within_year=f"{snapshot.facts['due_within_12_months'].value:.1%}",
        cbo_sum=dollars(cbo_sum, 3),
        cbo_last=dollars(cbo_last),
        tariff_week=basis_points(tariff_week.change),
        dials=support.dials(parameters),
        reactions=support.dials(reactions),
        ways_out=support.dials(ways_out),
        ripple=support.dials(ripple),
        moods=support.moods(parameters),
        shape=support.shape(parameters),
        cases=answers.cases(snapshot, parameters),
        estimates=studies.estimates(fan, example),
        episodes=record.episodes(cases),
        published=record.published(cases),
        cautions=record.cautions(cases),
        backwards=answers.backwards(snapshot),
        facts=support.facts(snapshot),
        references=support.references((parameters, reactions, ways_out, ripple), fan),
    )
