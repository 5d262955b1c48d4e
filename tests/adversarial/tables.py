"""The tables of hostile input, and which of them belongs to which option."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from commands.common.command import Command, Option
from commands.registry import COMMANDS, example_of

_DATA = Path(__file__).with_name("data")

HELD_USD = 1_103_900_000_000
"""Japan's holding in the packaged market."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """The outcomes that the rules allow for one text.

    Args:
        name: Key in the table.
        value: The only value it may be read as; None when it may not be read.
        may_ask: It may be asked back.
        may_refuse: It may be refused.
    """

    name: str
    value: object = None
    may_ask: bool = True
    may_refuse: bool = True


@dataclass(frozen=True, slots=True)
class InputTable:
    """Texts for one kind of option.

    Args:
        texts: Each text and what may come of it.
        as_text: The plainest way to type a value.
    """

    texts: Mapping[str, Expectation]
    as_text: Callable[[object], str] = str


def _expectation(name: str) -> Expectation:
    kind, _, value = name.partition(" ")
    if kind == "exactly":
        return Expectation(name, _value(value), may_ask=False, may_refuse=False)
    if name.startswith("if read "):
        return Expectation(name, _value(name.removeprefix("if read ")))
    return Expectation(name, may_ask=name != "refused", may_refuse=name != "asked back")


def _value(text: str) -> object:
    value = json.loads(text)
    return tuple(value) if isinstance(value, list) else value


def _load(name: str) -> dict[str, dict[str, Expectation]]:
    """Load a file of tables: name of the table, outcome, texts."""
    tables = json.loads(_DATA.joinpath(f"{name}.json").read_text())
    return {
        table: {
            text if isinstance(text, str) else "".join(piece * count for piece, count in text): (
                _expectation(outcome)
            )
            for outcome, texts in rows.items()
            for text in texts
        }
        for table, rows in tables.items()
    }


AMOUNTS, COUNTRIES, MEASURES = _load("amounts"), _load("countries"), _load("measures")
_NO = _expectation("not read")
_ALL_AMOUNTS = {text: each for table in AMOUNTS.values() for text, each in table.items()}
_ALL_COUNTRIES = {text: each for table in COUNTRIES.values() for text, each in table.items()}


def _scenarios() -> dict[str, Expectation]:
    """Every amount behind one country, every country before one amount."""
    # A time at the end of the line is the pace there.
    timed = ("day", "month", "year")
    sums = {
        f"japan {text}": replace(each, value=each.value and ("jp", each.value))
        for text, each in _ALL_AMOUNTS.items()
        if text.strip() and not text.endswith(timed)
    }
    sellers = {
        f"{text} 200b": replace(each, value=each.value and (each.value, 200 * 10**9))
        for text, each in _ALL_COUNTRIES.items()
        if text.strip()
    }
    return {**sellers, **sums}


def _measure(*names: str) -> dict[str, Expectation]:
    tables = [MEASURES[name] for name in ("not numbers", *names)]
    return {text: each for table in tables for text, each in table.items()}


def _percent(rate) -> str:
    return f"{rate * 100:.10g}%"


def _spread(rate) -> str:
    levels = rate if isinstance(rate, tuple) else (rate,)
    return " to ".join(f"{level * 10_000:.10g}" for level in levels)


TABLES = {
    "amount": InputTable(_ALL_AMOUNTS),
    "country": InputTable(_ALL_COUNTRIES),
    "scenario": InputTable(_scenarios(), lambda sale: "{} {}".format(*sale)),
    # A share of what the holder owns means nothing there.
    "sum": InputTable({**_ALL_AMOUNTS, **dict.fromkeys(AMOUNTS["shares"], _NO)}),
    "yield": InputTable(_measure("yields"), _percent),
    "low yield": InputTable(_measure("yields", "low yields"), _percent),
    "price": InputTable(_measure("prices"), "{:.10g}".format),
    "years": InputTable(_measure("years"), lambda years: f"{years * 12:.0f} months"),
    "move": InputTable(_measure("moves"), lambda rate: f"{rate * 10_000:.10g}bp"),
    "change": InputTable(_measure("changes"), _percent),
    "spread": InputTable(_measure("spreads"), _spread),
    "loan": InputTable(_measure("loans")),
    "loan years": InputTable(_measure("loan years"), "{:.0f}".format),
    "yen": InputTable(_measure("yen"), "{:.10g}".format),
    "issue": InputTable(_measure("issues")),
}

_OPTIONS = json.loads(_DATA.joinpath("options.json").read_text())
# By command and option, or by option alone; the input of others must only be harmless.
_TABLE_OF = {name: table for table, names in _OPTIONS["tables"].items() for name in names}
# The other options where those of the example contradict this one or bound it too narrowly.
_OTHER_OPTIONS = _OPTIONS["other_options"]

FREE_TEXT = InputTable(
    dict.fromkeys(
        (
            text
            for table in (AMOUNTS["junk"], AMOUNTS["long"], COUNTRIES["junk"], COUNTRIES["long"])
            for text in (*table, *MEASURES["not numbers"])
        ),
        Expectation("harmless"),
    )
)


def all_options() -> list[tuple[Command, Option]]:
    """Every option of every command."""
    return [(command, option) for command in COMMANDS.values() for option in command.options]


def other_options(command: Command, option: Option) -> Mapping[str, str]:
    """Values of the other options with which a good value of this one is answered."""
    return _OTHER_OPTIONS.get(f"{command.name}.{option.name}", example_of(command))


def table_of(command: Command, option: Option) -> InputTable:
    """The texts for an option."""
    if option.choices:
        return _choices(option)
    name = _TABLE_OF.get(f"{command.name}.{option.name}") or _TABLE_OF.get(option.name)
    return TABLES[name] if name else FREE_TEXT


def _choices(option: Option) -> InputTable:
    texts = dict.fromkeys([*MEASURES["not numbers"], *AMOUNTS["junk"]], _NO)
    for choice in option.choices:
        value = json.dumps(choice.value)
        texts[choice.value] = _expectation(f"exactly {value}")
        texts[f" {choice.value.upper()} "] = _expectation(f"if read {value}")
        texts[f"{choice.value}{choice.value}"] = _NO
    return InputTable({text: each for text, each in texts.items() if text.strip()})
