"""``/claim``: that somebody sells, without a number, and that interest would double."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from calc.ownership import over_a_year
from commands.claim.command import COMMAND
from commands.common.command import Request
from commands.dispatch import run_command, run_component

SNAPSHOT = load_snapshot()
REQUEST = Request(SNAPSHOT)


def ask(text):
    return run_command(COMMAND, REQUEST, {"text": text})


def test_trend_claim_is_checked_against_table():
    answer = ask("Japan is dumping Treasuries")
    assert not answer.is_refusal
    first, newest = over_a_year(SNAPSHOT.holders["jp"].history)
    for held in (first, newest):
        assert f"${held.usd / 1e12:.2f} trillion ({held.month:%b %Y})" in answer.text
    assert "It shows no sales" in answer.text


def test_trend_claim_never_holds():
    for text in ("China is dumping US debt", "Japan dumped Treasuries", "The UK sells US bonds"):
        assert "Holds" not in ask(text).text
    assert "Fits the figures" in ask("China is dumping US debt").text
    assert "Does not fit the figures" in ask("The UK is selling US bonds").text
    assert "Cannot be told from this" in ask("Japan is selling Treasuries").text


def test_trend_buttons_lead_to_holder_and_sale():
    holder, sale = ask("China is dumping US debt").buttons[:2]
    assert "### US debt held in China" in run_component(holder.custom_id, REQUEST).text
    assert "If China sold" in run_component(sale.custom_id, REQUEST).text


def test_single_day_is_not_in_monthly_table():
    assert "no single day" in ask("China dumped Treasuries overnight").text


def test_years_are_told_from_the_oldest_table():
    assert "Nov 2012" in ask("China has been dumping Treasuries for years").text


def test_interest_that_doubles_is_held_against_the_model():
    answer = ask("If Japan sells all its treasuries, US interest will double")
    assert "2 times as high" in answer.text
    assert "Does not hold" in answer.text
    assert "on top (" in answer.text
    held = f"{SNAPSHOT.holders['jp'].latest.usd / 1e12:.4f}"
    assert f"If Japan sold ${held} trillion" in (
        run_component(answer.buttons[0].custom_id, REQUEST).text
    )


@pytest.mark.parametrize(
    "text", ["Hello", "Everything collapses!!", "", "Nobody is buying US debt", "¥5 trillion gone"]
)
def test_uncheckable_text_offers_buttons(text):
    answer = ask(text)
    assert answer.is_refusal
    assert len(answer.buttons) >= 3
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal


def test_buttons_are_about_named_holder():
    labels = [button.label for button in ask("China could dump its Treasuries").buttons]
    assert "US debt held in China" in labels
    assert "If China sold $200bn" in labels


@given(
    st.sampled_from(["Japan", "China", "The UK", "Norway", "Israel", "Foreigners", "Peru"]),
    st.sampled_from(["dumps", "is selling", "has been buying", "stopped buying", "sheds"]),
    st.sampled_from(["", " overnight", " for years", " in 2025", " in 1999"]),
)
def test_every_such_sentence_is_answered_briefly(who, does, when):
    answer = ask(f"{who} {does} US Treasuries{when}")
    assert not answer.is_refusal
    assert len(answer.text.split()) < 70
    assert answer.buttons
