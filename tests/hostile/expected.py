"""What may come of a text: a value, a question back, a refusal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule leaves open.

    Args:
        name: For the report of a failed test.
        value: The only value it may be read as; None when it may not be read at all.
        may_ask: Asking back is right.
        may_refuse: A plain no is right.
    """

    name: str
    value: object = None
    may_ask: bool = True
    may_refuse: bool = True


ASK = Outcome("asked back", may_refuse=False)
ERROR = Outcome("refused", may_ask=False)
NO = Outcome("asked back or refused")


def exactly(value):
    """Read, and as nothing else."""
    return Outcome(f"{value}", value, may_ask=False, may_refuse=False)


def if_read(value):
    """No rule says that it must be read; when it is, then as nothing else."""
    return Outcome(f"{value} or no answer", value)
