"""The model's dials as data: every one with its unit, its range and where it comes from."""

from calc.parameters.dials import Dial, DialTable, Evidence, Reference
from calc.parameters.impact import ImpactParameters, Mood, load_impact_parameters

__all__ = [
    "Dial",
    "DialTable",
    "Evidence",
    "ImpactParameters",
    "Mood",
    "Reference",
    "load_impact_parameters",
]
