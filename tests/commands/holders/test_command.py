"""``/holders``: one set of numbers in words, alt text, picture and buttons."""

import re

import pytest

from calc import load_snapshot
from calc.ownership import holder_path, ownership
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.holders.command import COMMAND

REQUEST = Request(load_snapshot())
HOLDERS = sorted(REQUEST.snapshot.holders)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def of(key):
    return run_component(f"1:holders:show:{key}", REQUEST)


def test_shown_shares_add_up():
    split = ownership(REQUEST.snapshot)
    shares = [
        float(share)
        for share in re.findall(r"(\d+\.\d)%", ask().text)
        if float(share) != round(split.official_share * 100, 1)
    ]
    assert sum(shares) == pytest.approx(100)


def test_everybody_says_who_governs_and_who_is_first():
    text = ask().text
    assert "governments and central banks hold 40.6%" in text
    assert "Largest abroad (Apr 2026): Japan $1.2099 trillion, UK $937.5 billion" in text


def test_everybody_says_what_officials_and_others_bought():
    text = ask().text
    assert "central banks bought $25.9 billion net in the year to Apr 2026" in text
    assert "private owners abroad bought $440 billion" in text
    assert "fell by $42.8 billion in the four weeks to 24 Jun 2026" in text


# SLT Table 3, April 2026: change, net sales and valuation change of twelve months.
@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("china", "holdings fell by $92.5 billion. It sold $116 billion more than it bought;"),
        ("china", "higher prices added $17.9 billion"),
        ("japan", "holdings rose by $75.4 billion. It bought $68.4 billion more than it sold."),
        ("belgium", "Another $52.0 billion was added without a reason given."),
        ("germany", "Germany held **$107.7 billion** of US government debt in Apr 2026"),
        ("poland", "newer tables give no figure"),
        ("canada", "**$397.1 billion** of US government debt in Apr 2026"),
    ],
)
def test_holder_says_whether_it_really_sold(country, said):
    assert said in ask(country=country).text


def test_rank_compares_one_month():
    assert "In Apr 2026 it was number 5 of 60 countries." in ask(country="belgium").text


def test_japan_has_its_dated_figure_and_its_path():
    text = ask(country="japan").text
    assert "**$1.1039 trillion** of US government debt in Jul 2026" in text
    assert "most in Nov 2021 ($1.3255 trillion)" in text


def test_small_quoted_sum_is_compared_with_trading():
    text = ask(country="japan", said="20b").text
    assert "Sold, it would be 1.6% of an average day's trading ($1,289 billion)." in text
    assert "Sold" not in ask(country="japan", said="3t").text


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("1.0 trillion", "it fits Oct 2018 ($1.0185 trillion)."),
        ("$1.2 trillion", "it fits Apr 2026 ($1.2099 trillion)."),
        ("1.27 trillion", "it fits Jun 2021 ($1.2797 trillion)."),
        ("1.1 trillion", "**$1.1 trillion** fits the newest figure."),
        ("120 billion", "**$120 billion** fits no month that we have. Sold, it would be 9.3% of"),
    ],
)
def test_quoted_holding_is_checked(said, found):
    assert found in ask(country="japan", said=said).text.splitlines()[0]


def test_custody_and_reported_figures_are_marked():
    for key in HOLDERS:
        text, holder = of(key).text, holder_path(key, REQUEST.snapshot).holder
        assert ("owners elsewhere" in text) == holder.is_custody_centre, key
        is_reported = holder.latest.standing == "reported"
        assert ("press reports" in text.splitlines()[1]) == is_reported, key


@pytest.mark.parametrize("key", HOLDERS[::8])
def test_sale_buttons_carry_their_share(key):
    tenth, half, whole, back, *_ = of(key).buttons
    held = REQUEST.snapshot.holders[key].latest.usd
    for button, share in ((tenth, 0.1), (half, 0.5), (whole, 1)):
        assert int(button.custom_id.split(":")[4]) == pytest.approx(share * held)
        assert not run_component(button.custom_id, REQUEST).is_refusal
    assert run_component(back.custom_id, REQUEST).text == ask().text


@pytest.mark.parametrize("key", ["all", *HOLDERS[::4]])
def test_math_lists_months_with_source(key):
    text = run_component(f"1:holders:math:{key}", REQUEST).text
    assert len(text) <= 4000
    assert "slt_table5.txt" in text
    if key != "all":
        assert "mfhhis01.txt" in text
        months = holder_path(key, REQUEST.snapshot).months
        for held in (*months[-18:], *(each for each in months if each.month.month == 12)):
            assert f"{held.month:%Y-%m} {held.usd / 1e9:,.1f}" in text


def test_quoted_sum_needs_country_and_dollars():
    assert "Add a country" in ask(said="1.2 trillion").text
    assert "is a share" in ask(country="japan", said="10%").text
    assert ask(country="japan", said="10%").is_refusal


def test_misspelt_country_offers_buttons():
    answer = ask(country="japn and china")
    assert answer.is_refusal
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal


@pytest.mark.parametrize(
    "rest", ["show:xx", "show:jp:cn", "show", "math:xx", "sell:jp", "show:foreign_official"]
)
def test_forged_button_is_stale(rest):
    assert run_component(f"1:holders:{rest}", REQUEST).is_refusal


@pytest.mark.parametrize("key", ["all", *HOLDERS[::6]])
def test_alt_text_numbers_are_in_text(key):
    answer = of(key)
    assert set(NUMBER.findall(answer.picture.alt)) <= set(NUMBER.findall(answer.plain_text))
