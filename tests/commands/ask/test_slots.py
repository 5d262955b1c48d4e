"""Who, how much, how fast, prices, rates and moves are read alike in whatever is asked."""

import pytest

from calc import load_snapshot
from commands.ask.reading import read_question
from tests.commands.ask.reading_cases import KNOWN

CURVE = load_snapshot().curve


def read(question):
    line = read_question(question, KNOWN, par_yield=CURVE.at).line
    return "" if line is None else str(line)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("2s -4 10s +17 30s +26, who is it", "/signal two:-4bp ten:+17bp thirty:+26bp"),
        ("tens up 22, twos unchanged, spx off 4", "/signal two:0bp ten:+22bp shares:-4%"),
        ("10y +0.31 and dollar down 2, foreigners?", "/signal ten:+31bp dollar:-2%"),
        ("30y +40bp, tips +25bp what kind of move", "/signal thirty:+40bp real:+25bp"),
    ],
)
def test_moves_in_shorthand_are_signs(question, line):
    assert read(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("2% coupon 7 years price 88", "/bond price:88 coupon:2% years:7"),
        ("30y 4.5 coupon trading at 94-08, yield?", "/bond price:94.25 coupon:4.5% years:30"),
        ("pays 103 in a year, costs 97, my yield?", "/bond price:97 coupon:3% years:1"),
        (
            "got a $1000 bond, 4% coupon, trades at 820, yield? 15 years left",
            "/bond price:820 face:1000 coupon:4% years:15",
        ),
        ("88 for 104 in one year", "/bond price:88 coupon:4% years:1"),
        ("zero coupon 20 year bond at 40", "/bond price:40 coupon:0% years:20"),
        ("what is a 5 year note with a 2% coupon worth at 6%", "/bond yield:6% coupon:2% years:5"),
    ],
)
def test_price_coupon_and_years_of_a_bond_are_told_apart(question, line):
    assert read(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("which is worse, 15% by china or 40% by norway", "/compare a:china 15% b:norway 40%"),
        ("uk 100b or china 300b, what hurts more", "/compare a:uk 100b b:china 300b"),
        ("a third of norway's, all of china's, how bad", "/compare a:norway a third b:china all"),
        ("canada slowly or canada quickly", "/compare a:canada all year b:canada all day"),
    ],
)
def test_each_side_of_a_comparison_has_its_own_amount(question, line):
    assert read(question) == line


def test_goal_said_as_a_rise_is_counted_from_today():
    assert read("how much selling to push the ten year up a full point") == (
        f"/target yield:{CURVE.at(10) * 100 + 1:.2f}%"
    )
    assert read("if yields go up 2 points how much does a 20 year bond lose").startswith(
        f"/bond yield:{CURVE.at(20) * 100 + 2:.2f}%"
    )


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("yield target 5.85 on the 10 yr, size of the dump", "/target yield:5.85%"),
        ("price of a 20y with 3.5 coupon if yields 7", "/bond yield:7% coupon:3.5% years:20"),
        ("32t at 4.25 is how much interest a year", "/interest at:4.25%"),
        (
            "new debt at 5.5 instead of 4 on 300bn, how much more",
            "/interest issue:300b from:4% to:5.5%",
        ),
    ],
)
def test_rate_without_percent_is_a_rate(question, line):
    assert read(question) == line


@pytest.mark.parametrize("question", ["china sells $1", "what if japan sells $2 of bonds"])
def test_dollar_is_asked_back_and_never_all(question):
    assert "dollars" in read(question)


def test_each_percent_more_is_counted_from_today():
    expected = f"/interest at:{CURVE.at(10) * 100 + 1:.2f}%"
    assert read("how much does each further percent on the debt cost") == expected


@pytest.mark.parametrize(
    "question",
    ["india, brazil and korea all sell", "ireland + belgium + norway, what if they all dump"],
)
def test_several_sellers_together_are_asked_back(question):
    reading = read_question(question, KNOWN)
    assert reading.line is None
    assert len(reading.members) == 3


def test_place_where_somebody_lives_sells_nothing():
    assert "netherlands" not in read("what about my pension in the netherlands if yields jump")


def test_thin_market_is_a_jumpy_one():
    assert "market:jumpy" in read("japan sells 30b into a thin market")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("what is the basis trade", "/ask about:hedge_funds"),
        ("are there hedge funds behind the caymans", "/ask about:hedge_funds who:ky"),
        ("where does all the debt come from", "/learn term:deficit"),
        ("deficit as a share of gdp", "/learn term:deficit"),
        ("how soon does the debt double", "/learn term:debt"),
        ("difference between a bill and a bond", "/learn term:bill"),
        ("duration of the 20 year", "/learn term:duration"),
        ("can washington freeze china's bonds", "/ask about:default who:cn"),
        ("if the fed buys everything", "/rescue"),
        ("top 5 foreign owners", "/holders"),
        ("would anyone notice if korea did it", "/selloff country:south korea amount:all"),
    ],
)
def test_question_beside_sales_leads_to_what_is_known(question, line):
    assert read(question).startswith(line)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("what if the fed lends instead of buying with china selling 300b", "300b fed:repo"),
        ("what if the fed buys instead of lending when china sells 300b", "300b fed:buys"),
        ("china sells 200b, fed buys not lends", "200b fed:buys"),
        ("china sells 200b, fed lends not buys", "200b fed:repo"),
        ("china sells 200b without the fed buying", "200b"),
        ("if china sells 300b and the fed refuses to buy", "300b"),
        ("china sells 300b and the fed doesn't buy", "300b"),
        ("what if china sells 300b and the fed never lends", "300b"),
    ],
)
def test_negated_help_of_the_fed_is_no_option(question, line):
    assert read(question) == f"/selloff country:china amount:{line}"
