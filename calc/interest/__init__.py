"""Interest cost of a shift of the yield curve as the debt is refinanced."""

from calc.interest.ladder import average_maturity, due_within, repriced_within
from calc.interest.model import (
    ExtraInterest,
    InterestModel,
    baseline_net_interest,
    debt_service,
    extra_interest,
    interest_model,
)
from calc.interest.ratios import InterestRatios, interest_ratios

__all__ = [
    "ExtraInterest",
    "InterestModel",
    "InterestRatios",
    "average_maturity",
    "baseline_net_interest",
    "debt_service",
    "due_within",
    "extra_interest",
    "interest_model",
    "interest_ratios",
    "repriced_within",
]
