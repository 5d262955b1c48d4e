"""The model's dials as data: every one with its unit, its range and where it comes from."""

from calc.parameters.impact import ImpactParameters, MarketRegime, load_impact_parameters
from calc.parameters.parameter import Evidence, Parameter, ParameterTable, Reference

__all__ = [
    "Evidence",
    "ImpactParameters",
    "Mood",
    "Parameter",
    "ParameterTable",
    "Reference",
    "load_impact_parameters",
]
