"""What Discord shows before anything is asked, in a language with a catalog."""

from types import SimpleNamespace

import discord
import pytest
from discord import app_commands

from bot.client import SelloffClient
from bot.interactions.command_sync import sync_if_changed
from bot.interactions.dispatcher import Dispatcher, answer_translator
from bot.interactions.responder import own_translator
from bot.interactions.slash_commands import CatalogTranslator
from bot.settings import Settings
from calc import load_snapshot
from commands.common.locale import catalog_files
from commands.common.translator import ENGLISH, _translator, translator_for
from commands.registry import COMMANDS
from tests.commands.pseudo import pseudo


class Http:
    """Discord's list of commands, and what it was asked with."""

    def __init__(self, commands):
        self.commands = commands
        self.parameters = []

    async def request(self, route, *, params):
        self.parameters.append((route.method, route.path, params))
        if params.get("with_localizations") == "true":
            return self.commands
        return [{k: v for k, v in c.items() if "locali" not in k} for c in self.commands]


async def payloads(client):
    await client.tree.set_translator(CatalogTranslator())
    tree = client.tree
    return [await c.get_translated_payload(tree, tree.translator) for c in tree.get_commands()]


@pytest.fixture
def client():
    settings = Settings(_env_file=None)
    dispatcher = Dispatcher(settings, load_snapshot())
    yield SelloffClient(settings, dispatcher, shard_count=1)
    dispatcher.close()


def texts(payload):
    """Every translation in a payload with the English text beside it, names of options apart."""
    for key in ("name", "description"):
        for locale, text in (payload.get(f"{key}_localizations") or {}).items():
            yield key, locale, payload[key], text
    for part in ("options", "choices"):
        for inner in payload.get(part) or []:
            yield from texts(inner)


async def test_descriptions_choices_and_menus_are_translated_names_are_not(german, client):
    found = await payloads(client)
    slash = [p for p in found if p["type"] == discord.AppCommandType.chat_input.value]
    menus = [p for p in found if p["type"] == discord.AppCommandType.message.value]
    assert len(slash) == len(COMMANDS)
    for payload in slash:
        assert not payload.get("name_localizations")
        assert payload["description_localizations"] == {"de": pseudo(payload["description"])[:100]}
        assert all(not option.get("name_localizations") for option in payload["options"])
        for key, locale, english, text in texts(payload):
            assert (locale, text) == ("de", pseudo(english)), key
    assert menus
    for payload in menus:
        assert payload["name_localizations"] in ({"de": pseudo(payload["name"])}, {})


async def test_text_too_long_for_discord_stays_english():
    translator = CatalogTranslator()
    menu = app_commands.ContextMenu(name="x", callback=_callback())
    context = app_commands.TranslationContext(
        app_commands.TranslationContextLocation.command_name, menu
    )
    german = SimpleNamespace(gettext=lambda message: message * 40)
    said = await _translate(translator, german, "ab", context)
    assert said is None
    german = SimpleNamespace(gettext=lambda message: message * 16)
    assert await _translate(translator, german, "ab", context) == "ab" * 16


async def _translate(translator, german, text, context):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.interactions.slash_commands.translator_for", lambda tag: german)
        string = app_commands.locale_str(text)
        return await translator.translate(string, discord.Locale.german, context)


def _callback():
    async def callback(interaction: discord.Interaction, message: discord.Message) -> None:
        """Do nothing."""

    callback.__annotations__ = {"interaction": discord.Interaction, "message": discord.Message}
    return callback


async def test_language_is_an_option_of_every_command(german, client):
    for payload in await payloads(client):
        if payload["type"] == discord.AppCommandType.chat_input.value:
            choices = payload["options"][-1]["choices"]
            assert payload["options"][-1]["name"] == "language"
            assert [(c["name"], c["value"]) for c in choices] == [
                ("English", "en"),
                ("Deutsch", "de"),
            ]


@pytest.fixture
def english_alone(tmp_path, monkeypatch):
    """The bot as it is without any catalog."""
    monkeypatch.setattr(catalog_files, "FOLDER", tmp_path)
    _translator.cache_clear()
    yield
    _translator.cache_clear()


async def test_without_catalogs_nothing_is_localized(english_alone, client):
    for payload in await payloads(client):
        assert list(texts(payload)) == []
        assert "language" not in [option["name"] for option in payload.get("options", [])]


async def test_changed_translation_is_registered_again(german, client, monkeypatch):
    http = Http(await payloads(client))
    synced = []
    tree = SimpleNamespace(
        client=SimpleNamespace(application_id=1, http=http),
        get_commands=client.tree.get_commands,
        translator=client.tree.translator,
        allowed_contexts=client.tree.allowed_contexts,
        allowed_installs=client.tree.allowed_installs,
        sync=lambda: _record(synced),
    )
    for number, command in enumerate(http.commands):
        command["id"] = str(number)
    ids = await sync_if_changed(tree)
    assert synced == []
    assert ids["selloff"] >= 0
    assert http.parameters == [
        ("GET", "/applications/{application_id}/commands", {"with_localizations": "true"})
    ]
    http.commands[0]["description_localizations"]["de"] += "!"
    await sync_if_changed(tree)
    assert synced == [True]


async def _record(synced):
    synced.append(True)
    return []


def interaction(locale, server):
    return SimpleNamespace(
        locale=discord.Locale(locale), guild_locale=server and discord.Locale(server)
    )


@pytest.mark.parametrize(
    ("locale", "server", "public", "own"),
    [
        ("de", None, "de", "de"),
        # A server that has chosen nothing.
        ("de", "en-US", "de", "de"),
        ("en-US", "de", "de", "en"),
        ("de", "en-GB", "en", "de"),
        # No catalog for the server's language: the asker's.
        ("de", "ja", "de", "de"),
        ("ja", "de", "de", "en"),
    ],
)
def test_public_answer_is_in_language_of_server_private_in_own(locale, server, public, own, german):
    asked = interaction(locale, server)
    languages = {"de": translator_for("de"), "en": ENGLISH}
    assert answer_translator(asked, is_public=True) is languages[public]
    assert answer_translator(asked, is_public=False) is languages[own]
    assert own_translator(asked) is languages[own]
