"""Text of ``/target``: how much it would take, and who has as much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Scenario, run
from calc.targets import TargetKind
from commands.common.sale.citations import references_text, sources_text
from commands.common.text.names import capitalised, holder_name, in_time
from commands.common.text.studies import in_most_studies

if TYPE_CHECKING:
    from calc import Outcome
    from calc.reverse import AmountNeeded
    from calc.targets import TargetOutcome
    from commands.common.translator import Translator
    from commands.target.figures import TargetFigures


def main_text(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The plain answer: the amount, beside what there is to sell."""
    return "\n".join(
        (
            f"### {title(outcome, figures)}",
            _needed(outcome, figures),
            _holders(outcome, figures),
            _context(outcome, figures),
        )
    )


def title(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The question as understood."""
    gettext = figures.translator.gettext
    match outcome.target.kind:
        case TargetKind.YIELD:
            return gettext("For the 10-year yield to reach {goal}", goal=figures.goal)
        case TargetKind.PRICE:
            return gettext("For a $100 ten-year US bond to fall to {goal}", goal=figures.goal)
        case TargetKind.INTEREST:
            return gettext(
                "For US interest in {year} to grow by {goal}",
                year=figures.last_year,
                goal=figures.goal,
            )


def _needed(outcome: TargetOutcome, figures: TargetFigures) -> str:
    gettext = figures.translator.gettext
    when = in_time(outcome.target.pace, figures.translator)
    if figures.needed:
        return gettext(
            "Sold {in_time}, it would take about **{needed}** of US Treasuries{range}.",
            in_time=when,
            needed=figures.needed,
            range=_in_studies(figures),
        )
    more = gettext(
        "It would take **more than exists**: not even all {market} sold {in_time} would do it.",
        in_time=when,
        market=figures.market,
    )
    if not figures.least:
        return more
    at_least = gettext("Our most sensitive setting needs {least}.", least=figures.least)
    return f"{more} {at_least}"


def _in_studies(figures: TargetFigures) -> str:
    return f" ({in_most_studies(figures.range, figures.translator)})" if figures.range else ""


def _holders(outcome: TargetOutcome, figures: TargetFigures) -> str:
    gettext = figures.translator.gettext
    biggest = holder_name(outcome.biggest, figures.translator)
    values = {
        "who": biggest,
        "who_first": capitalised(biggest),
        "held": figures.biggest.sum,
        "foreign": figures.foreign.sum,
        "officials": figures.officials.sum,
        "of_holder": figures.biggest.needed,
        "of_foreign": figures.foreign.needed,
        "of_officials": figures.officials.needed,
    }
    if not figures.needed:
        return gettext(
            "{who_first}, the largest foreign holder, has {held}. All foreigners have {foreign},"
            " their governments {officials} of it.",
            **values,
        )
    return gettext(
        "That is **{of_holder}** what {who} holds ({held}), the largest foreign holder. It is"
        " {of_foreign} what all foreigners hold ({foreign}), {of_officials} what their governments"
        " do ({officials}).",
        **{
            **values,
            **{
                key: _of(str(values[key]), figures.translator)
                for key in ("of_holder", "of_foreign", "of_officials")
            },
        },
    )


def _of(share: str, translator: Translator) -> str:
    """``18% of`` but ``2.1 times``."""
    return translator.gettext("{share} of", share=share) if share.endswith("%") else share


def _context(outcome: TargetOutcome, figures: TargetFigures) -> str:
    gettext = figures.translator.gettext
    match outcome.target.kind:
        case TargetKind.YIELD:
            return gettext(
                "The yield, what a new buyer earns a year, is {now} now.", now=figures.now
            )
        case TargetKind.PRICE:
            return gettext(
                "A new ten-year bond stands at {now}; longer ones fall further.", now=figures.now
            )
        case TargetKind.INTEREST:
            return gettext(
                "That comes on top of {now} in {year} at today's rates. The budget office expected"
                " {projected} ({vintage}).",
                now=figures.now,
                year=figures.last_year,
                projected=figures.projected,
                vintage=figures.projected_in,
            )


def small_print(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The dates of the data, what is assumed, and what this is not."""
    gettext, day = figures.translator.gettext, outcome.day
    market = gettext("calm market")
    if day is not None and day.is_strained:
        market = gettext("a market strained by so fast a sale")
    halt = ""
    if day is not None and day.is_halt:
        halt = gettext(
            "A day's sale is {times} times all that dealers hold: no price, but a halt.",
            times=figures.translator.number(day.share_of_dealers),
        )
    parts = (
        gettext("Treasuries are US government debt."),
        gettext("Holdings of {month}.", month=figures.biggest.month),
        gettext("Rates of {date}.", date=figures.curve_date),
        gettext(
            "A typical mix, {market}, nobody follows, no help from the Fed (US central bank).",
            market=market,
        ),
        halt,
        gettext("Estimate, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def alt_text(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    needed = gettext("more than exists")
    if figures.needed:
        needed = gettext("about {needed}", needed=figures.needed)
        needed += _in_studies(figures)
    return gettext(
        "{title}: it would take {needed} of US Treasuries. Bars beside it: {who} holds {held},"
        " foreign governments {officials}, all foreigners {foreign}.",
        title=title(outcome, figures),
        needed=needed,
        who=holder_name(outcome.biggest, figures.translator),
        held=figures.biggest.sum,
        officials=figures.officials.sum,
        foreign=figures.foreign.sum,
    )


def math_text(outcome: TargetOutcome, figures: TargetFigures) -> str:
    """How the amount was found, a check forwards, and the sources."""
    gettext, needed = figures.translator.gettext, outcome.needed
    biggest = outcome.biggest.key
    usd = round(needed.central or outcome.snapshot.marketable_usd)
    sale = Scenario(biggest, usd, outcome.target.pace, beyond_holding=True)
    forwards = run(sale, outcome.snapshot)
    lines = (
        gettext("### The math: {title}", title=title(outcome, figures)),
        gettext(
            "Backwards on the formulas of /selloff: amounts are tried until the answer is the"
            " target, at each setting."
        ),
        gettext(
            "**1. Amount.** Dials low / **best** / high: {amounts}. The low setting moves yields"
            " least and so needs most.",
            amounts=_amounts(needed, figures.translator),
        ),
        _check(outcome, forwards, figures),
        gettext(
            "**3. Formula.** Yield = kappa × amount × {delta} ÷ GDP + c × √(what waits ÷ market)."
            " {delta} is the rate risk of a typical mix against a ten-year note.",
            delta=figures.translator.number(forwards.sale.portfolio.relative_dv01),
        ),
        references_text(forwards, figures.translator),
        sources_text(forwards, figures.translator),
        "-# " + gettext("Estimate, not advice."),
    )
    return "\n".join(lines)


def _amounts(needed: AmountNeeded, translator: Translator) -> str:
    low, central, high = (
        translator.gettext("more than exists") if usd is None else translator.short_money(usd, 3)
        for usd in (needed.low, needed.central, needed.high)
    )
    return f"{low} / **{central}** / {high}"


def _check(outcome: TargetOutcome, forwards: Outcome, figures: TargetFigures) -> str:
    translator = figures.translator
    return translator.gettext(
        "**2. Check forwards.** {amount} sold {in_time}: the 10-year yield goes from {before} to"
        " {after}%, a $100 note to {price}, interest in {year} up {extra}.",
        amount=translator.short_money(forwards.sale.sold_usd, 3),
        in_time=in_time(outcome.target.pace, translator),
        before=translator.rate(forwards.yields.before),
        after=translator.fixed(forwards.yields.at_peak.central * 100, 3),
        price=translator.dollars(forwards.price.at_peak.central),
        year=figures.last_year,
        extra=translator.short_money(forwards.interest.last_year_usd.central, 3),
    )
