"""The bot in this process, connected to the fake Discord."""

import asyncio
from functools import partial

from bot.app import run_until
from bot.client import SelloffClient
from bot.gateway import GatewayTransport
from bot.http_endpoint.adapter import open_without_token, receive
from bot.interactions.dispatcher import Dispatcher
from bot.settings import Settings
from calc import load_snapshot
from tests.faults import payloads

TOKEN = "not-a-token"  # noqa: S105


class RunningBot:
    """A bot on the gateway transport.

    Args:
        discord: The fake Discord.
    """

    def __init__(self, discord):
        self._discord = discord
        self.runs = []

    async def start(self, **settings):
        """Start and wait until all shards are connected."""
        self.launch(**settings)
        await self._discord.until(lambda: self.task.done() or self.is_ready())
        if self.task.done():
            self.task.result()

    def launch(self, **settings):
        chosen = Settings(_env_file=None, **settings)
        self.dispatcher = Dispatcher(chosen, load_snapshot())
        self._transport = GatewayTransport(TOKEN)
        self._shutdown = asyncio.Event()
        new_client = partial(SelloffClient, chosen, self.dispatcher)
        run = run_until(self._shutdown, self._transport, self.dispatcher, new_client)
        self.task = asyncio.create_task(run)
        self.runs.append((self.task, self._shutdown, self.dispatcher))

    def is_ready(self):
        return self._transport.is_ready()

    async def stop(self):
        """Do what SIGTERM does."""
        for task, shutdown, dispatcher in self.runs:
            shutdown.set()
            await asyncio.gather(task, return_exceptions=True)
            dispatcher.close()
        self.runs.clear()


class AnsweringBot:
    """A bot that is handed interactions directly, and answers over HTTP.

    Args:
        discord: The fake Discord.
        settings: Of the bot.
    """

    def __init__(self, discord, **settings):
        self._discord = discord
        chosen = Settings(_env_file=None, **settings)
        self.dispatcher = Dispatcher(chosen, load_snapshot())
        self.client = SelloffClient(chosen, self.dispatcher)

    async def __aenter__(self):
        setattr(self.dispatcher, "warm_up", _nothing)  # noqa: B010
        await open_without_token(self.client)
        return self

    async def __aexit__(self, *_):
        await self.client.close()
        self.dispatcher.close()

    async def ask(self, *asked_payloads, **how):
        """Hand in interactions at the same time, wait for the answers, and return them."""
        before = asyncio.all_tasks()
        asked = []
        for payload in asked_payloads:
            asked.append(self._discord.expect(**how))
            receive(self.client, payloads.interaction(asked[-1].id, asked[-1].token, payload))
        async with asyncio.timeout(60):
            while tasks := asyncio.all_tasks() - before - self._discord.tasks():
                await asyncio.wait(tasks, timeout=1)
                if not self.dispatcher.in_flight:
                    break
        return asked if len(asked) > 1 else asked[0]


async def _nothing():
    pass
