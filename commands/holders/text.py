"""The words of ``/holders``: who owns the debt, and one holder over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from calc.market import Holder
    from calc.ownership import HolderPath
    from commands.common.translator import Tongue
    from commands.holders.figures import Dated, OwnershipFigures, PathFigures

_LISTED = 3


def everybody_text(figures: OwnershipFigures) -> str:
    """Foreign, Federal Reserve, the rest; officials among the foreigners; the largest of them."""
    tongue = figures.tongue
    lines = [
        tongue.say("### Who owns the US debt"),
        tongue.say(
            "Holders abroad have **{share}** of what the US government owes the public:"
            " {foreign} of {public} ({month}).",
            share=figures.foreign_share,
            foreign=figures.foreign,
            public=figures.public,
            month=figures.foreign_month,
        ),
        tongue.say(
            "The **Fed**, the US central bank, holds {share} ({fed}, {month}).",
            share=figures.fed_share,
            fed=figures.fed,
            month=figures.fed_month,
        )
        + " "
        + tongue.say(
            "Everybody else in the US holds the other {share} ({domestic}).",
            share=figures.domestic_share,
            domestic=figures.domestic,
        ),
        _officials(figures),
        tongue.say("Largest abroad: {holders}.", holders=_largest(figures)),
    ]
    return "\n".join(line for line in lines if line)


def _officials(figures: OwnershipFigures) -> str:
    if not figures.official_share:
        return ""
    return figures.tongue.say(
        "Of the foreign part, governments and central banks hold {share}; private owners hold the"
        " rest.",
        share=figures.official_share,
    )


def _largest(figures: OwnershipFigures) -> str:
    pairs = zip(figures.names, figures.largest, strict=True)
    return ", ".join(
        figures.tongue.say(
            "{name} {sum} ({when})", name=name, sum=held.sum, when=_when(held, figures.tongue)
        )
        for name, held in list(pairs)[:_LISTED]
    )


def everybody_small_print(figures: OwnershipFigures) -> str:
    """What is counted how."""
    say = figures.tongue.say
    return "-# " + " ".join(
        (
            say(
                "Without what the government owes its own funds; debt of {date}.",
                date=figures.public_date,
            ),
            say("Holdings abroad are at market value, the rest at face, so shares are rough."),
            say("A country counts what is kept there, also for owners elsewhere."),
            say("Data, not advice."),
        )
    )


def everybody_alt(figures: OwnershipFigures) -> str:
    """The picture of everybody for those who do not see it."""
    return figures.tongue.say(
        "Holders abroad have {foreign} of the debt that the US owes the public, the Fed {fed},"
        " others in the US {domestic}. Bars of the largest abroad: {holders}.",
        foreign=figures.foreign_share,
        fed=figures.fed_share,
        domestic=figures.domestic_share,
        holders=_largest(figures),
    )


def path_text(path: HolderPath, figures: PathFigures, said: str = "") -> str:
    """One holder: now, its share, its place, the way there, and what to keep in mind.

    Args:
        path: The holder.
        figures: Its numbers.
        said: What was found about a sum that somebody quotes.
    """
    tongue = figures.tongue
    lines = (
        said,
        tongue.say("### US debt held in {name}", name=figures.name),
        tongue.say(
            "{name} held **{sum}** of US government debt in {when}. That is {share} of all {market}"
            " on the market.",
            name=capitalised(figures.name),
            sum=figures.now.sum,
            when=_when(figures.now, tongue),
            share=figures.share_of_market,
            market=figures.market,
        ),
        tongue.say(
            "It is number {rank} of the {countries} countries that the US Treasury lists.",
            rank=figures.rank,
            countries=figures.countries,
        ),
        _way_here(figures),
        _custody(path.holder, tongue),
    )
    return "\n".join(line for line in lines if line)


def _way_here(figures: PathFigures) -> str:
    tongue = figures.tongue
    parts = []
    if figures.year_before is not None:
        parts.append(tongue.say("A year before it was {sum}.", sum=figures.year_before.sum))
    if figures.most != figures.least:
        parts.append(
            tongue.say(
                "In the months we have, it was most in {most_month} ({most}) and least in"
                " {least_month} ({least}).",
                most=figures.most.sum,
                most_month=figures.most.month,
                least=figures.least.sum,
                least_month=figures.least.month,
            )
        )
    return " ".join(parts)


def _custody(holder: Holder, tongue: Tongue) -> str:
    if not holder.is_custody_centre:
        return ""
    return tongue.say(
        "Banks and funds there keep much of it for **owners elsewhere**, so it is not all its own."
    )


def said_sentence(said: str, like: Dated | None, figures: PathFigures) -> str:
    """Whether a sum that somebody quotes is, or once was, what the holder has.

    Args:
        said: The sum.
        like: The newest month that it may be about.
        figures: Of the holder.
    """
    tongue = figures.tongue
    if like is None and figures.of_trading_day:
        return tongue.say(
            "**{said}** fits no month that we have. Sold, it would be {share} of an average day's"
            " trading ({day}).",
            said=said,
            share=figures.of_trading_day,
            day=figures.trading_day,
        )
    if like is None:
        return tongue.say("**{said}** fits no month that we have.", said=said)
    if like == figures.now:
        return tongue.say("**{said}** fits the newest figure.", said=said)
    return tongue.say(
        "**{said}** is not the newest figure; it fits {month} ({sum}).",
        said=said,
        month=_when(like, tongue),
        sum=like.sum,
    )


def path_small_print(
    path: HolderPath, figures: PathFigures, corrected_from: str | None = None
) -> str:
    """What was understood, and what the table does and does not show."""
    say = figures.tongue.say
    parts = [
        say("Read as {who}.", who=capitalised(figures.name)) if corrected_from else "",
        say("A fall mixes sales with lower prices."),
        say("A country counts what is kept there, at market value."),
        say("Older months as printed then; months between them were not read.")
        if path.older
        else "",
        say("Trading: {month}.", month=figures.trading_month) if figures.of_trading_day else "",
        say("Data, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def path_alt(figures: PathFigures) -> str:
    """The picture of one holder for those who do not see it."""
    tongue = figures.tongue
    found = tongue.say(
        "US debt held in {name}: {sum} in {when}. A line with a mark for each month that was read,"
        " broken where months are missing.",
        name=figures.name,
        sum=figures.now.sum,
        when=_when(figures.now, tongue),
    )
    if figures.most == figures.least:
        return found
    ends = tongue.say(
        "Most: {most} in {most_month}. Least: {least} in {least_month}.",
        most=figures.most.sum,
        most_month=_when(figures.most, tongue),
        least=figures.least.sum,
        least_month=_when(figures.least, tongue),
    )
    return f"{found} {ends}"


def _when(held: Dated, tongue: Tongue) -> str:
    if not held.is_reported:
        return held.month
    return tongue.say("{when}, press reports", when=held.month)
