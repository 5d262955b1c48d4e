"""``/about``: what this is, how good it is, what studies say, where everything comes from."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from calc import Scenario
from calc.events.track_record import dated_record
from calc.evidence.families import studies_of
from calc.parameters import load_impact_parameters
from calc.record.custody import custody_record
from commands.about import record_chart, studies_chart
from commands.about import record_text as record_words
from commands.about import studies_text as studies_words
from commands.about import text as words
from commands.about.buttons import (
    CASES,
    CITED,
    MODEL,
    NAME,
    RECORD,
    SOURCES,
    STUDIES,
    about_id,
    record_id,
    studies_id,
)
from commands.about.figures import RecordFigures, StudiesFigures
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Choice, Command, Option, Request
from commands.common.custom_id import SHOW, CustomId, StaleButtonError
from commands.common.errors import InputError
from commands.common.sale.options import read_scenario, write_scenario
from commands.common.translator import N_
from commands.history.buttons import history_id
from commands.selloff.buttons import OPENING, scenario_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calc import Scenario

_DISTRIBUTION = "treasury-selloff-bot"
_ERROR_TEXTS = {"about.unknown": N_("I have no page called **“{typed}”**.")}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """What this is, or the view that ``show`` names."""
    typed = values.get("show", "")
    shown = typed.strip().lower()
    if not shown:
        return _about(request)
    if shown == STUDIES:
        return _studies(request, STUDIES, OPENING)
    if shown not in _CHOICES:
        raise InputError("about.unknown", "show", typed, suggestions=tuple(_CHOICES))
    return _VIEWS[shown](request)


def press(request: Request, custom_id: CustomId) -> Answer:
    """The answer to a pressed button: one of the views."""
    action, fields = custom_id.action, custom_id.fields
    if action in {STUDIES, CITED}:
        return _studies(request, action, read_scenario(request, fields))
    view = _VIEWS.get(action)
    if view is None or fields:
        raise StaleButtonError
    return view(request)


def _about(request: Request) -> Answer:
    gettext = request.translator.gettext
    return Answer(
        text=words.main_text(request.translator),
        small_print=words.small_print(version(_DISTRIBUTION), request.translator),
        used=(),
        buttons=(
            Button(gettext("How good is this?"), record_id()),
            Button(gettext("What do studies say?"), studies_id(OPENING)),
            Button(gettext("The model in ten lines"), about_id(MODEL)),
            Button(gettext("Sources"), about_id(SOURCES)),
            Button(gettext("Show me a sale"), scenario_id(SHOW, OPENING)),
        ),
        own_id=about_id(),
    )


def _record(request: Request) -> Answer:
    custody, translator = custody_record(), request.translator
    figures = RecordFigures(custody, translator)
    return Answer(
        text=record_words.main_text(figures),
        small_print=record_words.small_print(figures),
        used=(),
        picture=Picture(
            spec=record_chart.chart(custody, figures),
            alt=record_words.alt_text(figures),
            filename=f"{NAME}-record.png",
        ),
        buttons=(
            Button(translator.gettext("The record in full"), about_id(CASES)),
            Button(translator.gettext("What do studies say?"), studies_id(OPENING)),
            Button(translator.gettext("When did yields jump?"), history_id(SHOW)),
            Button(translator.gettext("What is this?"), about_id()),
        ),
        own_id=record_id(),
    )


def _studies(request: Request, action: str, scenario: Scenario) -> Answer:
    studies, translator = studies_of(scenario, request.snapshot), request.translator
    figures = StudiesFigures(studies, translator)
    if action == CITED:
        return Answer(studies_words.cited_text(studies, figures), is_private=True)
    shown = "-".join(write_scenario(scenario))
    return Answer(
        text=studies_words.main_text(studies, figures),
        small_print=studies_words.small_print(studies, figures),
        picture=Picture(
            spec=studies_chart.chart(studies, figures),
            alt=studies_words.alt_text(studies, figures),
            filename=f"{NAME}-studies-{shown}.png",
        ),
        used=(),
        buttons=(
            Button(translator.gettext("Every study, with sources"), studies_id(scenario, CITED)),
            Button(translator.gettext("All about this sale"), scenario_id(SHOW, scenario)),
            Button(translator.gettext("How good is this model?"), record_id()),
            Button(translator.gettext("What is this?"), about_id()),
        ),
        own_id=studies_id(scenario),
    )


def _cases(request: Request) -> Answer:
    figures = RecordFigures(custody_record(), request.translator)
    return Answer(record_words.cases_text(dated_record(), figures), is_private=True)


def _model(request: Request) -> Answer:
    parameters = load_impact_parameters()
    text = words.model_text(parameters, request.snapshot, request.translator)
    return Answer(text, is_private=True, own_id=about_id(MODEL))


def _sources(request: Request) -> Answer:
    text = words.sources_text(request.snapshot, request.translator)
    return Answer(text, is_private=True, own_id=about_id(SOURCES))


_VIEWS: Mapping[str, Callable[[Request], Answer]] = {
    SHOW: _about,
    RECORD: _record,
    CASES: _cases,
    MODEL: _model,
    SOURCES: _sources,
}

_CHOICES = {
    RECORD: "How good is this model?",
    STUDIES: "What do studies say?",
    MODEL: "The model in ten lines",
    SOURCES: "Where the data come from",
}

COMMAND = Command(
    name=NAME,
    description="What this is, how good it is, where its data come from",
    label=N_("About, sources, track record"),
    reply=reply,
    press=press,
    example="/about",
    error_texts=_ERROR_TEXTS,
    options=(
        Option(
            "show",
            "Which page: what this is when left out",
            choices=tuple(Choice(label, value) for value, label in _CHOICES.items()),
        ),
    ),
)
