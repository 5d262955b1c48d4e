"""Our unchanged bot in this process, against the double."""

import asyncio

from bot.client import SelloffClient
from bot.gateway_door import GatewayDoor
from bot.settings import Settings
from calc import load_snapshot

LOGIN = "anything"


class RunningBot:
    """Starts and stops bots; the newest one is `client`.

    Args:
        double: Its Discord.
        folder: Where it may write.
    """

    def __init__(self, double, folder):
        self._double = double
        self._folder = folder
        self._runs = []

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        for _client, leaving, task in self._runs:
            leaving.set()
            await asyncio.gather(task, return_exceptions=True)

    async def start(self, **settings):
        """Start a bot and wait until all its shards are connected."""
        client = self.launch(**settings)
        task = self.task
        await self._double.until(lambda: task.done() or client.is_connected())
        if task.done():
            task.result()
        return client

    def launch(self, **settings):
        """Start a bot."""
        client = SelloffClient(Settings(_env_file=None, **settings), load_snapshot())
        leaving = asyncio.Event()
        task = asyncio.create_task(self._answer(client, leaving))
        self._runs.append((client, leaving, task))
        return client

    @property
    def client(self):
        return self._runs[-1][0]

    @property
    def task(self):
        """The newest run: done when the bot has given up."""
        return self._runs[-1][2]

    async def stop(self):
        """SIGTERM, as it were."""
        _, leaving, task = self._runs[-1]
        leaving.set()
        await task

    async def _answer(self, client, leaving):
        async with client:
            await GatewayDoor(LOGIN).answer(client, leaving)
