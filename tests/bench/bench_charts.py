"""Time the chart of a sale beside other libraries: ``python -m tests.bench.bench_charts``.

Each contender has a process of its own; in each round all draw the same sale, in random order.
Half of the sales were never drawn before, and no result is cached. Processor time counts, that of
child processes too, since the machine may be busy. Peers that are not installed are left out;
``uv sync --group bench`` installs those from Python. ``--small`` is what CI runs; it fails when the
project's own chart is slower than plain pyplot.
"""

import argparse
import asyncio
import io
import multiprocessing
import os
import random
import resource
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
from isal import isal_zlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from calc import Pace, Scenario, run
from commands.common.chart import theme
from commands.common.chart.render import render_png
from commands.common.sale.figures import figures_of
from commands.selloff.chart import chart
from tests.bench import peers

BASELINE = "pyplot"
TICK_SECONDS = os.sysconf("SC_CLK_TCK") ** -1


def ours(outcome, figures):
    """The project's own."""
    return render_png(chart(outcome, figures))


def floor(outcome, figures):
    """An empty Agg figure, and a ready picture of the same size packed as fast as it can be."""
    _empty().draw()
    return isal_zlib.compress(_ready(), 1)


@cache
def _empty():
    return FigureCanvasAgg(Figure(figsize=(12, 8.08), dpi=100, facecolor=theme.GROUND))


@cache
def _ready():
    """The rows of a picture as a PNG has them, red, green, blue and alpha, with no filter."""
    figures = figures_of(outcome := run(Scenario("jp", 200_000_000_000)))
    image = Image.open(io.BytesIO(ours(outcome, figures)))
    colors = np.asarray(image.convert("RGB"))
    height, width = colors.shape[:2]
    rows = np.full((height, 1 + 4 * width), 255, np.uint8)
    rows[:, 0] = 0
    rows[:, 1:].reshape(height, width, 4)[..., :3] = colors
    return rows


CONTENDERS = {
    "ours": ours,
    "floor": floor,
    BASELINE: peers.pyplot,
    "matplotlib Figure": peers.matplotlib_figure,
    "seaborn": peers.seaborn,
    "pygal + cairosvg": peers.pygal_cairosvg,
    "vl-convert": peers.vega_vlconvert,
    "plotly + kaleido": peers.plotly_kaleido,
    "chart.js in Node": peers.chartjs,
}


def sale(number):
    """A sale, another for each number."""
    amount = 1_000_000_000 * (1 + 37 * number % 1999)
    return Scenario("jp", amount, list(Pace)[number % len(Pace)], beyond_holding=True)


@cache
def content(number):
    """What a contender gets to draw."""
    outcome = run(sale(number))
    return outcome, figures_of(outcome)


def cpu_seconds():
    """Of this process, and of its children, which count in ticks."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if _is_descendant(int(stat.parent.name)):
            ticks += int(fields[11]) + int(fields[12])
    return ticks * TICK_SECONDS


def _is_descendant(process):
    while process > 1:
        try:
            stat = Path(f"/proc/{process}/stat").read_text()
        except OSError:
            return False
        process = int(stat.rpartition(")")[2].split()[1])
        if process == os.getpid():
            return True
    return False


def work(name, pipe, seen):
    """Draw what comes in, and answer with seconds and bytes; at the end with the peak of memory."""
    contender = CONTENDERS[name]
    try:
        for number in seen:
            contender(*content(number))
    except (ImportError, OSError, ValueError) as error:
        pipe.send(f"{type(error).__name__}: {error}")
        return
    has_children = name in {"plotly + kaleido", "chart.js in Node"}
    pipe.send(None)
    while (number := pipe.recv()) is not None:
        outcome, figures = content(number)
        before = cpu_seconds() if has_children else 0
        started = time.process_time()
        png = contender(outcome, figures)
        seconds = time.process_time() - started
        seconds += cpu_seconds() - before if has_children else 0
        pipe.send((seconds, len(png)))
    pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def race(rounds, names):
    """Seconds and bytes of each picture, and the peak of memory in MB, by contender."""
    spawn = multiprocessing.get_context("spawn")
    numbers = list(range(rounds))
    pipes, seconds, sizes, memory = {}, {}, {}, {}
    for name in names:
        pipes[name], theirs = spawn.Pipe()
        spawn.Process(target=work, args=(name, theirs, numbers[::2]), daemon=True).start()
        if problem := pipes[name].recv():
            print(f"left out: {name} ({problem.splitlines()[0]})")
            del pipes[name]
    random.shuffle(numbers)
    for number in numbers:
        for name in random.sample(list(pipes), len(pipes)):
            pipes[name].send(number)
            spent, size = pipes[name].recv()
            seconds.setdefault(name, []).append(spent)
            sizes.setdefault(name, []).append(size)
    for name, pipe in pipes.items():
        pipe.send(None)
        memory[name] = pipe.recv()
    return seconds, sizes, memory


def print_race(rounds, names):
    """Print the table; return whether ours is faster than the baseline, if that took part."""
    seconds, sizes, memory = race(rounds, names)
    fast = statistics.median(seconds["ours"])
    small = statistics.median(sizes["ours"])
    print(f"{rounds} rounds, half of the sales never drawn before; CPU time\n")
    print(f"{'':20}{'median ms':>10}{'p95':>8}{'KiB':>7}{'peak MB':>9}{'÷ ours':>9}{'bytes ÷':>9}")
    for name, spent in seconds.items():
        middle, size = statistics.median(spent), statistics.median(sizes[name])
        p95 = statistics.quantiles(spent, n=20)[-1]
        own = f"{size / 1024:7.0f}" if name != "floor" else f"{'':7}"
        share = f"{size / small:9.2f}" if name != "floor" else ""
        print(
            f"{name:20}{middle * 1e3:10.2f}{p95 * 1e3:8.2f}{own}{memory[name]:9.0f}"
            f"{middle / fast:9.1f}{share}"
        )
    return BASELINE not in seconds or fast < statistics.median(seconds[BASELINE])


async def worst_lag(pictures):
    """How late a timer of a millisecond came at worst, with and without pictures in a thread."""
    late = 0.0

    async def tick():
        nonlocal late
        while True:
            due = time.perf_counter() + 0.001
            await asyncio.sleep(0.001)
            late = max(late, time.perf_counter() - due)

    work_out = [content(number) for number in range(pictures)]
    ours(*work_out[0])
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.3)
    idle, late = late, 0.0
    with ThreadPoolExecutor(1) as thread:
        for case in work_out:
            await asyncio.get_running_loop().run_in_executor(thread, ours, *case)
    ticking.cancel()
    return idle, late


def print_growth(pictures):
    """What memory does over many pictures, none of them twice."""
    sizes = []
    for number in range(pictures):
        outcome = run(sale(number))
        ours(outcome, figures_of(outcome))
        if (number + 1) % (pictures // 4) == 0:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            sizes.append(pages * resource.getpagesize() / 2**20)
    slope = (sizes[-1] - sizes[1]) * 1024 / (pictures / 2)
    print(f"memory after each quarter of {pictures:,} pictures, MB:", *(f"{s:.1f}" for s in sizes))
    print(f"growth over the second half: {slope:.2f} KiB a picture")


def main():
    """Print all tables; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_charts", description=__doc__)
    parser.add_argument("--rounds", type=_rounds, default=64, help="sales drawn by each contender")
    parser.add_argument("--only", nargs="+", choices=CONTENDERS, default=list(CONTENDERS))
    parser.add_argument("--small", action="store_true", help="a few rounds beside pyplot, for CI")
    options = parser.parse_args()
    if options.small:
        return 0 if print_race(6, ["ours", "floor", BASELINE]) else 1
    print_race(options.rounds, ["ours", *(name for name in options.only if name != "ours")])
    idle, late = asyncio.run(worst_lag(60))
    print(f"\nworst lag of the event loop: {late * 1e3:.1f} ms while 60 charts are drawn in a")
    print(f"thread, {idle * 1e3:.1f} ms with nothing to do")
    print_growth(2000)
    return 0


def _rounds(text):
    if not text.isdecimal() or not 2 <= int(text) <= 1999:
        raise argparse.ArgumentTypeError("a whole number from 2 to 1999")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
