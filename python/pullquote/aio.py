"""Extraction in programs that use asyncio.

Work is done on threads, which run in parallel since the GIL is released, and the event loop stays free.

>>> import asyncio
>>> from pullquote import aio
>>> asyncio.run(aio.extract("Ana Ruiz said: “No.”"))
Document(20 characters, 1 entity, 1 quote)
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from pullquote import _pipeline
from pullquote import extract as _extract
from pullquote._articles import read_article
from pullquote.errors import PullquoteError
from pullquote.extractor import shipped

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterable
    from datetime import date

    from pullquote import Document, Extractor
    from pullquote._articles import ArticleLike

__all__ = ["extract", "pipe"]


async def extract(
    text: str | bytes, *, id: str | None = None, published: date | str | None = None, boilerplate: bool = False
) -> Document:
    """`pullquote.extract` on a thread."""
    return await asyncio.to_thread(_extract, text, id=id, published=published, boilerplate=boilerplate)


async def pipe(
    articles: AsyncIterable[ArticleLike] | Iterable[ArticleLike],
    *,
    threads: int | None = None,
    extractor: Extractor | None = None,
) -> AsyncGenerator[Document, None]:
    """The documents of many articles, in their order, each as soon as it is there.

    At most two articles a thread are read ahead, so a source that never ends needs no more memory than a short one. An error,
    of an article or of the source, is raised after the documents before it. Leaving the loop drops what is not begun; close
    the generator (`contextlib.aclosing`) to have that at once.

    Args:
        articles: as for `pullquote.pipe`, or an asynchronous iterable of them.
        threads: how many threads extract; None for one per available core.
        extractor: an extractor of one's own; the shipped model if None.

    Raises:
        InputTypeError: an article or an argument has the wrong type.
        InvalidInputError: an article has no text or a date that is not in the calendar; `threads` is below 1.
    """
    workers = _pipeline.count_workers(threads)
    extractor = await asyncio.to_thread(shipped, False) if extractor is None else extractor
    pool = ThreadPoolExecutor(workers, thread_name_prefix="pullquote")
    # None stands for the end.
    queue: asyncio.Queue[asyncio.Future[Document] | None] = asyncio.Queue(2 * workers)
    reading = asyncio.create_task(_read(_asynchronous(articles), extractor, pool, queue))
    number = 0
    try:
        while (future := await queue.get()) is not None:
            try:
                document = await future
            except PullquoteError as error:
                _pipeline.say_where(error, number)
                raise
            yield document
            number += 1
    finally:
        reading.cancel()
        pool.shutdown(wait=False, cancel_futures=True)
        await asyncio.gather(reading, return_exceptions=True)
        while not queue.empty():
            left = queue.get_nowait()
            # Asked for its failure, or asyncio would complain that nobody was.
            if left is not None and not left.cancel() and not left.cancelled():
                left.exception()


async def _read(
    articles: AsyncIterator[ArticleLike],
    extractor: Extractor,
    pool: ThreadPoolExecutor,
    queue: asyncio.Queue[asyncio.Future[Document] | None],
) -> None:
    loop = asyncio.get_running_loop()

    def work(source: ArticleLike) -> Document:
        return extractor._core.extract(read_article(source), extractor.boilerplate)

    try:
        async for article in articles:
            await queue.put(loop.run_in_executor(pool, work, article))
    except Exception as error:
        # Of the source: it waits for its turn.
        failed = loop.create_future()
        failed.set_exception(error)
        await queue.put(failed)
    else:
        await queue.put(None)


async def _asynchronous(articles: AsyncIterable[ArticleLike] | Iterable[ArticleLike]) -> AsyncIterator[ArticleLike]:
    if isinstance(articles, AsyncIterable):
        async for article in articles:
            yield article
    else:
        for article in articles:
            yield article
