"""Names as they stand inside a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others, Pace, PortfolioType
from commands.common.locale.sentences import Shown
from commands.common.parsing.country_table import Country, fold, names
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
_IN_TIME = {
    Pace.DAY: N_("in one day"),
    Pace.MONTH: N_("in a month"),
    Pace.YEAR: N_("over a year"),
}
_PACES = {
    Pace.DAY: N_("In one day"),
    Pace.MONTH: N_("In a month"),
    Pace.YEAR: N_("Over a year"),
}
_OF_WHAT = {
    # TRANSLATORS: Each of these four follows a sum: $200 billion of US Treasuries.
    PortfolioType.TYPICAL: N_("US Treasuries"),
    PortfolioType.BILLS: N_("US Treasury bills"),
    PortfolioType.NOTES: N_("US Treasury notes"),
    PortfolioType.BONDS: N_("long US Treasuries"),
}
_MIXES = {
    PortfolioType.TYPICAL: N_("A typical mix"),
    PortfolioType.BILLS: N_("Bills (due within a year)"),
    PortfolioType.NOTES: N_("Notes (2 to 10 years)"),
    PortfolioType.BONDS: N_("Bonds (20 to 30 years)"),
}
_MIXES_INSIDE = {
    PortfolioType.TYPICAL: N_("a typical mix"),
    PortfolioType.BILLS: N_("bills (due within a year)"),
    PortfolioType.NOTES: N_("notes (2 to 10 years)"),
    PortfolioType.BONDS: N_("bonds (20 to 30 years)"),
}
_OTHERS = {
    Others.NOBODY: N_("Nobody"),
    Others.FOLLOW: N_("Some follow"),
    Others.DASH: N_("A dash for cash, as in March 2020"),
}
_FED = {
    Fed.OUT: N_("Stays out"),
    Fed.BUYS: N_("Buys until the rise is undone"),
    Fed.REPO: N_("Lends dollars, so that a part is not sold"),
}


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
    return Shown(translator.gettext(_IN_TIME[pace]), (pace.value,))


def pace_label(pace: Pace, translator: Translator) -> str:
    """How long a sale takes, on its own."""
    return translator.gettext(_PACES[pace])


def of_what(portfolio_type: PortfolioType, translator: Translator) -> Shown:
    """What is sold, inside a sentence after a sum; its key is the kind."""
    return Shown(translator.gettext(_OF_WHAT[portfolio_type]), (portfolio_type.value,))


def mix_label(portfolio_type: PortfolioType, translator: Translator) -> str:
    """What is sold, as a choice."""
    return translator.gettext(_MIXES[portfolio_type])


def mix_name(portfolio_type: PortfolioType, translator: Translator) -> str:
    """What is sold, inside a sentence."""
    return translator.gettext(_MIXES_INSIDE[portfolio_type])


def others_label(others: Others, translator: Translator) -> str:
    """What other holders do, as a choice."""
    return translator.gettext(_OTHERS[others])


def fed_label(fed: Fed, translator: Translator) -> str:
    """What the Federal Reserve does, as a choice."""
    return translator.gettext(_FED[fed])


def country_as_said(text: str, translator: Translator) -> str:
    """A country's name in the reader's language; any other text, and all in English, as it is."""
    known = None if translator.locale.language == "en" else names().get(fold(text))
    if known is None or known.is_code or known.is_loose or not isinstance(known.what, Country):
        return text
    return translator.country(known.what.alpha2, text)
