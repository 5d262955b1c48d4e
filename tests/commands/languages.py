"""Translators for tests: a locale with some translations instead of a compiled catalog."""

from babel import Locale
from babel.messages.pofile import write_po
from babel.support import NullTranslations

from commands.catalogs.__main__ import read_catalog
from commands.common.locale.catalog_files import SOURCE
from commands.common.locale.grammar import NO_GRAMMAR
from commands.common.translator import Translator

MONEY = {
    "de": ("{amount} Dollar", "{low} bis {high} Dollar", "{short_amount} $"),
    "es-ES": ("{amount} de dólares", "{low} a {high} de dólares", "{short_amount} $"),
    "es-419": ("{amount} de dólares", "{low} a {high} de dólares", "{short_amount} $"),
    "fr": ("{amount} de dollars", "{low} à {high} de dollars", "{short_amount} $"),
    "ja": ("{amount}ドル", "{low}～{high}ドル", "{short_amount}ドル"),
    "pt-BR": ("{amount} de dólares", "{low} a {high} de dólares", "US$ {short_amount}"),
    "ru": ("{amount} долларов", "{low}–{high} долларов", "{short_amount} $"),
    "vi": ("{amount} đô la", "{low} đến {high} đô la", "{short_amount} đô la"),
    "zh-CN": ("{amount}美元", "{low}至{high}美元", "{short_amount}美元"),
    "zh-TW": ("{amount}美元", "{low}至{high}美元", "{short_amount}美元"),
}


class Texts(NullTranslations):
    """Translations from a table; what it lacks stays English."""

    def __init__(self, table):
        super().__init__()
        self._table = table

    def gettext(self, message):
        return self._table.get(message, message)


def speaking(tag, table=None, grammar=NO_GRAMMAR):
    """A translator of a locale with its words for sums, and those of the table."""
    sums = ("${amount}", "${low} to ${high}", "${short_amount}")
    money = dict(zip(sums, MONEY.get(tag, ()), strict=False))
    return Translator(Locale.parse(tag, sep="-"), Texts({**money, **(table or {})}), grammar)


def translate_all(folder, translate, leave=()):
    """Fill in a ``messages.po`` as a translator would, but for some messages."""
    catalog = read_catalog(folder)
    for message in catalog:
        if not message.id or message.id in leave:
            continue
        if isinstance(message.id, str):
            message.string = translate(message.id)
        else:
            message.string = (translate(message.id[-1]),) * catalog.num_plurals
    with (folder / SOURCE).open("wb") as file:
        write_po(file, catalog)
