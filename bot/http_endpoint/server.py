"""Serve Discord's interactions endpoint.

Each interaction is accepted with 202 at once and answered by its own token, as Discord's
documentation allows. Only what cannot be read is answered in the response itself.
"""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.client import log_in
from bot.exit_codes import bind_error
from bot.http_endpoint.adapter import open_without_token, receive
from bot.http_endpoint.signature import ReplayGuard, Verifier
from bot.observability.logs import LOG, log_error
from bot.observability.metrics import UNKNOWN, AnswerResult
from commands.common.text.errors import internal_error_text
from commands.common.translator import translator_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.client import SelloffClient
    from bot.interactions.dispatcher import Dispatcher

PATH = "/interactions"
MAX_BODY_BYTES = 256 * 1024
READ_TIMEOUT_SECONDS = 2.0
_PING, _AUTOCOMPLETE, _LAST_KIND = 1, 4, 5
_ID = re.compile(r"[0-9]{1,20}")
# With three seconds of shutdown delay, below the ten after which supervisors kill.
_SHUTDOWN_GRACE_SECONDS = 6.0
# A burst waits here instead of in the load balancer's retries.
_BACKLOG = 1024


class RejectedRequestError(Exception):
    """The request is not answered.

    Args:
        status: The HTTP status of the response.
        reason: Its text, and the label of the metric.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class HttpEndpoint:
    """The transport that takes interactions as HTTP requests.

    Args:
        public_key: The application's key, which verifies the signatures.
        token: The bot's token, to register its commands; an answer needs none.
        host: Address to listen on.
        port: Port to listen on.
        shutdown_delay_seconds: How long to go on taking requests after SIGTERM, while
            ``GET /health`` already tells the load balancer to send no more.
    """

    name = "http"
    sessions_left: int | None = None

    def __init__(
        self,
        public_key: str,
        token: str | None,
        host: str,
        port: int,
        shutdown_delay_seconds: float,
    ) -> None:
        self._verifier = Verifier(public_key)
        self._replay_guard = ReplayGuard()
        self._token = token
        self._address = host, port
        self._shutdown_delay_seconds = shutdown_delay_seconds
        self._site: web.TCPSite | None = None
        self._is_ready = False
        self._is_closed = False

    def is_ready(self) -> bool:
        """Return whether it listens and is not shutting down."""
        return self._is_ready

    async def run(self, new_client: Callable[[], SelloffClient]) -> None:
        """Listen until cancelled.

        Raises:
            UnavailableError: The address is taken.
            ConfigurationError: The address is not one of this machine's.
        """
        if self._token is not None:
            client = await log_in(new_client, self._token)
        else:
            client = new_client()
            await open_without_token(client)
        runner = web.AppRunner(
            self.application(client),
            access_log=None,
            auto_decompress=False,
            lingering_time=READ_TIMEOUT_SECONDS,
        )
        await runner.setup()
        host, port = self._address
        try:
            self._site = web.TCPSite(runner, host, port, backlog=_BACKLOG)
            try:
                await self._site.start()
            except OSError as error:
                raise bind_error(f"The address {host}, port {port},", error) from error
            self._is_ready = True
            LOG.info("ready", extra={"host": host, "port": port})
            await asyncio.Event().wait()
        finally:
            await client.close()
            await runner.cleanup()

    async def drain(self, dispatcher: Dispatcher) -> None:
        """Take requests for a while, then no more, and finish what came in."""
        if self._site is None or not self._is_ready:
            return
        self._is_ready = False
        LOG.info("shutting down", extra={"delay_seconds": self._shutdown_delay_seconds})
        await asyncio.sleep(self._shutdown_delay_seconds)
        self._is_closed = True
        await self._site.stop()
        await dispatcher.drain(_SHUTDOWN_GRACE_SECONDS)

    def application(self, client: SelloffClient) -> web.Application:
        """Return the web application: interactions, and readiness for a load balancer."""

        async def interactions(request: web.Request) -> web.Response:
            try:
                payload = await self._accept(request)
            except RejectedRequestError as rejected:
                client.dispatcher.meter.reject(rejected.reason)
                return web.Response(status=rejected.status, text=rejected.reason)
            if payload["type"] == _PING:
                return web.json_response({"type": _PING})
            # A load balancer may send a request twice.
            if self._replay_guard.is_first(int(payload["id"])):
                return _dispatch(client, payload)
            return web.Response(status=202)

        async def health(_: web.Request) -> web.Response:
            return web.Response(status=200 if self._is_ready else 503)

        application = web.Application(client_max_size=MAX_BODY_BYTES)
        application.router.add_post(PATH, interactions)
        application.router.add_get("/health", health)
        return application

    async def _accept(self, request: web.Request) -> dict[str, Any]:
        """Verify and read a request.

        Raises:
            RejectedRequestError: It is not answered.
        """
        # An unsigned body is not worth the memory.
        if error := self._verifier.verify_headers(request.headers):
            raise RejectedRequestError(401, error)
        body = await _read_body(request)
        if error := self._verifier.verify(request.headers, body):
            raise RejectedRequestError(401, error)
        if self._is_closed:
            # Over a connection of before: another process can still take it.
            raise RejectedRequestError(503, "leaving")
        if request.content_type != "application/json":
            raise RejectedRequestError(415, "not JSON")
        payload = parse_interaction(body)
        if payload is None:
            raise RejectedRequestError(400, "malformed")
        return payload


async def _read_body(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(READ_TIMEOUT_SECONDS):
            return await request.read()
    except TimeoutError:
        raise RejectedRequestError(408, "slow") from None
    except web.HTTPRequestEntityTooLarge:
        raise RejectedRequestError(413, "large") from None


def parse_interaction(body: bytes) -> dict[str, Any] | None:
    """Parse a body; None when it holds no interaction that Discord would send."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(payload, dict):
        return None
    kind, written_id = payload.get("type"), payload.get("id")
    # JSON true would pass for 1.
    is_known = type(kind) is int and _PING <= kind <= _LAST_KIND
    has_id = isinstance(written_id, str) and _ID.fullmatch(written_id)
    return payload if is_known and has_id else None


def _dispatch(client: SelloffClient, payload: dict[str, Any]) -> web.Response:
    try:
        receive(client, payload)
    except Exception as error:
        error_id = log_error("a signed interaction could not be read", error)
        client.dispatcher.meter.count(UNKNOWN, AnswerResult.FAILED)
        translator = translator_for(str(payload.get("locale", "")))
        text = internal_error_text(error_id, translator)
        return web.json_response(_private_response(payload["type"], text))
    return web.Response(status=202)


def _private_response(kind: int, text: str) -> dict[str, object]:
    """The response with one line for the user alone; for autocomplete, with no choices."""
    if kind == _AUTOCOMPLETE:
        return {"type": 8, "data": {"choices": []}}
    silent = {"parse": list[str]()}
    return {"type": 4, "data": {"content": text, "flags": 64, "allowed_mentions": silent}}
