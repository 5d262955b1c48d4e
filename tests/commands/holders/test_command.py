"""``/holders``: one set of numbers in words, alt text, picture and buttons."""

import re

import pytest

from calc import load_snapshot
from calc.ownership import holder_path
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.holders.command import COMMAND
from commands.holders.pages import PAGES
from tests.commands.first_screen import check_first_screen

REQUEST = Request(load_snapshot())
HOLDERS = sorted(REQUEST.snapshot.holders)
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def of(key):
    return run_component(f"1:holders:show:{key}", REQUEST)


def test_shown_shares_add_up():
    shares = re.findall(r"(\d+\.\d)%", ask().text)
    assert shares == ["29.4", "14.4", "56.2"]
    assert sum(map(float, shares)) == pytest.approx(100)


def test_everybody_names_the_largest_of_one_month():
    assert "Largest abroad (Apr 2026): Japan $1.21 trillion, UK $938 billion" in ask().text


def test_math_says_what_officials_and_others_hold_and_bought():
    text = run_component("1:holders:math:all", REQUEST).text
    assert "governments and central banks hold 40.6%" in text
    assert "central banks bought $25.9 billion net in the year to Apr 2026" in text
    assert "private owners abroad bought $440 billion" in text
    assert "fell by $42.8 billion in the four weeks to 24 Jun 2026" in text


# SLT Table 3, April 2026: net sales and valuation change of twelve months.
@pytest.mark.parametrize(
    ("country", "sold"),
    [
        ("china", "**China sold $116 billion more than it bought** in the year to Apr 2026;"),
        ("japan", "**Japan bought $68.4 billion more than it sold** in the year to Apr 2026."),
        ("poland", "The US Treasury’s table has no full year of its purchases and sales."),
    ],
)
def test_first_sentence_says_whether_it_really_sold(country, sold):
    title, first = ask(country=country).text.splitlines()
    assert title.startswith("### US debt held in ")
    assert first.startswith(sold)


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("china", "; higher prices added $17.9 billion."),
        ("uk", "; $103 billion counts as lost value."),
        ("belgium", "Another $52.0 billion was added without a reason given."),
        ("germany", "It held **$108 billion** of US debt (Apr 2026)"),
        ("canada", "It held **$397 billion** of US debt (Apr 2026)"),
        ("china", "to **$618 billion** (Jul 2026, press reports)."),
        ("china", "Its share of the market is 1.9%."),
    ],
)
def test_holder_has_its_newest_figure(country, said):
    assert said in ask(country=country).text


# SLT Table 5: April 2026, the month of the newest sales, and the month named.
@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("japan", "fell $106 billion, to **$1.10 trillion** (Jul 2026)."),
        ("uk", "rose $60.8 billion, to **$998 billion** (Jul 2026)"),
        ("china", "fell $33.1 billion, to **$618 billion** (Jul 2026, press reports)"),
    ],
)
def test_newer_holding_says_what_changed_after_the_newest_sales(country, said):
    text = ask(country=country).text
    assert f"Since then its holdings {said}" in text
    assert "Later sales are still unpublished." in text
    assert "it was" not in text


@pytest.mark.parametrize("key", ["be", "pl"])
def test_holding_of_the_month_of_the_newest_sales_says_no_change_since(key):
    text = of(key).text
    assert "It held **" in text
    assert "ince then" not in text + run_component(f"1:holders:math:{key}", REQUEST).text


def test_rank_compares_one_month():
    assert "Rank in Apr 2026: 1 of 60 countries." in ask(country="japan").text
    assert "Its rank in Apr 2026: 3 of 60" in run_component("1:holders:math:cn", REQUEST).text
    assert "Its rank in Apr 2026: 5 of 60" in run_component("1:holders:math:be", REQUEST).text


def test_math_has_the_largest_month():
    text = run_component("1:holders:math:jp", REQUEST).text
    assert "most in Nov 2021 ($1.33 trillion)" in text


def test_small_quoted_sum_is_compared_with_trading():
    text = ask(country="japan", said="20b").text
    assert "Sold, it would be 1.6% of an average day's trading ($1.29 trillion)." in text
    assert "Sold" not in ask(country="japan", said="3t").text


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("1.0 trillion", "it fits Oct 2018 ($1.02 trillion)."),
        ("$1.2 trillion", "it fits Apr 2026 ($1.21 trillion)."),
        ("1.27 trillion", "it fits Jun 2021 ($1.28 trillion)."),
        ("1.1 trillion", "**$1.1 trillion** fits the newest figure."),
        ("120 billion", "**$120 billion** fits no month that we have. Sold, it would be 9.3% of"),
    ],
)
def test_quoted_holding_is_checked(said, found):
    assert found in ask(country="japan", said=said).text.splitlines()[1]


def test_custody_and_reported_figures_are_marked():
    for key in HOLDERS:
        text, holder = of(key).text, holder_path(key, REQUEST.snapshot).holder
        assert ("owners elsewhere" in text) == holder.is_custody_centre, key
        is_reported = holder.latest.standing == "reported"
        assert ("press reports" in text.splitlines()[1]) == is_reported, key


@pytest.mark.parametrize("key", HOLDERS[::8])
def test_sale_buttons_carry_their_share(key):
    tenth, half, whole, back, *_ = of(key).controls
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


@pytest.mark.parametrize(
    "values",
    [
        {"country": "japn and china"},
        {"country": "north korea"},
        {"country": "congo"},
        {"said": "1t"},
        {"country": "japan", "said": "10%"},
    ],
)
def test_refusal_has_a_button_that_works(values):
    answer = ask(**values)
    assert answer.is_refusal
    assert answer.controls
    for button in answer.controls:
        assert not run_component(button.custom_id, REQUEST).is_refusal


@pytest.mark.parametrize(
    "rest",
    ["show:xx", "show:jp:cn", "show", "math:xx", "sell:jp", "show:foreign_official", "gold:jp"],
)
def test_forged_button_is_stale(rest):
    assert run_component(f"1:holders:{rest}", REQUEST).is_refusal


@pytest.mark.parametrize("key", ["all", *HOLDERS[::6]])
def test_alt_text_numbers_are_in_text_or_math(key):
    answer, math = of(key), run_component(f"1:holders:math:{key}", REQUEST).text
    said = set(NUMBER.findall(answer.plain_text + math))
    assert set(NUMBER.findall(answer.picture.alt)) <= said


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("buyers:all", "US debt held by the public rose **$7.37 trillion**."),
        ("buyers:all", "The Fed, the central bank, shed $1.11 trillion."),
        ("buyers:all", "Holders abroad added $2.05 trillion."),
        ("buyers:all", "Other US owners took **$6.43 trillion**."),
        ("buyers:all", "abroad bought $1.88 trillion, governments $255 billion."),
        ("gold:all", "**46%** of their reserves in dollars, **20%** in gold, 16% in euros."),
        ("stablecoins:all", "**0.02 to 0.025 points**"),
        ("owners:jp", "How much of them is US debt is not published."),
        ("hedge_funds:ky", "The New York Fed saw no unwinding in April 2025."),
        ("sale_2018:ru", "from $96.1 billion in March to $14.9 billion in May."),
        ("sale_2018:ru", "rose by **0.09** points, to 2.83%."),
        ("hedge_funds:ky", "they miss about **$1.4 trillion** (end of 2024)"),
    ],
)
def test_page_has_its_figure_and_fits_a_phone(button, said):
    answer = run_component(f"1:holders:{button}", REQUEST)
    assert said in answer.text
    assert "](<https://" in answer.small_print
    check_first_screen(answer)


@pytest.mark.parametrize(("key", "pages"), [("all", 3), ("jp", 1), ("ky", 1), ("ru", 1), ("cn", 0)])
def test_pages_lead_on_and_back(key, pages):
    found = [b for b in of(key).controls if b.custom_id.split(":")[2] in PAGES]
    assert len(found) == pages
    for button in found:
        shown = run_component(button.custom_id, REQUEST).controls
        (back,) = [each for each in shown if each.label == "Back"]
        assert run_component(back.custom_id, REQUEST).text == of(key).text
