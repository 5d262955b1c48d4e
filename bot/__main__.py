"""One entry with several words; with none and no token it plays.

Imports stand in the functions that need them: ``ask`` starts without discord.py, only the sandbox
needs the extra, and next to nothing comes before it is settled how a signal ends it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bot import exit_codes as exits
from bot.signals import ending_as_usual, ending_at_once

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from bot.settings import Settings
    from calc import MarketSnapshot

DEFAULT_PORT = 8765
SERVE_PORT = 8080
_LAST_PORT = 65_535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        The exit code, one of `bot.exit_codes`.
    """
    with ending_at_once():
        return _main(_parser().parse_args(arguments))


def _main(options: argparse.Namespace) -> int:
    from bot.configuration import likely_typos, read_settings

    act: Callable[[Settings, argparse.Namespace], int] = options.act
    try:
        settings = read_settings()
        for line in likely_typos():
            print(line, file=sys.stderr)
        if act is not _health:
            _need_intact_figures()
        return act(settings, options)
    except exits.ConfigurationError as error:
        print(error, file=sys.stderr)
        return exits.CONFIGURATION
    except exits.UnavailableError as error:
        print(error, file=sys.stderr)
        return exits.FAILED


def _need_intact_figures() -> None:
    from bot.intact import FIGURES, SUMS, damaged_files

    if damaged := damaged_files():
        msg = (
            f"Damaged or missing in {FIGURES}: {', '.join(damaged)}. Install the bot again; "
            f"whoever changed a figure on purpose renews {SUMS}, see CONTRIBUTING.md."
        )
        raise exits.ConfigurationError(msg)


def _parser() -> argparse.ArgumentParser:
    import argparse
    from pathlib import Path

    parser = argparse.ArgumentParser(
        prog="python -m bot", description="What if somebody sold US Treasuries? A Discord bot."
    )
    _add_sandbox_options(parser)
    parser.set_defaults(act=_run_or_play)
    actions = parser.add_subparsers()
    run = actions.add_parser("run", help="answer on Discord; needs DISCORD_TOKEN")
    run.set_defaults(act=_run)
    serve = actions.add_parser("serve", help="answer what Discord posts; needs DISCORD_PUBLIC_KEY")
    serve.set_defaults(act=_serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on")
    serve.add_argument("--port", type=_port, default=SERVE_PORT, help="port to listen on")
    sync = actions.add_parser("sync", help="register the commands and end; needs DISCORD_TOKEN")
    sync.set_defaults(act=_sync)
    health = actions.add_parser("health", help="how the running bot is: exit code 0 or 1")
    health.set_defaults(act=_health)
    health.add_argument(
        "--alive", action="store_true", help="only what a restart would cure, for liveness probes"
    )
    sandbox = actions.add_parser("sandbox", help="answer on a local web page, no account needed")
    sandbox.set_defaults(act=_sandbox)
    _add_sandbox_options(sandbox)
    ask = actions.add_parser("ask", help="answer one command here in the terminal")
    ask.set_defaults(act=_ask)
    ask.add_argument("line", help='for example "/selloff country:japan amount:200b"')
    ask.add_argument("--save", type=Path, metavar="DIR", help="write the picture into this folder")
    ask.add_argument("--tap", metavar="LABEL", help="then tap this button of the answer")
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    refresh = actions.add_parser("refresh", help="fetch the newest official data now")
    refresh.set_defaults(act=_refresh)
    # A mirror, or a test.
    refresh.add_argument("--from", dest="mirror", metavar="URL", help=argparse.SUPPRESS)
    return parser


def _add_sandbox_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help="of the sandbox's page")
    parser.add_argument("--no-browser", action="store_true", help="only print the page's address")


def _port(text: str) -> int:
    from argparse import ArgumentTypeError

    if not (text.isdecimal() and int(text) <= _LAST_PORT):
        msg = f"a port is a number from 0 to {_LAST_PORT}"
        raise ArgumentTypeError(msg)
    return int(text)


def _ask(settings: Settings, options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from bot.terminal import print_answer
    from commands.common.command import Request

    request = Request(_newest_market(settings), today=datetime.now(UTC).date())
    return print_answer(
        options.line, request, label=options.tap, folder=options.save, as_json=options.json
    )


def _refresh(settings: Settings, options: argparse.Namespace) -> int:
    import asyncio
    from functools import partial

    from bot.data_refresh.cli import refresh_by_hand
    from bot.data_refresh.store import Store
    from bot.observability.logs import start_logging

    # The progress already says what failed and why.
    start_logging("CRITICAL")
    store = Store(settings.data_dir)
    try:
        with ending_as_usual():
            return asyncio.run(refresh_by_hand(store, partial(print, flush=True), options.mirror))
    except KeyboardInterrupt:
        print("Stopped; what was known before is kept.", file=sys.stderr)
        return exits.FAILED


def _newest_market(settings: Settings) -> MarketSnapshot:
    from bot.data_refresh.store import Store, load_latest

    opened = load_latest(Store(settings.data_dir))
    if opened.problem is not None:
        print(f"The data in {settings.data_dir} cannot be used.", file=sys.stderr)
    return opened.snapshot


def _run_or_play(settings: Settings, options: argparse.Namespace) -> int:
    if settings.discord_token is not None:
        return _run(settings, options)
    print("No DISCORD_TOKEN is set: starting the sandbox, our bot on a local web page.")
    return _sandbox(settings, options)


def _run(settings: Settings, _: argparse.Namespace) -> int:
    from bot.app import serve
    from bot.gateway_door import GatewayDoor
    from bot.observability.logs import start_logging

    door = GatewayDoor(_token(settings))
    start_logging(settings.log_level)
    return serve(settings, door)


def _serve(settings: Settings, options: argparse.Namespace) -> int:
    from bot.app import serve
    from bot.http_endpoint.server import HttpDoor
    from bot.observability.logs import start_logging

    if settings.discord_public_key is None:
        msg = "DISCORD_PUBLIC_KEY is not set: it stands on the application's page at Discord."
        raise exits.ConfigurationError(msg)
    token = settings.discord_token.get_secret_value() if settings.discord_token else None
    address = options.host, options.port
    door = HttpDoor(settings.discord_public_key, token, *address, settings.notice_seconds)
    start_logging(settings.log_level)
    return serve(settings, door)


def _sync(settings: Settings, _: argparse.Namespace) -> int:
    from bot.app import register
    from bot.observability.logs import start_logging

    token = _token(settings)
    start_logging(settings.log_level)
    return register(settings, token)


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        msg = "DISCORD_TOKEN is not set: see the README, or try the sandbox."
        raise exits.ConfigurationError(msg)
    return settings.discord_token.get_secret_value()


def _health(settings: Settings, options: argparse.Namespace) -> int:
    from bot.observability.health import read_health

    is_well, line = read_health(settings.heartbeat, only_alive=options.alive)
    print(line)
    return exits.FINE if is_well else exits.FAILED


def _sandbox(settings: Settings, options: argparse.Namespace) -> int:
    import asyncio

    try:
        from bot.sandbox import SandboxError, serve_sandbox
    except ModuleNotFoundError as error:
        if error.name != "simcord":
            raise
        print('The sandbox needs an extra: pip install -e ".[sandbox]"', file=sys.stderr)
        return exits.CONFIGURATION
    from bot.client import SelloffClient
    from bot.observability.logs import start_logging
    from commands.registry import OPENING

    async def play() -> None:
        client = SelloffClient(settings, _newest_market(settings), shard_count=1)
        show = not options.no_browser
        await serve_sandbox(client, port=options.port, open_browser=show, opening=OPENING)

    start_logging("WARNING")
    try:
        asyncio.run(play())
    except SandboxError as error:
        print(f"The sandbox could not start: {error}. Another port: --port 8766", file=sys.stderr)
        return exits.FAILED
    except KeyboardInterrupt:
        pass
    return exits.FINE


if __name__ == "__main__":
    os.environ.setdefault("MPLBACKEND", "agg")
    try:
        exit_code = main()
    except KeyboardInterrupt:
        # In the moment before or after all that expects it.
        exit_code = exits.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone, as with `| head`.
        exit_code = exits.FINE
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # A drawing that hangs must not keep the process: its thread cannot be stopped, only left.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(exit_code)
