"""Words of a text: places, agencies, classed phrases, and what only helps them."""

from __future__ import annotations

import re
from typing import Final

from commands.claim.reading.tokens import Token
from commands.claim.reading.vocabulary import FILLER, FLAGS, UNKNOWN, vocabulary
from commands.claim.regions import DOMESTIC, REGION_NAMES, region_members
from commands.common.parsing.places_in_text import (
    FOREIGN,
    FOREIGN_OFFICIAL,
    HOME,
    Place,
    find_groups,
    find_places,
)
from commands.common.parsing.quantities_in_text import Sense

_WORD: Final = re.compile(r"s&p|/s\b|aa\+|[#]?[^\W\d_][\w&.]*[^\W_]|[^\W\d_]|[0-9][0-9a-z]*|[&]")
_SEPARATOR: Final = re.compile(r"[,;:()–—…\n\"“”]|(?<= )-(?= )|[.!?。！？](?= |$)")
_VERBS: Final = frozenset(
    (
        *("BE", "FALL", "RISE", "CUT", "ADD", "SELL", "DUMP", "BUY", "HIT", "PASS", "STRIP"),
        *("DOWNGRADE", "HALVE", "DOUBLE", "TRIPLE", "OVERTAKE", "PEAKED", "MORETHAN", "INVERTED"),
        *("HOLD", "PAY", "LOSE"),
    )
)
_UNKNOWN: Final = frozenset({UNKNOWN})
_ACTS: Final = frozenset({"HOLD", "SELL", "BUY", "DUMP"})
_LEAST_LIST: Final = 3
_HOLDER: Final = frozenset({"HOLDER"})
_BEFORE_HOLDERS: Final = frozenset({"SUP", "ORD", "ONEOF"})


def find_words(text: str) -> tuple[list[Token], tuple[tuple[str, int], ...]]:
    """Places, agencies and classed words of a text, and its flags; fillers are dropped."""
    found: list[Token] = []
    flags: list[tuple[str, int]] = []
    readable = text.replace("\x00", "_")
    places = _places(readable)
    words = list(_WORD.finditer(readable))
    at = 0
    while at < len(words):
        start, phrase = words[at].start(), _phrase(readable, words, at)
        size, classes = phrase or (1, _UNKNOWN)
        end, place = words[at + size - 1].end(), places.get(start)
        if place and (phrase is None or (place.key != HOME and end <= place.end)):
            size = sum(start <= word.start() < place.end for word in words[at:])
            found.append(_named(place))
        elif (flags_ := classes.intersection(FLAGS)) and "NOLONGER" not in classes:
            flags += [(flag, start) for flag in FLAGS if flag in flags_][:1]
        elif "DOMESTIC" in classes:
            found.append(_named(Place(DOMESTIC, start, end)))
        elif FILLER not in classes:
            found.append(Token(classes, start, end, key=_agency(readable[start:end])))
        at += size
    starts, named = {word.start() for word in words}, {token.who for token in found}
    found += [
        # Flags, and names in scripts without spaces, are no words.
        _named(place)
        for place in places.values()
        if place.start not in starts and (place.key,) not in named
    ]
    found += [Token(frozenset({"SEP"}), *match.span()) for match in _SEPARATOR.finditer(readable)]
    return found, tuple(flags)


def _places(text: str) -> dict[int, Place]:
    """Holders and regions by where they begin."""
    regions = (Place(*group) for group in find_groups(text) if group[0] in REGION_NAMES)
    return {place.start: place for place in (*regions, *find_places(text))}


def _named(place: Place) -> Token:
    if place.key == HOME:
        return Token(vocabulary().phrases["america",], place.start, place.end)
    return Token(frozenset({"WHO"}), place.start, place.end, who=(place.key,))


def _phrase(text: str, words: list[re.Match[str]], at: int) -> tuple[int, frozenset[str]] | None:
    """The longest phrase of the vocabulary that begins here: its length and classes."""
    known = vocabulary()
    for size in range(min(known.longest, len(words) - at), 0, -1):
        between = text[words[at].start() : words[at + size - 1].end()]
        classes = known.phrases.get(tuple(between.split()))
        if classes is not None:
            return size, classes
    return None


def _agency(words: str) -> str:
    """The key of a rating agency."""
    agencies = vocabulary().raw["agencies"]
    return next((key for key in agencies if words in vocabulary().words("agencies", key)), "")


def without_helpers(
    tokens: list[Token],
) -> tuple[list[Token], tuple[tuple[str, int], ...]]:
    """Leave out bounds that their number has, helping verbs, and "not" where it only denies."""
    kept: list[Token] = []
    denials: list[tuple[str, int]] = []
    tokens = _without_contrasts(tokens)
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if _is_help(token, kept, after):
            continue
        if token.has("NOLONGER") and not (after and after.has("INVERTED")):
            denials.append(("NOT", token.start))
            continue
        is_sum = token.who in {(FOREIGN,), (FOREIGN_OFFICIAL,)}
        if is_sum and kept and kept[-1].classes & _BEFORE_HOLDERS:
            # "The five biggest foreign holders" are the kind of holder, not all of them.
            kept.append(Token(frozenset({"HOLDER"}), token.start, token.end))
            continue
        kept.append(token)
    return kept, tuple(denials)


def _without_contrasts(tokens: list[Token]) -> list[Token]:
    """Leave out who it is not: "China, not Japan, was the largest holder"."""
    kept = list(tokens)
    for at in range(len(tokens) - 5, -1, -1):
        before, no, who, end, verb = kept[at : at + 5]
        is_aside = before.has("SEP") and end.has("SEP") and bool(verb.classes & _VERBS)
        if is_aside and no.has("NOLONGER") and who.has("WHO"):
            del kept[at : at + 3]
    return kept


def _is_help(token: Token, kept: list[Token], after: Token | None) -> bool:
    """Whether a word says nothing that the one beside it does not say."""
    if token.classes == _HOLDER:
        # "UK investors" are the UK's line.
        return bool(kept) and kept[-1].has("WHO") and not _is_kind(kept)
    if token.has("ONLY"):
        # "Only 3%" is 3%; "only Japan" is Japan and nobody else.
        return after is None or not after.has("WHO")
    if after is None:
        return False
    return (
        _is_bound(token, after)
        or (token.has("AUX") and bool(after.classes & _VERBS))
        # "Is holding" says what "holds" says.
        or (token.has("BE") and bool(after.classes & _ACTS))
        or (token.has("ALL") and (after.quantity is not None or _is_group(after)))
    )


def _is_group(token: Token) -> bool:
    """Whether "all" before it says no more than its name: "all of the European Union"."""
    return token.who in {(FOREIGN,), (FOREIGN_OFFICIAL,)} or bool(
        len(token.who) == 1 and region_members(token.who[0])
    )


def _is_kind(kept: list[Token]) -> bool:
    """Whether a place only says of which kind a holder is: "the largest European holder"."""
    return len(kept) > 1 and bool(kept[-2].classes & _BEFORE_HOLDERS)


def _is_bound(token: Token, after: Token) -> bool:
    quantity = after.quantity
    is_word = token.has("MORETHAN", "FEWERTHAN")
    return is_word and quantity is not None and quantity.sense is not Sense.ABOUT


def join_lists(tokens: list[Token]) -> list[Token]:
    """Holders in a list are one: "Japan, the UK and China"."""
    result: list[Token] = []
    for token in _enumerated(tokens):
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
                who = tuple(dict.fromkeys(key for each in reversed(names_) for key in each.who))
                result = [*rest, Token(token.classes, names_[-1].start, token.end, who=who)]
                continue
        result.append(token)
    return result


def _enumerated(tokens: list[Token]) -> list[Token]:
    """Three or more holders with nothing but commas between them, before what they do."""
    result, at = [], 0
    while at < len(tokens):
        to = at + 1
        while to + 1 < len(tokens) and tokens[to].has("SEP") and tokens[to + 1].has("WHO"):
            to += 2
        after = next((token for token in tokens[to:] if not token.has("SEP")), None)
        names_ = tokens[at:to:2]
        is_list = tokens[at].has("WHO") and len(names_) >= _LEAST_LIST
        if is_list and after is not None and after.classes & _VERBS:
            who = tuple(dict.fromkeys(key for each in names_ for key in each.who))
            result.append(Token(tokens[at].classes, tokens[at].start, names_[-1].end, who=who))
            at = to
        else:
            result.append(tokens[at])
            at += 1
    return result
