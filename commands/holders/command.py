"""``/holders``: who owns the US debt, and one holder over the years."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from calc import Scenario
from calc.ownership import holder_path, ownership
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.parsing.amounts import Dollars, read_amount, resolve_amount
from commands.common.parsing.countries import read_country
from commands.common.sale.options import known_holders, suggest_country
from commands.common.text.small_print import Data, DatedData, end_of_month
from commands.common.translator import N_
from commands.holders import math as holders_math
from commands.holders import pages
from commands.holders import text as words
from commands.holders.buttons import NAME, holders_id, quoted_id, read_holder, read_quoted
from commands.holders.chart import holder_chart, ownership_chart
from commands.holders.figures import OwnershipFigures, PathFigures
from commands.selloff.buttons import OPENING, scenario_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calc.ownership import HolderPath
    from commands.common.command import Forward
    from commands.common.custom_id import CustomId

_WAYS = 3
_ERROR_TEXTS = {
    "said": N_("Try `200b` or `$1.2 trillion`."),
    "said.no_country": N_("Whose holding is that? Add a country."),
    "said.share": N_("**“{typed}”** is a share. I need a sum."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country`` and ``said``."""
    typed, said = (values.get(option, "").strip() for option in ("country", "said"))
    if not typed and not said:
        return _everybody(request)
    if not typed:
        raise InputError("said.no_country", "country", said, ("Japan", "China", "UK"))
    country = read_country(typed, known_holders(request))
    quoted = _dollars(request, said) if said else None
    return _one(request, country.key, quoted, country.corrected_from)


def _show(request: Request, key: str | None) -> Answer:
    return _everybody(request) if key is None else _one(request, key)


def _math(request: Request, key: str | None) -> Answer:
    snapshot, translator = request.snapshot, request.translator
    if key is None:
        text = holders_math.everybody_math(ownership(snapshot), snapshot, translator)
    else:
        text = holders_math.path_math(holder_path(key, snapshot), snapshot, translator)
    return Answer(text, is_private=True)


def _everybody(request: Request) -> Answer:
    split, translator = ownership(request.snapshot), request.translator
    figures = OwnershipFigures(split, translator)
    largest = zip(split.ranked[:_WAYS], figures.names, strict=False)
    return Answer(
        text=words.everybody_text(split, figures),
        small_print=words.everybody_small_print(figures),
        picture=Picture(
            spec=ownership_chart(split, figures),
            alt=words.everybody_alt(figures),
            filename=f"{NAME}.png",
        ),
        used=(DatedData(Data.HOLDINGS, split.ranked[0].held.month),),
        buttons=(
            *(Button(name, holders_id(SHOW, each.holder.key)) for each, name in largest),
            *_more(request, None),
            Button(translator.gettext("What if Japan sold?"), scenario_id(SHOW, OPENING)),
            Button(translator.gettext("Math"), holders_id(MATH)),
        ),
        own_id=holders_id(SHOW),
    )


def _one(
    request: Request, key: str, quoted: int | None = None, corrected_from: str | None = None
) -> Answer:
    path, translator = holder_path(key, request.snapshot), request.translator
    figures, checked, trading = PathFigures(path, translator), "", None
    if quoted is not None:
        # A small sum that was never held is more likely one that was sold.
        if quoted < path.least.usd and path.like(quoted) is None:
            trading = request.snapshot.facts["daily_trading"]
        checked = words.said_sentence(quoted, path, trading, translator)
    held = int(path.holder.latest.usd)
    return Answer(
        text=words.path_text(path, figures, checked),
        small_print=words.path_small_print(figures, trading, corrected_from),
        picture=Picture(
            spec=holder_chart(path, figures),
            alt=words.path_alt(path, figures),
            filename=f"{NAME}-{key}.png",
        ),
        used=_used(path),
        buttons=(
            _sell(translator.gettext("If it sold a tenth"), key, held // 10),
            _sell(translator.gettext("If it sold half"), key, held // 2),
            _sell(translator.gettext("If it sold all"), key, held),
            Button(translator.gettext("All holders"), holders_id(SHOW)),
            *_more(request, key),
            Button(translator.gettext("Math"), holders_id(MATH, key)),
        ),
        own_id=holders_id(SHOW, key) if quoted is None else quoted_id(SHOW, key, quoted),
    )


def _used(path: HolderPath) -> tuple[DatedData, ...]:
    """The holder's own newest month, and that of its sales where they are older."""
    held = DatedData(Data.HOLDINGS, path.holder.latest.month)
    if path.change is None or end_of_month(path.change.end) >= held.day:
        return (held,)
    return (held, DatedData(Data.NET_SALES, end_of_month(path.change.end)))


def _dated(data: Data, key: str | None, request: Request) -> Data | DatedData:
    """The holdings of one country with its own newest month."""
    if data is not Data.HOLDINGS or key is None:
        return data
    return DatedData(data, request.snapshot.holders[key].latest.month)


def _more(request: Request, key: str | None) -> Iterator[Button]:
    """Buttons to the pages about a holder, or about all of them."""
    for page in pages.PAGES.values():
        if page.holder == key:
            yield Button(request.translator.gettext(page.label), holders_id(page.action, key))


def _page(request: Request, key: str | None, action: str) -> Answer:
    page = pages.PAGES[action]
    if page.holder != key:
        raise StaleButtonError
    text, small_print = page.words(request.snapshot, request.translator)
    return Answer(
        text=text,
        small_print=small_print,
        used=tuple(_dated(each, key, request) for each in page.used),
        buttons=tuple(
            button for button in _more(request, key) if button.custom_id != holders_id(action, key)
        ),
    )


def _sell(label: str, key: str, usd: int) -> Button:
    return Button(label, scenario_id(SHOW, Scenario(key, usd)))


def _dollars(request: Request, said: str) -> int:
    """The sum that somebody quotes, within what there is."""
    amount = read_amount(
        said,
        argument="said",
        locale=request.locale,
        is_offered=lambda each: isinstance(each, Dollars),
    )
    if not isinstance(amount, Dollars):
        raise InputError("said.share", "said", said)
    ceiling = int(request.snapshot.marketable_usd)
    return resolve_amount(amount, holding_usd=0, ceiling_usd=ceiling, echo=said, argument="said")


_press = by_action(
    read_holder,
    show=_show,
    math=_math,
    **{action: partial(_page, action=action) for action in pages.PAGES},
)


def press(request: Request, custom_id: CustomId) -> Answer | Forward:
    """The answer to a button: a holder with a sum to check, or as without one."""
    if custom_id.action == SHOW and len(custom_id.fields) > 1:
        return _one(request, *read_quoted(request, custom_id.fields))
    return _press(request, custom_id)


COMMAND = Command(
    name=NAME,
    description="Who owns the US debt, and how much each country holds",
    label=N_("Who owns the debt?"),
    reply=reply,
    press=press,
    example="/holders country:japan",
    error_texts=_ERROR_TEXTS,
    instead=Button(N_("All holders"), holders_id(SHOW)),
    sample=Button(N_("Who holds the US debt?"), holders_id(SHOW)),
    options=(
        Option(
            "country", "One holder over the years; everybody when left out", suggest=suggest_country
        ),
        Option("said", "A sum you read, to check it: 1.2 trillion"),
    ),
)
