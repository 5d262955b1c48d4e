"""The chart of a sale by other libraries: same size, rows, ranges, dots, ruler and texts.

Each function takes an outcome and its figures and returns a PNG, or several where a library cannot
put four charts into one. Imports stand inside, so that missing libraries can be left out.
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
MARKS = {"Ordinary month": 0.26, "Tariffs 2025": 0.47, "Covid 2020": 0.64, "Rise of 2023": 1.23}


def rows(outcome, figures):
    """Of price, yield, interest and ruler: texts, value before, least, best guess and most."""
    price, rise = outcome.price, outcome.yields.peak
    cost = outcome.interest.total_lasting_usd
    changes = (
        (price.face, price.at_peak),
        (0, rise.times(100)),
        (0, cost.times(1e-9)),
        (0, rise.times(100)),
    )
    return [
        (words, before, after.smallest, after.central, after.largest)
        for words, (before, after) in zip(_texts(figures), changes, strict=True)
    ]


def _texts(figures):
    """What stands in each row, as many words as in ours."""
    return (
        f"Price  ten-year bond  {figures.face}  {figures.price.central}  {figures.price.range}",
        (
            f"Yield  buyers earn  {figures.yield_before}  {figures.yield_after.central}"
            f"  {figures.yield_after.range}"
        ),
        (
            f"Interest  extra, 10 years  $0  {figures.interest_short.central}"
            f"  {figures.interest_short.range}"
        ),
        f"How big is +{figures.rise.central} points?",
    )


def title(figures):
    """Title and source line."""
    return (
        f"Japan sells {figures.amount}\nof US Treasuries, in a month",
        f"Band: most studies · Treasury yields of {figures.curve_date} · selloff bot",
    )


def pyplot(outcome, figures):
    """What most bots do: pyplot, subplots, a layout engine, savefig."""
    from matplotlib import pyplot as plt

    fig, axes = plt.subplots(4, 1, figsize=(12, 8.08), dpi=100, layout="constrained")
    _paint(fig, axes, outcome, figures)
    png = io.BytesIO()
    plt.savefig(png, format="png", dpi=100)
    plt.close(fig)
    return png.getvalue()


def matplotlib_figure(outcome, figures):
    """The same without pyplot and without a layout engine."""
    from matplotlib.figure import Figure

    fig = Figure(figsize=(12, 8.08), dpi=100)
    fig.subplots_adjust(0.05, 0.06, 0.97, 0.8, hspace=0.9)
    _paint(fig, fig.subplots(4, 1), outcome, figures)
    png = io.BytesIO()
    fig.savefig(png, format="png", dpi=100)
    return png.getvalue()


def seaborn(outcome, figures):
    """Seaborn over pyplot."""
    import seaborn as sns
    from matplotlib import pyplot as plt

    fig, axes = plt.subplots(4, 1, figsize=(12, 8.08), dpi=100, layout="tight")
    for axis, (words, before, low, middle, high) in zip(axes, rows(outcome, figures), strict=True):
        axis.barh([0], [high - low], left=[low], color=theme.RANGE)
        sns.lineplot(x=[before, middle], y=[0, 0], ax=axis, color=theme.BEST_GUESS, linewidth=7)
        sns.scatterplot(x=[before, middle], y=[0, 0], ax=axis, s=500, color=theme.BEST_GUESS)
        axis.set_title(words, fontsize=31, loc="left", parse_math=False)
    axes[3].set_xticks(list(MARKS.values()), list(MARKS))
    head, foot = title(figures)
    fig.suptitle(head, fontsize=50, parse_math=False)
    fig.text(0.04, 0.01, foot, fontsize=23)
    png = io.BytesIO()
    plt.savefig(png, format="png", dpi=100)
    plt.close(fig)
    return png.getvalue()


def pygal_cairosvg(outcome, figures):
    """Four SVGs, each turned into a PNG: pygal has no page of several charts."""
    import cairosvg
    import pygal
    from pygal.style import DarkStyle

    pictures = []
    for words, before, low, middle, high in rows(outcome, figures):
        chart = pygal.XY(width=1200, height=202, title=words, style=DarkStyle, show_legend=False)
        chart.add("range", [(low, 0), (high, 0)])
        chart.add("change", [(before, 0), (middle, 0)])
        pictures.append(chart)
    pictures[-1].x_labels = list(MARKS.values())
    return b"".join(cairosvg.svg2png(chart.render()) for chart in pictures)


def vega_vlconvert(outcome, figures):
    """A ready Vega-Lite specification through vl-convert, without Altair's own time."""
    import vl_convert

    def layer(kind, color, **channels):
        encoding = {
            name: {"field": field, "type": "quantitative", "title": None}
            for name, field in channels.items()
        }
        return {"mark": {"type": kind, "color": color}, "encoding": encoding}

    def view(words, before, low, middle, high):
        data = {"values": [{"b": before, "l": low, "m": middle, "h": high}]}
        layers = (
            layer("bar", theme.RANGE, x="l", x2="h"),
            layer("rule", theme.BEST_GUESS, x="b", x2="m"),
            layer("point", theme.TEXT, x="b"),
            layer("point", theme.BEST_GUESS, x="m"),
        )
        return {"data": data, "width": 1050, "height": 75, "title": words, "layer": layers}

    head, foot = title(figures)
    spec = {
        "config": {"title": {"fontSize": 31, "anchor": "start"}, "background": theme.GROUND},
        "title": {"text": head.split("\n"), "subtitle": foot},
        "vconcat": [view(*row) for row in rows(outcome, figures)],
    }
    return vl_convert.vegalite_to_png(json.dumps(spec))


def plotly_kaleido(outcome, figures):
    """Plotly through a browser that kaleido keeps running."""
    from plotly import graph_objects as go
    from plotly.subplots import make_subplots

    all_rows = rows(outcome, figures)
    fig = make_subplots(4, 1, subplot_titles=[words for words, *_ in all_rows])
    for row, (_, before, low, middle, high) in enumerate(all_rows, 1):
        band = go.Bar(x=[high - low], base=[low], y=[0], orientation="h")
        fig.add_trace(band, row=row, col=1)
        fig.add_scatter(x=[before, middle], y=[0, 0], row=row, col=1)
    ticks = {"tickvals": list(MARKS.values()), "ticktext": list(MARKS)}
    fig.update_xaxes(row=4, col=1, **ticks)
    head, foot = title(figures)
    fig.add_annotation(text=foot, x=0, y=-0.1, xref="paper", yref="paper", showarrow=False)
    fig.update_layout(template="plotly_dark", showlegend=False, title=head)
    return fig.to_image("png", width=1200, height=808)


def chartjs(outcome, figures):
    """Chart.js on @napi-rs/canvas in a Node that is kept running."""
    node = _node()
    data = {"title": title(figures), "rows": rows(outcome, figures), "marks": MARKS}
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
    for axis, (words, before, low, middle, high) in zip(axes, rows(outcome, figures), strict=True):
        axis.set_facecolor(theme.GROUND)
        axis.tick_params(colors=theme.TICK.color, labelsize=31)
        for side in ("top", "right", "left"):
            axis.spines[side].set_visible(False)
        axis.set_yticks([])
        # Otherwise two dollar signs are a formula, which takes much longer.
        axis.set_title(words, color=WORDS, fontsize=31, loc="left", parse_math=False)
        axis.barh([0], [high - low], left=[low], color=theme.RANGE)
        axis.plot([before, middle], [0, 0], color=theme.BEST_GUESS, linewidth=6)
        axis.plot([before], [0], "o", markersize=22, color=theme.TEXT)
        axis.plot([middle], [0], "o", markersize=24, color=theme.BEST_GUESS)
        axis.locator_params(axis="x", nbins=3)
    axes[3].set_xticks(list(MARKS.values()), list(MARKS))
    head, foot = title(figures)
    fig.suptitle(head, color=WORDS, fontsize=50, parse_math=False)
    fig.text(0.04, 0.01, foot, color=theme.TICK.color, fontsize=23, parse_math=False)
