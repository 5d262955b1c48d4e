"""What one question costs on the ground floor, by part: ``python -m tests.bench.bench_run``.

Prints medians of one run and each part's share of the whole; nothing here decides a test.
"""

import statistics
import time

from calc import Scenario, load_snapshot, run
from calc.events.comparison import compare
from calc.impact.impact import Flow, ten_year_path
from calc.interest.interest_cost import cost_of, days_to_follow
from calc.parameters import load_impact_parameters
from calc.price import price_of
from calc.sale import sale_of
from calc.yields import yields_of

ROUNDS = 500


def median_us(work):
    """Median microseconds of a call."""
    work()
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent) * 1e6


def main():
    """Print the table."""
    snapshot, published = load_snapshot(), load_impact_parameters()
    scenario = Scenario("jp", 200_000_000_000)
    sale = sale_of(scenario, snapshot, published)
    flows = [Flow(0, sale.trading_days, sale.ten_year_equivalents_usd)]
    market = {
        "parameters": published,
        "market_usd": snapshot.marketable_usd,
        "gdp_usd": snapshot.gdp_usd,
        "days": days_to_follow(snapshot),
    }
    path = ten_year_path(flows, **market)
    yields = yields_of(path, scenario.portfolio_type, snapshot, published)
    parts = {
        "sale": lambda: sale_of(scenario, snapshot, published),
        "path of the 10-year yield": lambda: ten_year_path(flows, **market),
        "curve": lambda: yields_of(path, scenario.portfolio_type, snapshot, published),
        "price": lambda: price_of(yields),
        "interest": lambda: cost_of(path, scenario.portfolio_type, snapshot, published),
        "comparison": lambda: compare(0.0015, 200e9, 21, snapshot),
    }
    whole = median_us(lambda: run(scenario, snapshot, published))
    print(f"{'Scenario -> Outcome':28}{whole:8.0f} µs")
    for name, work in parts.items():
        cost = median_us(work)
        print(f"  {name:26}{cost:8.0f} µs {cost / whole:6.0%}")


if __name__ == "__main__":
    main()
