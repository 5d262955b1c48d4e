"""How much work something is, counted so that a busy machine does not matter."""

import sys


def calls(work):
    """How many functions, those of C too, some work calls."""
    count = 0

    def note(_, event, __):
        nonlocal count
        count += event.endswith("call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
