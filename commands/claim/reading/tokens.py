"""A text as a row of tokens: numbers, places, dates and words, each with the classes it may have."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from commands.claim.reading.dates import When, find_dates
from commands.claim.reading.vocabulary import FILLER, FLAGS, UNKNOWN, vocabulary
from commands.common.parsing.country_table import Group, fold, names
from commands.common.parsing.digits_in_text import write_digits
from commands.common.parsing.places_in_text import (
    FOREIGN,
    FOREIGN_OFFICIAL,
    HOME,
    find_places,
)
from commands.common.parsing.quantities_in_text import (
    QuantityInText,
    Sense,
    Unit,
    find_quantities,
)

if TYPE_CHECKING:
    from datetime import date

MAX_LENGTH: Final = 300
"""What is read of a longer text."""
DOMESTIC: Final = "domestic"
_BILLION: Final = 1e9
_LEAST_SUM: Final = 1e6

_LINK: Final = re.compile(r"https?://\S+|<[@#:][^>]*>")
_HOME_CODE: Final = re.compile(r"\b(?:USA|US|U\.S\.A?\.?)(?![$\w])(?! ?\$)(?! dollars?)")
_POSSESSIVE: Final = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
_APOSTROPHE: Final = re.compile(r"['’‘`]")
_HYPHEN: Final = re.compile(r"(?<=[a-z])[-‐-―](?=[a-z])")
_FROM_TO: Final = re.compile(r"\bfrom ([^,;]{1,40}?) to (?=\$?[0-9])")
_TENOR: Final = re.compile(
    r"(?<![0-9.,$])(?P<n>[0-9]{1,3}(?:\.[0-9])?)(?: |- ?)?(?P<unit>years?|yrs?|y|months?|mos?)\b"
)
_ORDINAL: Final = re.compile(
    r"\b(?:(?P<n>[0-9]{1,2})(?:st|nd|rd|th)|(?:no\.?|number|nr\.?) ?(?P<m>[0-9]{1,2}))\b|#(?P<k>[0-9]{1,2})\b"
)
_TOP: Final = re.compile(r"\btop (?=[0-9])")
_WORD: Final = re.compile(r"s&p|/s\b|[#]?[^\W\d_][\w&.]*[^\W_]|[^\W\d_]|[0-9][0-9a-z]*|[&]")
_SEPARATOR: Final = re.compile(r"[,;:()–—…\n\"“”]|(?<= )-(?= )|[.!?。！？](?= |$)")
_STOP: Final = re.compile(r"[.!?。！？\n](?= |$|\n)")
_VERBS: Final = frozenset(
    [
        "BE",
        "FALL",
        "RISE",
        "CUT",
        "ADD",
        "SELL",
        "DUMP",
        "BUY",
        "HIT",
        "PASS",
        "STRIP",
        "LOSE",
        "DOWNGRADE",
        "HALVE",
        "DOUBLE",
        "TRIPLE",
        "OVERTAKE",
        "PEAKED",
        "MORETHAN",
        "INVERTED",
        "HOLD",
        "PAY",
    ]
)
_ALL_THREE: Final = re.compile(r"\ball (?:the )?(?:three|3)\b|\beach of the (?:three|3)\b")
_ONE_POINT: Final = re.compile(r"\bone (?=(?:percentage |full )?point)")
_REGION_WORDS: Final = {
    "the European Union", "the euro area", "BRICS", "OPEC", "the Gulf states", "the G7", "the G20",
    "ASEAN", "Asia", "Africa", "Latin America", "Scandinavia", "NATO",
    "the Caribbean banking centers",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, place or separator.

    Args:
        classes: That it may have, one of which a template asks for.
        start: Where it begins.
        end: Where it ends.
        quantity: The number.
        who: Keys of the holders that are named; one key for a region, such as ``asia``.
        value: Years of a maturity or life, place in an order, or key of an agency.
    """

    classes: frozenset[str]
    start: int
    end: int
    quantity: QuantityInText | None = None
    who: tuple[str, ...] = ()
    value: float | str = 0.0

    def has(self, name: str) -> bool:
        """Whether it may be of this class."""
        return name in self.classes


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """A text taken apart.

    Args:
        text: As read: lower case, numbers in digits.
        raw: As typed.
        tokens: Those with a meaning, in order.
        dates: When.
        flags: "if", "could", "not" and the like: name and place.
        is_question: It asks.
        tense: ``past``, ``once`` or ``now`` words that stand in it.
        is_cut: It was longer than what is read.
    """

    text: str
    raw: str
    tokens: tuple[Token, ...]
    dates: tuple[When, ...]
    flags: tuple[tuple[str, int], ...]
    is_question: bool
    tense: frozenset[str]
    is_cut: bool

    def flagged(self, name: str) -> bool:
        """Whether such a word stands in it."""
        return any(flag == name for flag, _ in self.flags)


def tokenize(raw: str, now: date) -> TokenizedText:
    """Take a text apart; anything at all may be in it."""
    visible = _visible(_LINK.sub(" ", raw))
    cut = visible[:MAX_LENGTH]
    text = _prepared(cut)
    dates, text, rest = find_dates(text, now)
    tokens: list[Token] = []
    rest = _take(rest, _numbers_before(rest), tokens)
    rest = _take(rest, _quantities(rest), tokens)
    found, flags = _words(rest)
    tokens += found
    tokens.sort(key=lambda token: token.start)
    tokens, denials = _without_helpers(tokens)
    flags = (*flags, *denials)
    return TokenizedText(
        text,
        raw,
        tuple(_joined(tokens)),
        dates,
        flags,
        _asks(text),
        _tense(text),
        len(visible) > MAX_LENGTH,
    )


def _prepared(visible: str) -> str:
    text = _HOME_CODE.sub("america", visible).lower()
    text = _HYPHEN.sub(" ", _APOSTROPHE.sub("", _POSSESSIVE.sub("", text)))
    text = _ONE_POINT.sub("1 ", _ALL_THREE.sub("allthree", text))
    text = _TOP.sub("top ", write_digits(text))
    return " ".join(_FROM_TO.sub(r"from \1 towards ", text).split())


def _visible(raw: str) -> str:
    """One line of what can be seen; full-width digits and signs as ASCII."""
    kept = "".join(
        "\n" if c == "\n" else " " if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc"} else c
        for c in raw
        if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"}
    ).replace("\n", " . ")
    plain = "".join(
        unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in kept
    )
    return " ".join(plain.split())


def _take(text: str, found: list[Token], tokens: list[Token]) -> str:
    """Blank what was read, so that nothing is read twice."""
    for token in found:
        text = text[: token.start] + "\x00" * (token.end - token.start) + text[token.end :]
    tokens += found
    return text


def _numbers_before(text: str) -> list[Token]:
    """Maturities, lives, periods of flows and places in an order: their numbers are no sums."""
    found: list[Token] = []
    taken: set[int] = set()

    def add(token: Token) -> None:
        if not taken.intersection(range(token.start, token.end)):
            taken.update(range(token.start, token.end))
            found.append(token)

    for match in _per_pattern().finditer(text):
        name = match["unit"] or vocabulary().raw["period_words"][match["word"]]
        a_year = vocabulary().raw["periods"][name] / float(match["n"] or 1)
        add(Token(frozenset({"PER"}), *match.span(), value=a_year))
    for match in _TENOR.finditer(text):
        years = float(match["n"]) / (12 if match["unit"].startswith("m") else 1)
        plural = match["unit"].endswith("s") and float(match["n"]) != 1
        adjective = "-" in match[0] or not match["unit"].startswith(("year", "month"))
        names_ = {"DUR"} if plural else {"TENOR"} if adjective else {"TENOR", "DUR"}
        add(Token(frozenset(names_), *match.span(), value=years))
    for match in _ORDINAL.finditer(text):
        digits = match["n"] or match["m"] or match["k"]
        add(Token(frozenset({"ORD"}), *match.span(), value=float(digits)))
    for number, word in enumerate(vocabulary().words("ordinals"), start=1):
        for match in re.finditer(rf"\b{word}\b", text):
            add(Token(frozenset({"ORD"}), *match.span(), value=float(number)))
    return found


@cache
def _per_pattern() -> re.Pattern[str]:
    raw, words = vocabulary().raw, vocabulary().words
    per = "|".join(re.escape(word) for word in words("dates", "per"))
    not_per = "".join(rf"(?<!\b{re.escape(word)} )" for word in words("dates", "not_per"))
    units = "|".join(raw["periods"])
    named = "|".join(raw["period_words"])
    return re.compile(
        rf"(?:(?<![a-z]){not_per}(?:{per}) ?(?:single )?(?:(?P<n>[0-9]{{1,3}}) )?(?P<unit>{units})s?\b)"
        rf"(?! ago| later| earlier| before| bond| note| bill)|\b(?P<word>{named})\b"
    )


def _quantities(text: str) -> list[Token]:
    return [_number(each, text) for each in find_quantities(text.replace("\x00", "_"))]


def _number(quantity: QuantityInText, text: str) -> Token:
    start, end = quantity.start, quantity.end
    has_dollar = "$" in text[start:end] or bool(re.match(r" ?(?:dollars?|bucks|usd)\b", text[end:]))
    match quantity.unit:
        case Unit.USD:
            classes = {"USD", "MON"}
        case Unit.PERCENT:
            classes = {"PCT"}
        case Unit.POINTS:
            classes = {"PTS"}
        case Unit.FOREIGN:
            classes = {"CUR"}
        case _:
            is_sum = quantity.low >= (_LEAST_SUM if has_dollar else _BILLION)
            classes = {"USD", "MON"} if is_sum else {"BARE", "MON"} if has_dollar else {"BARE"}
    return Token(frozenset(classes), start, end, quantity)


def _words(text: str) -> tuple[list[Token], tuple[tuple[str, int], ...]]:
    """Places, agencies and classed words of what is left; fillers are dropped."""
    found: list[Token] = []
    flags: list[tuple[str, int]] = []
    readable = text.replace("\x00", "_")
    places = {place.start: place for place in find_places(readable)}
    taken = -1
    words = list(_WORD.finditer(readable))
    known = vocabulary()
    at = 0
    while at < len(words):
        start = words[at].start()
        place = places.get(start)
        phrase = _phrase(readable, words, at)
        if place is not None and place.end > taken and place.key != HOME:
            longest = words[at + phrase[0] - 1].end() if phrase else 0
            if longest <= place.end:
                found.append(Token(frozenset({"WHO"}), start, place.end, who=(place.key,)))
                taken = place.end
                while at < len(words) and words[at].start() < taken:
                    at += 1
                continue
        region = _region(readable, words, at)
        if region is not None and (phrase is None or phrase[0] <= region[0]):
            end = words[at + region[0] - 1].end()
            found.append(Token(frozenset({"WHO"}), start, end, who=(region[1],)))
            at += region[0]
            continue
        if phrase is None:
            agency = _agency(words[at][0])
            if agency:
                found.append(Token(frozenset({"AGENCY"}), *words[at].span(), value=agency))
            elif place is not None and place.key == HOME:
                found.append(Token(known.phrases["america",], start, words[at].end()))
            else:
                found.append(Token(frozenset({UNKNOWN}), *words[at].span()))
            at += 1
            continue
        size, classes = phrase
        flag = next((name for name in FLAGS if name in classes), None)
        if flag is not None and "NOLONGER" not in classes:
            flags.append((flag, start))
        elif FILLER not in classes:
            found.append(Token(classes, start, words[at + size - 1].end()))
        at += size
    found += [Token(frozenset({"SEP"}), *match.span()) for match in _SEPARATOR.finditer(readable)]
    return found, tuple(flags)


def _phrase(text: str, words: list[re.Match[str]], at: int) -> tuple[int, frozenset[str]] | None:
    """The longest phrase of the vocabulary that begins here: its length and classes."""
    known = vocabulary()
    for size in range(min(known.longest, len(words) - at), 0, -1):
        between = text[words[at].start() : words[at + size - 1].end()]
        classes = known.phrases.get(tuple(between.split(" ")))
        if classes is not None:
            return size, classes
    return None


def _region(text: str, words: list[re.Match[str]], at: int) -> tuple[int, str] | None:
    for size in (3, 2, 1):
        if at + size > len(words):
            continue
        phrase = text[words[at].start() : words[at + size - 1].end()]
        if phrase in {"americans", "american investors", "domestic investors", "us investors"}:
            return size, DOMESTIC
        named = names().get(fold(phrase))
        if (
            named is None
            or not isinstance(named.what, Group)
            or named.what.name not in _REGION_WORDS
        ):
            continue
        return size, named.what.name
    return None


@cache
def region_members(name: str) -> tuple[str, ...]:
    """The countries of a region; none for what is no region."""
    named = names().get(fold(name))
    if name not in _REGION_WORDS or named is None or not isinstance(named.what, Group):
        return ()
    return named.what.members


def _agency(word: str) -> str | None:
    for key in vocabulary().raw["agencies"]:
        if word in vocabulary().words("agencies", key):
            return key
    return None


def _without_helpers(
    tokens: list[Token],
) -> tuple[list[Token], tuple[tuple[str, int], ...]]:
    """Leave out bounds that their number has, helping verbs, and "not" where it only denies."""
    kept: list[Token] = []
    denials: list[tuple[str, int]] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        is_bound = token.has("MORETHAN") or token.has("FEWERTHAN")
        quantity = after.quantity if after is not None else None
        if is_bound and quantity is not None and quantity.sense is not Sense.ABOUT:
            continue
        if token.has("AUX") and after is not None and after.classes & _VERBS:
            continue
        if token.has("NOLONGER") and (after is None or not after.has("INVERTED")):
            denials.append(("NOT", token.start))
            continue
        is_sum = token.who in {(FOREIGN,), (FOREIGN_OFFICIAL,)}
        if (
            is_sum
            and kept
            and (kept[-1].has("SUP") or kept[-1].has("ORD") or kept[-1].has("ONEOF"))
        ):
            # "The five biggest foreign holders" are the kind of holder, not all of them.
            kept.append(Token(frozenset({"HOLDER"}), token.start, token.end))
            continue
        kept.append(token)
    return kept, tuple(denials)


def _joined(tokens: list[Token]) -> list[Token]:
    """Holders in a list are one: "Japan, the UK and China"."""
    result: list[Token] = []
    for token in tokens:
        if token.has("WHO") and len(result) > 1 and result[-1].has("AND"):
            names_, rest = [token], result[:-1]
            while rest and rest[-1].has("SEP"):
                rest.pop()
            while rest and rest[-1].has("WHO"):
                names_.append(rest.pop())
                if len(rest) > 1 and rest[-1].has("SEP") and rest[-2].has("WHO"):
                    rest.pop()
                else:
                    break
            if len(names_) > 1:
                who = tuple(key for each in reversed(names_) for key in each.who)
                result = [*rest, Token(token.classes, names_[-1].start, token.end, who=who)]
                continue
        result.append(token)
    return result


def _asks(text: str) -> bool:
    words = text.split()
    return "?" in text or bool(words and words[0] in vocabulary().words("questions"))


def _tense(text: str) -> frozenset[str]:
    spaced = f" {re.sub('[^a-z0-9]+', ' ', text)} "
    return frozenset(
        name
        for name in ("past", "once", "now")
        if any(f" {word} " in spaced for word in vocabulary().words(name))
    )
