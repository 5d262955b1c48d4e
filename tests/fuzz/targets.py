"""What is fuzzed: readers of text, HTTP requests, fetched tables, buttons and commands.

A target takes any text, raises when something does not hold, and returns whether it understood.
"""

import math
import time
from dataclasses import dataclass
from functools import partial

from hypothesis import strategies as st
from multidict import CIMultiDict
from nacl.signing import SigningKey

from bot.data_refresh.sources import SOURCES
from bot.http_endpoint.server import parse_interaction
from bot.http_endpoint.signature import Verifier
from calc import load_snapshot
from commands.claim.reading.reader import read
from commands.common.command import Request
from commands.common.custom_id import StaleButtonError, build_custom_id, parse_custom_id
from commands.common.errors import InputError
from commands.common.parsing.amounts import read_amount
from commands.common.parsing.countries import read_country
from commands.common.parsing.country_table import KnownHolder
from commands.common.parsing.loans import read_loan
from commands.common.parsing.prices import read_price, read_yen
from commands.common.parsing.rates import read_change, read_move, read_rate, read_spread
from commands.common.parsing.scenarios import read_scenario_text
from commands.common.parsing.years import read_years
from commands.common.slash_line import parse_slash_line
from commands.common.text.errors import SENTENCES
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY
from tests.commands.cases import is_present
from tests.fuzz import seeds
from tests.fuzz.invariants import is_a_problem_of, is_fit_to_send, need

REQUEST = Request(load_snapshot())
HOLDERS = [
    KnownHolder(each.key, each.name) for each in REQUEST.snapshot.holders.values() if each.key
]
MOST_CHOICES = 25
"""What Discord takes as suggestions for an option."""
_SENTENCES = dict(SENTENCES)
for _command in COMMANDS.values():
    _SENTENCES |= _command.error_texts
_KEY = SigningKey(bytes(range(32)))
_VERIFIER = Verifier(_KEY.verify_key.encode().hex())
_BODY = b'{"type":1,"id":"1"}'


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes any text; and texts that it understands, or nearly."""

    run: partial
    seeds: tuple

    def texts(self):
        """A strategy: seeds, mutated seeds, pieces strung together, and noise."""
        seed = st.sampled_from(self.seeds)
        piece = st.sampled_from((*self.seeds, *seeds.MARKS, *seeds.HOSTILE))
        strung = st.lists(piece, max_size=7)
        words = st.one_of(strung.map("".join), strung.map(" ".join))
        return st.one_of(seed, _mutated(seed, piece), words, st.text(max_size=24))


@st.composite
def _mutated(draw, seed, piece):
    text = draw(seed)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 5))
        text = text[:start] + draw(st.one_of(st.just(""), piece)) + text[end:]
    return text


def _reads(read, codes, is_valid, text):
    """Text gives a valid value, or an error that can be shown and whose suggestions are read."""
    try:
        value = read(text)
    except InputError as problem:
        # Of "from 20 to x" only the part at fault is repeated.
        typed = problem.raw if "spread" in codes else text
        for offered in is_a_problem_of(problem, typed, set(codes.split()), _SENTENCES):
            if "scenario" not in codes:
                read(offered)
        return False
    need(is_valid(value), f"{value} from {text!r}")
    return True


def _within(low, high):
    def is_valid(value):
        numbers = value if isinstance(value, tuple) else (value,)
        return all(n is None or (math.isfinite(n) and low <= n <= high) for n in numbers)

    return is_valid


def _is_amount(value):
    return value.usd > 0 if hasattr(value, "usd") else 0 < value.fraction <= 1


def _claim(text):
    """Every frame lies in the text, and the answer can be sent."""
    reading = read(text, REQUEST.snapshot.curve.as_of)
    for frame in reading.frames:
        inside = 0 <= frame.start <= frame.end <= len(reading.tokens.text)
        need(inside, f"{frame} from {text!r}")
    is_fit_to_send(run_command(COMMANDS["claim"], REQUEST, {"text": text}))
    return bool(reading.frames)


def _slash_line(text):
    try:
        return bool(parse_slash_line(text))
    except ValueError:
        return False


def _button(text):
    """The id can be written again, and the answer to it can be sent."""
    try:
        press = parse_custom_id(text)
    except StaleButtonError:
        pass
    else:
        need(build_custom_id(press.command, press.action, *press.fields) == text, f"id {text!r}")
    answer = run_component(text, REQUEST)
    is_fit_to_send(answer)
    return not answer.is_refusal


def _options(command, text):
    """The text in each option of the command in turn."""
    is_understood = False
    for option in command.options:
        if option.suggest is not None:
            need(len(option.suggest(REQUEST, text)) <= MOST_CHOICES, f"suggestions for {text!r}")
        answer = run_command(command, REQUEST, {**example_of(command), option.name: text})
        is_fit_to_send(answer)
        is_understood |= not answer.is_refusal
    return is_understood


def _http_body(text):
    post = parse_interaction(text.encode("utf-8", "surrogatepass"))
    if post is not None:
        kind, number = post["type"], int(post["id"])
        need(1 <= kind <= 5 and 0 <= number < 10**20, f"{post} from {text!r}")
    return post is not None


def _http_signature(text):
    """Only the true signature is accepted; the text is put in place of each part of a request."""
    now, body = str(int(time.time())), text.encode("utf-8", "surrogatepass")
    true = _KEY.sign(now.encode() + _BODY).signature.hex()
    need(_accepts(now, true, _BODY), "the true signature was refused")
    need(text.lower() == true or not _accepts(now, text, _BODY), f"signature {text!r}")
    need(text == now or not _accepts(text, true, _BODY), f"timestamp {text!r}")
    need(body == _BODY or not _accepts(now, true, body), f"body {text!r}")
    return True


def _accepts(timestamp, signature, body):
    headers = {"X-Signature-Timestamp": timestamp, "X-Signature-Ed25519": signature}
    return _VERIFIER.verify(CIMultiDict(headers), body) is None


def _table(source, text):
    """Figures that are newer and not of the future, or a rejection as a whole."""
    try:
        day = source.date_of(source.update(text, KNOWN, TODAY))
    except ValueError:
        return False
    need(source.date_of(KNOWN) <= day <= TODAY, f"{day} from {text!r}")
    return True


def _button_ids():
    """The ids of the buttons under every example, and under the answers that these lead to."""
    answers = [run_command(command, REQUEST, example_of(command)) for command in COMMANDS.values()]
    first = {button.custom_id for answer in answers for button in answer.controls}
    answers = [run_component(custom_id, REQUEST) for custom_id in first]
    return tuple(sorted(first | {each.custom_id for answer in answers for each in answer.controls}))


def _named(read):
    return partial(read, argument="option")


# Readers whose sentences about errors stand in a command.
_COMMAND_OF = {"change": "signal", "spread": "signal", "yen": "yen", "loan": "ripple"}
_READERS = {
    "amount": (read_amount, "amount", _is_amount, seeds.AMOUNTS),
    "country": (lambda text: read_country(text, HOLDERS), "country", bool, seeds.COUNTRIES),
    "sale": (
        lambda text: read_scenario_text(text, HOLDERS, argument="option"),
        "scenario country amount",
        lambda sale: sale.country.key in REQUEST.snapshot.holders,
        seeds.SALES,
    ),
    "rate": (_named(read_rate), "rate", _within(0, 0.25), seeds.NUMBERS),
    "move": (_named(read_move), "move", _within(-1, 1), seeds.NUMBERS),
    "price": (_named(read_price), "price", _within(0.01, 1000), seeds.NUMBERS),
    "years": (_named(read_years), "years", _within(0, 30), seeds.NUMBERS),
    "change": (_named(read_change), "change", _within(-1e6, 1e6), seeds.NUMBERS),
    "spread": (_named(read_spread), "spread", _within(-1, 1), seeds.NUMBERS),
    "yen": (_named(read_yen), "yen", _within(50, 400), seeds.NUMBERS),
    "loan": (_named(read_loan), "loan", _within(1_000, 100_000_000), seeds.NUMBERS),
}
_TYPED = (*seeds.AMOUNTS, *seeds.COUNTRIES, *seeds.NUMBERS)
TARGETS = {
    **{
        name: Target(partial(_reads, *how), texts)
        for name, (*how, texts) in _READERS.items()
        if name not in _COMMAND_OF or is_present(_COMMAND_OF[name])
    },
    "slash line": Target(_slash_line, seeds.LINES),
    "claim": Target(_claim, seeds.CLAIMS),
    "button": Target(_button, _button_ids()),
    "http body": Target(_http_body, seeds.BODIES),
    "http signature": Target(_http_signature, ("0" * 128, "f" * 127, "1700000000")),
    **{
        f"table {source.name.lower()}": Target(partial(_table, source), (served,))
        for source, served in zip(SOURCES, GOOD.values(), strict=True)
    },
    **{
        f"/{name}": Target(partial(_options, each), (*example_of(each).values(), *_TYPED))
        for name, each in COMMANDS.items()
        if each.options
    },
}
