"""The chart of a sale by other libraries: same size, curves, ranges, bars and texts.

Each function takes an outcome and its figures and returns a PNG, or several where a library cannot
put three charts into one. Imports stand inside, so that missing libraries can be left out.
"""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
from functools import cache
from pathlib import Path

from commands.common.chart import theme

WORDS = theme.LABEL.color


def curve(outcome):
    """Years and low, middle and high rise in percentage points."""
    pairs = zip(outcome.yields.curve_years, outcome.yields.curve_rise, strict=True)
    return [(y, 100 * r.smallest, 100 * r.central, 100 * r.largest) for y, r in pairs if y >= 2]


def fall(outcome):
    """Low, middle and high fall of the price."""
    prices = outcome.price.at_peak
    return sorted(outcome.price.face - value for value in prices)


def interest(outcome):
    """Year and low, middle and high extra interest in billions."""
    pairs = zip(outcome.interest.fiscal_years, outcome.interest.extra_usd, strict=True)
    return [(y, e.smallest / 1e9, e.central / 1e9, e.largest / 1e9) for y, e in pairs]


def heads(figures):
    """Title and two headings with their lines."""
    return (
        f"10-year yield up {figures.rise.central} points\n{figures.rise.range}",
        f"Price of a {figures.face} note\n{figures.price.central}\n{figures.price.range}",
        f"Extra US interest\n{figures.interest_short.central}\n{figures.interest_short.range}",
    )


def pyplot(outcome, figures):
    """What most bots do: pyplot, subplots, a layout engine, savefig."""
    from matplotlib import pyplot as plt

    fig, axes = plt.subplot_mosaic("YY;PI", figsize=(12, 9), dpi=100, layout="constrained")
    _paint(fig, axes, outcome, figures)
    png = io.BytesIO()
    plt.savefig(png, format="png", dpi=100)
    plt.close(fig)
    return png.getvalue()


def matplotlib_figure(outcome, figures):
    """The same without pyplot and without a layout engine."""
    from matplotlib.figure import Figure

    fig = Figure(figsize=(12, 9), dpi=100)
    fig.subplots_adjust(0.05, 0.06, 0.97, 0.86, hspace=0.9)
    _paint(fig, fig.subplot_mosaic("YY;PI"), outcome, figures)
    png = io.BytesIO()
    fig.savefig(png, format="png", dpi=100)
    return png.getvalue()


def seaborn(outcome, figures):
    """Seaborn over pyplot."""
    import seaborn as sns
    from matplotlib import pyplot as plt

    years, low, middle, high = zip(*curve(outcome), strict=True)
    fig, axes = plt.subplot_mosaic("YY;PI", figsize=(12, 9), dpi=100, layout="tight")
    sns.lineplot(x=years, y=middle, ax=axes["Y"], color=theme.BEST_GUESS, linewidth=7)
    axes["Y"].fill_between(years, low, high, color=theme.RANGE)
    least, guess, most = fall(outcome)
    sns.scatterplot(x=[guess], y=[0], ax=axes["P"], s=500, color=theme.BEST_GUESS)
    axes["P"].barh([0], [most - least], left=[least], color=theme.RANGE)
    names, low, middle, high = zip(*interest(outcome), strict=True)
    sns.barplot(x=names, y=high, ax=axes["I"], color=theme.RANGE)
    sns.barplot(x=names, y=middle, ax=axes["I"], color=theme.BEST_GUESS)
    for axis, words in zip(axes.values(), heads(figures), strict=True):
        axis.set_title(words, fontsize=31, loc="left", parse_math=False)
    png = io.BytesIO()
    plt.savefig(png, format="png", dpi=100)
    plt.close(fig)
    return png.getvalue()


def pygal_cairosvg(outcome, figures):
    """Three SVGs, each turned into a PNG: pygal has no page of several charts."""
    import cairosvg
    import pygal
    from pygal.style import DarkStyle

    look = {"style": DarkStyle, "show_legend": False}
    title, price, cost = heads(figures)
    curves = pygal.XY(width=1200, height=450, title=title, **look)
    for number, name in ((1, "low"), (2, "middle"), (3, "high")):
        curves.add(name, [(row[0], row[number]) for row in curve(outcome)])
    bar = pygal.HorizontalBar(width=600, height=450, title=price, **look)
    bar.add("fall", fall(outcome))
    bars = pygal.Bar(width=600, height=450, title=cost, **look)
    for number, name in ((2, "middle"), (3, "high")):
        bars.add(name, [row[number] for row in interest(outcome)])
    return b"".join(cairosvg.svg2png(chart.render()) for chart in (curves, bar, bars))


def vega_vlconvert(outcome, figures):
    """A ready Vega-Lite specification through vl-convert, without Altair's own time."""
    import vl_convert

    def layer(kind, color, **channels):
        encoding = {
            name: {"field": field, "type": "quantitative", "title": None}
            for name, field in channels.items()
        }
        return {"mark": {"type": kind, "color": color}, "encoding": encoding}

    def view(rows, width, words, *layers):
        data = {"values": [dict(zip("xlmh", row, strict=True)) for row in rows]}
        return {"data": data, "width": width, "height": 250, "title": words, "layer": layers}

    title, price, cost = (words.split("\n") for words in heads(figures))
    low, middle, high = fall(outcome)
    spec = {
        "config": {"title": {"fontSize": 31, "anchor": "start"}, "background": theme.GROUND},
        "vconcat": [
            view(
                curve(outcome),
                1050,
                title,
                layer("area", theme.RANGE, x="x", y="l", y2="h"),
                layer("line", theme.BEST_GUESS, x="x", y="m"),
            ),
            {
                "hconcat": [
                    view(
                        [(0, low, middle, high)],
                        450,
                        price,
                        layer("bar", theme.RANGE, x="l", x2="h"),
                        layer("point", theme.BEST_GUESS, x="m"),
                    ),
                    view(
                        interest(outcome),
                        450,
                        cost,
                        layer("bar", theme.RANGE, x="x", y="l", y2="h"),
                        layer("bar", theme.BEST_GUESS, x="x", y="m"),
                    ),
                ]
            },
        ],
    }
    return vl_convert.vegalite_to_png(json.dumps(spec))


def plotly_kaleido(outcome, figures):
    """Plotly through a browser that kaleido keeps running."""
    from plotly import graph_objects as go
    from plotly.subplots import make_subplots

    grid = [[{"colspan": 2}, None], [{}, {}]]
    fig = make_subplots(2, 2, specs=grid, subplot_titles=heads(figures))
    years, low, middle, high = zip(*curve(outcome), strict=True)
    fig.add_scatter(x=years, y=low, row=1, col=1, line_color=theme.RANGE)
    fig.add_scatter(x=years, y=high, row=1, col=1, fill="tonexty", line_color=theme.RANGE)
    fig.add_scatter(x=years, y=middle, row=1, col=1, line_color=theme.BEST_GUESS)
    least, guess, most = fall(outcome)
    bar = go.Bar(x=[most - least], base=[least], y=[0], orientation="h")
    fig.add_trace(bar, row=2, col=1)
    fig.add_scatter(x=[guess], y=[0], row=2, col=1)
    names, low, middle, high = zip(*interest(outcome), strict=True)
    fig.add_bar(x=names, y=high, row=2, col=2)
    fig.add_bar(x=names, y=middle, row=2, col=2)
    fig.update_layout(template="plotly_dark", showlegend=False, barmode="overlay")
    return fig.to_image("png", width=1200, height=900)


def chartjs(outcome, figures):
    """Chart.js on @napi-rs/canvas in a Node that is kept running."""
    node = _node()
    data = {
        "heads": heads(figures),
        "curve": curve(outcome),
        "fall": fall(outcome),
        "interest": interest(outcome),
    }
    node.stdin.write(json.dumps(data).encode() + b"\n")
    node.stdin.flush()
    (size,) = struct.unpack(">I", node.stdout.read(4))
    return node.stdout.read(size)


@cache
def _node():
    script = Path(__file__).with_name("chartjs.cjs")
    program = shutil.which("node") or "node"
    node = subprocess.Popen([program, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    if node.stdout.read(5) != b"ready":
        raise ImportError("chart.js (NODE_PATH has to name a folder with it and @napi-rs/canvas)")
    return node


def _paint(fig, axes, outcome, figures):
    fig.patch.set_facecolor(theme.GROUND)
    for axis, words in zip(axes.values(), heads(figures), strict=True):
        axis.set_facecolor(theme.GROUND)
        axis.tick_params(colors=theme.TICK.color, labelsize=31)
        for side in ("top", "right", "left"):
            axis.spines[side].set_visible(False)
        # Otherwise two dollar signs are a formula, which takes much longer.
        axis.set_title(words, color=WORDS, fontsize=31, loc="left", parse_math=False)
    fill = {"facecolor": theme.RANGE}
    years, low, middle, high = zip(*curve(outcome), strict=True)
    axes["Y"].fill_between(years, low, high, **fill)
    axes["Y"].plot(years, middle, color=theme.BEST_GUESS, linewidth=7)
    axes["Y"].plot([10], [100 * outcome.yields.peak.central], "o", markersize=22)
    axes["Y"].locator_params(axis="y", nbins=3)
    axes["Y"].set_xticks([2, 10, 20, 30])
    least, guess, most = fall(outcome)
    axes["P"].barh([0], [most - least], left=[least], **fill)
    axes["P"].plot([0, guess], [0, 0], color=theme.BEST_GUESS, linewidth=10)
    axes["P"].plot([guess], [0], "o", markersize=24)
    axes["P"].set_yticks([])
    axes["P"].set_xticks([0], [figures.face])
    names, low, middle, high = zip(*interest(outcome), strict=True)
    heights = [top - bottom for bottom, top in zip(low, high, strict=True)]
    axes["I"].bar(names, heights, bottom=low, width=0.66, **fill)
    axes["I"].bar(names, middle, width=0.33, color=theme.BEST_GUESS)
    axes["I"].set_yticks([])
    axes["I"].set_xticks([names[0], names[-1]])
