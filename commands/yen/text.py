"""Text of ``/yen``: what it takes, what it does to US yields, what held before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import N_
from commands.yen.figures import rate_text

if TYPE_CHECKING:
    from calc.events.interventions import Intervention
    from calc.fx_intervention import YenOutcome
    from commands.common.translator import Translator
    from commands.yen.figures import YenFigures

_DAYS_PER_WEEK = 7
_DAYS_PER_MONTH = 30.4


def main_text(outcome: YenOutcome, figures: YenFigures) -> str:
    """The plain answer: the amount, how sure, the yield, what is left, what held."""
    return "\n".join(
        (
            f"### {title(figures)}",
            _amount(outcome, figures),
            _yield(figures),
            _record(outcome, figures.translator),
        )
    )


def title(figures: YenFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "From {start} to {target} yen for a dollar", start=figures.start, target=figures.target
    )


def small_print(figures: YenFigures) -> str:
    """What was understood, the dates of the data, and what this is not."""
    translator = figures.translator
    start = ""
    if figures.start_date:
        start = translator.gettext(
            "{start} is the rate of {date}, press reports.",
            start=figures.start,
            date=figures.start_date,
        )
    parts = (
        translator.gettext("The dollar {fall} cheaper in yen.", fall=figures.fall),
        start,
        translator.gettext(
            "All of it Treasuries (US government debt) sold in a month, calm market."
        ),
        _left(figures),
        translator.gettext("Holdings of {month}.", month=figures.holding_month),
        translator.gettext("Yields of {date}.", date=figures.curve_date),
        translator.gettext(
            "Past purchases as the press reports them; yen rates until {date}.",
            date=figures.rates_until,
        ),
        translator.gettext("Estimate, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def alt_text(outcome: YenOutcome, figures: YenFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    parts = [
        gettext(
            "To bring the dollar from {start} to {target} yen would take {usd}{range}.",
            start=figures.start,
            target=figures.target,
            usd=figures.usd.about,
            range=figures.usd.in_brackets,
        ),
        gettext(
            "Three ways to read the past part as sums grow; four past rounds lie in the corner."
        ),
    ]
    if outcome.is_beyond_record:
        parts.append(
            gettext("No round on record moved it more than {largest}.", largest=figures.largest)
        )
    return " ".join(parts)


def _amount(outcome: YenOutcome, figures: YenFigures) -> str:
    gettext = figures.translator.gettext
    amount = gettext(
        "Japan would have to buy yen for {usd}{range}.",
        usd=figures.usd.bold,
        range=figures.usd.in_brackets,
    )
    if not outcome.is_beyond_record:
        return amount
    doubt = gettext(
        "That is a stretch: no single round moved the dollar more than {largest}.",
        largest=figures.largest,
    )
    return f"{amount} {doubt}"


def _yield(figures: YenFigures) -> str:
    return figures.translator.gettext(
        "If it sold US Treasuries, the **10-year yield** would peak {rise} points higher{range}."
        " That is what new buyers earn a year.",
        rise=figures.rise.bold,
        range=figures.rise.in_brackets,
    )


def _left(figures: YenFigures) -> str:
    return figures.translator.gettext(
        "Japan would keep {left} of {holding}; in yen that would be worth about {loss} less.",
        left=figures.left,
        holding=figures.holding,
        loss=figures.left_loss,
    )


def _record(outcome: YenOutcome, translator: Translator) -> str:
    """How long each round held, or held at least, as far as exchange rates reach."""
    rounds = []
    for each, effect in outcome.record.seen:
        back = effect.back_day or outcome.record.rates_until
        days = (back - effect.after_day).days
        time = (_time if effect.back_day else _least_time)(days, translator)
        message = N_("{time} ({when})") if effect.back_day else N_("over {time} ({when})")
        rounds.append(translator.gettext(message, when=round_name(each, translator), time=time))
    return translator.gettext("**Before, it lasted** {rounds}.", rounds=", ".join(rounds))


def _time(days: int, translator: Translator) -> str:
    if days < 2 * _DAYS_PER_WEEK:
        return translator.ngettext("{count} day", "{count} days", days)
    if days < 2 * _DAYS_PER_MONTH:
        weeks = round(days / _DAYS_PER_WEEK)
        return translator.ngettext("{count} week", "{count} weeks", weeks)
    months = round(days / _DAYS_PER_MONTH)
    return translator.ngettext("{count} month", "{count} months", months)


def _least_time(days: int, translator: Translator) -> str:
    """A time that was not yet over, rounded down to half months, so that "over" holds."""
    halves = int(2 * days / _DAYS_PER_MONTH)
    return translator.gettext("{number} months", number=rate_text(halves / 2, translator))


def round_name(each: Intervention, translator: Translator) -> str:
    """One round of purchases."""
    return translator.gettext(each.label)
