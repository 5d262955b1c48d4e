"""Who owns the debt, and who took what came new: parts add up, months equal the tables."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import CalcError, load_snapshot
from calc.market import Holding, Standing
from calc.ownership import holder_path, new_debt, ownership, rank_holders, unbroken

SNAPSHOT = load_snapshot()
MONTHS = [date(2020 + n // 12, n % 12 + 1, 28) for n in range(48)]


def test_ownership_parts_sum_to_public_debt():
    split = ownership(SNAPSHOT)
    parts = split.foreign.usd + split.fed.value + split.domestic_usd
    assert parts == pytest.approx(split.public.value)
    shares = split.foreign_share + split.fed_share + split.domestic_share
    assert shares == pytest.approx(1)
    assert 0 < split.official_share < 1


def test_foreign_holdings_match_debt_month():
    split = ownership(SNAPSHOT)
    assert (split.foreign.month.year, split.foreign.month.month) == (2026, 6)
    assert split.foreign_official.month == split.foreign.month
    assert split.foreign.usd == 9_298.5e9


def test_holders_are_ranked_by_size_in_one_month():
    ranked = rank_holders(SNAPSHOT)
    held = [each.held.usd for each in ranked]
    assert held == sorted(held, reverse=True)
    assert {each.held.month for each in ranked} == {date(2026, 4, 30)}
    for rank, each in enumerate(ranked, 1):
        assert holder_path(each.holder.key, SNAPSHOT).rank == rank


def test_rank_leaves_out_whom_the_month_does_not_list():
    assert holder_path("pl", SNAPSHOT).rank is None
    assert "pl" not in {each.holder.key for each in rank_holders(SNAPSHOT)}


# Treasury International Capital: mfhhis01.txt to 2025, Table 3 of April 2026, Table 5 later.
@pytest.mark.parametrize(
    ("key", "month", "billion"),
    [
        ("cn", (2013, 11), 1316.7),
        ("jp", (2012, 11), 1117.7),
        ("cn", (2016, 11), 1049.3),
        ("be", (2015, 11), 143.6),
        ("jp", (2018, 10), 1018.5),
        ("cn", (2019, 2), 1130.9),
        ("jp", (2021, 1), 1276.9),
        ("jp", (2021, 7), 1310.2),
        ("jp", (2021, 11), 1325.5),
        ("ky", (2026, 4), 471.6),
        ("be", (2026, 4), 459.9),
        ("ca", (2026, 4), 397.1),
        ("sa", (2026, 4), 140.1),
        ("il", (2026, 4), 113.4),
        ("de", (2026, 4), 107.7),
        ("jp", (2026, 7), 1103.9),
    ],
)
def test_month_matches_treasury_release(key, month, billion):
    months = holder_path(key, SNAPSHOT).months
    (found,) = [held for held in months if (held.month.year, held.month.month) == month]
    assert found.usd == billion * 1e9


def test_months_are_unique_month_ends():
    for key in SNAPSHOT.holders:
        months = [held.month for held in holder_path(key, SNAPSHOT).months]
        assert months == sorted(set(months))
        assert all((month + timedelta(days=1)).day == 1 for month in months)


# Figures that articles give for Japan, and when they were right.
@pytest.mark.parametrize(
    ("said", "month"),
    [(1.0e12, (2018, 10)), (1.1e12, (2026, 7)), (1.2e12, (2026, 4)), (1.27e12, (2021, 6))],
)
def test_quoted_sum_finds_its_month(said, month):
    like = holder_path("jp", SNAPSHOT).like(said)
    assert (like.month.year, like.month.month) == month


@given(st.sampled_from(sorted(SNAPSHOT.holders)), st.floats(1e9, 3e12))
def test_quoted_sum_matches_newest_month(key, said):
    path = holder_path(key, SNAPSHOT)
    like = path.like(said)
    near = [held for held in path.months if abs(held.usd - said) <= 0.02 * said]
    assert like == (near[-1] if near else None)


def test_extremes_cover_all_years():
    path = holder_path("jp", SNAPSHOT)
    assert (path.most.usd, path.most.month) == (1325.5e9, date(2021, 11, 30))
    assert path.months[0].month == date(2000, 3, 31)


def test_year_before_is_exactly_twelve_months():
    for key in SNAPSHOT.holders:
        path = holder_path(key, SNAPSHOT)
        if path.year_before is not None:
            now, before = path.holder.latest.month, path.year_before.month
            assert (now.year - 1, now.month) == (before.year, before.month)


def test_unknown_holder_is_refused():
    with pytest.raises(CalcError) as error:
        holder_path("xx", SNAPSHOT)
    assert error.value.code == "holder.unknown"


@given(st.sets(st.sampled_from(MONTHS), min_size=1))
def test_unbroken_runs_split_at_gaps(chosen):
    months = [Holding(month, 1.0, Standing.OFFICIAL) for month in sorted(chosen)]
    runs = unbroken(months)
    assert [held for run in runs for held in run] == months
    number = {month: at for at, month in enumerate(MONTHS)}
    for run in runs:
        steps = [number[b.month] - number[a.month] for a, b in itertools.pairwise(run)]
        assert set(steps) <= {1}
    for one, other in itertools.pairwise(runs):
        assert number[other[0].month] - number[one[-1].month] > 1


def test_new_debt_is_split_by_owner():
    """31,621.3 - 24,253.4; 9,298.5 - 7,251.5; 4,564.2 - 5,671.8; the rest is 6,428.5 billion."""
    found = new_debt(load_snapshot())
    assert found.public_usd / 1e12 == pytest.approx(7.3679, abs=1e-4)
    assert found.foreign_usd / 1e12 == pytest.approx(2.0470, abs=1e-4)
    assert found.fed_usd / 1e12 == pytest.approx(-1.1076, abs=1e-4)
    assert found.domestic_usd / 1e12 == pytest.approx(6.4285, abs=1e-4)
    assert found.domestic_share == pytest.approx(0.8725, abs=1e-4)


def test_purchases_abroad_are_told_apart():
    """SLT Table 3, February 2023 to April 2026."""
    found = new_debt(load_snapshot())
    assert found.official_bought_usd == 255_105_000_000
    assert found.private_bought_usd == 1_884_661_000_000
