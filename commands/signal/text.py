"""Text of ``/signal``: what a move looks like, what is near it, what it does not prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events import past_moves
from calc.market_signals import SelloffKind, Sign
from commands.common.locale.sentences import paragraph
from commands.common.text.small_print import MOST_SMALL_WORDS, as_lines, fit_words, small_line
from commands.common.translator import N_
from commands.signal.figures import KINDS, MOST_KINDS, headline_sentence, points_text, sign_name

if TYPE_CHECKING:
    from calc.events import Event
    from calc.market_signals import SignalReading
    from commands.common.translator import Translator
    from commands.signal.figures import SignalFigures

_UNPROVEN = {
    SelloffKind.FOREIGN_SELLING: (
        N_("It does not prove who sold."),
        N_("In April 2025 foreign governments were blamed; official data showed few sales."),
    ),
    SelloffKind.LEVERAGE: (
        N_("It does not prove who sold."),
        N_("In April 2025 the New York Fed saw bets on swaps unwound, not bets on futures."),
    ),
    SelloffKind.INFLATION_FED: (
        N_("It does not rule out foreign sellers."),
        N_("A sale in the same days would hide in the move."),
    ),
    SelloffKind.FISCAL: (
        N_("It does not prove the cause."),
        N_("In May 2025 a downgrade, a tax bill and a weak auction came together."),
    ),
    SelloffKind.DASH_FOR_CASH: (
        N_("It does not prove who sold."),
        N_("In March 2020 funds, foreign governments and hedge funds all sold at once."),
    ),
    SelloffKind.GOOD_NEWS: (N_("It does not prove that anybody large sold at all."), ""),
    SelloffKind.GROWTH_SCARE: (
        N_("It does not prove that nobody sold."),
        N_("In summer 2015 foreign governments sold while yields fell."),
    ),
    SelloffKind.RELIEF: (
        N_("It does not prove that selling is over."),
        N_("In March 2020 yields fell once the central bank bought enough."),
    ),
}
"""What a kind does not prove, and a case that shows it."""


def main_text(reading: SignalReading, figures: SignalFigures) -> str:
    """The plain answer: the verdict, the nearest past move, what is not proven."""
    same = _same_move(reading, figures)
    unproven, case = _unproven(reading, figures.translator)
    verdict = _verdict(reading, figures.translator)
    nearest = "" if same else _nearest(reading, figures)
    parts, more = _real_and_inflation(figures), _spread(reading, figures)
    # What is not proven goes before the past move where there is no room for both.
    kept = fit_words((same, verdict, unproven, parts, nearest, case, more))
    shown = (same, verdict, parts, nearest, unproven, case, more)
    return as_lines(f"### {title(figures)}", *(each for each in shown if each in kept))


def unproven_text(reading: SignalReading, translator: Translator) -> str:
    """What the kind does not prove, with a case; empty without one or two kinds."""
    return paragraph(_unproven(reading, translator))


def title(figures: SignalFigures) -> str:
    """What was seen, as understood."""
    gettext = figures.translator.gettext
    spread = figures.spread
    if figures.spread_before:
        # TRANSLATORS: A swap spread before a move and after it, for example −80 to −100.
        spread = gettext("{before} to {now}", before=figures.spread_before, now=figures.spread)
    seen = (
        (N_("2-year {change}"), figures.two),
        (N_("10-year {change}"), figures.ten),
        (N_("30-year {change}"), figures.thirty),
        (N_("swap spread {change}"), spread),
        (N_("dollar {change}"), figures.dollar),
        (N_("shares {change}"), figures.shares),
        (N_("10-year real yield {change}"), figures.real),
    )
    parts = figures.translator.listed(
        gettext(message, change=change) for message, change in seen if change
    )
    return gettext("Seen: {moves}", moves=parts)


def small_print(figures: SignalFigures) -> str:
    """The units, what it was compared with, and what this is not."""
    translator, moves = figures.translator, past_moves()
    gettext = translator.gettext
    parts = (
        gettext("Yields (what buyers earn a year) in points."),
        gettext(
            "Compared with {count} moves until {until}.",
            count=translator.fixed(len(moves), 0),
            until=translator.day(max(move.end for move in moves)),
        ),
        gettext("Estimate, not advice."),
        gettext("Spreads in hundredths.") if figures.spread else "",
    )
    return small_line(*parts, limit=MOST_SMALL_WORDS)


def alt_text(reading: SignalReading, figures: SignalFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    translator, gettext = figures.translator, figures.translator.gettext
    first, *rest = (each.move for each in reading.nearest_moves)
    past = past_text(first, translator)
    finding = gettext("Nearest past move: {past}.", past=past)
    if not reading.is_near:
        finding = gettext("No past move was close; the nearest: {past}.", past=past)
    others = translator.listed(
        gettext(
            "{day} {ten}", day=translator.day(move.end), ten=points_text(move.change, translator)
        )
        for move in rest
    )
    seen = translator.listed(
        gettext(message, change=change)
        for message, change in (
            (N_("10-year {change}"), figures.ten),
            (N_("30-year {change}"), figures.thirty),
        )
        if change
    )
    return paragraph(
        (
            headline_sentence(reading, translator),
            finding,
            gettext("Bars compare it with what was seen: {seen}.", seen=seen),
            gettext("Next, on the 10-year yield: {others}.", others=others) if others else "",
        )
    )


def past_text(move: Event, translator: Translator) -> str:
    """A past move with its changes."""
    message = N_("{name} (10-year {ten})")
    if move.thirty_year_change is not None:
        message = N_("{name} (10-year {ten}, 30-year {thirty})")
    return translator.gettext(
        message,
        name=translator.gettext(move.noun_phrase),
        ten=points_text(move.change, translator),
        thirty=points_text(move.thirty_year_change, translator),
    )


def _verdict(reading: SignalReading, translator: Translator) -> str:
    names = [translator.gettext(KINDS[kind]) for kind in reading.kinds]
    if len(names) == 1:
        message = N_("It looks most like **{kind}**: {signs}.")
        if reading.same_move is not None:
            message = N_("By signs: **{kind}**.")
        return translator.gettext(message, kind=names[0], signs=_reasons(reading, translator))
    if len(names) == MOST_KINDS:
        message = N_("It looks like **{kind}**, or nearly as much like **{other}**.")
        if reading.same_move is not None:
            message = N_("By signs: **{kind}** or **{other}**.")
        return translator.gettext(message, kind=names[0], other=names[1])
    if not names:
        return translator.gettext(
            "**This alone does not tell what kind of move it is, or who sells.**"
        )
    return translator.gettext(
        "**This alone does not tell:** it fits {count} kinds of move. The dollar, shares and the"
        " 2-year yield would say more.",
        count=len(names),
    )


def _reasons(reading: SignalReading, translator: Translator) -> str:
    """The signs that fit the best kind."""
    weights = next(row.weights for row in reading.signals.kinds if row.key == reading.kinds[0])
    fitting = [
        sign_name(sign, translator, is_down=value < 0)
        for sign, value in reading.signs.items()
        if weights.get(sign, 0) * value > 0
        # A plunge of shares is a fall of shares as well: said once.
        and not (sign is Sign.SHARES and Sign.PLUNGE in reading.signs and Sign.PLUNGE in weights)
    ]
    return translator.listed(fitting)


def _real_and_inflation(figures: SignalFigures) -> str:
    """What kind of rise it is: of the real yield or of expected inflation."""
    if not figures.inflation:
        return ""
    return figures.translator.gettext(
        "Of the 10-year: {real} real yield, {inflation} expected inflation.",
        real=figures.real,
        inflation=figures.inflation,
    )


def _same_move(reading: SignalReading, figures: SignalFigures) -> str:
    """The past move that this one equals, with what is known of its cause."""
    move = reading.same_move
    if move is None or move.known_cause is None:
        return ""
    gettext = figures.translator.gettext
    past = past_text(reading.nearest_moves[0].move, figures.translator)
    same = gettext("**The same move as** {past}.", past=past)
    return figures.translator.paragraph((same, gettext(move.known_cause.text)))


def _nearest(reading: SignalReading, figures: SignalFigures) -> str:
    if not reading.nearest_moves:
        return ""
    past = past_text(reading.nearest_moves[0].move, figures.translator)
    if reading.is_near:
        return figures.translator.gettext("**Nearest past move:** {past}.", past=past)
    return figures.translator.gettext("No past move was close; the nearest was {past}.", past=past)


def _unproven(reading: SignalReading, translator: Translator) -> tuple[str, str]:
    """What the best kind does not prove, and a case; empty without one or two kinds."""
    if not 1 <= len(reading.kinds) <= MOST_KINDS:
        return "", ""
    said, case = _UNPROVEN[reading.kinds[0]]
    return translator.gettext(said), translator.gettext(case) if case else ""


def _spread(reading: SignalReading, figures: SignalFigures) -> str:
    spread = reading.moves.spread
    if spread is None:
        return ""
    message = N_(
        "**Swap spread:** the fixed rate of a swap less the yield of US government debt. Below zero"
        " is common, and does not show who sells."
    )
    if spread.now >= 0:
        message = N_(
            "**Swap spread:** the fixed rate of a swap less the yield of US government debt. Its"
            " level does not show who sells."
        )
    return figures.translator.gettext(message)
