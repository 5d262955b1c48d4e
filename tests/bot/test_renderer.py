"""The renderer: a picture that cannot be had costs no more than its timeout."""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot import renderer as module
from bot.renderer import Renderer


@dataclass(frozen=True)
class FakePicture:
    draw: Callable[[], bytes]
    alt: str
    filename: str


def picture(draw):
    return FakePicture(draw, "alt", "chart.png")


def name_of_thread():
    return threading.current_thread().name.encode()


@pytest.mark.fault("F20")
async def test_picture_is_drawn_in_worker_thread():
    renderer = Renderer(5)
    png = await renderer.draw(picture(name_of_thread))
    assert png is not None
    assert png.startswith(b"drawing")
    renderer.close()


@pytest.mark.fault("F62")
async def test_hanging_picture_times_out_alone():
    release = threading.Event()
    renderer = Renderer(0.1)
    try:
        hanging = asyncio.create_task(renderer.draw(picture(lambda: release.wait(20) and b"late")))
        assert await hanging is None
        assert await renderer.draw(picture(lambda: b"next")) == b"next"
    finally:
        release.set()
        renderer.close()


@pytest.mark.fault("F60")
async def test_failing_picture_is_none():
    renderer = Renderer(5)
    assert await renderer.draw(picture(lambda: 1 / 0)) is None
    renderer.close()


async def test_timeout_excludes_waiting_time():
    renderer = Renderer(0.4)

    def slow(name):
        time.sleep(0.15)
        return name

    names = (b"1", b"2", b"3", b"4")
    asked = [renderer.draw(FakePicture(lambda n=n: slow(n), str(n), "p.png")) for n in names]
    assert await asyncio.gather(*asked) == [b"1", b"2", b"3", b"4"]
    renderer.close()


async def test_waiting_picture_is_drawn_after_hang():
    release = threading.Event()
    renderer = Renderer(0.1)
    try:
        hanging = asyncio.create_task(
            renderer.draw(FakePicture(lambda: release.wait(20), "a", "p.png"))
        )
        waiting = asyncio.create_task(renderer.draw(FakePicture(lambda: b"drawn", "b", "p.png")))
        assert await hanging is None
        assert await waiting == b"drawn"
    finally:
        release.set()
        renderer.close()


async def test_same_picture_is_drawn_once():
    renderer, drawn = Renderer(5), []
    same = picture(lambda: drawn.append(1) or b"same")
    assert await asyncio.gather(renderer.draw(same), renderer.draw(same)) == [b"same", b"same"]
    assert await renderer.draw(same) == b"same"
    assert drawn == [1]
    renderer.close()


async def test_pictures_beyond_queue_are_left_out(monkeypatch):
    monkeypatch.setattr(module, "MAX_WAITING", 2)
    renderer = Renderer(5)
    asked = [FakePicture(lambda: b"x", str(number), "p.png") for number in range(4)]
    assert (await asyncio.gather(*map(renderer.draw, asked))).count(None) == 2
    renderer.close()


async def test_cache_keeps_last_pictures(monkeypatch):
    monkeypatch.setattr(module, "MAX_CACHED", 1)
    renderer, drawn = Renderer(5), []

    def numbered(number):
        return FakePicture(lambda: drawn.append(number) or b"x", str(number), "p.png")

    for number in (1, 2, 1):
        await renderer.draw(numbered(number))
    assert drawn == [1, 2, 1]
    renderer.close()


async def test_cancelled_waiter_leaves_picture_to_others():
    renderer = Renderer(5)
    same = picture(lambda: time.sleep(0.1) or b"same")
    first = asyncio.create_task(renderer.draw(same))
    second = asyncio.create_task(renderer.draw(same))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == b"same"
    assert first.cancelled()
    renderer.close()


async def test_stuck_threads_are_bounded(monkeypatch):
    monkeypatch.setattr(module, "MAX_STUCK", 2)
    release, renderer, begun = threading.Event(), Renderer(0.05), []

    def hang():
        begun.append(threading.current_thread())
        return release.wait(20) and b"late"

    pictures = [FakePicture(hang, str(number), "p.png") for number in range(4)]
    try:
        assert await asyncio.gather(*map(renderer.draw, pictures)) == [None] * 4
        assert len(begun) == 2
    finally:
        release.set()
    for thread in begun:
        thread.join()
    renderer._timeout_seconds = 20
    assert await renderer.draw(picture(lambda: b"drawn")) == b"drawn"
    renderer.close()


async def test_cancel_pending_ends_every_wait():
    release, renderer = threading.Event(), Renderer(60)
    try:
        hanging = picture(lambda: release.wait(20) and b"late")
        waiting = [asyncio.create_task(renderer.draw(hanging)) for _ in range(2)]
        waiting.append(asyncio.create_task(renderer.draw(FakePicture(lambda: b"", "b", "p.png"))))
        await asyncio.sleep(0)
        renderer.cancel_pending()
        assert await asyncio.gather(*waiting) == [None] * 3
    finally:
        release.set()
        renderer.close()


async def test_clear_discards_picture_being_drawn():
    renderer, begun, release = Renderer(5), threading.Event(), threading.Event()

    def old():
        begun.set()
        release.wait(20)
        return b"old"

    drawn = iter([b"new", b"newest"])
    new = picture(lambda: next(drawn))
    before = asyncio.create_task(renderer.draw(picture(old)))
    await asyncio.to_thread(begun.wait, 20)
    renderer.clear()
    after = asyncio.create_task(renderer.draw(new))
    await asyncio.sleep(0)
    release.set()
    assert (await before, await after) == (b"old", b"new")
    assert await renderer.draw(new) == b"new"
    renderer.clear()
    assert await renderer.draw(new) == b"newest"
    renderer.close()


async def test_pictures_in_two_languages_are_two_even_with_one_alt_text():
    renderer = Renderer(5)
    pictures = [picture(lambda: b"simplified"), picture(lambda: b"traditional")]
    assert [await renderer.draw(each) for each in pictures] == [b"simplified", b"traditional"]
    renderer.close()
