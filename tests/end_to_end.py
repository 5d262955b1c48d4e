"""Run the unchanged process against a stand-in for Discord: ``python -m tests.end_to_end FOLDER``.

FOLDER holds the package ``harness``, which plays Discord's gateway and REST interface on loopback
and checks every request against Discord's published interface description. Everything is played
over the gateway, then over HTTP.
"""

import argparse
import asyncio
import importlib
import os
import socket
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASK = "/selloff country:japan amount:200b"
BOT = [sys.executable, "-m", "bot"]
PRIVATE = ("Why?", "Math", "More")
LABELS = ("$200 billion in one day", "$400 billion in a month", "A panic", "For me?", *PRIVATE)


class EndToEndError(Exception):
    """The process did something wrong."""


def need(holds, what):
    if not holds:
        raise EndToEndError(what)


async def ask(discord, kind="guild"):
    """Ask the main question in a context and check the whole answer."""
    user = discord.user("ann")
    reply = await discord.slash(ASK, user=user, place=discord.where(kind, user))
    check(reply, kind)
    return reply


def check(reply, what):
    need(reply.status == "message", f"{what}: {reply.status}")
    need("If Japan sold $200 billion" in reply.text, f"{what}: {reply.text[:80]}")
    (file,) = reply.files
    need(file.data.startswith(b"\x89PNG"), f"{what}: no picture")
    need(len(file.description or "") > 80, f"{what}: no alt text")
    need(reply.complete_ms < 2000, f"{what}: {reply.complete_ms:.0f} ms")
    print(f"ok   {what}: complete in {reply.complete_ms:.0f} ms", flush=True)


async def check_contexts(discord):
    for kind in ("guild", "dm", "private", "user-guild"):
        await ask(discord, kind)


async def check_faults_of_the_callback(discord):
    for fault, times in (("502", 1), ("502", 2), ("drop", 1)):
        discord.fault(fault, "POST /interactions/*", times=times)
        reply = await discord.slash(ASK)
        need("If Japan sold" in reply.text, f"after {times} x {fault}: {reply.status}")
        print(f"ok   after {times} x {fault}: {reply.complete_ms:.0f} ms", flush=True)


async def check_errors_are_private(discord):
    for text in ("country:mars amount:5b", "country:japan amount:200 bananas"):
        reply = await discord.slash(f"/selloff {text}")
        need(reply.ephemeral and not reply.files, f"{text}: not one private sentence")
        print(f"ok   {text}: {reply.text}", flush=True)


async def check_autocomplete(discord):
    reply = await discord.autocomplete("/selloff country:ja")
    need("Japan" in str(reply.dict()), "autocomplete does not know Japan")
    print("ok   autocomplete", flush=True)


async def check_claims(discord):
    wrong = "Japan holds $120 billion of Treasuries"
    reply = await discord.slash(f"/claim text:{wrong}")
    need("slip of billions" in reply.text and not reply.ephemeral, f"/claim: {reply.text[:80]}")
    reply = await discord.context_menu("Check this claim", discord.say(f"Wow! {wrong}, they say"))
    need("slip of billions" in reply.text and reply.ephemeral, f"menu: {reply.text[:80]}")
    reply = await discord.context_menu("Check this claim", discord.say("Nice weather " * 100))
    need("nothing here I can check" in reply.text, f"menu: {reply.text[:80]}")
    print(f"ok   claims, and the menu in {reply.complete_ms:.0f} ms", flush=True)


async def check_removal(discord):
    """The asker takes an answer back; where the bot is no member, Discord refuses."""
    for kind, expected in (("guild", "is removed"), ("user-guild", "does not let me")):
        user = discord.user("ann")
        place = discord.where(kind, user)
        answer = (await discord.slash(ASK, user=user, place=place)).message
        reply = await discord.context_menu("Remove this answer", answer, user=user, place=place)
        need(reply.ephemeral and expected in reply.text, f"removal in {kind}: {reply.text}")
        print(f"ok   removal in {kind}: {reply.text}", flush=True)


async def tap(discord, reply, label):
    """Click the button of this label, or choose this entry of a menu."""
    for row in reply.components:
        for select in row.get("components", ()):
            for option in select.get("options", ()):
                if option["label"] == label:
                    chosen, menu = option["value"], select["custom_id"]
                    return await discord.select(reply, chosen, custom_id=menu)
    return await discord.click(reply, label)


async def check_buttons_after_restart(discord, before):
    for label, reply in zip(LABELS, before, strict=True):
        pressed = await tap(discord, reply, label)
        need(pressed.status in {"message", "updated"}, f"{label}: {pressed.status}")
        is_private = label in PRIVATE
        need(bool(pressed.ephemeral) is is_private, f"{label}: wrong audience")
        need(is_private or pressed.files, f"{label}: no picture")
        print(f"ok   {label}, after a restart: {pressed.complete_ms:.0f} ms", flush=True)


async def check_health(environment, expected):
    health = await asyncio.create_subprocess_exec(
        *BOT, "health", cwd=ROOT, env=os.environ | environment, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await health.communicate()
    need(health.returncode == expected, f"health: {said.decode()}")
    print(f"ok   {said.decode().strip()}", flush=True)


async def check_sigterm_drains(discord, bot):
    """SIGTERM during the deferral: the answer still comes."""
    discord.fault("slow-answer", "POST /interactions/*", times=1, seconds=1.0)
    last = asyncio.create_task(discord.slash("/selloff country:norway amount:123b over:day"))
    await asyncio.sleep(0.3)
    need(await bot.stop() == 0, "SIGTERM did not end in exit code 0")
    reply = await last
    need("If Norway sold $123 billion" in reply.text and reply.files, f"last: {reply.status}")
    print(f"ok   asked before SIGTERM: complete in {reply.complete_ms:.0f} ms", flush=True)


async def play(harness, transport, data):
    """Play everything over one transport; any wrong step or refused request fails the run."""
    print(f"-- over {transport}", flush=True)
    port = free_port()
    url = f"http://127.0.0.1:{port}/interactions" if transport == "http" else None
    command = [*BOT, "serve", "--port", str(port)] if url else BOT
    environment = {"DATA_DIR": data, "REFRESH_HOURS": "0"}
    async with harness.Harness(interactions_url=url) as discord:

        async def start(**more):
            bot = await discord.start_bot(command, cwd=str(ROOT), env=environment | more)
            if url:
                await listening(port)
                await discord.discord.http_handshake()
            return bot

        first = await start()
        await check_contexts(discord)
        await check_faults_of_the_callback(discord)
        await check_errors_are_private(discord)
        await check_autocomplete(discord)
        await check_claims(discord)
        await check_removal(discord)
        before = [await ask(discord) for _ in LABELS]
        await check_health(environment, expected=0)
        need(await first.stop() == 0, "SIGTERM did not end in exit code 0")
        await check_health(environment, expected=1)
        second = await start()
        await check_buttons_after_restart(discord, before)
        await second.stop()
        third = await start(DEFER_AFTER_SECONDS="0")
        await check_sigterm_drains(discord, third)
        registrations = [each for each in discord.discord.requests if each["method"] == "PUT"]
        need(len(registrations) == 1, f"commands registered {len(registrations)} times, not once")
        for bot in (first, second):
            size = bot.rss_peak / 2**20
            print(f"     ready {bot.ready_ms:.0f} ms, peak {size:.0f} MiB, {bot.cpu:.1f} CPU s")
        findings = discord.findings("violation", "warning")
        for finding in findings:
            print(finding)
        need(not findings, "Discord would object")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


async def listening(port):
    for _ in range(600):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise EndToEndError("the bot does not listen")


async def main(folder):
    """Play over both transports, one after the other."""
    sys.path.insert(0, str(folder))
    harness = importlib.import_module("harness")
    with tempfile.TemporaryDirectory() as data:
        for transport in ("gateway", "http"):
            await play(harness, transport, data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end", description=__doc__)
    parser.add_argument("folder", type=Path, help="that holds the package harness")
    options = parser.parse_args()
    if not (options.folder / "harness" / "__init__.py").is_file():
        parser.error(f"no package harness in {options.folder}")
    try:
        asyncio.run(main(options.folder))
    except EndToEndError as error:
        sys.exit(f"FAIL {error}")
