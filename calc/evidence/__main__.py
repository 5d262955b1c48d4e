"""``python -m calc.evidence``: pool the estimates again and write the parameters that follow.

Run it after adding a row to ``calc/parameters/estimates.json``.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from calc.evidence.families import derive_parameters, flows, stocks
from calc.market import load_snapshot
from calc.parameters import load_impact_parameters


def main() -> None:
    """Print both pooled estimates and rewrite two rows of ``impact.json``."""
    snapshot, parameters = load_snapshot(), load_impact_parameters()
    typical = parameters.relative_dv01.central
    for name, family in (("flows", flows), ("stocks", stocks)):
        pooled = family(snapshot, typical).pooled
        low, high = pooled.next_study
        print(  # noqa: T201
            f"{name}: {pooled.studies} studies, mean {pooled.mean * 1e4:.1f} bp,"
            f" next study {low * 1e4:.1f} to {high * 1e4:.1f}, I2 {pooled.inconsistency:.0%}"
        )
    derived = derive_parameters(
        snapshot,
        relative_dv01=typical,
        half_life=parameters.half_life,
        sale_days=parameters.pace_days["month"],
    )
    path = Path(str(resources.files("calc"))) / "parameters" / "impact.json"
    text = path.read_text(encoding="utf-8")
    for key, values in (("kappa", derived.kappa), ("flow", derived.flow)):
        text = _with_values(text, key, values)
    json.loads(text)
    text = re.sub(r'("derived_on": )"[^"]*"', rf'\1"{datetime.now(UTC).date()}"', text)
    path.write_text(text, encoding="utf-8")


def _with_values(text: str, key: str, values: tuple[float, float, float]) -> str:
    """The file's text with three values of one row replaced."""
    low, central, high = (f"{value:g}" for value in values)
    pattern = rf'("key": "{key}".*?"low": )[^,]*(, "central": )[^,]*(, "high": )[^,]*,'
    return re.sub(pattern, rf"\g<1>{low}\g<2>{central}\g<3>{high},", text, count=1)


if __name__ == "__main__":
    main()
