"""Extraction under asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import threading
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pullquote
import pytest
from pullquote import Document, Extractor, aio

TEXTS = [f"Mayor Ana Ruiz said on Monday: “We will not sell bridge {number}.”" for number in range(40)]


async def collect(articles: Any, **options: Any) -> list[Document]:
    return [document async for document in aio.pipe(articles, **options)]


def test_extract_gives_the_same() -> None:
    document = asyncio.run(aio.extract(TEXTS[0], id="a", published="2024-03-14"))
    assert document == pullquote.extract(TEXTS[0], id="a", published="2024-03-14")


@pytest.mark.parametrize("threads", [1, 3])
def test_pipe_gives_the_same_in_order(threads: int) -> None:
    async def source() -> AsyncIterator[str]:
        for text in TEXTS:
            yield text
            await asyncio.sleep(0)

    wanted = list(pullquote.pipe(TEXTS))
    assert asyncio.run(collect(TEXTS, threads=threads)) == wanted
    assert asyncio.run(collect(source(), threads=threads)) == wanted
    assert asyncio.run(collect([])) == []


def test_an_extractor_of_ones_own() -> None:
    text = TEXTS[0] + "\n\nRead more: Ana Ruiz meets Boris Petrov in Lisbon\n"
    (document,) = asyncio.run(collect([text], extractor=Extractor(boilerplate=True)))
    assert document == pullquote.extract(text, boilerplate=True)


def test_the_loop_stays_free() -> None:
    async def main() -> int:
        turns = 0
        working = asyncio.create_task(aio.extract("Ana Ruiz said no to Tom Okafor. " * 50_000))
        while not working.done():
            turns += 1
            await asyncio.sleep(0.001)
        await working
        return turns

    assert asyncio.run(main()) > 5


def test_an_error_comes_in_its_turn_and_says_where() -> None:
    async def main(articles: Any) -> tuple[int, BaseException]:
        count = 0
        try:
            async for _ in aio.pipe(articles, threads=2):
                count += 1
        except Exception as error:
            return count, error
        raise AssertionError

    count, error = asyncio.run(main([*TEXTS[:5], {"id": "no text"}, *TEXTS]))
    assert count == 5
    assert isinstance(error, pullquote.InvalidInputError)
    assert "article 5" in str(error)

    def failing() -> Iterator[str]:
        yield from TEXTS[:7]
        raise OSError("the source broke")

    count, error = asyncio.run(main(failing()))
    assert (count, str(error)) == (7, "the source broke")
    with pytest.raises(pullquote.InvalidInputError, match="threads"):
        asyncio.run(collect(TEXTS, threads=0))


def test_reading_ahead_is_bounded() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield TEXTS[0]

    async def main() -> None:
        async with contextlib.aclosing(aio.pipe(endless(), threads=2)) as documents:
            count = 0
            async for _ in documents:
                count += 1
                await asyncio.sleep(0.001)
                assert read <= count + 2 * 2 + 3
                if count == 50:
                    break

    asyncio.run(main())


@pytest.mark.filterwarnings("error")
def test_leaving_early_leaves_nothing_behind() -> None:
    complaints: list[dict[str, Any]] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
        async with contextlib.aclosing(aio.pipe([TEXTS[0], 3, 4, *TEXTS], threads=2)) as documents:  # type: ignore[list-item]
            async for _ in documents:
                break
        task = asyncio.create_task(collect(TEXTS * 50, threads=2))
        await asyncio.sleep(0.05)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(main())
    gc.collect()
    assert complaints == []
    end = time.monotonic() + 20
    while any(thread.name.startswith("pullquote") for thread in threading.enumerate()):
        assert time.monotonic() < end
        time.sleep(0.01)
