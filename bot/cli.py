"""The command line. Without a subcommand and without a token it starts the sandbox.

Imports are inside the functions that need them: ``ask`` starts without discord.py, only the
sandbox needs its extra, and signals are handled before anything slow is imported.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from bot import exit_codes as exits
from bot.signals import exit_on_signals, use_default_signals
from bot.streams import flush_streams, prepare_streams, write_error, write_line
from commands.common.slash_line import is_slash_command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from bot.settings import Settings
    from calc import MarketSnapshot

    _Action = Callable[[Settings, argparse.Namespace], int]

_TAG_HELP = "of the answer, for example de"
_PREVIEW_PORT = 8765
_SERVE_PORT = 8080
_MAX_PORT = 65_535


def run_program() -> NoReturn:
    """Run the command line of this process, and end it."""
    exit_on_signals()
    prepare_streams()
    # Whatever a notebook or an IDE passed on: nothing here needs a window.
    os.environ["MPLBACKEND"] = "agg"
    try:
        exit_code = main()
    except SystemExit as end:
        exit_code = end.code if isinstance(end.code, int) else exits.FAILED
    except BrokenPipeError:
        exit_code = exits.FAILED
    flush_streams()
    # A renderer that hangs must not keep the process: a thread cannot be stopped.
    os._exit(exit_code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line.

    Returns:
        The exit code, one of `bot.exit_codes`.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    # A slash command may stand alone.
    if given and is_slash_command(given[0]):
        given.insert(0, "ask")
    options = _parser().parse_args(given)
    from bot.settings import likely_typos, read_settings

    act: _Action = options.act
    try:
        settings = read_settings()
        for line in likely_typos():
            write_error(line)
        return act(settings, options)
    except exits.ExitError as error:
        write_error(error)
        return error.code
    except KeyboardInterrupt:
        return exits.INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    import argparse
    from pathlib import Path

    parser = argparse.ArgumentParser(
        prog="python -m bot", description="What if somebody sold US Treasuries? A Discord bot."
    )
    _add_sandbox_options(parser)
    parser.set_defaults(act=_run_or_preview)
    actions = parser.add_subparsers()

    def add(name: str, act: _Action, meaning: str) -> argparse.ArgumentParser:
        action = actions.add_parser(name, help=meaning)
        action.set_defaults(act=act)
        return action

    add("run", _run, "answer over Discord's gateway; needs DISCORD_TOKEN")
    serve = add("serve", _serve, "answer over HTTP; needs DISCORD_PUBLIC_KEY")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    serve.add_argument("--port", type=_port, default=_SERVE_PORT, help="port to listen on")
    add("sync", _sync, "register the commands and end; needs DISCORD_TOKEN")
    health = add("health", _health, "say how the running bot is: exit code 0 or 1")
    health.add_argument(
        "--alive", action="store_true", help="only what a restart cures, for liveness probes"
    )
    sandbox = add("sandbox", _sandbox, "answer on a local web page, without an account")
    _add_sandbox_options(sandbox)
    sandbox.add_argument("opening", nargs="?", help="the question that the page opens with")
    ask = add("ask", _ask, "answer one question here in the terminal")
    ask.add_argument(
        "line",
        nargs="+",
        metavar="WORD",
        help='for example "what if japan sells half", or /selloff country:japan amount:200b',
    )
    ask.add_argument("--save", type=Path, metavar="DIR", help="write the picture into this folder")
    ask.add_argument(
        "--tap",
        "--click",
        action="append",
        default=[],
        metavar="LABEL",
        help="then tap this button, or choose this entry of a menu; may be given several times",
    )
    ask.add_argument("--language", type=_language, default="en", metavar="TAG", help=_TAG_HELP)
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    refresh = add("refresh", _refresh, "fetch the newest official data now")
    # A mirror, or a test.
    refresh.add_argument("--from", dest="mirror", metavar="URL", help=argparse.SUPPRESS)
    return parser


def _add_sandbox_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=_PREVIEW_PORT, help="of the sandbox's page")
    parser.add_argument("--no-browser", action="store_true", help="only print the page's address")
    parser.add_argument("--language", type=_language, default="en", metavar="TAG", help=_TAG_HELP)


def _language(text: str) -> str:
    from argparse import ArgumentTypeError

    from commands.common.locale.catalog_files import served_languages
    from commands.common.translator import is_served

    if not is_served(text):
        msg = f"no answers in {text!r}; there are: {', '.join(served_languages())}"
        raise ArgumentTypeError(msg)
    return text


def _port(text: str) -> int:
    from argparse import ArgumentTypeError

    if not (text.isdecimal() and int(text) <= _MAX_PORT):
        msg = f"a port is a number from 0 to {_MAX_PORT}"
        raise ArgumentTypeError(msg)
    return int(text)


def _run_or_preview(settings: Settings, options: argparse.Namespace) -> int:
    if settings.discord_token is not None:
        return _run(settings, options)
    write_line("No DISCORD_TOKEN is set: starting the sandbox, the bot on a local web page.")
    return _sandbox(settings, options)


def _run(settings: Settings, _: argparse.Namespace) -> int:
    from bot.app import serve
    from bot.gateway import GatewayTransport

    return serve(settings, GatewayTransport(_token(settings)))


def _serve(settings: Settings, options: argparse.Namespace) -> int:
    from bot.app import serve
    from bot.http_endpoint.server import HttpEndpoint

    key, token = settings.discord_public_key, settings.discord_token
    if key is None:
        msg = "DISCORD_PUBLIC_KEY is not set: it is on the application's page at Discord."
        raise exits.ConfigurationError(msg)
    secret = token.get_secret_value() if token else None
    delay_seconds = settings.shutdown_delay_seconds
    return serve(settings, HttpEndpoint(key, secret, options.host, options.port, delay_seconds))


def _sync(settings: Settings, _: argparse.Namespace) -> int:
    from bot.app import register

    return register(settings, _token(settings))


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        msg = "DISCORD_TOKEN is not set: see the README, or try the sandbox."
        raise exits.ConfigurationError(msg)
    return settings.discord_token.get_secret_value()


def _health(settings: Settings, options: argparse.Namespace) -> int:
    from bot.observability.health import read_health

    is_healthy, line = read_health(settings.heartbeat, only_alive=options.alive)
    write_line(line)
    return exits.OK if is_healthy else exits.FAILED


def _ask(settings: Settings, options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from bot.terminal import print_answer
    from commands.common.command import Request
    from commands.common.parsing.local_words import reading_locale
    from commands.common.translator import translator_for

    request = Request(
        _newest_market(settings),
        translator_for(options.language),
        today=datetime.now(UTC).date(),
        locale=reading_locale(options.language),
    )
    return print_answer(
        " ".join(options.line),
        request,
        labels=options.tap,
        folder=options.save,
        as_json=options.json,
    )


def _refresh(settings: Settings, options: argparse.Namespace) -> int:
    import asyncio

    from bot.data_refresh.refresh import refresh_by_hand
    from bot.data_refresh.store import Store
    from bot.observability.logs import start_logging

    # The progress already says what failed and why.
    start_logging("CRITICAL")
    store = Store(settings.data_dir)
    use_default_signals()
    try:
        return asyncio.run(refresh_by_hand(store, options.mirror))
    except KeyboardInterrupt:
        write_error("Stopped; the stored data are unchanged.")
        return exits.FAILED


def _sandbox(settings: Settings, options: argparse.Namespace) -> int:
    import asyncio

    try:
        from bot.sandbox import serve_sandbox
    except ModuleNotFoundError as error:
        if error.name != "simcord":
            raise
        msg = 'The sandbox needs an extra: pip install -e ".[sandbox]"'
        raise exits.ConfigurationError(msg) from error
    from bot.client import SelloffClient
    from bot.interactions.dispatcher import Dispatcher
    from bot.observability.logs import start_logging
    from commands.registry import OPENING

    async def preview() -> None:
        dispatcher = Dispatcher(settings, _newest_market(settings))
        client = SelloffClient(settings, dispatcher, shard_count=1)
        open_browser = not options.no_browser
        asked = getattr(options, "opening", None) or OPENING
        line = asked if asked.startswith("/") else f"/ask question:{asked}"
        opening = line if options.language == "en" else f"{line} language:{options.language}"
        await serve_sandbox(client, port=options.port, open_browser=open_browser, opening=opening)

    start_logging("WARNING")
    with suppress(KeyboardInterrupt):
        asyncio.run(preview())
    return exits.OK


def _newest_market(settings: Settings) -> MarketSnapshot:
    from bot.data_refresh.store import Store, load_latest

    opened = load_latest(Store(settings.data_dir))
    if opened.problem is not None:
        write_error(f"The data in {settings.data_dir} cannot be used.")
    return opened.snapshot
