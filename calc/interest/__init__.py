"""What a shift of the yield curve costs the government as its debt is refinanced."""

from calc.interest.model import (
    ExtraInterest,
    InterestModel,
    baseline_net_interest,
    debt_service,
    extra_interest,
    interest_model,
)

__all__ = [
    "ExtraInterest",
    "InterestModel",
    "baseline_net_interest",
    "debt_service",
    "extra_interest",
    "interest_model",
]
