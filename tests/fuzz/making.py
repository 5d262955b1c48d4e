"""Texts that break things: examples bent a little, pieces strung together, and plain noise."""

from functools import cache

HOSTILE = (
    "",
    " ",
    "\t\n",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\u202e",
    "\u2066",
    "\ud800",
    "\udfff",
    "\x00",
    "\x1b[31m",
    "\u0301" * 9,
    "½",
    "²",
    "⅔",
    "٣",
    "৪",
    "３",
    "二",
    "〇",
    "兆",
    "億",
    "K",
    "ﬁ",
    "İ",
    "ß",
    "💣",
    "🇯🇵",
    "nan",
    "inf",
    "1e1000000",
    "1e-400",
    "0x10",
    "1_000",
    "1,2",
    "1.234.567,89",
    "9" * 40,
    "0." + "0" * 30 + "1",
    "@everyone",
    "@here",
    "<@123>",
    "<#1>",
    "<t:0>",
    "[x](https://evil.example)",
    "https://evil.example/a",
    "`",
    "```",
    "**",
    "||",
    "\\",
    "$x_{$",
    "{typed}",
    "{0}",
    "%s",
    "'; drop table--",
)
MARKS = tuple("0123456789.,-+−–%$€¥£/*^()'’·_:;~ ½¼bmtkn")
LONGEST = 6000
"""Discord hands over texts of up to this length."""


class Maker:
    """Makes texts from examples.

    Args:
        chance: A `random.Random`.
        seeds: Texts that are understood, or nearly.
        pieces: What such texts are made of.
    """

    def __init__(self, chance, seeds, pieces=()):
        self._chance = chance
        self._seeds = tuple(seeds)
        self._pieces = (*pieces, *MARKS, *HOSTILE)

    def text(self):
        """The next text."""
        dice = self._chance.random()
        if dice < 0.6:
            text = self._bent(self._chance.choice(self._seeds))
        elif dice < 0.9:
            joint = self._chance.choice(("", " ", ""))
            count = self._chance.randint(1, 7)
            text = joint.join(self._chance.choice(self._pieces) for _ in range(count))
        else:
            text = "".join(self._noise() for _ in range(self._chance.randint(0, 24)))
        if dice < 0.001:
            text = (text or " ") * (LONGEST // max(len(text), 1))
        return text[:LONGEST]

    def _bent(self, text):
        for _ in range(self._chance.choice((0, 1, 1, 1, 2, 3))):
            start = self._chance.randint(0, len(text))
            end = min(len(text), start + self._chance.choice((0, 0, 1, 1, 2, 5)))
            text = text[:start] + self._in_its_place(text[start:end]) + text[end:]
        return text

    def _in_its_place(self, old):
        dice = self._chance.random()
        if dice < 0.5:
            return self._chance.choice(self._pieces)
        if dice < 0.65:
            return ""
        if dice < 0.75:
            return old * 2
        if dice < 0.85:
            return old.swapcase()
        if dice < 0.95:
            # A part of another example: its number, its unit, its name.
            other = self._chance.choice(self._seeds)
            at = self._chance.randint(0, len(other))
            return other[at : at + self._chance.randint(1, 8)]
        return self._noise()

    def _noise(self):
        low, high = self._chance.choice(_blocks())
        return chr(self._chance.randint(low, high))


@cache
def _blocks():
    """Where strange characters live: ASCII, Latin, combining, Arabic, Indic, punctuation, CJK."""
    return (
        (0x00, 0x7F),
        (0x20, 0x7E),
        (0xA0, 0x17F),
        (0x300, 0x36F),
        (0x600, 0x6FF),
        (0x900, 0x9FF),
        (0x2000, 0x22FF),
        (0x3000, 0x30FF),
        (0x4E00, 0x9FFF),
        (0xD800, 0xDFFF),
        (0xFF00, 0xFFEF),
        (0x1F1E6, 0x1F6FF),
        (0xE0000, 0xE01FF),
    )
