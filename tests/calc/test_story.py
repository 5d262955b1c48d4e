"""The published figures behind common claims: all of them sourced."""

from datetime import date

from calc.published_facts import load_published_facts


def test_every_figure_names_a_listed_source():
    story = load_published_facts()
    april, worst = story.april_2025, story.lost_reserve_status
    for key in (worst.source, april.source, april.explained_by):
        assert str(story.source(key).url).startswith("https://")


def test_the_figures_are_those_published():
    story = load_published_facts()
    assert story.lost_reserve_status.long_rate_rise_percent == 0.9
    assert story.lost_reserve_status.dollar_fall_percent == 7.6
    assert story.april_2025.net_foreign_purchases_billion_usd == -40.8
    assert story.april_2025.month == date(2025, 4, 30)
    assert [row.year for row in story.downgrades] == [2011, 2023, 2025]
