"""The studio: a picture that cannot be had never costs more than its time."""

import asyncio
import threading

from bot.drawing import Studio
from commands.answer import Picture


def picture(draw):
    return Picture(draw, "alt", "chart.png")


def name_of_thread():
    return threading.current_thread().name.encode()


async def test_a_picture_is_drawn_beside_the_event_loop():
    studio = Studio(5)
    png = await studio.draw(picture(name_of_thread))
    assert png is not None
    assert png.startswith(b"drawing")
    studio.close()


async def test_a_picture_that_hangs_is_given_up_and_blocks_no_other():
    release = threading.Event()
    studio = Studio(0.1)
    try:
        hanging = asyncio.create_task(studio.draw(picture(lambda: release.wait(20) and b"late")))
        assert await hanging is None
        assert await studio.draw(picture(lambda: b"next")) == b"next"
    finally:
        release.set()
        studio.close()


async def test_a_picture_that_fails_is_none():
    studio = Studio(5)
    assert await studio.draw(picture(lambda: 1 / 0)) is None
    studio.close()
