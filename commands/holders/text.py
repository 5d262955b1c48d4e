"""Text of ``/holders``: who owns the debt, and one holder over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.small_print import fitted, fitted_paragraph, small_line
from commands.holders.changes import held_sentence, other_sentence, sold_sentence
from commands.holders.figures import dated

if TYPE_CHECKING:
    from calc.market import Fact
    from calc.ownership import HolderPath, Ownership
    from commands.common.translator import Translator
    from commands.holders.figures import Dated, OwnershipFigures, PathFigures

_LISTED = 3


def everybody_text(split: Ownership, figures: OwnershipFigures) -> str:
    """Holders abroad, the Federal Reserve, the rest; the largest abroad."""
    translator, gettext = figures.translator, figures.translator.gettext
    return fitted(
        gettext("### Who owns the US debt"),
        gettext(
            "The US owes the public {public}. Holders abroad have **{share}** of it ({month}), the"
            " **Fed**, the US central bank, {fed_share}. Everybody else in the US has"
            " **{domestic_share}**.",
            public=translator.money(split.public.value, 3),
            share=figures.foreign_share,
            month=translator.month(split.foreign.month),
            fed_share=figures.fed_share,
            domestic_share=figures.domestic_share,
        ),
        gettext(
            "Largest abroad ({month}): {holders}.",
            month=figures.largest_month,
            holders=_largest(figures),
        ),
    )


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
        gettext(
            "Without what the government owes its own funds; debt of {date}.",
            date=figures.public_date,
        ),
        gettext("Data, not advice."),
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
    """One holder: what was found of a quoted sum, what it sold and holds, and its place."""
    translator = figures.translator
    return fitted_paragraph(
        translator.gettext("### US debt held in {name}", name=figures.name),
        said,
        sold_sentence(figures.name, path.change, translator),
        held_sentence(path, _when(figures.now, translator), translator),
        translator.gettext("Much of it is kept there for **owners elsewhere**.")
        if path.holder.is_custody_centre
        else "",
        *_later(path, translator),
        other_sentence(path.change, translator),
        _year_before(path, translator),
        _place(path, translator),
    )


def _later(path: HolderPath, translator: Translator) -> tuple[str, ...]:
    """What the newest holding leaves open, and its share, where it is newer than the sales."""
    if path.when_sales_end is None:
        return ()
    return (
        translator.gettext("Later sales are still unpublished."),
        translator.gettext(
            "Its share of the market is {share}.", share=translator.percent(path.share_of_market)
        ),
    )


def _year_before(path: HolderPath, translator: Translator) -> str:
    # What changed since the newest sales tells more, and stands where this would.
    if path.year_before is None or path.when_sales_end is not None:
        return ""
    before = dated(path.year_before, translator)
    return translator.gettext("In {month} it was {sum}.", month=before.month, sum=before.sum)


def _place(path: HolderPath, translator: Translator) -> str:
    if path.ranked is None or path.rank is None:
        return ""
    return translator.gettext(
        "Rank in {month}: {rank} of {countries} countries.",
        month=translator.month(path.ranked.month),
        rank=translator.fixed(path.rank, 0),
        countries=translator.fixed(path.countries, 0),
    )


def said_sentence(usd: int, path: HolderPath, trading: Fact | None, translator: Translator) -> str:
    """Whether a sum that somebody quotes is, or once was, what the holder has.

    Beside a day's trading where that is given, as for a sum that was more likely sold.
    """
    said = translator.exact_money(usd)
    held = path.like(usd)
    if trading is not None:
        return translator.gettext(
            "**{said}** fits no month that we have. Sold, it would be {share} of an average day's"
            " trading ({day}).",
            said=said,
            share=translator.percent(usd / trading.value),
            day=translator.money(trading.value, 3),
        )
    if held is None:
        return translator.gettext("**{said}** fits no month that we have.", said=said)
    like = dated(held, translator)
    if like == dated(path.holder.latest, translator):
        return translator.gettext("**{said}** fits the newest figure.", said=said)
    return translator.gettext(
        "**{said}** is not the newest figure; it fits {month} ({sum}).",
        said=said,
        month=_when(like, translator),
        sum=like.sum,
    )


def path_small_print(
    figures: PathFigures, trading: Fact | None, corrected_from: str | None = None
) -> str:
    """What was understood, and what the table does and does not show."""
    translator = figures.translator
    gettext, month = translator.gettext, translator.month
    return small_line(
        translator.sentence("Read as {who}.", who=figures.name) if corrected_from else "",
        gettext("Trading: {month}.", month=month(trading.as_of)) if trading else "",
        gettext("Counted where it is kept, at market value."),
        gettext("Data, not advice."),
    )


def path_alt(path: HolderPath, figures: PathFigures) -> str:
    """The picture of one holder for those who do not see it."""
    translator = figures.translator
    found = translator.gettext(
        "US debt held in {name}: {sum} in {when}. A line of months since {year}, dotted where"
        " the table left it out.",
        year=translator.year(path.months[0].month.year),
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
