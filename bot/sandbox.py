"""Run the bot on a local web page, without a Discord account, token or internet.

SimCord stands in for Discord. Only this module knows it, and only the ``sandbox``
subcommand imports this module, so the optional extra stays optional: without it
the import fails with ``ModuleNotFoundError``.
"""

import asyncio
import webbrowser

import discord
import simcord

from bot.exit_codes import UnavailableError
from bot.signals import shutdown_event
from bot.streams import write_line
from commands.common.slash_line import is_slash_command, parse_slash_line
from commands.common.text.errors import REMOVE
from commands.registry import CONTEXT_MENUS

_BOT_NAME = "selloff-bot"
# A first chart on a slow machine also pays for importing and scanning fonts.
_ANSWER_SECONDS = 60.0
_TOPIC = (
    "Type / to ask, or a whole line: /selloff country:china amount:half. The page has no menu of a"
    " message: reply to one with its entry's name, as in: Check this claim"
)
_MENUS = {name.casefold(): name for name in (*(menu.name for menu in CONTEXT_MENUS), REMOVE)}
_LOOK_SECONDS = 0.3


async def serve_sandbox(
    client: discord.Client, *, port: int, open_browser: bool, opening: str
) -> None:
    """Serve the client on a local page until Ctrl-C, SIGTERM or the page's own end button.

    The client logs in to a simulated server with one channel and one member, and is closed on
    return.

    Args:
        client: The bot, not yet started.
        port: Loopback port of the page; 0 picks a free one.
        open_browser: Whether to show the page in the default browser.
        opening: The slash command line that is asked and answered when the page opens.

    Raises:
        UnavailableError: The port is taken.
        ValueError: ``opening`` is not a slash command line.
    """
    command, options = parse_slash_line(opening)
    stop = shutdown_event()
    # The bot logs its own errors, as in production; they must not end the session.
    world = simcord.run(client, check_errors=False, settle_timeout=_ANSWER_SECONDS)
    try:
        async with client, world as env:
            if client.user is not None:
                await client.user.edit(username=_BOT_NAME)
            guild = env.create_guild("Sandbox")
            # The page shows it where one types: "Message #type-a-slash-to-ask".
            channel = guild.create_text_channel("type-a-slash-to-ask", topic=_TOPIC)
            visitor = guild.add_member(env.create_user("you"))
            # The page comes first: a taken port shows before the work of the answer.
            async with env.preview(channel, viewers=[visitor], layout="channel", port=port) as page:
                await visitor.slash(channel, command, **options)
                write_line(f"Sandbox: {page.url}\nPress Ctrl-C to stop.")
                if open_browser:
                    # A browser command may take seconds to return while its window
                    # already asks this loop for the page.
                    await asyncio.to_thread(webbrowser.open, page.url)
                ended = asyncio.create_task(page.wait_closed())
                ended.add_done_callback(lambda _: stop.set())
                typed = asyncio.create_task(run_typed_lines(channel, visitor))
                await stop.wait()
                typed.cancel()
    except simcord.SetupError as error:
        msg = f"The sandbox could not start: {error}. Another port: --port 8766"
        raise UnavailableError(msg) from error


async def run_typed_lines(channel: simcord.ChannelHandle, visitor: simcord.MemberActor) -> None:
    """Run what is sent as a message but is a slash command, as people type it at first.

    A reply with the name of an entry of a message's menu runs that on the message replied to.
    """
    done = channel.last_message.id if channel.last_message else 0
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        messages = channel.history(viewer=visitor)
        for message in messages:
            if message.id > done and message.author.id == visitor.id:
                done = message.id
                menu = _MENUS.get(message.content.strip().casefold())
                replied_to = message.reference.message_id if message.reference else None
                target = next((each for each in messages if each.id == replied_to), None)
                if is_slash_command(message.content):
                    await _run_line(channel, visitor, message.content)
                elif menu is not None and target is not None:
                    await visitor.context_menu(channel, menu, target)


async def _run_line(
    channel: simcord.ChannelHandle, visitor: simcord.MemberActor, line: str
) -> None:
    try:
        command, options = parse_slash_line(line.strip())
        await visitor.slash(channel, command, **options)
    except (ValueError, simcord.SetupError, simcord.OptionError):
        await visitor.slash(channel, "help")
