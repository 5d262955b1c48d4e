"""Measure answers on a phone, or take a picture of one: ``python -m tests.bench.phone_screen``.

The sandbox shows each answer on its page, which a headless Chromium 390 pixels wide opens. The
height is that of the message without its header: title, words, picture, small print and controls.
``--save`` writes the picture of the README.
"""

import argparse
import asyncio
import base64
import shutil
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import simcord

from bot.client import SelloffClient
from bot.interactions.dispatcher import Dispatcher
from bot.settings import Settings
from calc import load_snapshot
from commands.common.slash_line import parse_slash_line
from commands.registry import COMMANDS, OPENING

WIDTH, HEIGHT, SCALE = 390, 1800, 2
MOST_HEIGHT = 640
# First answers with more words, rows or bullets than the examples have.
FURTHER = (
    "/history",
    "/holders",
    "/ask question:what could the US do if Japan sold?",
    "/ask question:2y +28bp 10y +47bp 30y +44bp dxy -3%: who is selling?",
)
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_READY = """(() => {
    const message = document.querySelector(".channel-message .message-components");
    if (!message) return null;
    const images = [...message.querySelectorAll("img")];
    if (!images.every((image) => image.complete && image.naturalWidth)) return null;
    const whole = document.querySelector(".channel-message");
    whole.scrollIntoView();
    const inner = message.getBoundingClientRect(), outer = whole.getBoundingClientRect();
    // The page is laid out for a desktop first.
    if (outer.width > innerWidth) return null;
    return {height: inner.height, x: outer.x, y: outer.y, width: outer.width, tall: outer.height};
})()"""


class Browser:
    """A headless Chromium or a page of it, driven over its DevTools protocol."""

    def __init__(self, socket, session=None):
        self._socket, self._number = socket, 0
        self._session = {} if session is None else {"sessionId": session}

    async def call(self, method, **params):
        """The result of a method of the protocol."""
        self._number += 1
        call = {"id": self._number, "method": method, "params": params}
        await self._socket.send_json(call | self._session)
        while True:
            message = await self._socket.receive_json()
            if message.get("id") == self._number and "result" in message:
                return message["result"]

    async def open_page(self):
        """A new page as wide as a phone, and as tall as any message."""
        target = await self.call("Target.createTarget", url="about:blank")
        found = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = Browser(self._socket, found["sessionId"])
        await page.call("Page.enable")
        size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": SCALE}
        await page.call("Emulation.setDeviceMetricsOverride", **size, mobile=True)
        return page

    async def measure(self, url):
        """Open a page and wait until its answer is whole: its height and its place."""
        await self.call("Page.navigate", url="about:blank")
        await self.call("Page.navigate", url=url)
        for _ in range(300):
            found = await self.call("Runtime.evaluate", expression=_READY, returnByValue=True)
            if found["result"].get("value"):
                return found["result"]["value"]
            await asyncio.sleep(0.1)
        raise TimeoutError(url)

    async def capture(self, box):
        """A PNG of a part of the page."""
        clip = {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["tall"]}
        taken = await self.call(
            "Page.captureScreenshot", clip={**clip, "scale": 1}, captureBeyondViewport=True
        )
        return base64.b64decode(taken["data"])


@asynccontextmanager
async def browser():
    """A Chromium with one page as wide as a phone."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise SystemExit("Chromium is not installed.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ("--headless=new", "--no-sandbox", "--remote-debugging-port=0")
        process = await asyncio.create_subprocess_exec(
            *(program, *options, f"--user-data-dir={profile}", "about:blank"),
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            while b"DevTools listening on" not in (line := await process.stderr.readline()):
                if not line:
                    raise SystemExit("Chromium did not start.")
            async with (
                aiohttp.ClientSession() as http,
                http.ws_connect(line.split()[-1].decode(), max_msg_size=0) as socket,
            ):
                yield await Browser(socket).open_page()
        finally:
            process.terminate()
            await process.wait()


async def measured(lines, save):
    """The height of the first answer to each line; a picture of the first where it is asked."""
    settings = Settings(_env_file=None)
    client = SelloffClient(settings, Dispatcher(settings, load_snapshot()), shard_count=1)
    heights = {}
    async with browser() as page, client, simcord.run(client, settle_timeout=60) as env:
        await client.user.edit(username="selloff-bot")
        guild = env.create_guild("Phone")
        visitor = guild.add_member(env.create_user("you"))
        for number, line in enumerate(lines):
            channel = guild.create_text_channel(f"line-{number}")
            command, options = parse_slash_line(line)
            async with env.preview(channel, viewers=[visitor], layout="channel", port=0) as shown:
                await visitor.slash(channel, command, **options)
                box = await page.measure(shown.url)
                heights[line] = box["height"]
                if save is not None and number == 0:
                    save.write_bytes(await page.capture(box))
    return heights


def main():
    """Print the heights; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.phone_screen", description=__doc__)
    parser.add_argument(
        "lines", nargs="*", help="questions; the example of each command and more if none"
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="a picture of the first answer")
    options = parser.parse_args()
    lines = options.lines or [
        OPENING,
        *(command.example for command in COMMANDS.values()),
        *FURTHER,
    ]
    heights = asyncio.run(measured(list(dict.fromkeys(lines)), options.save))
    too_tall = 0
    for line, height in heights.items():
        is_too_tall = height > MOST_HEIGHT
        too_tall += is_too_tall
        print(f"{height:6.0f} px  {'!' if is_too_tall else ''}\t{line}")
    return int(too_tall > 0)


if __name__ == "__main__":
    sys.exit(main())
