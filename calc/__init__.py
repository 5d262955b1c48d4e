"""The arithmetic of a Treasury sell-off: pure functions of dated data.

`run` turns a `Scenario` into an `Outcome`; everything else can be used on its own.
"""

from calc.errors import CalcError
from calc.market import MarketSnapshot, load_snapshot
from calc.ranges import Range
from calc.run import Outcome, run
from calc.scenario import Fed, Others, Pace, PortfolioType, Scenario

__all__ = [
    "CalcError",
    "Fed",
    "MarketSnapshot",
    "Others",
    "Outcome",
    "Pace",
    "PortfolioType",
    "Range",
    "Scenario",
    "load_snapshot",
    "run",
]
