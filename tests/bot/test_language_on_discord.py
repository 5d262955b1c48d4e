"""`language:` as a user meets it: the option, the answer, its buttons and menus."""

import pytest
import pytest_asyncio

from tests.bot.conftest import build_client
from tests.bot.reading import labels, menus, tap, words
from tests.commands.pseudo import pseudo

pytestmark = pytest.mark.simcord(settle_timeout=30)
TREASURIES = pseudo("US Treasuries")


@pytest_asyncio.fixture
async def simcord_bot(german):
    bot = build_client()
    yield bot
    bot.dispatcher.close()
    await bot.close()


async def ask(scene, **options):
    channel, ann = scene
    return await ann.slash(channel, "selloff", country="japan", amount="200b", **options)


async def test_chosen_language_is_kept_by_buttons_and_menus(scene):
    _, ann = scene
    reply = await ask(scene, language="de")
    assert TREASURIES in words(reply.response)
    why = await tap(ann, reply.response, pseudo("Why?"))
    assert why.ephemeral
    assert pseudo("Back") in labels(why.response)
    back = await tap(ann, why.response, pseudo("Back"))
    assert TREASURIES in words(back.response)
    size, *_ = menus(reply.response)
    other = next(label for label, is_chosen in size.items() if not is_chosen)
    again = await tap(ann, reply.response, other)
    assert TREASURIES in words(again.response)


async def test_english_client_is_answered_in_english(scene):
    assert "US Treasuries" in words((await ask(scene)).response)
