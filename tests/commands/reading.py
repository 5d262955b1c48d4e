"""How hard a text is to read, its numbers counted as one short word each."""

import re

import textstat

_NUMBER = re.compile(r"[-+−]?[$¥€£]?\d+(?:[,.]\d+)*(?: ?(?:trillion|billion|million|tn|bn|m)\b)?%?")
_ADDRESS = re.compile(r"\]\(<[^>]*>\)")
_MARKS = re.compile(r"[#*_`“”]")


def sentences(text):
    """The sentences of a markdown text; a heading or a list item is one."""
    found = []
    for line in _NUMBER.sub("ten", _MARKS.sub("", _ADDRESS.sub("]", text))).splitlines():
        bare = re.sub(r"^\s*-#?\s*", "", line).replace("(", "").replace(")", "").strip()
        found += [part for part in re.split(r"(?<=[.?!])\s+", bare) if part]
    return [part if part.endswith((".", "?", "!")) else f"{part}." for part in found]


def words(sentence):
    """How many words a sentence has."""
    return len(sentence.split())


def grade(text):
    """The school grade of Flesch and Kincaid."""
    return textstat.flesch_kincaid_grade(" ".join(sentences(text)))
