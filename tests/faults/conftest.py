import discord
import pytest
import pytest_asyncio

from tests.faults.rest import Answering, Rest


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest_asyncio.fixture
async def rest(monkeypatch):
    async with Rest() as rest:
        monkeypatch.setattr(discord.http.Route, "BASE", rest.base)
        yield rest


@pytest_asyncio.fixture
async def at_once(rest):
    """A bot that waits for its pictures."""
    async with Answering(rest, defer_after_seconds=2) as answering:
        yield answering


@pytest_asyncio.fixture
async def in_two_steps(rest):
    """A bot that says at once that the answer is coming."""
    async with Answering(rest, defer_after_seconds=0) as answering:
        yield answering


@pytest_asyncio.fixture(params=[2, 0], ids=["at once", "in two steps"])
async def either_way(request, rest):
    async with Answering(rest, defer_after_seconds=request.param) as answering:
        yield answering
