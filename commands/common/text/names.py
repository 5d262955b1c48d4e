"""Names as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Mix, Others, Pace
from commands.common.translator import mark

if TYPE_CHECKING:
    from calc.market import Episode, Holder
    from commands.common.translator import Tongue

# English puts an article before these.
_WITH_ARTICLE = frozenset({"ae", "gb", "ky"})
# The locale's long form reads oddly in a sentence.
_SHORT_NAMES = {"ae": "UAE", "gb": "UK", "hk": "Hong Kong"}


def holder_name(holder: Holder, tongue: Tongue) -> str:
    """The holder inside a sentence: ``the UK``."""
    label = holder_label(holder, tongue)
    if tongue.locale.language != "en":
        return label
    return f"the {label}" if holder.key in _WITH_ARTICLE else label


def holder_label(holder: Holder, tongue: Tongue) -> str:
    """The holder on its own: ``UK``."""
    name = tongue.country(holder.key, holder.name)
    return _SHORT_NAMES.get(holder.key, name) if tongue.locale.language == "en" else name


def capitalised(text: str) -> str:
    """The same at the start of a sentence."""
    return text[:1].upper() + text[1:]


def in_time(pace: Pace, tongue: Tongue) -> str:
    """How long a sale takes, inside a sentence."""
    match pace:
        case Pace.DAY:
            return tongue.say("in one day")
        case Pace.MONTH:
            return tongue.say("in a month")
        case Pace.YEAR:
            return tongue.say("over a year")


def mix_name(mix: Mix, tongue: Tongue) -> str:
    """What is sold, as a choice."""
    match mix:
        case Mix.TYPICAL:
            return tongue.say("a typical mix")
        case Mix.BILLS:
            return tongue.say("bills (due within a year)")
        case Mix.NOTES:
            return tongue.say("notes (2 to 10 years)")
        case Mix.BONDS:
            return tongue.say("bonds (20 to 30 years)")


def of_what(mix: Mix, tongue: Tongue) -> str:
    """What is sold, inside a sentence."""
    match mix:
        case Mix.TYPICAL:
            return tongue.say("US Treasuries")
        case Mix.BILLS:
            return tongue.say("US Treasury bills")
        case Mix.NOTES:
            return tongue.say("US Treasury notes")
        case Mix.BONDS:
            return tongue.say("long US Treasuries")


def others_name(others: Others, tongue: Tongue) -> str:
    """What other holders do, as a choice."""
    match others:
        case Others.NOBODY:
            return tongue.say("nobody")
        case Others.FOLLOW:
            return tongue.say("some follow")
        case Others.DASH:
            return tongue.say("a dash for cash, as in March 2020")


def fed_name(fed: Fed, tongue: Tongue) -> str:
    """What the Federal Reserve does, as a choice."""
    match fed:
        case Fed.OUT:
            return tongue.say("stays out")
        case Fed.BUYS:
            return tongue.say("buys until the rise is undone")
        case Fed.REPO:
            return tongue.say("lends dollars, so that a part is not sold")


def episode_sentence(episode: Episode, tongue: Tongue) -> str:
    """What happened to the 10-year yield in a dated episode, and which way."""
    messages = {
        "japan_round_1_2026": mark("When Japan sold {sold} of reserves in spring 2026"),
        "japan_round_2_2026": mark("When Japan sold {sold} of reserves in summer 2026"),
        "tariff_week_2025": mark("In the tariff week of April 2025"),
        "downgrade_2025": mark("When the US lost its top rating in May 2025"),
        "dash_for_cash_2020": mark("In the dash for cash of March 2020"),
        "taper_tantrum_2013": mark("In the taper scare of 2013"),
        "term_premium_2023": mark("On the way to 5% in 2023"),
        "jgb_rout_2026": mark("When Japanese bonds fell in January 2026"),
        "september_2026": mark("In September 2026"),
        "china_2015_2016": mark("While China sold in 2015 and 2016"),
    }
    sold = tongue.given_money(episode.sold_usd) if episode.sold_usd else ""
    occasion = tongue.say(messages.get(episode.key, episode.label), sold=sold)
    points = tongue.points(abs(episode.change))
    if episode.sold_usd:
        # What followed a sale is not all its doing.
        moved = (
            mark("{occasion}, yields fell {points} amid other news.")
            if episode.change < 0
            else mark("{occasion}, yields rose {points} amid other news.")
        )
        return tongue.say(moved, occasion=occasion, points=points)
    if episode.change < 0:
        return tongue.say(
            "{occasion}, the yield fell {points} points.", occasion=occasion, points=points
        )
    return tongue.say(
        "{occasion}, the yield rose {points} points.", occasion=occasion, points=points
    )
