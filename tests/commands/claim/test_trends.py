"""``/claim``: that somebody sells, without a number, and that interest would double."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from commands.claim.command import COMMAND
from commands.common.command import Request
from commands.dispatch import run_command, run_component

SNAPSHOT = load_snapshot()
REQUEST = Request(SNAPSHOT)


def ask(text):
    return run_command(COMMAND, REQUEST, {"text": text})


def test_trend_claim_is_checked_against_net_sales():
    text = ask("China is dumping US debt").text
    assert "Net, China sold **$116 billion** in the year to Apr 2026" in text
    assert "owners anywhere" in text


def test_months_after_the_table_of_sales_are_told_apart():
    text = ask("Japan is selling Treasuries").text
    assert "Cannot be told from this" in text
    assert "Net, Japan bought **$68.4 billion**" in text
    assert "fell by $106 billion to Jul 2026; how much of that was sold is not out" in text


def test_trend_without_months_never_holds():
    for text in ("China is dumping US debt", "Japan dumped Treasuries", "The UK sells US bonds"):
        assert "Holds" not in ask(text).text
    assert "Fits the figures" in ask("China is dumping US debt").text
    assert "Does not fit the figures" in ask("The UK is selling US bonds").text


def test_vanished_holding_is_held_against_its_largest_month():
    text = ask("Russia dumped all its US Treasuries").text
    assert "Fits the figures" in text
    assert "(Oct 2010) to $26.0 million (Apr 2026)" in text


def test_trend_buttons_lead_to_holder_and_sale():
    holder, sale = ask("China is dumping US debt").buttons[:2]
    assert "### US debt held in China" in run_component(holder.custom_id, REQUEST).text
    assert "If China sold" in run_component(sale.custom_id, REQUEST).text


def test_single_day_is_not_in_monthly_table():
    assert "no single day" in ask("China dumped Treasuries overnight").text


def test_years_are_told_from_all_months_of_sales():
    assert "from Feb 2023 to Apr 2026" in ask("China has been dumping Treasuries for years").text


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
