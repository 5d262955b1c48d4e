"""`/compare`: two short lines in, two answers side by side out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Fed, Others, Pace, Scenario, load_snapshot, run
from calc.parameters import load_impact_parameters
from commands.common.command import Request
from commands.common.custom_id import MAX_LENGTH, CustomId, StaleButtonError
from commands.common.translator import ENGLISH
from commands.compare import text as words
from commands.compare.buttons import Pair, pair_id, read_pair, write_pair
from commands.compare.chart import chart
from commands.compare.command import COMMAND
from commands.compare.figures import PairFigures
from commands.dispatch import run_command, run_component
from tests.commands.common.chart import checks
from tests.commands.selloff.test_figures import NUMBER
from tests.commands.test_contract import BANNED

REQUEST = Request(load_snapshot())
HOLDERS, MOODS = REQUEST.snapshot.holders, load_impact_parameters().regimes
JAPAN = Scenario("jp", 200 * 10**9)
GRID = [
    (JAPAN, Scenario("cn", 309 * 10**9, Pace.DAY)),
    (JAPAN, Scenario("jp", 200 * 10**9, Pace.YEAR)),
    (JAPAN, Scenario("jp", 201 * 10**9)),
    (Scenario("il", 10**6, Pace.YEAR), Scenario("ae", 3 * 10**12, beyond_holding=True)),
    (Scenario("gb", 50 * 10**9, fed=Fed.REPO), Scenario("hk", 10**9, fed=Fed.REPO)),
    (Scenario("cn", 2 * 10**12, Pace.DAY, regime="panic"), Scenario("jp", 10**12, regime="panic")),
]


@pytest.fixture(scope="module", params=GRID, ids=str)
def worked_out(request):
    first, second = (run(one) for one in request.param)
    names = words.names_of(first, second, ENGLISH)
    return first, second, PairFigures(first, second, names, ENGLISH)


def test_words_are_short_neutral_and_hold_the_numbers_of_the_alt_text(worked_out):
    text = words.main_text(*worked_out)
    assert not BANNED.search(text)
    alt = words.alt_text(*worked_out)
    assert 80 <= len(alt) <= 400
    # How far each price falls stands in the picture; what had no room is one tap away.
    said = " ".join((text, words.math_text(*worked_out), *worked_out[2].falls))
    assert set(NUMBER.findall(alt)) <= set(NUMBER.findall(said))
    assert len(words.math_text(*worked_out)) <= 4000


def test_picture_shows_numbers_of_text(worked_out):
    _, _, figures = worked_out
    spec = chart(*worked_out)
    checks.check_texts_are_legible(spec)
    known = {figures.ratio, "<0.01", "<$1m", "10-year", *figures.names}
    known |= {ENGLISH.narrowed(fall) for fall in figures.falls}
    known |= {ENGLISH.brief_money(outcome.sale.sold_usd) for outcome in worked_out[:2]}
    for each in (figures.first, figures.second):
        known |= {each.face, each.rise.central, each.interest_short.central}
    checks.check_numbers_are_known(spec, known)


def test_stronger_sale_is_named_with_ratio(worked_out):
    first, second, figures = worked_out
    peaks = [outcome.yields.peak.central for outcome in (first, second)]
    said = words.main_text(*worked_out) + words.alt_text(*worked_out)
    if figures.ratio:
        assert peaks[figures.stronger] == max(peaks)
        assert max(peaks) > 1.05 * min(peaks)
        times = f"{'over ' if figures.is_beyond else ''}{figures.ratio} times"
        name = figures.names[figures.stronger]
        sold = rf"({re.escape(name)}|[Ss]elling {re.escape(name.lower())})"
        assert re.search(rf"{sold} would lift 10-year yields {re.escape(times)}", said)
    else:
        assert max(peaks) <= 1.05 * min(peaks)
        assert "Both would lift 10-year yields about as much" in said


sales = st.tuples(
    st.sampled_from(sorted(HOLDERS)),
    st.integers(10**6, 31 * 10**12),
    st.sampled_from(Pace),
    st.booleans(),
)


@given(sales, sales, st.sampled_from(sorted(MOODS)), st.sampled_from(Others), st.sampled_from(Fed))
def test_pair_in_custom_id_is_unchanged(one, two, regime, others, fed):
    pair = Pair(Scenario(*one), Scenario(*two)).with_market(regime, others, fed)
    assert len(pair_id("show", pair)) <= MAX_LENGTH
    assert read_pair(REQUEST, write_pair(pair)) == pair


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abc019:held", max_size=8), max_size=12))
def test_any_other_fields_are_stale(fields):
    with pytest.raises(StaleButtonError):
        COMMAND.press(REQUEST, CustomId("compare", "show", tuple(fields)))


@pytest.mark.parametrize(
    ("a", "b", "title"),
    [
        (
            "japan 200b month",
            "china half day",
            "Japan selling $200 billion in a month, or China selling $309 billion in one day?",
        ),
        (
            "korea $1 billion day",
            "norway 5b",
            "South Korea selling $1 billion in one day, or Norway selling $5 billion in a month?",
        ),
        (
            "saudi arabia 5b in one day",
            "日本 2000亿美元",
            "Saudi Arabia selling $5 billion in one day, or Japan selling $200 billion in a month?",
        ),
        (
            "jappan 200b",
            "china all",
            "Japan selling $200 billion in a month, or China selling $618 billion in a month?",
        ),
    ],
)
def test_short_lines_are_read_whole(a, b, title):
    answer = run_command(COMMAND, REQUEST, {"a": a, "b": b})
    assert answer.text.splitlines()[0] == f"### {title}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("japan", "How much would each sell?"),
        ("200b", "as a country and an amount"),
        ("japan 200b now please", "“japan 200b now please”"),
        ("mars 5b", "do not know a country"),
        ("us 5b", "is the borrower"),
        ("japan 200 bananas", "as an amount"),
        ("japan 1.2", "`japan 1.2b` or `japan 1.2t`"),
        ("japan 200b week", "“japan 200b week”"),
        ("japan 99t", "more than all $31.8 trillion of"),
        ("x " * 90, "as a country and an amount"),
        ("j" * 300, "too long"),
        ("japan 200b \u202e", "characters I cannot read"),
        ("china half day", "the same sale"),
    ],
)
def test_unreadable_sale_is_refused(line, said):
    answer = run_command(COMMAND, REQUEST, {"a": "china half day", "b": line})
    assert answer.is_refusal
    assert said in answer.text


def test_more_than_is_held_twice_is_the_same_sale():
    answer = run_command(COMMAND, REQUEST, {"a": "china 2t", "b": "china 3t"})
    assert answer.is_refusal


@pytest.mark.parametrize(
    ("regime", "others", "fed", "said", "drawn"),
    [
        ("calm", Others.NOBODY, Fed.BUYS, "(the US central bank buys)", "the Fed buys"),
        ("panic", Others.NOBODY, Fed.OUT, "(a panic)", "a panic"),
        ("calm", Others.FOLLOW, Fed.OUT, "(others follow)", "others follow"),
    ],
)
def test_market_and_reactions_are_in_title_picture_and_alt(regime, others, fed, said, drawn):
    calm = Pair(*GRID[0])
    plain, answer = (
        run_component(pair_id("show", pair), REQUEST)
        for pair in (calm, calm.with_market(regime, others, fed))
    )
    assert answer.text.splitlines()[0].endswith(said)
    assert said in answer.picture.alt
    assert any(drawn in text.words for text in answer.picture.spec.texts)
    assert said not in plain.text + plain.picture.alt
