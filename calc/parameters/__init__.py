"""Model parameters as data: each with its unit, its bands and its evidence."""

from calc.parameters.impact import ImpactParameters, MarketRegime, load_impact_parameters
from calc.parameters.parameter import Evidence, Parameter, ParameterTable, Reference

__all__ = [
    "Evidence",
    "ImpactParameters",
    "MarketRegime",
    "Parameter",
    "ParameterTable",
    "Reference",
    "load_impact_parameters",
]
