"""Old data say so; fresh data do not."""

from datetime import date, timedelta

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.common.text.staleness import old_curve_text
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

DAY = date(2026, 10, 9)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, ""),
        (10, ""),
        (11, "The yields are 11 days old."),
        (14, "The yields are 2 weeks old."),
        (44, "The yields are 6 weeks old."),
        (60, "The yields are 8 weeks old."),
        (61, "The yields are 2 months old."),
        (730, "The yields are 23 months old."),
        (1100, "The yields are 3 years old."),
    ],
)
def test_curve_is_old_after_ten_days(days, text):
    assert old_curve_text(DAY, ENGLISH, DAY + timedelta(days)) == text


def test_curve_without_today_is_not_old():
    assert old_curve_text(DAY, ENGLISH, None) == ""


def test_answers_say_that_yields_are_old():
    snapshot, command = load_snapshot(), COMMANDS["selloff"]
    fresh = Request(snapshot, today=snapshot.curve.as_of)
    old = Request(snapshot, today=snapshot.curve.as_of + timedelta(45))
    assert "weeks old" not in run_command(command, fresh, example_of(command)).small_print
    answer = run_command(command, old, example_of(command))
    assert answer.small_print.endswith("The yields are 6 weeks old.")
    tapped = run_component(answer.buttons[0].custom_id, old)
    assert tapped.small_print.endswith("The yields are 6 weeks old.")
