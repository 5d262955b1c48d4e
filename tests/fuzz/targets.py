"""What is fuzzed: every reader of text, the HTTP door, fresh data, all buttons and commands."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from calc import load_snapshot
from commands.claim.buttons import claim_id
from commands.claim.claims import read_claim, write_claim
from commands.claim.extractors import read_text
from commands.common.command import Request
from commands.common.custom_id import (
    MAX_LENGTH,
    SHOW,
    StaleButtonError,
    build_custom_id,
    parse_custom_id,
)
from commands.common.errors import InputError
from commands.common.parsing.amounts import Dollars, read_amount
from commands.common.parsing.changes import read_change, read_spread
from commands.common.parsing.countries import read_country
from commands.common.parsing.country_search import MOST_CHOICES, suggest_countries
from commands.common.parsing.exchange import read_yen
from commands.common.parsing.holders import KnownHolder
from commands.common.parsing.loans import read_loan
from commands.common.parsing.prices import read_price
from commands.common.parsing.rates import read_move, read_rate
from commands.common.parsing.scenarios import read_scenario_text
from commands.common.parsing.years import read_years
from commands.common.slash_line import parse_slash_line
from commands.common.text.errors import SENTENCES
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of
from tests.fuzz.door import BODIES, BODY_PIECES, a_post, a_signature
from tests.fuzz.examples import (
    AMOUNT_PIECES,
    AMOUNTS,
    CLAIM_PIECES,
    CLAIMS,
    COUNTRIES,
    LINES,
    NUMBER_PIECES,
    NUMBERS,
    SALES,
)
from tests.fuzz.invariants import is_a_problem_of, is_fit_to_send, need
from tests.fuzz.making import LONGEST
from tests.fuzz.shapes import SHAPE_PIECES, SHAPES, a_shape
from tests.fuzz.tables import TABLE_PIECES, TABLES, a_table

REQUEST = Request(load_snapshot())
HOLDERS = [
    KnownHolder(each.key, each.name) for each in REQUEST.snapshot.holders.values() if each.key
]
BEYOND_ARITHMETIC = 1e17
"""Nothing with such a number is checked, and no button carries it."""
OWN_SENTENCES = {
    **SENTENCES,
    **{code: text for command in COMMANDS.values() for code, text in command.error_texts.items()},
}


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes any text.

    Args:
        run: Reads a text; raises when a promise is broken. True when the text was understood.
        seeds: Texts to start from.
        pieces: What such texts are made of.
        longest: Characters that make sense.
    """

    run: Callable[[str], bool]
    seeds: tuple[str, ...]
    pieces: tuple[str, ...] = ()
    longest: int = 400


def a_number(read, prefix, low, high, text):
    """One number within its bounds, or a problem whose suggestions can be read."""
    try:
        value = read(text, argument="option")
    except InputError as problem:
        # Of "from 20 to x" only the part at fault is repeated.
        typed = problem.raw if prefix == "spread" else text
        for offered in is_a_problem_of(problem, typed, {prefix}, OWN_SENTENCES):
            read(offered, argument="option")
        return False
    numbers = [
        each for each in (value if isinstance(value, tuple) else (value,)) if each is not None
    ]
    for number in numbers:
        need(math.isfinite(number) and low <= number <= high, f"{value} from {text!r}")
    return True


def an_amount(text):
    try:
        amount = read_amount(text)
    except InputError as problem:
        for offered in is_a_problem_of(problem, text, {"amount"}):
            read_amount(offered)
        return False
    if isinstance(amount, Dollars):
        need(isinstance(amount.usd, int) and amount.usd > 0, f"{amount} from {text!r}")
    else:
        need(0 < amount.fraction <= 1, f"{amount} from {text!r}")
    return True


def a_country(text):
    keys = {holder.key for holder in HOLDERS}
    suggested = suggest_countries(text, HOLDERS)
    need(len(suggested) <= MOST_CHOICES, f"{len(suggested)} suggestions for {text!r}")
    try:
        match = read_country(text, HOLDERS)
    except InputError as problem:
        for offered in is_a_problem_of(problem, text, {"country"}):
            read_country(offered, HOLDERS)
        return False
    need(match.key in keys, f"{match} from {text!r}")
    return True


def a_sale(text):
    """A country, an amount and a pace on one line."""
    try:
        sale = read_scenario_text(text, HOLDERS, argument="option")
    except InputError as problem:
        is_a_problem_of(problem, text, {"scenario", "country", "amount"}, OWN_SENTENCES)
        return False
    need(sale.country.key in {holder.key for holder in HOLDERS}, f"{sale} from {text!r}")
    return True


def a_claim(text):
    """Every claim found goes into a button and comes back."""
    reading = read_text(text)
    for claim in (*reading.stated, *reading.denied):
        try:
            once = read_claim(write_claim(claim))
        except ValueError:
            span = claim.claimed
            numbers = [*claim.given, *((span.low, span.high) if span else ())]
            is_beyond = any(abs(number or 0) > BEYOND_ARITHMETIC for number in numbers)
            need(is_beyond, f"{claim} from {text!r}")
        else:
            need(read_claim(write_claim(once)) == once, f"{claim} from {text!r}")
    return bool(reading.stated)


def a_claim_answered(text):
    """The same, and the whole answer can be sent."""
    is_fit_to_send(run_command(COMMANDS["claim"], REQUEST, {"text": text}))
    return a_claim(text)


def an_id(text):
    try:
        press = parse_custom_id(text)
    except StaleButtonError:
        return False
    need(build_custom_id(press.command, press.action, *press.fields) == text, f"id {text!r}")
    need(len(text) <= MAX_LENGTH, f"id of {len(text)} characters")
    return True


def a_tap(text):
    answer = run_component(text, REQUEST)
    is_fit_to_send(answer)
    return not answer.is_refusal


def a_command(command, text):
    """The text in each option of the command in turn."""
    is_understood = False
    for option in command.options:
        if option.suggest is not None:
            choices = option.suggest(REQUEST, text)
            need(len(choices) <= MOST_CHOICES, f"{len(choices)} suggestions for {text!r}")
        answer = run_command(command, REQUEST, {**example_of(command), option.name: text})
        is_fit_to_send(answer)
        is_understood |= not answer.is_refusal
    return is_understood


def a_line(text):
    try:
        parse_slash_line(text)
    except ValueError:
        return False
    return True


@cache
def ids_of_buttons():
    """The ids of the buttons under every example, and of those under the answers they lead to."""
    found = {}
    waiting = [run_command(command, REQUEST, example_of(command)) for command in COMMANDS.values()]
    for _ in range(2):
        ids = [button.custom_id for answer in waiting for button in answer.buttons]
        new = [custom_id for custom_id in dict.fromkeys(ids) if custom_id not in found]
        found |= dict.fromkeys(new)
        waiting = [run_component(custom_id, REQUEST) for custom_id in new]
    return tuple(found)


COUNTRY_PIECES = tuple(sorted({word for each in HOLDERS for word in each.name.split()}))


def taps_of(command):
    """Seeds and pieces to forge the ids of one command."""
    claims = [claim_id(SHOW, claim) for text in CLAIMS for claim in read_text(text).stated]
    ids = [*ids_of_buttons(), *filter(None, claims)]
    seeds = [custom_id for custom_id in ids if parse_custom_id(custom_id).command == command]
    fields = {f":{field}" for seed in seeds for field in seed.split(":")}
    return tuple(seeds), (":", *sorted(fields))


_NUMBER_READERS = {
    "rate": (read_rate, "rate", 0, 0.25),
    "move": (read_move, "move", -1, 1),
    "price": (read_price, "price", 0.01, 1000),
    "years": (read_years, "years", 0, 30),
    "change": (read_change, "change", -1e6, 1e6),
    "spread": (read_spread, "spread", -1, 1),
    "yen": (read_yen, "yen", 50, 400),
    "loan": (read_loan, "loan", 1_000, 100_000_000),
}

TARGETS = {
    "amount": Target(an_amount, AMOUNTS, AMOUNT_PIECES),
    "country": Target(a_country, COUNTRIES, COUNTRY_PIECES),
    **{
        name: Target(partial(a_number, *reader), NUMBERS, NUMBER_PIECES)
        for name, reader in _NUMBER_READERS.items()
    },
    "sale": Target(a_sale, SALES, (*AMOUNT_PIECES, *COUNTRY_PIECES, "over a year", "day")),
    "line": Target(a_line, LINES, ("/", ":", " country:", " amount:")),
    "http body": Target(a_post, BODIES, BODY_PIECES),
    "http signature": Target(a_signature, ("0" * 128, "f" * 127, "1700000000"), tuple("0aF")),
    "http shape": Target(a_shape, SHAPES, SHAPE_PIECES),
    **{
        f"table {source.name.lower()}": Target(
            partial(a_table, source), (text,), TABLE_PIECES, LONGEST
        )
        for source, text in TABLES.values()
    },
    "claim": Target(a_claim, CLAIMS, CLAIM_PIECES),
    "claim answered": Target(a_claim_answered, CLAIMS, CLAIM_PIECES),
    "id": Target(an_id, ids_of_buttons(), (":", "1:", "show", "post")),
    **{
        f"tap {name}": Target(a_tap, *taps_of(name))
        for name, command in COMMANDS.items()
        if command.press is not None
    },
    **{
        f"/{name}": Target(
            partial(a_command, command),
            (*AMOUNTS, *COUNTRIES, *NUMBERS, *5 * list(example_of(command).values())),
            (*AMOUNT_PIECES, *COUNTRY_PIECES, *NUMBER_PIECES),
        )
        for name, command in COMMANDS.items()
        if command.options
    },
}
"""By name; the costly ones last."""
READERS = tuple(name for name in TARGETS if not name.startswith(("tap ", "/", "claim answered")))
"""Those that read and do not answer: a million texts each are possible."""
