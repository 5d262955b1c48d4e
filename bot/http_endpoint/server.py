"""Discord's interactions endpoint: let in what Discord signed, answer as through the gateway.

Each interaction is accepted with 202 at once and answered by its own token, as Discord's
documentation allows. Only what there is no time for is answered in the response itself: it costs
no request.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from aiohttp import web

from bot.backoff import unless_set
from bot.client import log_in
from bot.exit_codes import unusable
from bot.http_endpoint.adapter import open_without_token, receive
from bot.http_endpoint.body import AUTOCOMPLETE, PING, Post, read_post
from bot.http_endpoint.connections import Connections, close
from bot.http_endpoint.replay_guard import Seen
from bot.http_endpoint.signature import Verifier
from bot.observability.logs import LOG, log_error
from bot.observability.meter import UNKNOWN, Outcome
from commands.common.text.errors import internal_error_text
from commands.common.translator import translator_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp.typedefs import Handler

    from bot.client import SelloffClient
    from bot.interactions.dispatcher import Dispatcher

PATH = "/interactions"
MOST_BYTES = 256 * 1024
_READING_SECONDS = 2.0
# With three seconds of notice, below the ten after which supervisors kill.
_FAREWELL_SECONDS = 6.0
# A burst waits here, not in retries of the load balancer's.
_BACKLOG = 1024


class HttpDoor:
    """Interactions come as HTTP requests.

    Args:
        public_key: The application's, which signs them.
        token: The bot's, to keep its commands registered; an answer needs none.
        host: Address to listen on.
        port: Port to listen on.
        notice_seconds: How long to go on taking requests once told to leave, so that a load
            balancer has time to notice.
    """

    name = "http"
    sessions_left: int | None = None

    def __init__(
        self,
        public_key: str,
        token: str | None,
        host: str,
        port: int,
        notice_seconds: float,
    ) -> None:
        self._verifier = Verifier(public_key)
        self._seen = Seen()
        self._token = token
        self._address = host, port
        self._notice_seconds = notice_seconds
        self._connections: Connections | None = None
        self._is_open = False
        self._is_leaving = False

    def is_ready(self) -> bool:
        """Whether it listens, and is not about to leave."""
        return self._is_open

    async def run(
        self,
        dispatcher: Dispatcher,
        new_client: Callable[[], SelloffClient],
        shutdown: asyncio.Event,
    ) -> None:
        """Answer interactions until shutdown, and then those still in flight."""
        client = await self._open_client(new_client, shutdown)
        if client is None:
            return
        runner = web.AppRunner(
            self.application(client),
            access_log=None,
            auto_decompress=False,
            lingering_time=_READING_SECONDS,
        )
        await runner.setup()
        listening = await self._listen(runner)
        self._is_open = True
        LOG.info("ready", extra={"host": self._address[0], "port": self._address[1]})
        await shutdown.wait()
        self._is_open = False
        LOG.info("told to leave", extra={"notice_seconds": self._notice_seconds})
        await asyncio.sleep(self._notice_seconds)
        self._is_leaving = True
        await close(listening)
        await dispatcher.drain(_FAREWELL_SECONDS)
        await client.close()
        await runner.cleanup()

    async def _open_client(
        self, new_client: Callable[[], SelloffClient], shutdown: asyncio.Event
    ) -> SelloffClient | None:
        if self._token is not None:
            return await unless_set(shutdown, log_in(new_client, self._token))
        client = new_client()
        await open_without_token(client)
        return client

    def application(self, client: SelloffClient) -> web.Application:
        """The web application: interactions, and how it is for a load balancer."""

        async def interactions(request: web.Request) -> web.Response:
            return await self._let_in(client, request)

        async def health(_: web.Request) -> web.Response:
            return web.Response(status=200 if self._is_open else 503)

        @web.middleware
        async def manners(request: web.Request, handler: Handler) -> web.StreamResponse:
            if self._connections is not None:
                self._connections.heard(request)
            try:
                response = await handler(request)
            except web.HTTPException as refusal:
                refusal.force_close()
                raise
            is_believed = request.path == PATH and response.status < 300
            # Only who speaks for Discord keeps a connection, and nobody one that is about to end.
            if not (is_believed and self._is_open):
                response.force_close()
            return response

        application = web.Application(client_max_size=MOST_BYTES, middlewares=[manners])
        application.router.add_post(PATH, interactions)
        application.router.add_get("/health", health)
        return application

    async def _listen(self, runner: web.AppRunner) -> asyncio.Server:
        """Open the address.

        Raises:
            UnavailableError: It is taken.
            ConfigurationError: It is none of ours.
        """
        self._connections = Connections(cast("web.Server", runner.server))
        host, port = self._address
        loop = asyncio.get_running_loop()
        try:
            return await loop.create_server(self._connections, host, port, backlog=_BACKLOG)
        except OSError as error:
            await runner.cleanup()
            raise unusable(f"The address {host}, port {port},", error) from error

    async def _let_in(self, client: SelloffClient, request: web.Request) -> web.Response:
        def turn_away(status: int, reason: str) -> web.Response:
            client.dispatcher.meter.turn_away(reason)
            return web.Response(status=status, text=reason)

        # A stranger's body is not worth the memory.
        if unbelievable := self._verifier.objection_to_headers(request.headers):
            return turn_away(401, unbelievable)
        try:
            async with asyncio.timeout(_READING_SECONDS):
                body = await request.read()
        except TimeoutError:
            return turn_away(408, "slow")
        except web.HTTPRequestEntityTooLarge:
            return turn_away(413, "large")
        if objection := self._objection(request, body):
            return turn_away(*objection)
        post = read_post(body)
        if post is None:
            return turn_away(400, "malformed")
        return await self._answer_post(client, post)

    def _objection(self, request: web.Request, body: bytes) -> tuple[int, str] | None:
        if objection := self._verifier.objection(request.headers, body):
            return 401, objection
        if self._connections is not None:
            self._connections.believe(request)
        if self._is_leaving:
            # Another process can still take it.
            return 503, "leaving"
        return None if request.content_type == "application/json" else (415, "not JSON")

    async def _answer_post(self, client: SelloffClient, post: Post) -> web.Response:
        if post.kind == PING:
            return web.json_response({"type": PING})
        # A load balancer may send a request twice; the second one is in good hands already.
        if self._seen.is_first(post.id):
            try:
                receive(client, post.payload)
            except Exception as error:
                error_id = log_error("a signed interaction could not be read", error)
                client.dispatcher.meter.count(UNKNOWN, Outcome.FAILED)
                text = internal_error_text(error_id, translator_for(post.locale))
                return web.json_response(private_response(post.kind, text))
        return web.Response(status=202)


def private_response(kind: int, text: str) -> dict[str, object]:
    """The response with one line for the user alone; for autocomplete, with no choices."""
    if kind == AUTOCOMPLETE:
        return {"type": 8, "data": {"choices": []}}
    silent = {"parse": list[str]()}
    return {"type": 4, "data": {"content": text, "flags": 64, "allowed_mentions": silent}}
