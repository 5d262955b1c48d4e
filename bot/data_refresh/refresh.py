"""One round: every source asked once, what is good kept, and how it went."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from bot.data_refresh.market_files import packaged
from bot.data_refresh.registry import SOURCES
from bot.data_refresh.smoke_test import proved
from bot.data_refresh.validation import RefusedError
from bot.observability.logs import log_error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.data_refresh.fetcher import Fetcher
    from bot.data_refresh.market_files import Fresh
    from bot.data_refresh.registry import Source
    from bot.data_refresh.store import Store
    from calc import MarketSnapshot


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one source went.

    Args:
        source: The source.
        before: The day of what was known.
        after: The day of what is known now.
        failure: Why nothing could be taken; empty if it could.
    """

    source: Source
    before: date
    after: date
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Who wants to know how a round goes.

    Args:
        starting: Told of each source before it is asked.
        ended: Told how it went.
    """

    starting: Callable[[Source], None] = lambda _: None
    ended: Callable[[Outcome], None] = lambda _: None


@dataclass(frozen=True, slots=True)
class Round:
    """How all sources went.

    Args:
        outcomes: One for each source.
        snapshot: The market as it is now known; None if nothing changed.
        storing_failure: Why it could not be stored; empty if it could.
    """

    outcomes: tuple[Outcome, ...]
    snapshot: MarketSnapshot | None
    storing_failure: str = ""


_UNSEEN = Progress()


async def refresh(
    store: Store,
    fetcher: Fetcher,
    today: date,
    *,
    sources: Sequence[Source] = SOURCES,
    progress: Progress = _UNSEEN,
) -> Round:
    """Ask every source once; never fails.

    That a source cannot be asked is only in the outcome; what it should not have served is logged.

    Args:
        store: What is known and where it is kept.
        fetcher: Asks.
        today: Nothing can be dated later.
        sources: Which.
        progress: Told how it goes.
    """
    known = first = await asyncio.to_thread(_known, store)
    snapshot = None
    outcomes = []
    for source in sources:
        progress.starting(source)
        before = source.date_of(known)
        failure = ""
        try:
            text = await fetcher.text(source.address(today), source.limit_bytes)
            newer = await asyncio.to_thread(_taken, source, text, known, today)
        except (aiohttp.ClientError, OSError) as error:
            failure = _in_a_line(error)
        except ValueError as error:
            log_error(f"refresh: {source.name} stays as it was", error)
            failure = _in_a_line(error)
        else:
            if newer is not None:
                known, snapshot = newer
        outcomes.append(Outcome(source, before, source.date_of(known), failure))
        progress.ended(outcomes[-1])
    storing_failure = ""
    if known != first:
        try:
            await asyncio.to_thread(store.save, known)
        except OSError as error:
            log_error("refresh: the new data cannot be stored", error)
            storing_failure = _in_a_line(error)
    return Round(tuple(outcomes), snapshot, storing_failure)


def _known(store: Store) -> Fresh:
    try:
        return store.load()
    except (OSError, ValueError) as error:
        log_error("refresh: the stored data cannot be read", error)
        return packaged()


def _taken(
    source: Source, text: str, known: Fresh, today: date
) -> tuple[Fresh, MarketSnapshot] | None:
    """What is known now, with the market that it makes; None if nothing is new."""
    try:
        newer = source.update(text, known, today)
    except ValueError:
        raise
    except Exception as error:
        raise RefusedError("not what was expected at all") from error
    return None if newer == known else (newer, proved(newer))


def _in_a_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]
