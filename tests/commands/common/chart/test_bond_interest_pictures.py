"""The pictures of ``/bond`` and ``/interest``: readable on a phone, honest, few words."""

import dataclasses

import pytest

from calc import load_snapshot
from calc.interest.new_issue import issue_at
from calc.interest.total_interest import total_interest
from calc.one_bond import BondTerms, bought_at, ten_year_at_same_discount
from commands.bond.chart import compose_beside_ten_years, compose_seesaw
from commands.bond.figures import bond_figures
from commands.common.spans import Span
from commands.interest.chart import compose_debt, compose_issue
from commands.interest.figures import debt_figures, issue_figures
from tests.commands.common.chart.checks import (
    check_few_words,
    check_nothing_is_drawn_behind_text,
    check_numbers_are_known,
    check_text_is_large_and_stands_alone,
    together,
)

SNAPSHOT = load_snapshot()
BONDS = [
    (BondTerms(0.03, 1), 90),
    (BondTerms(0.05, 1), 95),
    (BondTerms(0.0524, 10), 94.35),
    (BondTerms(0.04, 5), 100),
    (BondTerms(0.04, 5), 99.5),
    (BondTerms(0.04, 5), 101),
    (BondTerms(0.06, 30), 110),
    (BondTerms(0.0, 30), 2),
    (BondTerms(0.0, 1), 15),
    (BondTerms(0.25, 30), 900),
    (BondTerms(0.03, 0.25), 99.99),
    (BondTerms(0.123456, 7, 1000), 912.34),
]
ISSUES = [
    (100e9, 0.03, 0.144),
    (100e9, 0.144, 0.03),
    (100e9, 0.03, 0.03),
    (1e9, 0.0, 0.25),
    (100e12, 0.0, 0.25),
    (36_123_456_789_012, 0.051234, 0.052345),
]
LEVELS = [0, 0.01, 0.03, 0.036, 0.038, 0.04, 0.045, 0.06, 0.144, 0.25]


def texts_of(figures):
    known = {"10 years"}
    for field in dataclasses.fields(figures):
        value = getattr(figures, field.name)
        if isinstance(value, Span):
            known |= {value.central, value.range}
        elif isinstance(value, str):
            known.add(value)
    return known


def seesaw(terms, price):
    outcome = bought_at(terms, price)
    figures = bond_figures(outcome, SNAPSHOT)
    return compose_seesaw(outcome, figures), figures


def beside(terms, price):
    outcome = bought_at(terms, price)
    figures = bond_figures(outcome, SNAPSHOT)
    ten_year = ten_year_at_same_discount(outcome, SNAPSHOT)
    return compose_beside_ten_years(outcome, ten_year, figures), figures


def issue(*numbers):
    outcome = issue_at(*numbers, SNAPSHOT)
    figures = issue_figures(outcome, SNAPSHOT)
    return compose_issue(outcome, figures), figures


def debt(level):
    outcome = total_interest(level, SNAPSHOT)
    figures = debt_figures(outcome, SNAPSHOT)
    return compose_debt(outcome, figures), figures


CASES = [
    *((seesaw, bond) for bond in BONDS),
    *((beside, bond) for bond in BONDS if bond[1] < 0.99 * bond[0].face_usd),
    *((issue, numbers) for numbers in ISSUES),
    *((debt, (level,)) for level in LEVELS),
]
EVERY = pytest.mark.parametrize(
    ("make", "numbers"), CASES, ids=lambda part: getattr(part, "__name__", repr(part))
)


@EVERY
def test_text_is_large_and_stands_alone_on_clear_ground(make, numbers):
    canvas, _ = make(*numbers)
    check_text_is_large_and_stands_alone(canvas)
    check_nothing_is_drawn_behind_text(canvas)


@EVERY
def test_few_words_and_no_number_of_its_own(make, numbers):
    canvas, figures = make(*numbers)
    check_few_words(canvas, texts_of(figures))
    check_numbers_are_known(canvas, texts_of(figures))


def test_the_titles_say_the_findings():
    assert together(seesaw(*BONDS[0])[0]).startswith("$90 earns 14.44%")
    assert together(issue(*ISSUES[0])[0]).startswith("Interest: $11.4bn more")
    assert together(issue(*ISSUES[1])[0]).startswith("Interest: $11.4bn less")
    assert together(debt(0.06)[0]).startswith("Interest up $1.5tn in 2036")
    assert together(debt(0.03)[0]).startswith("Interest down $480bn in 2036")


def test_the_snowball_is_named_only_where_it_adds():
    assert "interest on interest" in together(debt(0.06)[0])
    assert "interest on interest" not in together(debt(0.038)[0])
