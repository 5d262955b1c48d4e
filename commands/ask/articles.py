"""Short answers of ``/ask`` itself, to questions that are no other command's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import run
from calc.bonds.coupons import par_bond_price
from commands.ask.asked import Asked
from commands.common.answer import Answer, Button
from commands.common.custom_id import SHOW, StaleButtonError
from commands.common.locale.sentences import paragraph
from commands.common.parsing.rates import read_rate
from commands.common.text.names import capitalised
from commands.common.text.small_print import Data, fit_words, small_line
from commands.common.translator import N_
from commands.history.buttons import history_id
from commands.holders.buttons import holders_id
from commands.ripple.buttons import ripple_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from commands.common.command import Request

_TEN_YEARS: Final = 10.0
_STEP: Final = 0.01


def _text(title: str, *sentences: str) -> str:
    return "\n".join((f"### {title}", paragraph(fit_words(sentences))))


def _call(asked: Asked) -> Answer:
    gettext = asked.gettext
    return Answer(
        _text(
            gettext("Can {who} call in the debt?", who=asked.who),
            gettext(
                "**No.** A Treasury, a US government bond, is paid back on a fixed day. Nobody who"
                " holds one can ask for the money sooner."
            ),
            gettext(
                "{who} could only sell its {held} to other buyers, at the price of the day.",
                who=capitalised(asked.who),
                held=asked.held,
            ),
            gettext("That is {share} of all on the market.", share=asked.share),
        ),
        small_line(
            gettext(
                "Holdings of {month}.",
                month=asked.request.translator.month(asked.holder.latest.month),
            ),
            gettext("Data, not advice."),
        ),
        buttons=(
            asked.sale_button(),
            asked.holder_button(),
            asked.term_button(N_("Maturity"), "maturity"),
        ),
        used=(Data.HOLDINGS,),
    )


def _default(asked: Asked) -> Answer:
    gettext = asked.gettext
    return Answer(
        _text(
            gettext("What if the US did not pay {who}?", who=asked.who),
            gettext(
                "It would be a **default**. {who} has {share} of US government debt on the market."
                " Those who hold the rest would ask who is next, and want more interest.",
                who=capitalised(asked.who),
                share=asked.share,
            ),
            gettext("How much more, no study we know says."),
            gettext("The Constitution says the debt’s validity “shall not be questioned”."),
        ),
        small_line(
            gettext("US Constitution, 14th Amendment, section 4."),
            gettext("Data, not advice."),
        ),
        buttons=(
            asked.term_button(N_("Credit rating"), "rating"),
            asked.holder_button(),
            asked.sale_button(),
        ),
        used=(Data.HOLDINGS,),
    )


def _auction(asked: Asked) -> Answer:
    gettext = asked.gettext
    return Answer(
        _text(
            gettext("What if nobody bid at an auction?"),
            gettext(
                "Large banks, the **primary dealers**, are expected to bid at every auction, each"
                " for its share of all."
            ),
            gettext(
                "So a weak auction would show in a **higher yield**, what buyers earn a year, not"
                " in debt left over."
            ),
            gettext("About {share} of the debt comes due within a year.", share=asked.falls_due),
        ),
        small_line(
            gettext("Federal Reserve Bank of New York: primary dealers."), gettext("Not advice.")
        ),
        buttons=(
            asked.term_button(N_("Auction"), "auction"),
            asked.sale_button(),
            Button(gettext("Who owns the debt?"), holders_id(SHOW)),
        ),
        used=(Data.DEBT,),
    )


def _hurt(asked: Asked) -> Answer:
    gettext, translator = asked.gettext, asked.request.translator
    outcome = run(asked.all_of_it, asked.request.snapshot)
    peak = outcome.yields.peak
    return Answer(
        _text(
            gettext("Why would a sale matter if others buy?"),
            gettext(
                "On the bonds sold, the US pays the **same interest** to another owner.",
            ),
            gettext("But buyers want a lower price, and **new** debt must pay more."),
            gettext(
                "If {who} sold {held} in a month, the 10-year yield would rise about **{rise}"
                " points** (most studies: {low} to {high}).",
                who=asked.who,
                held=asked.held,
                rise=translator.points(peak.central),
                low=translator.points(peak.low),
                high=translator.points(peak.high),
            ),
        ),
        small_line(
            gettext(
                "Yields (what buyers earn a year) of {date}.",
                date=translator.day(asked.request.snapshot.curve.as_of),
            ),
            gettext("Estimate, not advice."),
        ),
        buttons=(
            asked.sale_button(),
            Button(gettext("What else would move?"), ripple_id(SHOW, asked.all_of_it)),
            asked.term_button(N_("Secondary market"), "secondarymarket"),
        ),
        used=(Data.YIELDS, Data.HOLDINGS),
    )


def _price_yield(asked: Asked) -> Answer:
    gettext, translator = asked.gettext, asked.request.translator
    now = asked.request.snapshot.curve.at(_TEN_YEARS)
    price = par_bond_price(now, now + _STEP, _TEN_YEARS)
    return Answer(
        _text(
            gettext("Why does a bond’s price fall when yields rise?"),
            gettext(
                "A bond’s payments are **fixed**. When new bonds pay more, nobody gives $100 for an"
                " old one. Its price falls until it earns a buyer as much. That is its yield."
            ),
            gettext(
                "A new ten-year bond pays {now} a year. If new ones paid {then}, it would be worth"
                " **{price}**.",
                now=translator.rate(now),
                then=translator.rate(now + _STEP),
                price=translator.dollars(price),
            ),
        ),
        small_line(
            gettext(
                "US government bonds, $100; rates of {date}.",
                date=translator.day(asked.request.snapshot.curve.as_of),
            ),
            gettext("Not advice."),
        ),
        buttons=(
            asked.term_button(N_("Price"), "price"),
            asked.term_button(N_("Yield"), "yield"),
            asked.term_button(N_("Duration"), "duration"),
        ),
        used=(Data.YIELDS,),
    )


def _level(asked: Asked) -> Answer:
    """How a yield compares with the ends of all months on record."""
    gettext, translator = asked.gettext, asked.request.translator
    snapshot = asked.request.snapshot
    record = snapshot.ordinary_month
    now, past = snapshot.curve.at(_TEN_YEARS), record.yields
    rate = now if asked.rate is None else asked.rate
    below = sum(each < rate for each in past) / len(past)
    return Answer(
        _text(
            gettext("Is {rate} a lot for the 10-year yield?", rate=translator.rate(rate)),
            gettext(
                "It is above the yield, what a buyer earns a year, in **{share}** of all month-ends"
                " since {year}.",
                share=translator.percent(below),
                year=translator.year(record.first_year),
            ),
            gettext(
                "They ran from {least} to {most}. Now it is **{now}** ({date}).",
                least=translator.rate(min(past)),
                most=translator.rate(max(past)),
                now=translator.rate(now),
                date=translator.day(snapshot.curve.as_of),
            ),
            gettext("The record is 15.84%, in September 1981."),
        ),
        small_line(
            gettext(
                "Federal Reserve, H.15, to {month}.", month=translator.month(record.last_month)
            ),
            gettext("Data, not advice."),
        ),
        buttons=(
            Button(gettext("When did yields jump?"), history_id(SHOW)),
            asked.term_button(N_("Yield"), "yield"),
            asked.sale_button(),
        ),
        used=(Data.YIELDS,),
    )


_ARTICLES: Final[Mapping[str, Callable[[Asked], Answer]]] = {
    "auction": _auction,
    "call": _call,
    "default": _default,
    "hurt": _hurt,
    "level": _level,
    "price_yield": _price_yield,
}


def article(request: Request, options: Mapping[str, str]) -> Answer:
    """The answer to the options of a line.

    Args:
        request: Who asks.
        options: ``about`` with the name of an article; ``who`` with the key of a holder and
            ``yield`` where there are such.

    Raises:
        StaleButtonError: There is no such article, holder or rate (any more).
    """
    holders = request.snapshot.holders
    largest = max(holders.values(), key=lambda holder: holder.latest.usd)
    holder = holders.get(options.get("who", largest.key))
    told = _ARTICLES.get(options.get("about", ""))
    if told is None or holder is None:
        raise StaleButtonError
    return told(Asked(request, holder, _rate(options)))


def _rate(options: Mapping[str, str]) -> float | None:
    return read_rate(options["yield"], argument="yield") if "yield" in options else None
