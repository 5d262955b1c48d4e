"""Text of ``/holders``: who owns the debt, and one holder over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from calc.market import Holder
    from calc.ownership import HolderPath
    from commands.common.translator import Translator
    from commands.holders.figures import Dated, OwnershipFigures, PathFigures

_LISTED = 3


def everybody_text(figures: OwnershipFigures, flows: str) -> str:
    """Foreign, Federal Reserve, the rest; officials among the foreigners; the largest of them.

    Args:
        figures: The numbers.
        flows: What was bought and sold.
    """
    translator = figures.translator
    lines = [
        translator.gettext("### Who owns the US debt"),
        translator.gettext(
            "Holders abroad have **{share}** of what the US government owes the public:"
            " {foreign} of {public} ({month}). The **Fed**, the US central bank, has {fed_share},"
            " everybody else in the US {domestic_share}.",
            share=figures.foreign_share,
            foreign=figures.foreign,
            public=figures.public,
            month=figures.foreign_month,
            fed_share=figures.fed_share,
            domestic_share=figures.domestic_share,
        ),
        _officials(figures),
        flows,
        translator.gettext(
            "Largest abroad ({month}): {holders}.",
            month=figures.largest_month,
            holders=_largest(figures),
        ),
    ]
    return "\n".join(line for line in lines if line)


def _officials(figures: OwnershipFigures) -> str:
    if not figures.official_share:
        return ""
    return figures.translator.gettext(
        "Of the foreign part, governments and central banks hold {share}, private owners the rest.",
        share=figures.official_share,
    )


def _largest(figures: OwnershipFigures) -> str:
    pairs = zip(figures.names, figures.largest, strict=True)
    return ", ".join(
        figures.translator.gettext("{name} {sum}", name=name, sum=held.sum)
        for name, held in list(pairs)[:_LISTED]
    )


def everybody_small_print(figures: OwnershipFigures) -> str:
    """What is counted how."""
    gettext = figures.translator.gettext
    return "-# " + " ".join(
        (
            gettext(
                "Without what the government owes its own funds; debt of {date}.",
                date=figures.public_date,
            ),
            gettext("Holdings abroad are at market value, the rest at face, so shares are rough."),
            gettext("A country counts what is kept there, also for owners elsewhere."),
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
        holders=_largest(figures),
    )


def path_text(path: HolderPath, figures: PathFigures, change: str, said: str = "") -> str:
    """One holder: now, its share, what it sold, its place, the way there, and whose it is.

    Args:
        path: The holder.
        figures: Its numbers.
        change: Why its holding changed.
        said: What was found about a sum that somebody quotes.
    """
    translator = figures.translator
    lines = (
        said,
        translator.gettext("### US debt held in {name}", name=figures.name),
        _now(figures),
        change,
        _place(figures),
        _custody(path.holder, translator),
    )
    return "\n".join(line for line in lines if line)


def _now(figures: PathFigures) -> str:
    translator = figures.translator
    parts = [
        translator.gettext(
            "{name} held **{sum}** of US government debt in {when}, {share} of all on the market.",
            name=capitalised(figures.name),
            sum=figures.now.sum,
            when=_when(figures.now, translator),
            share=figures.share_of_market,
        )
    ]
    if figures.year_before is not None:
        parts.append(
            translator.gettext(
                "In {month} it was {sum}.",
                month=figures.year_before.month,
                sum=figures.year_before.sum,
            )
        )
    return " ".join(parts)


def _place(figures: PathFigures) -> str:
    translator = figures.translator
    parts = []
    if figures.ranked is None:
        parts.append(translator.gettext("The US Treasury's newer tables give no figure for it."))
    else:
        parts.append(
            translator.gettext(
                "In {month} it was number {rank} of {countries} countries.",
                month=figures.ranked.month,
                rank=figures.rank,
                countries=figures.countries,
            )
        )
    if figures.most != figures.least:
        parts.append(
            translator.gettext(
                "Since {year}: most in {most_month} ({most}), least in {least_month} ({least}).",
                year=figures.since,
                most=figures.most.sum,
                most_month=figures.most.month,
                least=figures.least.sum,
                least_month=figures.least.month,
            )
        )
    return " ".join(parts)


def _custody(holder: Holder, translator: Translator) -> str:
    if not holder.is_custody_centre:
        return ""
    return translator.gettext(
        "Banks and funds there keep much of it for **owners elsewhere**, so neither the sum nor its"
        " sales are all its own."
    )


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
    gettext = figures.translator.gettext
    parts = [
        gettext("Read as {who}.", who=capitalised(figures.name)) if corrected_from else "",
        gettext("A country counts what is kept there, at market value."),
        gettext("Trading: {month}.", month=figures.trading_month) if figures.of_trading_day else "",
        gettext("Data, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def path_alt(figures: PathFigures) -> str:
    """The picture of one holder for those who do not see it."""
    translator = figures.translator
    found = translator.gettext(
        "US debt held in {name}: {sum} in {when}. A line of months since {year}, broken where"
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
    return f"{found} {ends}"


def _when(held: Dated, translator: Translator) -> str:
    if not held.is_reported:
        return held.month
    return translator.gettext("{when}, press reports", when=held.month)
