"""Time of one scenario at three levels; run as a script, decides nothing."""

from timeit import repeat

import numpy as np

from calc.interest import extra_interest, interest_model
from calc.market import load_snapshot

RUNS = 200


def main():
    model = interest_model(load_snapshot())
    shift = np.full((3, model.quarters, len(model.tenors)), 0.001)
    seconds = min(
        repeat(lambda: extra_interest(model, shift[..., 0], shift), number=RUNS, repeat=5)
    )
    print(f"extra_interest, 3 levels: {seconds / RUNS * 1e6:.0f} microseconds")


if __name__ == "__main__":
    main()
