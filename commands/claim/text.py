"""Sentences around the findings of ``/claim``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.findings import Finding, Verdict
from commands.claim.reading.frames import Mood
from commands.claim.reading.moods import mood_of
from commands.claim.reading.tokenizer import MAX_LENGTH
from commands.common.locale.sentences import paragraph
from commands.common.text.escape import echo
from commands.common.text.small_print import (
    MOST_WORDS,
    count_words,
    fit_words,
    small_line,
    yields_day,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.articles import FoundArticle
    from commands.claim.reading.frames import ClaimReading
    from commands.common.command import Request
    from commands.common.translator import Translator

_LONGEST_UNREAD: Final = 60
_HOME: Final = r"(?:U\.?S\.?(?:A\.?)?|america(?:\W?s)?)"
_BETWEEN: Final = r"(?:['’]\w{0,2})?[\W_]+"
_MOST_LINES: Final = 4


def verdict_text(finding: Finding, translator: Translator) -> str:
    """The verdict, and by how much the claim is off."""
    words = {
        Verdict.HOLDS: translator.gettext("Holds"),
        Verdict.ROUGHLY: translator.gettext("Roughly right"),
        Verdict.FAILS: translator.gettext("Does not hold"),
        Verdict.THEN: translator.gettext("True of then, not of now"),
        Verdict.NOW: translator.gettext("True of now, not of then"),
        Verdict.NONE: translator.gettext("No verdict"),
    }
    said = f"**{words[finding.verdict]}**"
    if not finding.gap or finding.verdict is Verdict.THEN:
        return translator.gettext("{verdict}.", verdict=said)
    return translator.gettext("{verdict}: {gap}.", verdict=said, gap=finding.gap)


def one_finding(finding: Finding, notes: Sequence[str], translator: Translator) -> str:
    """One claim as understood, the verdict and what is known."""
    first = verdict_text(finding, translator)
    room = MOST_WORDS - count_words(first) - sum(map(count_words, notes))
    figures = fit_words(finding.figures, room)
    lines = [paragraph((first, *figures)), *notes]
    return _titled(finding.title, lines, translator)


def several_findings(
    findings: Sequence[Finding], notes: Sequence[str], translator: Translator
) -> str:
    """Several claims of one text, each with its verdict."""
    title = translator.gettext(
        "{count} claims in one sentence", count=translator.fixed(len(findings), 0)
    )
    room = MOST_WORDS - sum(map(count_words, notes))
    heads = [_head(finding, translator) for finding in findings[:_MOST_LINES]]
    while len(heads) > 1 and sum(map(count_words, heads)) > room:
        heads.pop()
    lines: list[str] = []
    for at, (head, finding) in enumerate(zip(heads, findings, strict=False)):
        is_then = finding.verdict is Verdict.THEN
        left = room - sum(map(count_words, heads[at + 1 :])) - count_words(head)
        line = paragraph((head, *fit_words(finding.figures[: 1 + is_then], left)))
        room -= count_words(line)
        lines.append(f"- {line}")
    return f"### {title}\n" + "\n".join((*lines, *notes))


def _head(finding: Finding, translator: Translator) -> str:
    """One of several claims as understood, and the verdict."""
    verdict = verdict_text(finding, translator)
    return translator.gettext("“{claim}”: {verdict}", claim=finding.title, verdict=verdict)


def article_answer(found: FoundArticle, text: str, translator: Translator, *, asks: bool) -> str:
    """A claim that is made again and again; no verdict on a text that does not make it."""
    article = found.article
    words = {
        "fails": translator.gettext("Does not hold"),
        "rule": translator.gettext("Does not hold"),
        "overstated": translator.gettext("Overstated"),
        "partly": translator.gettext("Partly true"),
        "open": translator.gettext("No verdict"),
    }
    said, title = words[article.verdict], translator.gettext(article.title)
    if found.is_open or found.is_denied:
        said = words["open"]
        if found.is_denied and article.verdict in {"fails", "rule"}:
            said = translator.gettext("The claim itself does not hold")
        elif not asks:
            title = nearest_title(translator)
    # A question is answered, not judged.
    lines = [text if asks else translator.gettext("**{verdict}**. {text}", verdict=said, text=text)]
    return _titled(title, lines, translator)


def nearest_answer(
    title: str, reason: str, figures: Sequence[str], notes: Sequence[str], translator: Translator
) -> str:
    """No verdict, and the official figures nearest to the sentence."""
    first = translator.gettext("**No verdict**: {reason}.", reason=reason)
    room = MOST_WORDS - count_words(first) - sum(map(count_words, notes))
    told = fit_words(figures, room)
    return _titled(title, [paragraph((first, *told)), *notes], translator)


def _titled(title: str, lines: Sequence[str], translator: Translator) -> str:
    return translator.gettext("### “{claim}”", claim=title) + "\n" + "\n".join(lines)


def nearest_title(translator: Translator) -> str:
    """Over figures for a sentence of which no claim was read."""
    return translator.gettext("The official figures nearest to this")


def reason_text(reading: ClaimReading, *, is_other: bool, translator: Translator) -> str:
    """Why there is no verdict."""
    mood = mood_of(reading.tokens)
    reasons = {
        Mood.ASKED: translator.gettext("this asks"),
        Mood.IF: translator.gettext("this depends on an “if”"),
        Mood.POSSIBLE: translator.gettext("this is about what may come"),
        Mood.DENIED: translator.gettext("a denial, a joke or a rumour is not mine to judge"),
    }
    if is_other:
        return translator.gettext("this is about other things than US debt")
    if mood in reasons:
        return reasons[mood]
    if reading.is_complete:
        return translator.gettext("I keep no figure for just this")
    return translator.gettext("I did not read all of it")


def unread_note(unread: Sequence[str], raw: str, translator: Translator) -> str:
    """What was not read; empty when all was."""
    if not unread:
        return ""
    said = " … ".join(_typed(words, raw) for words in unread)
    if len(said) > _LONGEST_UNREAD:
        said = said[:_LONGEST_UNREAD].rpartition(" ")[0] + "…"
    return translator.gettext("I did not read: “{words}”.", words=echo(said))


def _typed(words: str, raw: str) -> str:
    """Words as they were typed, where they stand so in the text."""
    parts = (_HOME if word == "america" else re.escape(word) for word in words.split())
    found = re.search(_BETWEEN.join(parts), raw, re.IGNORECASE)
    return " ".join(found[0].split()) if found else words.replace("america", "US")


def nothing_text(echoed: str, translator: Translator) -> str:
    """No claim of a kind that can be checked."""
    if not echo(echoed):
        said = translator.gettext("There is no text here that I can read.")
        return translator.paragraph((said, _for_example(translator)))
    said = translator.gettext(
        "There is nothing here I can check: **“{typed}”**. I can check who holds how much US debt,"
        " what a yield is, and what US interest costs.",
        typed=echo(echoed),
    )
    return translator.paragraph((said, _for_example(translator)))


def _for_example(translator: Translator) -> str:
    return translator.gettext("For example: `Japan holds $1.2 trillion of US Treasuries`.")


def earned(request: Request) -> str:
    """The day of the yields, and what a yield is."""
    day = yields_day(request.snapshot, request.translator, None)
    return request.translator.gettext("Yields (what buyers earn): {day}.", day=day)


def small_print(
    *, is_cut: bool, source: str, earned: str, ages: int, translator: Translator
) -> str:
    """What was read, the source, and the day of the yields that were used.

    Args:
        is_cut: The text was too long.
        source: Who published what an article says.
        earned: The day of the yields, where they were used.
        ages: How many ages of data may be added.
        translator: Of the reader.
    """
    return small_line(
        translator.gettext("I read the first {count} characters.", count=str(MAX_LENGTH))
        if is_cut
        else "",
        translator.gettext("Source: {source}.", source=source) if source else "",
        earned,
        translator.gettext("Read by rules, not by a language model."),
        translator.gettext("Treasuries: US government debt.") if ages <= 1 else "",
    )
