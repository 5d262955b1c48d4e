"""The published figures behind common claims, as published."""

from datetime import date

from calc.published_facts import load_published_facts


def test_figures_are_those_published():
    facts = load_published_facts()
    assert facts.lost_reserve_status.long_rate_rise_percent == 0.9
    assert facts.lost_reserve_status.dollar_fall_percent == 7.6
    assert facts.april_2025.speech.said == date(2025, 5, 9)
    assert facts.april_2025.study.source.publisher == "Federal Reserve"
    assert [(cut.agency, cut.day.year, cut.after) for cut in facts.downgrades] == [
        ("S&P", 2011, "AA+"),
        ("Fitch", 2023, "AA+"),
        ("Moody's", 2025, "Aa1"),
    ]
    assert facts.forecast.of_revenue == 0.3
    assert facts.own_holdings.usd == 7.724e12
    shares = facts.reserve_shares
    assert (shares.dollar_percent, shares.gold_percent, shares.euro_percent) == (46, 20, 16)
    assert facts.debt_held_by_public_2022.usd == 24_253_445_000_000
    assert facts.fed_holdings_2022.usd == 5_671_848_000_000
    assert facts.cayman_not_counted.usd == 1.4e12
