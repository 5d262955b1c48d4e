"""Claims that are made again and again: rows of a data file, reached by many wordings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import Field

from calc.sourced import FrozenRecord
from commands.claim.article_figures import FIGURES, NEWEST
from commands.claim.reading.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from commands.claim.findings import CheckContext
    from commands.claim.reading.frames import ClaimReading
    from commands.claim.reading.tokenizer import TokenizedText
    from commands.common.text.small_print import Data

_FIGURE: Final = re.compile(r"\{([a-z0-9_]+)\}")


class Article(FrozenRecord):
    """One such claim.

    Args:
        key: Its name.
        title: The claim in calm words.
        wordings: Groups of words, one match of each of which reaches it.
        unless: Words that make it another claim.
        needs_no_number: A sentence with a sum or share of its own is another claim.
        open_with: Words with which the text answers it, and the verdict does not.
        verdict: What is said first.
        text: What is known, with figures in braces.
        link: Command that knows more, and its argument.
        source: Key of where the figures are from.
    """

    key: str
    title: str
    wordings: Annotated[tuple[tuple[str, ...], ...], Field(min_length=1)]
    unless: str = ""
    needs_no_number: bool = False
    open_with: str = ""
    verdict: Literal["fails", "overstated", "partly", "open", "rule"]
    text: str
    link: str
    source: str


class _File(FrozenRecord):
    note: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """The article that a text reaches.

    Args:
        article: It.
        is_denied: The text says the opposite.
        is_open: The text does not say that it is so: it is what an "if" sets, or is long past.
    """

    article: Article
    is_denied: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Matcher:
    article: Article
    wordings: tuple[tuple[re.Pattern[str], ...], ...]
    unless: re.Pattern[str] | None
    open_with: re.Pattern[str] | None


@cache
def _matchers() -> tuple[_Matcher, ...]:
    path = files("commands.claim") / "data" / "en_articles.json"
    rows = _File.model_validate_json(path.read_bytes()).articles
    return tuple(
        _Matcher(
            row,
            tuple(tuple(_pattern(group) for group in each) for each in row.wordings),
            _pattern(row.unless) if row.unless else None,
            _pattern(row.open_with) if row.open_with else None,
        )
        for row in rows
    )


def _pattern(group: str) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", "[a-z]*") for word in group.split("|"))
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(words)})(?![a-z0-9])")


def article_messages() -> Iterable[str]:
    """Every text of the file, for the catalogs."""
    for each in _matchers():
        yield each.article.title
        yield each.article.text


def article_of(key: str) -> Article | None:
    """The article of a key."""
    return next((each.article for each in _matchers() if each.article.key == key), None)


def find_article(reading: ClaimReading) -> FoundArticle | None:
    """The first one that a text makes, or denies."""
    text = reading.tokens.text
    has_number = reading.tokens.has("USD", "PCT", "PTS")
    for each in _matchers():
        if each.article.needs_no_number and has_number:
            continue
        if each.unless is not None and each.unless.search(text):
            continue
        for wording in each.wordings:
            spans = [match.span() for group in wording if (match := group.search(text))]
            if len(spans) == len(wording):
                is_open = each.open_with is not None and each.open_with.search(text) is not None
                return FoundArticle(
                    each.article,
                    _is_denied(spans, reading.tokens),
                    is_open or _is_condition(spans, reading.tokens),
                )
    return None


def _is_denied(spans: Sequence[tuple[int, int]], text: TokenizedText) -> bool:
    """Whether a word denies it; "cannot pay" is part of what is claimed."""
    if text.flagged("DENY") or text.says("doubted"):
        return True
    return any(
        name == "NOT" and not any(start <= at < end for start, end in spans)
        for name, at in text.flags
    )


def _is_condition(spans: Sequence[tuple[int, int]], text: TokenizedText) -> bool:
    """Whether all of it stands behind an "if", before what would follow."""
    first, last = min(spans)[0], max(start for start, _ in spans)
    ifs = [at for name, at in text.flags if name == "IF" and at <= first]
    return bool(ifs) and not vocabulary().pattern("consequence").search(text.text[max(ifs) : last])


def article_text(article: Article, context: CheckContext) -> str:
    """What is known, with today's figures."""
    wanted = set(_FIGURE.findall(article.text))
    values = {name: FIGURES[name](context) for name in wanted}
    return context.translator.gettext(article.text, **values)


def article_data(article: Article) -> tuple[Data, ...]:
    """The data of the market whose newest figures it gives."""
    wanted = set(_FIGURE.findall(article.text))
    return tuple(data for data, names in NEWEST.items() if wanted & names)
