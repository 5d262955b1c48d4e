"""The words a person reads: right in substance, safe to paste, in one piece."""

import re

from calc import Pace, Scenario, run
from commands.common.sale.figures import figures_of
from commands.selloff import text as words


def test_tiny_sale_says_less_than():
    outcome = run(Scenario("il", 1_000_000, Pace.YEAR))
    text = words.main_text(outcome, figures_of(outcome))
    assert "less than **0.01 points**" in text or "**less than 0.01 points**" in text
    assert "less than 1 cent below $100" in text
    assert not re.search(r"\*\*(about )?\$?0\b(?!\.)", text)
