"""The studio: a picture that cannot be had never costs more than its time."""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot import renderer as drawing
from bot.renderer import Studio


@dataclass
class FakePicture:
    draw: Callable[[], bytes]
    alt: str
    filename: str


def picture(draw):
    return FakePicture(draw, "alt", "chart.png")


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


async def test_a_slow_picture_takes_no_time_from_those_that_wait():
    studio = Studio(0.4)

    def slow(name):
        time.sleep(0.15)
        return name

    names = (b"1", b"2", b"3", b"4")
    asked = [studio.draw(FakePicture(lambda n=n: slow(n), str(n), "p.png")) for n in names]
    assert await asyncio.gather(*asked) == [b"1", b"2", b"3", b"4"]
    studio.close()


async def test_after_a_hang_those_that_wait_are_still_drawn():
    release = threading.Event()
    studio = Studio(0.1)
    try:
        hanging = asyncio.create_task(
            studio.draw(FakePicture(lambda: release.wait(20), "a", "p.png"))
        )
        waiting = asyncio.create_task(studio.draw(FakePicture(lambda: b"drawn", "b", "p.png")))
        assert await hanging is None
        assert await waiting == b"drawn"
    finally:
        release.set()
        studio.close()


async def test_the_same_picture_is_drawn_once():
    studio, drawn = Studio(5), []
    same = picture(lambda: drawn.append(1) or b"same")
    assert await asyncio.gather(studio.draw(same), studio.draw(same)) == [b"same", b"same"]
    assert await studio.draw(same) == b"same"
    assert drawn == [1]
    studio.close()


async def test_too_many_waiting_pictures_are_left_out(monkeypatch):
    monkeypatch.setattr(drawing, "MOST_WAITING", 2)
    studio = Studio(5)
    asked = [FakePicture(lambda: b"x", str(number), "p.png") for number in range(4)]
    assert (await asyncio.gather(*map(studio.draw, asked))).count(None) == 2
    studio.close()


async def test_only_the_last_pictures_are_kept(monkeypatch):
    monkeypatch.setattr(drawing, "MOST_KEPT", 1)
    studio, drawn = Studio(5), []

    def numbered(number):
        return FakePicture(lambda: drawn.append(number) or b"x", str(number), "p.png")

    for number in (1, 2, 1):
        await studio.draw(numbered(number))
    assert drawn == [1, 2, 1]
    studio.close()


async def test_whoever_stops_waiting_does_not_take_the_picture_from_others():
    studio = Studio(5)
    same = picture(lambda: time.sleep(0.1) or b"same")
    first = asyncio.create_task(studio.draw(same))
    second = asyncio.create_task(studio.draw(same))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == b"same"
    assert first.cancelled()
    studio.close()


async def test_when_many_hang_no_more_threads_are_spent_until_one_ends(monkeypatch):
    monkeypatch.setattr(drawing, "MOST_HANGING", 2)
    release, studio, begun = threading.Event(), Studio(0.05), []

    def hang():
        begun.append(threading.current_thread())
        return release.wait(20) and b"late"

    pictures = [FakePicture(hang, str(number), "p.png") for number in range(4)]
    try:
        assert await asyncio.gather(*map(studio.draw, pictures)) == [None] * 4
        assert len(begun) == 2
    finally:
        release.set()
    for thread in begun:
        thread.join()
    studio._seconds_each = 20
    assert await studio.draw(picture(lambda: b"drawn")) == b"drawn"
    studio.close()


async def test_when_it_is_time_to_leave_nobody_waits_for_a_picture_any_longer():
    release, studio = threading.Event(), Studio(60)
    try:
        hanging = picture(lambda: release.wait(20) and b"late")
        waiting = [asyncio.create_task(studio.draw(hanging)) for _ in range(2)]
        waiting.append(asyncio.create_task(studio.draw(FakePicture(lambda: b"", "b", "p.png"))))
        await asyncio.sleep(0)
        studio.give_up()
        assert await asyncio.gather(*waiting) == [None] * 3
    finally:
        release.set()
        studio.close()


async def test_a_newer_market_has_pictures_of_its_own_even_while_one_is_drawn():
    studio, begun, release = Studio(5), threading.Event(), threading.Event()

    def old():
        begun.set()
        release.wait(20)
        return b"old"

    before = asyncio.create_task(studio.draw(picture(old)))
    await asyncio.to_thread(begun.wait, 20)
    studio.forget()
    after = asyncio.create_task(studio.draw(picture(lambda: b"new")))
    await asyncio.sleep(0)
    release.set()
    assert (await before, await after) == (b"old", b"new")
    assert await studio.draw(picture(lambda: 1 / 0)) == b"new"
    studio.forget()
    assert await studio.draw(picture(lambda: b"newest")) == b"newest"
    studio.close()
