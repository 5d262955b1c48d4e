"""The words of one language by which questions are read: a file of templates, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict

from commands.ask.templates import QuestionTemplate, compile_template

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGE: Final = "en"


class _Learn(BaseModel):
    """What stands before and behind a word that somebody wants explained."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: frozenset[str]
    after: frozenset[str]


def _words(text: object) -> object:
    return text.split() if isinstance(text, str) else text


_Words = Annotated[frozenset[str], BeforeValidator(_words)]


class _Seller(BaseModel):
    """Words by which it is told who sells.

    Attributes:
        helpers: Between who sells and the verb.
        bounds: Before who sells.
        anybody: Of these alone, nobody in particular is named.
        everybody: More than one seller.
        owed: What is sold.
        articles: Before a name.
        prepositions: Before a name that is not who sells.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    helpers: _Words
    bounds: _Words
    anybody: _Words
    everybody: _Words
    owed: _Words
    articles: _Words
    prepositions: _Words


class _File(BaseModel):
    """A file of templates.

    Attributes:
        source: Where they are from.
        spellings: What is written instead of a word, which no rule would find.
        spelt: Words that are still read with a slip.
        not_misspelt: Words that look like those with a slip and are not.
        words: Lists, by the name that templates use.
        topics: What is asked, first come first taken, and templates for it.
        questions: What tells a question.
        subject: What tells that a question may be one of these.
        statements: What tells a statement.
        shares: Of a holding, by what an option calls them.
        share_sold: A percentage that is sold, though it may be none that can be.
        sellers_together: What tells that all who are named sell.
        not_sold: What tells that somebody buys, keeps or does not sell.
        seller: To find who sells.
        over: Paces, by what the option calls them.
        options: The same for further options of a sale.
        sold: What a sum is that nobody holds any more.
        loan: What a sum is that is no sale.
        unclear: Before a number that is an amount but for its unit.
        learn: Around a word to explain.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    spellings: dict[str, str]
    spelt: str
    not_misspelt: str
    words: dict[str, list[str]]
    topics: list[tuple[str, list[str]]]
    questions: list[str]
    subject: list[str]
    statements: list[str]
    shares: dict[str, list[str]]
    share_sold: list[str]
    not_sold: list[str]
    sellers_together: list[str]
    seller: _Seller
    over: dict[str, list[str]]
    options: dict[str, dict[str, list[str]]]
    sold: list[str]
    loan: list[str]
    unclear: list[str]
    learn: _Learn


_Templates = tuple[QuestionTemplate, ...]


@dataclass(frozen=True, slots=True)
class QuestionVocabulary:
    """The same, compiled."""

    spellings: Mapping[str, str]
    spelt: tuple[str, ...]
    not_misspelt: frozenset[str]
    topics: tuple[tuple[str, _Templates], ...]
    questions: _Templates
    subject: _Templates
    statements: _Templates
    shares: Mapping[str, _Templates]
    share_sold: _Templates
    not_sold: _Templates
    sellers_together: _Templates
    seller: _Seller
    over: Mapping[str, _Templates]
    options: Mapping[str, Mapping[str, _Templates]]
    sold: _Templates
    loan: _Templates
    unclear: _Templates
    learn: _Learn


@cache
def vocabulary() -> QuestionVocabulary:
    """The vocabulary.

    Raises:
        ValueError: A template cannot be read.
    """
    file = files("commands.ask") / "data" / f"{_LANGUAGE}.json"
    data = _File.model_validate_json(file.read_bytes())

    def templates(texts: list[str]) -> _Templates:
        return tuple(compile_template(text, data.words) for text in texts)

    def by_name(named: dict[str, list[str]]) -> dict[str, _Templates]:
        return {name: templates(texts) for name, texts in named.items()}

    return QuestionVocabulary(
        spellings=data.spellings,
        spelt=tuple(data.spelt.split()),
        not_misspelt=frozenset((*data.not_misspelt.split(), *data.spelt.split())),
        topics=tuple((name, templates(texts)) for name, texts in data.topics),
        questions=templates(data.questions),
        subject=templates(data.subject),
        statements=templates(data.statements),
        shares=by_name(data.shares),
        share_sold=templates(data.share_sold),
        not_sold=templates(data.not_sold),
        sellers_together=templates(data.sellers_together),
        seller=data.seller,
        over=by_name(data.over),
        options={option: by_name(values) for option, values in data.options.items()},
        sold=templates(data.sold),
        loan=templates(data.loan),
        unclear=templates(data.unclear),
        learn=data.learn,
    )


@cache
def english_words() -> frozenset[str]:
    """All words of the file, by which a text in English is told."""
    file = files("commands.ask") / "data" / f"{_LANGUAGE}.json"
    return frozenset(re.findall(r"(?<![@{])\b[a-z]+", file.read_text(encoding="utf-8")))


def any_matches(templates: _Templates, text: str) -> bool:
    """Whether one of the templates fits a text."""
    return any(template.matches(text) for template in templates)
