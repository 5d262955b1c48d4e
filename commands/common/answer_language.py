"""The language of a whole answer: one that can say all of it, kept by its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from commands.common.answer import Answer, Button, SelectOption
from commands.common.custom_id import with_language
from commands.common.errors import InputError
from commands.common.locale.catalog_files import served_languages
from commands.common.translator import ENGLISH, is_served

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.common.command import Request

_Control = TypeVar("_Control", Button, SelectOption)


def in_chosen_language(request: Request, typed: str) -> Request:
    """The request in the language that was chosen by option.

    Raises:
        InputError: There are no answers in it.
    """
    tag = typed.strip()
    if not is_served(tag):
        raise InputError("language.unknown", "language", typed, suggestions=served_languages())
    return request.in_language(tag)


def answer_in_language(request: Request, compute: Callable[[Request], Answer]) -> Answer:
    """The answer, all of it in one language.

    What only the asker sees is in the asker's own. Where a part has no translation yet the whole
    answer is English: half a language reads worse than none.
    """
    answer = _complete(request, compute)
    if answer.is_private and request.own not in {None, request.translator}:
        answer = _complete(replace(request, translator=request.own, own=None), compute)
    return _keeping(answer, request.language) if request.language else answer


def _complete(request: Request, compute: Callable[[Request], Answer]) -> Answer:
    if request.translator is ENGLISH:
        return compute(request)
    translator = request.translator.fresh()
    answer = compute(replace(request, translator=translator))
    if translator.missing:
        return compute(replace(request, translator=ENGLISH))
    if answer.picture is None:
        return answer
    spec = replace(answer.picture.spec, language=translator.catalog)
    return replace(answer, picture=replace(answer.picture, spec=spec))


def _keeping(answer: Answer, tag: str) -> Answer:
    """The answer whose buttons and menus ask on in a chosen language."""

    def keep(control: _Control) -> _Control:
        return replace(control, custom_id=with_language(control.custom_id, tag))

    menus = (
        replace(menu, options=tuple(keep(option) for option in menu.options))
        for menu in answer.menus
    )
    return replace(answer, buttons=tuple(map(keep, answer.buttons)), menus=tuple(menus))
