"""Which table belongs to which option, and the question around it that can be answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from commands.common.command import Option
from commands.registry import example_of

from . import amounts, countries, measures
from .expected import NO, Outcome, exactly, if_read


@dataclass(frozen=True, slots=True)
class Kind:
    """What an option takes.

    Args:
        texts: What may be typed, each with what may come of it.
        plainly: The plainest way to type a value; what is read must be answered as this is.
    """

    texts: Mapping[str, Outcome]
    plainly: Callable[[object], str] = str


def _all(families):
    return {text: outcome for family in families.values() for text, outcome in family.items()}


def _percent(rate):
    return f"{rate * 100:.10g}%"


def _spread(rate):
    return " to ".join(
        f"{each * 10_000:.10g}" for each in (rate if type(rate) is tuple else [rate])
    )


_AMOUNTS, _COUNTRIES = _all(amounts.FAMILIES), _all(countries.FAMILIES)
_NUMBERS = measures.NOT_NUMBERS


def _sums():
    """Amounts where there is nothing to take a share of: a share of something else, or none."""
    return {**_AMOUNTS, **dict.fromkeys(amounts.SHARES, NO)}


def _sales():
    """A country, an amount: what either alone may come to, nothing more."""
    # A time at the end is the pace there.
    timed = ("day", "month", "year")
    sums = {
        f"japan {text}": replace(outcome, value=outcome.value and ("jp", outcome.value))
        for text, outcome in _AMOUNTS.items()
        if text.strip() and not text.endswith(timed)
    }
    sellers = {
        f"{text} 200b": replace(outcome, value=outcome.value and (outcome.value, 200 * 10**9))
        for text, outcome in _COUNTRIES.items()
        if text.strip()
    }
    return {**sellers, **sums}


KINDS = {
    "amount": Kind(_AMOUNTS),
    "country": Kind(_COUNTRIES),
    "sale": Kind(_sales(), lambda sale: "{} {}".format(*sale)),
    "sum": Kind(_sums()),
    "yield": Kind({**_NUMBERS, **measures.YIELDS}, _percent),
    "low yield": Kind({**_NUMBERS, **measures.YIELDS, **measures.LOW_YIELDS}, _percent),
    "price": Kind({**_NUMBERS, **measures.PRICES}, lambda usd: f"{usd:.10g}"),
    "years": Kind({**_NUMBERS, **measures.YEARS}, lambda years: f"{years * 12:.0f} months"),
    "move": Kind({**_NUMBERS, **measures.MOVES}, lambda rate: f"{rate * 10_000:.10g}bp"),
    "change": Kind({**_NUMBERS, **measures.CHANGES}, _percent),
    "spread": Kind({**_NUMBERS, **measures.SPREADS}, _spread),
    "loan": Kind({**_NUMBERS, **measures.LOANS}),
    "loan years": Kind({**_NUMBERS, **measures.LOAN_YEARS}, lambda years: f"{years:.0f}"),
    "yen": Kind({**_NUMBERS, **measures.YEN}, lambda yen: f"{yen:.10g}"),
    "issue": Kind({**_NUMBERS, **measures.ISSUES}),
}

# By command and option, or by option alone; whatever is not here must only be harmless.
_OF = {
    "country": "country",
    "amount": "amount",
    "loan": "loan",
    "compare.a": "sale",
    "compare.b": "sale",
    "holders.said": "sum",
    "target.yield": "yield",
    "target.price": "price",
    "target.interest": "issue",
    "bond.price": "price",
    "bond.face": "price",
    "bond.yield": "low yield",
    "bond.coupon": "low yield",
    "bond.years": "years",
    "interest.at": "low yield",
    "interest.from": "low yield",
    "interest.to": "low yield",
    "interest.issue": "issue",
    "ripple.years": "loan years",
    "yen.from": "yen",
    "yen.to": "yen",
    "signal.two": "move",
    "signal.ten": "move",
    "signal.thirty": "move",
    "signal.spread": "spread",
    "signal.dollar": "change",
    "signal.shares": "change",
}

# The other options where those of the example contradict this one or bound it too narrowly.
_AROUND = {
    "target.price": {},
    "target.interest": {},
    "bond.yield": {},
    "bond.years": {"price": "100"},
    "bond.coupon": {"price": "90"},
    "interest.from": {"to": "7%"},
    "interest.to": {"from": "3%"},
    "interest.issue": {"from": "3%", "to": "7%"},
    "yen.from": {"to": "140"},
    "compare.a": {"b": "uk half year"},
    "compare.b": {"a": "uk half year"},
}


def around(command, option):
    """The values of the other options, with which a good one of this option is answered."""
    return _AROUND.get(f"{command.name}.{option.name}", example_of(command))


def kind_of(command, option: Option) -> Kind | None:
    """What the option takes; None for free text."""
    if option.choices:
        return _choices(option)
    name = _OF.get(f"{command.name}.{option.name}") or _OF.get(option.name)
    return KINDS[name] if name else None


def _choices(option):
    texts = dict.fromkeys([*measures.NOT_NUMBERS, *amounts.JUNK], NO)
    for choice in option.choices:
        texts[choice.value] = exactly(choice.value)
        texts[f" {choice.value.upper()} "] = if_read(choice.value)
        texts[f"{choice.value}{choice.value}"] = NO
    return Kind({text: outcome for text, outcome in texts.items() if text.strip()})


FREE_TEXT = [*amounts.JUNK, *amounts.LONG, *countries.JUNK, *countries.LONG, *measures.NOT_NUMBERS]
"""What even those must survive that take any text."""
