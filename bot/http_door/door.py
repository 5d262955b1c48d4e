"""Discord's interactions endpoint: let in what Discord signed, answer as through the gateway.

Each interaction is accepted with 202 at once and answered by its own token, as Discord's
documentation allows. Only what there is no time for is answered in the response itself: it costs
no request.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from bot.exits import ConfigurationError
from bot.http_door.reading import AUTOCOMPLETE, PING, Post, read_post
from bot.http_door.seen import Seen
from bot.http_door.signature import Verifier
from bot.logs import LOG, log_error
from bot.meter import UNKNOWN, Outcome
from commands.tongue import tongue_for
from commands.words.crowd import busy_text

if TYPE_CHECKING:
    from bot.client import SelloffClient

PATH = "/interactions"
MOST_BYTES = 256 * 1024
_READING_SECONDS = 2.0
_EPHEMERAL = 64
_SILENT = {"parse": list[str]()}


class HttpDoor:
    """Interactions come as HTTP requests.

    Args:
        public_key: The application's, which signs them.
        token: The bot's, to keep its commands registered; an answer needs none.
        host: Address to listen on.
        port: Port to listen on.
    """

    name = "http"

    def __init__(self, public_key: str, token: str | None, host: str, port: int) -> None:
        self._verifier = Verifier(public_key)
        self._seen = Seen()
        self._token = token
        self._address = host, port
        self._is_open = False

    def is_ready(self, _client: SelloffClient) -> bool:
        """Whether it listens, and is not about to leave."""
        return self._is_open

    async def answer(self, client: SelloffClient, leaving: asyncio.Event) -> None:
        """Answer until it is time to leave, and what came in until then."""
        if self._token is None:
            await client.open_without_token()
        else:
            await client.login(self._token)
        runner = web.AppRunner(self.application(client), access_log=None, auto_decompress=False)
        await runner.setup()
        site = web.TCPSite(runner, *self._address)
        try:
            await site.start()
        except OSError as error:
            await runner.cleanup()
            host, port = self._address
            msg = f"The address {host}, port {port}, cannot be used: {error.strerror}."
            raise ConfigurationError(msg) from error
        self._is_open = True
        LOG.info("ready", extra={"host": self._address[0], "port": self._address[1]})
        await leaving.wait()
        self._is_open = False
        await site.stop()
        await client.drain_and_close()
        await runner.cleanup()

    def application(self, client: SelloffClient) -> web.Application:
        """The web application: interactions, and how it is for a load balancer."""

        async def interactions(request: web.Request) -> web.Response:
            return await self._let_in(client, request)

        async def health(_: web.Request) -> web.Response:
            return web.Response(status=200 if self._is_open else 503)

        application = web.Application(client_max_size=MOST_BYTES)
        application.router.add_post(PATH, interactions)
        application.router.add_get("/health", health)
        return application

    async def _let_in(self, client: SelloffClient, request: web.Request) -> web.Response:
        def turn_away(status: int, reason: str) -> web.Response:
            client.meter.turn_away(reason)
            return web.Response(status=status, text=reason)

        try:
            async with asyncio.timeout(_READING_SECONDS):
                body = await request.read()
        except TimeoutError:
            return turn_away(408, "slow")
        except web.HTTPRequestEntityTooLarge:
            return turn_away(413, "large")
        if objection := self._verifier.objection(request.headers, body):
            return turn_away(401, objection)
        if request.content_type != "application/json":
            return turn_away(415, "not JSON")
        post = read_post(body)
        if post is None:
            return turn_away(400, "malformed")
        return self._answer_post(client, post) or turn_away(400, "malformed")

    def _answer_post(self, client: SelloffClient, post: Post) -> web.Response | None:
        if post.kind == PING:
            return web.json_response({"type": PING})
        # A load balancer may send a request twice; the second one is in good hands already.
        if self._seen.is_first(post.id):
            if client.reception.overload(post.id):
                client.meter.count(UNKNOWN, Outcome.BUSY)
                return _busy(post)
            try:
                client.receive(post.payload)
            except Exception as error:
                log_error("a signed interaction could not be read", error)
                return None
        return web.Response(status=202)


def _busy(post: Post) -> web.Response:
    if post.kind == AUTOCOMPLETE:
        return web.json_response({"type": 8, "data": {"choices": []}})
    text = busy_text(tongue_for(post.locale))
    data = {"content": text, "flags": _EPHEMERAL, "allowed_mentions": _SILENT}
    return web.json_response({"type": 4, "data": data})
