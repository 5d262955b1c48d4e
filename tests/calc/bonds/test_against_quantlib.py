"""2,000 random Treasury-like bonds against QuantLib, an independent implementation."""

import random
from datetime import date, timedelta

import pytest

import QuantLib as ql
from calc.bonds import CouponStreams, Note, risk
from calc.bonds.schedule import coupon_period, months_before

SEED = 356
KINDS = ["regular", "regular", "short first", "long first"]
CONVENTION = ql.SimpleThenCompounded


def to_ql(day):
    return ql.Date(day.day, day.month, day.year)


def random_note(rng, kind):
    month, day = rng.randint(1, 12), rng.choice([1, 15, 31])
    maturity = months_before(date(rng.randint(2000, 2070), 12, day if day < 31 else 31), 12 - month)
    periods = rng.randint(3, 60)
    start = months_before(maturity, 6 * periods)
    inside = start + timedelta(days=rng.randint(1, 175))
    dated = start if kind == "regular" else inside
    first = months_before(maturity, 6 * (periods - 2)) if kind == "long first" else None
    return Note(rng.randint(0, 80) / 800, dated, maturity, first)


def random_settlement(rng, note):
    near_issue = rng.random() < 0.5
    span = 330 if near_issue else (note.maturity - note.dated).days - 1
    return note.dated + timedelta(days=rng.randint(0, span))


def as_quantlib(note):
    """The bond's payments; QuantLib needs help with a long first period.

    It would compound the whole long period in one step, where the Treasury starts compounding at
    the coupon date inside it: a payment of nothing on that date makes the two agree.
    """
    opening = coupon_period(note.maturity, note.dated)
    first = note.first_payment or opening.end
    month_end = ql.Date.isEndOfMonth(to_ql(note.maturity))
    schedule = ql.Schedule(
        to_ql(note.dated),
        to_ql(note.maturity),
        ql.Period(ql.Semiannual),
        ql.NullCalendar(),
        ql.Unadjusted,
        ql.Unadjusted,
        ql.DateGeneration.Backward,
        month_end,
        to_ql(first) if note.dated != opening.start else ql.Date(),
    )
    days = ql.ActualActual(ql.ActualActual.ISMA, schedule)
    bond = ql.FixedRateBond(0, 100.0, schedule, [note.coupon], days)
    flows = list(bond.cashflows())
    if first != opening.end:
        flows.insert(0, ql.SimpleCashFlow(0.0, to_ql(opening.end)))
    return bond, flows, days


def cases():
    rng = random.Random(SEED)
    for number in range(2000):
        note = random_note(rng, KINDS[number % len(KINDS)])
        yield note, random_settlement(rng, note), rng.uniform(-0.02, 0.15)
