"""Many articles through one extractor: ordered, lazy, and in bounded memory.

Articles are read in the caller's thread and packed into batches. A worker takes a batch at a time into C++, which gives up
the GIL once for all of it. The batches under way stand in a queue in the order of reading; documents leave at its head.
The queue holds at most two batches per worker, and a batch a bounded amount of text, so memory does not grow.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Sized
from contextlib import closing
from typing import TYPE_CHECKING, Protocol, TypeVar

from pullquote import _core
from pullquote.errors import InputTypeError, InvalidInputError, MissingExtraError, PullquoteError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from pullquote._core import Article, Document

    Result = tuple[list[Document], BaseException | None]

Source = TypeVar("Source")

# A batch closes at this many code points, however few articles it holds.
_BATCH_TEXT = 1_000_000


class BatchExtractor(Protocol):
    """What the pipeline needs of an extractor."""

    def extract_batch(
        self, articles: Sequence[Article], boilerplate: bool, cancellation: _core.Cancellation
    ) -> tuple[list[Document], BaseException | None]:
        """The documents up to the first failure, and that failure."""


def pipe(
    extractor: BatchExtractor,
    sources: Iterable[Source],
    read: Callable[[Source], Article],
    *,
    boilerplate: bool,
    threads: int | None,
    progress: bool,
    batch_size: int,
) -> Generator[Document, None, None]:
    """The documents of `sources`, each made an article by `read`. Wrong arguments raise here, before the first is read."""
    workers = count_workers(threads)
    size = _at_least_one(batch_size, "batch_size")
    if isinstance(sources, (str, bytes)):
        raise InputTypeError(
            f"expected an iterable of articles, found one {type(sources).__name__}",
            where="articles",
            hint="pass a list, or use pullquote.extract for one article",
            code="input-type",
        )
    try:
        iterator = iter(sources)
    except TypeError:
        raise InputTypeError(
            f"expected an iterable of articles, found {type(sources).__name__}", where="articles", code="input-type"
        ) from None
    reader = _Reader(iterator, read, size)
    documents = _run(extractor, reader, boilerplate, workers)
    return _show_progress(documents, sources) if progress else documents


def count_workers(threads: int | None) -> int:
    """How many threads work: as asked for, or one per available core."""
    return _available_cores() if threads is None else _at_least_one(threads, "threads")


def _at_least_one(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InputTypeError(f"expected int, found {type(value).__name__}", where=name, code="input-type")
    if value < 1:
        raise InvalidInputError(f"expected 1 or more, found {value}", where=name, code="invalid-input")
    return value


def _available_cores() -> int:
    # A container or `taskset` may leave a process fewer cores than the machine has.
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Batch:
    """Some articles in a row, and the number of the first."""

    __slots__ = ("articles", "first")

    def __init__(self, first: int) -> None:
        self.first = first
        self.articles: list[Article] = []


class _Reader:
    """Packs articles into batches until the source ends or fails; a failure waits in `failure` for its turn."""

    def __init__(self, iterator: Iterator[Source], read: Callable[[Source], Article], size: int) -> None:
        self._articles = map(read, iterator)
        self._size = size
        self._count = 0
        self.finished = False
        self.failure: Exception | None = None

    def next_batch(self) -> _Batch | None:
        """The next articles, or None where there are no more."""
        batch = _Batch(self._count)
        text = 0
        while not self.finished and len(batch.articles) < self._size and text < _BATCH_TEXT:
            try:
                article = next(self._articles)
            except StopIteration:
                self.finished = True
            except Exception as error:
                self.finished = True
                self.failure = error
                if isinstance(error, PullquoteError):
                    say_where(error, self._count)
            else:
                batch.articles.append(article)
                text += len(article)
                self._count += 1
        return batch if batch.articles else None


def say_where(error: BaseException, index: int, id: str | None = None) -> None:
    """Adds to an error which article it is about: a note for any error, and for our own also the place."""
    place = f"article {index}" + (f", id {id!r}" if id is not None else "")
    if isinstance(error, PullquoteError):
        error.where = f"{place}, {error.where}" if error.where else place
    elif hasattr(error, "add_note"):  # Python 3.11
        error.add_note(f"while extracting {place}")


def _documents(batch: _Batch, result: Result) -> Iterator[Document]:
    documents, failure = result
    yield from documents
    if failure is not None:
        index = len(documents)
        say_where(failure, batch.first + index, batch.articles[index].id)
        raise failure


def _run(
    extractor: BatchExtractor, reader: _Reader, boilerplate: bool, workers: int
) -> Generator[Document, None, None]:
    cancellation = _core.Cancellation()
    if workers == 1:
        while (batch := reader.next_batch()) is not None:
            yield from _documents(batch, extractor.extract_batch(batch.articles, boilerplate, cancellation))
    else:
        yield from _run_threads(extractor, reader, boilerplate, workers, cancellation)
    if reader.failure is not None:
        raise reader.failure


def _run_threads(
    extractor: BatchExtractor, reader: _Reader, boilerplate: bool, workers: int, cancellation: _core.Cancellation
) -> Generator[Document, None, None]:
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(workers, thread_name_prefix="pullquote")
    under_way: deque[tuple[_Batch, Future[Result]]] = deque()
    try:
        while True:
            # What is ready leaves first, so that a slow source does not hold back documents that are there.
            while under_way and (reader.finished or len(under_way) >= 2 * workers or under_way[0][1].done()):
                batch, future = under_way.popleft()
                yield from _documents(batch, future.result())
            next_batch = reader.next_batch()
            if next_batch is not None:
                future = pool.submit(extractor.extract_batch, next_batch.articles, boilerplate, cancellation)
                under_way.append((next_batch, future))
            elif not under_way:
                return
    finally:
        # Also where the caller closes the generator, an article fails, or Ctrl-C comes: a worker ends after the article in
        # its hands, and nobody waits for it.
        cancellation.cancel()
        pool.shutdown(wait=False, cancel_futures=True)


def _show_progress(documents: Generator[Document, None, None], sources: object) -> Generator[Document, None, None]:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        raise MissingExtraError(
            "progress=True needs tqdm", hint="pip install 'pullquote[progress]'", code="missing-extra"
        ) from None
    total = len(sources) if isinstance(sources, Sized) else None

    def counted() -> Generator[Document, None, None]:
        with closing(documents), tqdm(total=total, unit=" articles") as bar:
            for document in documents:
                bar.update()
                yield document

    return counted()
