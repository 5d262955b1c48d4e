"""Text of ``/holders``: who owns the debt, and one holder over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale.sentences import paragraph
from commands.common.text.small_print import fit_words, small_line
from commands.holders.changes import other_sentence, sold_sentence

if TYPE_CHECKING:
    from calc.market import Holder
    from calc.ownership import HolderPath
    from commands.common.translator import Translator
    from commands.holders.figures import Dated, OwnershipFigures, PathFigures

_LISTED = 3


def everybody_text(figures: OwnershipFigures) -> str:
    """Holders abroad, the Federal Reserve, the rest; the largest abroad."""
    gettext = figures.translator.gettext
    sentences = (
        gettext(
            "The US owes the public {public}. Holders abroad have **{share}** of it ({month}), the"
            " **Fed**, the US central bank, {fed_share}. Everybody else in the US has"
            " **{domestic_share}**.",
            public=figures.public,
            share=figures.foreign_share,
            month=figures.foreign_month,
            fed_share=figures.fed_share,
            domestic_share=figures.domestic_share,
        ),
        gettext(
            "Largest abroad ({month}): {holders}.",
            month=figures.largest_month,
            holders=_largest(figures),
        ),
    )
    return "\n".join((gettext("### Who owns the US debt"), *fit_words(sentences)))


def _largest(figures: OwnershipFigures, most: int = _LISTED) -> str:
    pairs = zip(figures.names, figures.largest, strict=True)
    return figures.translator.listed(
        figures.translator.gettext("{name} {sum}", name=name, sum=held.sum)
        for name, held in list(pairs)[:most]
    )


def everybody_small_print(figures: OwnershipFigures) -> str:
    """What is counted how."""
    gettext = figures.translator.gettext
    return small_line(
        (
            gettext(
                "Without what the government owes its own funds; debt of {date}.",
                date=figures.public_date,
            ),
            gettext("Data, not advice."),
        )
    )


def everybody_alt(figures: OwnershipFigures) -> str:
    """The picture of everybody for those who do not see it."""
    return figures.translator.gettext(
        "Holders abroad have {foreign} of the debt that the US owes the public, the Fed {fed},"
        " others in the US {domestic}. Bars of the largest abroad: {holders}.",
        foreign=figures.foreign_share,
        fed=figures.fed_share,
        domestic=figures.domestic_share,
        holders=_largest(figures, len(figures.names)),
    )


def path_text(path: HolderPath, figures: PathFigures, said: str = "") -> str:
    """One holder: what it sold, what it holds, whose it is, and its place.

    Args:
        path: The holder.
        figures: Its numbers.
        said: What was found about a sum that somebody quotes.
    """
    translator = figures.translator
    sentences = (
        said,
        sold_sentence(figures.name, path.change, translator),
        _now(figures),
        _custody(path.holder, translator),
        other_sentence(path.change, translator),
        _year_before(figures),
        _place(figures),
    )
    title = translator.gettext("### US debt held in {name}", name=figures.name)
    return "\n".join((title, paragraph(fit_words(sentences))))


def _now(figures: PathFigures) -> str:
    return figures.translator.gettext(
        "It held **{sum}** of US debt ({when}), {share} of the market.",
        sum=figures.now.sum,
        when=_when(figures.now, figures.translator),
        share=figures.share_of_market,
    )


def _year_before(figures: PathFigures) -> str:
    if figures.year_before is None:
        return ""
    return figures.translator.gettext(
        "In {month} it was {sum}.", month=figures.year_before.month, sum=figures.year_before.sum
    )


def _place(figures: PathFigures) -> str:
    if figures.ranked is None:
        return ""
    return figures.translator.gettext(
        "Rank in {month}: {rank} of {countries} countries.",
        month=figures.ranked.month,
        rank=figures.rank,
        countries=figures.countries,
    )


def _custody(holder: Holder, translator: Translator) -> str:
    if not holder.is_custody_centre:
        return ""
    return translator.gettext("Much of it is kept there for **owners elsewhere**.")


def said_sentence(said: str, like: Dated | None, figures: PathFigures) -> str:
    """Whether a sum that somebody quotes is, or once was, what the holder has.

    Args:
        said: The sum.
        like: The newest month that it may be about.
        figures: Of the holder.
    """
    translator = figures.translator
    if like is None and figures.of_trading_day:
        return translator.gettext(
            "**{said}** fits no month that we have. Sold, it would be {share} of an average day's"
            " trading ({day}).",
            said=said,
            share=figures.of_trading_day,
            day=figures.trading_day,
        )
    if like is None:
        return translator.gettext("**{said}** fits no month that we have.", said=said)
    if like == figures.now:
        return translator.gettext("**{said}** fits the newest figure.", said=said)
    return translator.gettext(
        "**{said}** is not the newest figure; it fits {month} ({sum}).",
        said=said,
        month=_when(like, translator),
        sum=like.sum,
    )


def path_small_print(figures: PathFigures, corrected_from: str | None = None) -> str:
    """What was understood, and what the table does and does not show."""
    translator = figures.translator
    gettext = translator.gettext
    return small_line(
        (
            translator.sentence("Read as {who}.", who=figures.name) if corrected_from else "",
            gettext("Trading: {month}.", month=figures.trading_month)
            if figures.of_trading_day
            else "",
            gettext("Counted where it is kept, at market value."),
            gettext("Data, not advice."),
        )
    )


def path_alt(figures: PathFigures) -> str:
    """The picture of one holder for those who do not see it."""
    translator = figures.translator
    found = translator.gettext(
        "US debt held in {name}: {sum} in {when}. A line of months since {year}, dotted where"
        " the table left it out.",
        year=figures.since,
        name=figures.name,
        sum=figures.now.sum,
        when=_when(figures.now, translator),
    )
    if figures.most == figures.least:
        return found
    ends = translator.gettext(
        "Most: {most} in {most_month}. Least: {least} in {least_month}.",
        most=figures.most.sum,
        most_month=_when(figures.most, translator),
        least=figures.least.sum,
        least_month=_when(figures.least, translator),
    )
    return translator.paragraph((found, ends))


def _when(held: Dated, translator: Translator) -> str:
    if not held.is_reported:
        return held.month
    return translator.gettext("{when}, press reports", when=held.month)
