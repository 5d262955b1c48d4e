"""What is shared: pictures of the same question, code and market; haste; what was let in."""

import asyncio
import subprocess
import sys
from dataclasses import replace
from functools import partial

import pytest
import pytest_asyncio
from bot.http_endpoint.replay_guard import REMEMBERED_SECONDS
from valkey.asyncio import Valkey

from bot.interactions.rate_limit import BURST, Allowance
from bot.shared import edition, together
from bot.shared.edition import edition_of_code, edition_of_market
from bot.shared.together import MOST_PICTURE_BYTES, Together
from calc import load_snapshot
from tests.bot.clock import Clock
from tests.bot.shared.reaching import PNG, asked, until
from tests.bot.shared.reaching import together as start

KEY = ("selloff.png", "Yields rise.")
USER = 80351110224678912


@pytest.fixture(scope="module")
def snapshot():
    return load_snapshot()


@pytest_asyncio.fixture
async def two(store, url, snapshot):
    """Two processes with one store."""
    shared = [await start(url, snapshot) for _ in range(2)]
    yield shared
    for each in shared:
        await each.close()


async def kept(shared, key=KEY, png=PNG):
    """Keep it, and wait until it lies there."""
    shared.keep_picture(key, png)
    await shared._link.ask("PING")


async def test_a_picture_drawn_in_one_process_is_there_for_the_other(two):
    one, other = two
    assert await other.picture(KEY) is None
    await kept(one)
    assert await other.picture(KEY) == PNG
    assert await other.picture(("selloff.png", "Yields fall.")) is None


async def test_pictures_of_another_market_or_other_code_are_not_found(
    two, url, snapshot, monkeypatch
):
    one, other = two
    await kept(one)
    other.answer_from(replace(snapshot, budget_vintage="another"))
    assert await other.picture(KEY) is None
    other.answer_from(snapshot)
    assert await other.picture(KEY) == PNG
    monkeypatch.setattr(together, "edition_of_code", lambda: "changed")
    newer = await start(url, snapshot)
    assert await newer.picture(KEY) is None
    await newer.close()


async def test_who_does_not_know_the_secret_shares_nothing(two, url, snapshot):
    one, _ = two
    await kept(one)
    stranger = await start(url, snapshot, word="of others")
    assert stranger._name("owed", USER) != one._name("owed", USER)
    assert await stranger.picture(KEY) is None
    await stranger.close()


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"x",
        PNG,
        b"\0" * 32 + PNG,
        b"<html>" * 100,
        b"\0" * (MOST_PICTURE_BYTES + 100),
    ],
)
async def test_what_somebody_else_put_there_is_not_a_picture(two, url, found):
    one, other = two
    await kept(one)
    await asked(url, "SET", one._name_of_picture(KEY), found, "EX", 60)
    assert await other.picture(KEY) is None


async def test_one_changed_bit_or_another_place_is_noticed(two, url):
    one, other = two
    await kept(one)
    name = one._name_of_picture(KEY)
    whole = await asked(url, "GETRANGE", name, 0, 10**6)
    await asked(url, "SET", one._name_of_picture("elsewhere"), whole, "EX", 60)
    assert await other.picture("elsewhere") is None
    await asked(url, "SET", name, whole[:-1] + bytes([whole[-1] ^ 1]), "EX", 60)
    assert await other.picture(KEY) is None
    await asked(url, "SET", name, one._mark(name, b"<html>") + b"<html>", "EX", 60)
    assert await other.picture(KEY) is None
    await asked(url, "SET", name, whole, "EX", 60)
    assert await other.picture(KEY) == PNG


@pytest.mark.parametrize("png", [b"no picture", b"\x89PNG\r\n\x1a\n" + b"x" * MOST_PICTURE_BYTES])
async def test_only_pictures_of_a_sane_size_are_kept(double, url, snapshot, png):
    shared = await start(url, snapshot)
    await kept(shared, png=png)
    assert not any(b":picture:" in name for name in double.values)
    await shared.close()


async def test_what_is_too_large_is_not_even_read(two, url):
    one, other = two
    await asked(url, "SET", one._name_of_picture(KEY), b"x" * 5_000_000, "EX", 60)
    found = []
    ask = other._link.ask

    async def spied(*command):
        found.append(await ask(*command))
        return found[-1]

    other._link.ask = spied
    assert await other.picture(KEY) is None
    assert len(found[0]) <= MOST_PICTURE_BYTES + 100


async def test_an_interaction_is_let_in_by_one_process_only(two, url):
    one, other = two
    assert await one.is_first(7)
    assert not await other.is_first(7)
    assert not await one.is_first(7)
    assert await other.is_first(8)
    left = await asked(url, "PTTL", one._name("seen", 7))
    assert 0 < left <= 1000 * REMEMBERED_SECONDS


async def test_asking_two_processes_is_not_asking_more(two):
    allowances = [Allowance(Clock(), shared) for shared in two]
    for _ in range(BURST):
        assert allowances[0].take(USER)
    assert allowances[1].take(USER)

    async def has_learned():
        return allowances[1]._paid_off_at[USER] > 1000 + BURST - 1

    await until(has_learned)
    assert not allowances[1].take(USER)
    assert allowances[1].take(USER + 1)


async def test_a_person_is_not_named_and_forgotten_after_seconds(two, url):
    one, _ = two
    learned = asyncio.get_running_loop().create_future()
    for _ in range(BURST + 3):
        one.count(USER, lambda *what: learned.done() or learned.set_result(what))
    assert await learned == (USER, 1.0)
    await one._link.ask("PING")
    name = one._name("owed", USER)
    assert str(USER) not in name
    assert 0 < await asked(url, "PTTL", name) <= 1000 * BURST


async def test_nothing_that_is_sent_tells_a_person_a_question_or_an_interaction(
    double, url, snapshot
):
    shared = await start(url, snapshot)
    Allowance(shared=shared).take(USER)
    await shared.is_first(1234567890123456789)
    await kept(shared)
    sent = repr(double.commands)
    assert "selloff:owed:" in sent
    for secret in (str(USER), "1234567890123456789", *KEY, "of all"):
        assert secret not in sent
    await shared.close()


async def test_a_lost_store_lets_everybody_in_and_knows_no_picture(double, url, snapshot):
    failures = []
    asyncio.get_running_loop().set_exception_handler(lambda *what: failures.append(what))
    shared = await start(url, snapshot)
    await double.kill()
    allowance = Allowance(shared=shared)
    assert await shared.is_first(7)
    assert await shared.is_first(7)
    assert await shared.picture(KEY) is None
    assert allowance.take(USER)
    shared.keep_picture(KEY, PNG)
    await shared.close()
    assert failures == []


async def test_a_store_in_which_not_everything_works_is_not_used(double, url, snapshot):
    double.refused = b"EVAL"
    shared = Together(partial(Valkey.from_url, url), "of all")
    await shared.is_first(7)

    async def has_tried():
        return shared._link._task is None

    await until(has_tried)
    assert await shared.is_first(7)
    assert b"SET" not in {words[0] for words in double.commands}
    await shared.close()


def test_the_same_market_has_the_same_name_in_every_process(snapshot):
    program = (
        "from bot.shared.edition import *; from calc import load_snapshot; "
        "print(edition_of_code(), edition_of_market(load_snapshot()))"
    )
    for seed in ("1", "2"):
        said = subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        )
        assert said.stdout.split() == [edition_of_code(), edition_of_market(snapshot)]


def test_any_change_of_code_or_data_is_another_edition(tmp_path, monkeypatch):
    package = type(edition)("package")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setattr(edition, "_STOREYS", (package,))
    file = tmp_path / "a" / "data.json"
    file.parent.mkdir()
    editions = set()
    for text in ("1", "2"):
        file.write_text(text)
        editions.add(edition_of_code())
    (tmp_path / "a.pyc").write_text("compiled")
    editions.add(edition_of_code())
    file.rename(tmp_path / "data.json")
    editions.add(edition_of_code())
    assert len(editions) == 3
