"""Responses of the official services, some days after the packaged data."""

import json
from datetime import date, timedelta

from bot.data_refresh.market_files import newest_month, packaged_files

KNOWN = packaged_files()
CURVE_DAY = KNOWN.par_curve.as_of + timedelta(days=40)
DEBT_DAY = CURVE_DAY - timedelta(days=1)
MONTH = "2026-09"
FED_DAY = date(2026, 11, 11)
TODAY = CURVE_DAY + timedelta(days=3)
MARKET_BILLION = 32000.0
OFFICIAL_PARTS = {
    "Of Which: Foreign Official": 3700.5,
    "Of Which: Foreign Official Treasury Bills": 350.5,
    "Of Which: Foreign Official T-Bonds & Notes": 3350.0,
}


def curve(day=CURVE_DAY, shift=0.11):
    header = '"1 Mo","1.5 Month","2 Mo","3 Mo","4 Mo","6 Mo","1 Yr","2 Yr","3 Yr","5 Yr","7 Yr"'
    lines = [f'Date,{header},"10 Yr","20 Yr","30 Yr"']
    for back in range(3):
        cells = [f"{point.value + shift - back / 100:.2f}" for point in KNOWN.par_curve.points]
        # A maturity that was not sold, and one that nobody may miss.
        cells[1:3] = ["", "N/A"]
        lines.append(",".join([f"{day - timedelta(days=back):%m/%d/%Y}", *cells]))
    return "\r\n".join([*lines, ""])


def holders(month=MONTH, factor=1.01, newcomer=("Germany", 118.4)):
    months = [month, *sorted((m for m, _, _ in known_months("Japan")), reverse=True)[:12]]
    lines = {}
    for row in KNOWN.holders.holders:
        known = {name: value for name, value, _ in row.months}
        last = row.months[-1][1]
        lines[row.name] = [round(last * factor, 1), *(known.get(m, last) for m in months[1:])]
    lines[newcomer[0]] = [newcomer[1]] * 13
    total = {name: value for name, value, _ in known_months("Grand Total")}
    last = total[newest_month(KNOWN.holders)]
    totals = [round(last * factor, 1), *(total.get(m, last) for m in months[1:])]
    named = [sum(column) for column in zip(*lines.values(), strict=True)]
    lines["All Other"] = [round(t - n, 1) for t, n in zip(totals, named, strict=True)]
    lines["Grand Total"] = totals
    # The official part of most months is not known here; the table may say so.
    for name, value in OFFICIAL_PARTS.items():
        lines[name] = [value] + ["n.a."] * 12
    title = ["Table 5: Major Foreign Holders of Treasury Securities", "Billions of dollars", ""]
    body = ["\t".join([name, *map(str, cells)]) for name, cells in lines.items()]
    body[1] = body[1].replace("\t", " 2/\t", 1)
    end = ["", "Notes:", "The data in this table come from custodians.", ""]
    return "\r\n".join(
        [*(f"{line}\t\t" for line in title), "\t".join(["Country", *months]), *body, *end]
    )


def known_months(name):
    rows = (*KNOWN.holders.holders, *KNOWN.holders.totals)
    return next(row.months for row in rows if row.name == name)


def transactions(month=MONTH, factor=1.01, newcomer=("Iceland", 12610, 950)):
    """Three months of each line; the newest one is new."""
    known = KNOWN.foreign_transactions
    months = [month, *reversed(known.months[-2:])]
    lines = []
    for row in (*known.countries.values(), *known.totals.values()):
        columns = [list(column[-2:]) for column in row.columns]
        for column in columns:
            last = column[-1]
            column.append(None if last is None else round(last * factor))
        lines += [_line(row.name, row.code, months[2 - n], columns, n) for n in (2, 1, 0)]
    name, code, held = newcomer
    lines.append(_line(name, code, month, [[held], [5], [4], [-1], [40]], 0))
    header = "country\tcountry_code\tdate\tfor_treas_pos\tfor_treas_net\tfor_lt_treas_pos"
    return "\r\n".join([*["Table 3\t\t"] * 3, header, *lines, "\t\t", "Notes:\t\t", "1/ Data", ""])


def _line(name, code, month, columns, place):
    def cell(number):
        value = columns[number][place]
        return "n.a." if value is None else str(value)

    cells = [cell(0), cell(1), "0", cell(2), cell(3), cell(4), "0"]
    return "\t".join([name, str(code), month, *cells])


def debt(day=DEBT_DAY, public=32100.0e9, intragov=7900.0e9):
    return page(
        {
            "record_date": str(day),
            "tot_pub_debt_out_amt": f"{public + intragov:.2f}",
            "intragov_hold_amt": f"{intragov:.2f}",
            "debt_held_public_amt": f"{public:.2f}",
        }
    )


def rates(day=date(2026, 10, 31), percent="3.512"):
    lines = {"Treasury Bills": "4.101", "Total Interest-bearing Debt": percent}
    return page(
        *(
            {"record_date": str(d), "security_desc": name, "avg_interest_rate_amt": rate}
            for d, change in ((day, 0), (day - timedelta(days=31), 1))
            for name, rate in lines.items()
            for rate in [rate if not change else "3.400"]
        )
    )


def outstanding(day=date(2026, 10, 31), bills=7200.0):
    kinds = {"Bills": bills, "Bonds": 5800.0, "TIPS": 2250.0, "Floating Rate Notes": 750.0}
    kinds["Notes"] = MARKET_BILLION - sum(kinds.values())

    def row(kind, name, billion):
        return {
            "record_date": str(day),
            "security_type_desc": kind,
            "security_class_desc": name,
            "total_mil_amt": billion if isinstance(billion, str) else f"{billion * 1000:.4f}",
        }

    return page(
        *(row("Marketable", name, billion) for name, billion in kinds.items()),
        row("Total Marketable", "_", MARKET_BILLION),
        row("Nonmarketable", "Other", "null"),
    )


def maturities(day=date(2026, 10, 31)):
    """Three kinds of 70 securities: a third due in half a year, the rest in 5 and 12 years."""
    parts = (("Bills Maturity Value", 0.34, 182), ("Notes", 0.40, 1825), ("Bonds", 0.26, 4380))
    rows = []
    for number in range(210):
        name, share, days = parts[number // 70]
        first = {
            "record_date": str(day),
            "security_class1_desc": name,
            "security_class2_desc": f"91282{number:04d}",
            "interest_rate_pct": "null" if number < 70 else "4.25",
            "maturity_date": str(day + timedelta(days=days)),
            "outstanding_amt": f"{share / 70 * MARKET_BILLION * 1000:.4f}",
        }
        rows += [first, first | {"outstanding_amt": "null"}]
    total = {
        "record_date": str(day),
        "security_class2_desc": "null",
        "maturity_date": "null",
        "outstanding_amt": f"{MARKET_BILLION * 1000}",
    }
    return page(*rows, total)


def fed(day=FED_DAY, custody=2600123, holdings=4600456, weeks=6):
    lines = [
        f"{day - timedelta(weeks=back)},{custody + 1000 * back},{holdings + 500 * back}"
        for back in reversed(range(weeks))
    ]
    return "\n".join(["observation_date,WMTSECL1,TREAST", *lines, ""])


def page(*rows):
    return json.dumps({"data": rows, "meta": {"count": len(rows)}, "links": {}})


GOOD = {
    "daily-treasury-rates.csv": curve(),
    "slt_table5.txt": holders(),
    "slt_table3.txt": transactions(),
    "debt_to_penny": debt(),
    "avg_interest_rates": rates(),
    "mspd_table_1": outstanding(),
    "mspd_table_3_market": maturities(),
    "fredgraph.csv": fed(),
}
