"""How surely a sentence is meant."""

from __future__ import annotations

import re
from typing import Final

from commands.claim.reading.frames import Mood
from commands.claim.reading.tokenizer import TokenizedText, asks

_STOP: Final = re.compile(r"[.!?。！？\n](?= |$|\n)")


def mood_at(text: TokenizedText, at: int) -> Mood:
    """How surely the sentence at a place is meant; a joke or a denial may stand anywhere."""
    first, last = sentence_at(text.text, at)
    named = {name for name, place in text.flags if first <= place < last}
    if text.flagged("DENY"):
        return Mood.DENIED
    if "IF" in named:
        return Mood.IF
    if asks(text.text[first:last].strip()):
        return Mood.ASKED
    if "MODAL" in named:
        return Mood.POSSIBLE
    return Mood.DENIED if "NOT" in named else Mood.STATED


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """Where the sentence at a place begins and ends."""
    stops = [match.end() for match in _STOP.finditer(text)]
    first = max((stop for stop in stops if stop <= at), default=0)
    return first, min((stop for stop in stops if stop > at), default=len(text))


def negation_of(text: TokenizedText, first: int, last: int) -> str:
    """The one word that denies a sentence; empty where there is another doubt."""
    named = [(name, at) for name, at in text.flags if first <= at < last]
    if len(named) != 1 or named[0][0] != "NOT" or text.flagged("DENY"):
        return ""
    word = text.text[named[0][1] :]
    return "never" if word.startswith(("never", "at no point")) else "not"


def mood_of(text: TokenizedText) -> Mood:
    """How surely a text is meant as a whole."""
    if text.is_question:
        return Mood.ASKED
    moods = [mood_at(text, token.start) for token in text.tokens] or [mood_at(text, 0)]
    order = [Mood.DENIED, Mood.IF, Mood.ASKED, Mood.POSSIBLE, Mood.STATED]
    return min(moods, key=order.index)
