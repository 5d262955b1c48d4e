"""Our bond arithmetic beside QuantLib's, in one run: `python -m tests.bench.bench_bonds`.

Prints times and ratios; decides nothing. Both sides keep their objects between calls and both
follow the Treasury convention (simple interest in the broken first period). QuantLib solves to
its own default accuracy, which is looser than ours; it has no batch, so there its side is a loop
over ready-made bonds.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np
import QuantLib

sys.path.insert(0, str(Path(__file__).parents[2]))

from calc.bonds import CouponStreams, Note, yield_of, yields_of

SETTLEMENT = date(2026, 4, 1)
BATCH = 10_000
REPEATS = 7
CONVENTION = QuantLib.SimpleThenCompounded
SEMIANNUAL = QuantLib.Semiannual


def to_ql(day):
    return QuantLib.Date(day.day, day.month, day.year)


SETTLEMENT_QL = to_ql(SETTLEMENT)


def quantlib_bond(note):
    month_end = QuantLib.Date.isEndOfMonth(to_ql(note.maturity))
    schedule = QuantLib.Schedule(
        to_ql(note.dated),
        to_ql(note.maturity),
        QuantLib.Period(SEMIANNUAL),
        QuantLib.NullCalendar(),
        QuantLib.Unadjusted,
        QuantLib.Unadjusted,
        QuantLib.DateGeneration.Backward,
        month_end,
    )
    days = QuantLib.ActualActual(QuantLib.ActualActual.ISMA, schedule)
    return QuantLib.FixedRateBond(0, 100.0, schedule, [note.coupon], days), days


def quantlib_price(bond, days, yield_):
    return bond.cleanPrice(yield_, days, CONVENTION, SEMIANNUAL, SETTLEMENT_QL)


def quantlib_yield(bond, days, price):
    quote = QuantLib.BondPrice(price, QuantLib.BondPrice.Clean)
    return bond.bondYield(quote, days, CONVENTION, SEMIANNUAL, SETTLEMENT_QL)


def seconds(call, number):
    """Best of several runs, a call; the best, because other work only ever adds time."""
    best = float("inf")
    for _ in range(REPEATS):
        start = perf_counter()
        for _ in range(number):
            call()
        best = min(best, (perf_counter() - start) / number)
    return best


def random_notes(count):
    rng = np.random.default_rng(10)
    notes = []
    for _ in range(count):
        dated = SETTLEMENT - timedelta(days=int(rng.integers(30, 1500)))
        dated = dated.replace(day=15)
        years = int(rng.choice([5, 7, 10, 20, 30]))
        maturity = dated.replace(year=dated.year + years)
        notes.append(Note(int(rng.integers(1, 64)) / 800, dated, maturity))
    return notes, rng.uniform(0.001, 0.09, count)


def report(what, ours, theirs, unit):
    scale = {"µs": 1e6, "ms": 1e3}[unit]
    print(
        f"{what:<36}{ours * scale:>10.3f} {unit}{theirs * scale:>12.3f} {unit}"
        f"{theirs / ours:>9.0f} x"
    )


def one_bond():
    note = Note(0.04, date(2024, 2, 15), date(2034, 2, 15))
    stream = note.at(SETTLEMENT)
    bond, days = quantlib_bond(note)
    report(
        "one bond, yield to price",
        seconds(lambda: stream.price(0.045), 20_000),
        seconds(lambda: quantlib_price(bond, days, 0.045), 2_000),
        "µs",
    )
    report(
        "one bond, price to yield",
        seconds(lambda: yield_of(stream, 96.5), 20_000),
        seconds(lambda: quantlib_yield(bond, days, 96.5), 1_000),
        "µs",
    )
    report(
        "one bond from its dates, to price",
        seconds(lambda: note.at(SETTLEMENT).price(0.045), 5_000),
        seconds(lambda: quantlib_price(*quantlib_bond(note), 0.045), 500),
        "µs",
    )


def ten_thousand_bonds():
    notes, yields = random_notes(BATCH)
    streams = CouponStreams.of([note.at(SETTLEMENT) for note in notes])
    bonds = [quantlib_bond(note) for note in notes]
    quoted = list(zip(bonds, yields.tolist(), strict=True))
    prices = streams.price(yields)
    theirs = np.array([quantlib_price(*bond, yield_) for bond, yield_ in quoted])
    asked = list(zip(bonds, prices.tolist(), strict=True))
    report(
        f"{BATCH:,} bonds, yield to price",
        seconds(lambda: streams.price(yields), 20),
        seconds(lambda: [quantlib_price(*bond, yield_) for bond, yield_ in quoted], 1),
        "ms",
    )
    report(
        f"{BATCH:,} bonds, price to yield",
        seconds(lambda: yields_of(streams, prices), 20),
        seconds(lambda: [quantlib_yield(*bond, price) for bond, price in asked], 1),
        "ms",
    )
    back = np.abs(yields_of(streams, prices) - yields).max()
    print(f"\nlargest price difference from QuantLib   {np.abs(prices - theirs).max():.1e} per 100")
    print(f"largest yield lost there and back        {back:.1e}")


def main():
    QuantLib.Settings.instance().evaluationDate = SETTLEMENT_QL
    print(f"{'':<36}{'ours':>13}{'QuantLib':>15}{'ratio':>11}")
    one_bond()
    ten_thousand_bonds()


if __name__ == "__main__":
    main()
