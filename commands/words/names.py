"""Names as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Mix, Pace

if TYPE_CHECKING:
    from calc.snapshot import Holder

_IN_A_SENTENCE = {
    "ae": "the United Arab Emirates",
    "cn": "China",
    "gb": "the United Kingdom",
    "kr": "South Korea",
    "ky": "the Cayman Islands",
}

IN_TIME = {
    Pace.DAY: "in one day",
    Pace.MONTH: "in a month",
    Pace.YEAR: "over a year",
}

MIX_NAMES = {
    Mix.TYPICAL: "a typical mix",
    Mix.BILLS: "bills (due within a year)",
    Mix.NOTES: "notes (2 to 10 years)",
    Mix.BONDS: "bonds (20 to 30 years)",
}

OF_WHAT = {
    Mix.TYPICAL: "US Treasuries",
    Mix.BILLS: "US Treasury bills",
    Mix.NOTES: "US Treasury notes",
    Mix.BONDS: "long US Treasury bonds",
}

_EPISODES = {
    "japan_round_1_2026": "In spring 2026, while Japan sold $74 billion, it rose {change} points.",
    "tariff_week_2025": "In April 2025 it rose {change} points in one week.",
    "downgrade_2025": "In May 2025, as the US lost its top rating, it rose {change} points.",
    "dash_for_cash_2020": "In March 2020 it rose {change} points in nine days.",
    "taper_tantrum_2013": "In 2013, over four months, it rose {change} points.",
    "term_premium_2023": "In 2023, over three months, it rose {change} points.",
    "jgb_rout_2026": "In January 2026, as Japanese bonds fell, it rose {change} points in a week.",
    "september_2026": "In September 2026 it rose {change} points.",
    "china_2015_2016": "In 2015 and 2016, while China sold, it rose {change} points in all.",
}


def holder_name(holder: Holder) -> str:
    """The holder inside a sentence: ``the United Kingdom``."""
    return _IN_A_SENTENCE.get(holder.key, holder.name)


def capitalised(text: str) -> str:
    """The same at the start of a sentence."""
    return text[:1].upper() + text[1:]


def episode_sentence(key: str, label: str, change: str) -> str:
    """What happened to the 10-year yield in a dated episode."""
    template = _EPISODES.get(key, "{label}: it rose {change} points.")
    return template.format(label=label, change=change)
