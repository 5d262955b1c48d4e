"""One entry: ``run``, ``sandbox``, ``ask``; with no word and no token it plays.

Imports stand in the functions that need them: ``ask`` starts without discord.py, and only the
sandbox needs the extra.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from commands.registry import OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.client import SelloffClient

DEFAULT_PORT = 8765
EXIT_USAGE = 2
# sysexits.h: a configuration error, so that a supervisor does not restart in a loop.
EXIT_CONFIGURATION = 78


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        The exit code: 0 fine, 1 failed, 2 wrong use, 78 wrong configuration.
    """
    options = _parser().parse_args(arguments)
    settings = Settings()
    action = options.action
    if action is None:
        action = "run" if settings.discord_token else "sandbox"
        if action == "sandbox":
            print("No DISCORD_TOKEN is set: starting the sandbox, our bot on a local web page.")
    if action == "ask":
        return _ask(options)
    from bot.logs import start_logging

    start_logging(settings.log_level if action == "run" else "WARNING")
    if action == "sandbox":
        return _sandbox(settings, port=options.port, open_browser=not options.no_browser)
    return _run(settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="What if somebody sold US Treasuries? A Discord bot."
    )
    _add_sandbox_options(parser)
    actions = parser.add_subparsers(dest="action")
    actions.add_parser("run", help="answer on Discord; needs DISCORD_TOKEN")
    sandbox = actions.add_parser("sandbox", help="answer on a local web page, no account needed")
    _add_sandbox_options(sandbox)
    ask = actions.add_parser("ask", help="answer one command here in the terminal")
    ask.add_argument("line", help=f'for example "{OPENING}"')
    ask.add_argument("--save", type=Path, metavar="DIR", help="write the picture into this folder")
    ask.add_argument("--tap", metavar="LABEL", help="then tap this button of the answer")
    ask.add_argument("--json", action="store_true", help="print the answer as JSON")
    return parser


def _add_sandbox_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="of the sandbox's page")
    parser.add_argument("--no-browser", action="store_true", help="only print the page's address")


def _ask(options: argparse.Namespace) -> int:
    from bot.ask import AskError, as_json, ask, save, tap
    from calc import load_snapshot

    try:
        answer = ask(options.line, load_snapshot())
        if options.tap:
            answer = tap(answer, options.tap, load_snapshot())
    except AskError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    if answer.is_refusal and not options.json:
        print(answer.plain_text, file=sys.stderr)
        return EXIT_USAGE
    print(as_json(answer) if options.json else answer.plain_text)
    if answer.buttons and not options.json:
        print(*(f"[{button.label}]" for button in answer.buttons))
    if options.save and (path := save(answer, options.save)):
        print(f"picture: {path}", file=sys.stderr)
    return EXIT_USAGE if answer.is_refusal else 0


def _sandbox(settings: Settings, *, port: int, open_browser: bool) -> int:
    try:
        from bot.sandbox import SandboxError, serve_sandbox
    except ModuleNotFoundError as error:
        if error.name != "simcord":
            raise
        print('The sandbox needs an extra: pip install -e ".[sandbox]"', file=sys.stderr)
        return EXIT_CONFIGURATION

    async def serve() -> None:
        await serve_sandbox(
            _client(settings, shard_count=1), port=port, open_browser=open_browser, opening=OPENING
        )

    try:
        asyncio.run(serve())
    except SandboxError as error:
        print(f"The sandbox could not start: {error}. Another port: --port 8766", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def _run(settings: Settings) -> int:
    import discord

    if settings.discord_token is None:
        print("DISCORD_TOKEN is not set: see the README, or try the sandbox.", file=sys.stderr)
        return EXIT_CONFIGURATION
    token = settings.discord_token.get_secret_value().strip()

    async def serve() -> None:
        client = _client(settings)
        loop = asyncio.get_running_loop()
        farewells: set[asyncio.Task[None]] = set()

        def leave() -> None:
            if not farewells:
                farewells.add(loop.create_task(client.drain_and_close()))

        for number in (signal.SIGTERM, signal.SIGINT):
            # Windows has no such handlers; there Ctrl-C ends the loop instead.
            with suppress(NotImplementedError):
                loop.add_signal_handler(number, leave)
        async with client:
            await client.start(token)
        await asyncio.gather(*farewells)

    try:
        asyncio.run(serve())
    except discord.LoginFailure:
        print("Discord does not accept this DISCORD_TOKEN.", file=sys.stderr)
        return EXIT_CONFIGURATION
    except KeyboardInterrupt:
        pass
    return 0


def _client(settings: Settings, shard_count: int | None = None) -> SelloffClient:
    from bot.client import SelloffClient
    from calc import load_snapshot

    return SelloffClient(settings, load_snapshot(), shard_count=shard_count)


if __name__ == "__main__":
    os.environ.setdefault("MPLBACKEND", "agg")
    sys.exit(main())
