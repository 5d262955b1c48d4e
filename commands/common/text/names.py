"""Names as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others, Pace, PortfolioType
from commands.common.locale.sentences import Shown
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.events import Event
    from calc.market import Holder
    from commands.common.translator import Translator

KEYS = frozenset((*(pace.value for pace in Pace), *(kind.value for kind in PortfolioType)))
"""What a translation may choose by beside plural classes and the classes of names."""
# English puts an article before these.
_WITH_ARTICLE = frozenset({"ae", "bs", "gb", "ky", "nl", "ph", "vg"})
# CLDR's long form reads oddly in a sentence, in any language.
_SHORT_NAMES = {"ae": N_("UAE"), "gb": N_("UK"), "hk": N_("Hong Kong")}


def holder_name(holder: Holder, translator: Translator) -> str:
    """The holder inside a sentence, ``the UK``, with the grammar of its name."""
    label = _label(holder, translator)
    is_with_article = translator.locale.language == "en" and holder.key in _WITH_ARTICLE
    return label.reworded(f"the {label}") if is_with_article else label


def holder_label(holder: Holder, translator: Translator) -> str:
    """The holder on its own: ``UK``."""
    return _label(holder, translator)


def _label(holder: Holder, translator: Translator) -> Shown:
    name = translator.country(holder.key, holder.name)
    short = _SHORT_NAMES.get(holder.key)
    return name.reworded(translator.gettext(short)) if short else name


def capitalised(text: str) -> str:
    """The same at the start of a sentence."""
    return text.capitalised() if isinstance(text, Shown) else text[:1].upper() + text[1:]


def short_event_name(event: Event, translator: Translator) -> str:
    """What a dated event is called in a picture: ``Taper ’13``."""
    # TRANSLATORS: A year in a narrow place, without its century: ’26.
    year = translator.gettext("’{year}", year=f"{event.end.year % 100:02}")
    return translator.gettext(event.short_label, year=year)


def in_time(pace: Pace, translator: Translator) -> Shown:
    """How long a sale takes, inside a sentence; its key is the pace."""
    texts = {
        Pace.DAY: translator.gettext("in one day"),
        Pace.MONTH: translator.gettext("in a month"),
        Pace.YEAR: translator.gettext("over a year"),
    }
    return Shown(texts[pace], (pace.value,))


def pace_label(pace: Pace, translator: Translator) -> str:
    """How long a sale takes, on its own."""
    match pace:
        case Pace.DAY:
            return translator.gettext("In one day")
        case Pace.MONTH:
            return translator.gettext("In a month")
        case Pace.YEAR:
            return translator.gettext("Over a year")


def mix_label(portfolio_type: PortfolioType, translator: Translator) -> str:
    """What is sold, as a choice."""
    match portfolio_type:
        case PortfolioType.TYPICAL:
            return translator.gettext("A typical mix")
        case PortfolioType.BILLS:
            return translator.gettext("Bills (due within a year)")
        case PortfolioType.NOTES:
            return translator.gettext("Notes (2 to 10 years)")
        case PortfolioType.BONDS:
            return translator.gettext("Bonds (20 to 30 years)")


def mix_name(portfolio_type: PortfolioType, translator: Translator) -> str:
    """What is sold, inside a sentence."""
    match portfolio_type:
        case PortfolioType.TYPICAL:
            return translator.gettext("a typical mix")
        case PortfolioType.BILLS:
            return translator.gettext("bills (due within a year)")
        case PortfolioType.NOTES:
            return translator.gettext("notes (2 to 10 years)")
        case PortfolioType.BONDS:
            return translator.gettext("bonds (20 to 30 years)")


def of_what(portfolio_type: PortfolioType, translator: Translator) -> Shown:
    """What is sold, inside a sentence after a sum; its key is the kind."""
    # TRANSLATORS: Each of these four follows a sum: $200 billion of US Treasuries.
    typical = translator.gettext("US Treasuries")
    texts = {
        PortfolioType.TYPICAL: typical,
        PortfolioType.BILLS: translator.gettext("US Treasury bills"),
        PortfolioType.NOTES: translator.gettext("US Treasury notes"),
        PortfolioType.BONDS: translator.gettext("long US Treasuries"),
    }
    return Shown(texts[portfolio_type], (portfolio_type.value,))


def others_label(others: Others, translator: Translator) -> str:
    """What other holders do, as a choice."""
    match others:
        case Others.NOBODY:
            return translator.gettext("Nobody")
        case Others.FOLLOW:
            return translator.gettext("Some follow")
        case Others.DASH:
            return translator.gettext("A dash for cash, as in March 2020")


def fed_label(fed: Fed, translator: Translator) -> str:
    """What the Federal Reserve does, as a choice."""
    match fed:
        case Fed.OUT:
            return translator.gettext("Stays out")
        case Fed.BUYS:
            return translator.gettext("Buys until the rise is undone")
        case Fed.REPO:
            return translator.gettext("Lends dollars, so that a part is not sold")
