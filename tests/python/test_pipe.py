"""`pipe`: order, laziness, bounded memory, the first failure, and what ends it early."""

from __future__ import annotations

import gc
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import pullquote
import pytest
import samples
from pullquote import Document, InputTypeError, InvalidInputError, MissingExtraError, _core, _pipeline
from pullquote._articles import ArticleLike, read_article

THREADS = [1, 2, 5]


def article(number: int) -> str:
    return f"Ana Number{number} said: “We will reopen bridge {number}.”\n" * (1 + number % 7)


class Source:
    """An endless stream of articles that counts how many were asked for."""

    def __init__(self, make: Callable[[int], Any] = article) -> None:
        self.read = 0
        self._make = make

    def __iter__(self) -> Iterator[Any]:
        while True:
            self.read += 1
            yield self._make(self.read - 1)


def collect(documents: Iterator[Document], given: list[Document]) -> None:
    """Appends the documents one by one, so that those before a failure are there."""
    for document in documents:
        given.append(document)


def pullquote_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("pullquote")]


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    yield
    gc.collect()
    deadline = time.monotonic() + 10
    while pullquote_threads() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert pullquote_threads() == []


@pytest.mark.parametrize("threads", THREADS)
@pytest.mark.parametrize("batch_size", [1, 3, 16])
def test_documents_come_in_order_and_are_those_of_extract(threads: int, batch_size: int) -> None:
    articles = [article(number) for number in range(101)]
    documents = list(pullquote.pipe(articles, threads=threads, batch_size=batch_size))
    assert documents == [pullquote.extract(text) for text in articles]


def test_nothing_gives_nothing() -> None:
    assert list(pullquote.pipe([])) == []


def test_articles_in_each_form() -> None:
    articles: list[ArticleLike] = [
        "Ana Ruiz",
        b"Ana \xff",
        {"text": "a"},
        {"text": b"b", "id": "x", "published": "2024-03-14", "url": "…"},
        {"text": "c", "id": None, "published": date(2024, 3, 15)},
    ]
    documents = list(pullquote.pipe(articles))
    assert [document.text for document in documents] == ["Ana Ruiz", "Ana \ufffd", "a", "b", "c"]
    assert [document.id for document in documents] == [None, None, None, "x", None]
    assert [document.published for document in documents] == [None, None, None, date(2024, 3, 14), date(2024, 3, 15)]


def test_boilerplate_is_asked_for() -> None:
    text = samples.TEXT + "\nRead more: Ana Ruiz meets Boris Petrov in Lisbon\n"
    (document,) = pullquote.pipe([text], boilerplate=True)
    assert document == pullquote.extract(text, boilerplate=True)
    (document,) = pullquote.Extractor(boilerplate=True).pipe([text])
    assert document == pullquote.extract(text, boilerplate=True)


def test_two_pipes_at_once() -> None:
    texts = [article(number) for number in range(200)]
    pairs = zip(pullquote.pipe(texts, threads=2), pullquote.pipe(reversed(texts), threads=2), strict=True)
    for text, (one, other) in zip(texts, pairs, strict=True):
        assert one.text == text
        assert other.text == texts[len(texts) - 1 - texts.index(text)]


# ---- laziness -----------------------------------------------------------------------------------------------------


def test_nothing_is_read_before_it_is_asked_for() -> None:
    source = Source()
    pullquote.pipe(source).close()
    documents = pullquote.pipe(source)
    assert source.read == 0
    next(documents)
    assert source.read > 0
    documents.close()


@pytest.mark.parametrize("threads", THREADS)
def test_reading_ahead_is_bounded(threads: int) -> None:
    source = Source()
    ahead = 4 * (2 * threads + 1)
    with_generator = pullquote.pipe(source, threads=threads, batch_size=4)
    for given, document in enumerate(itertools.islice(with_generator, 500)):
        assert document.text == article(given)
        assert source.read <= given + 1 + ahead
    with_generator.close()
    assert source.read <= 500 + ahead


def test_long_articles_make_small_batches() -> None:
    source = Source(lambda number: "x" * 600_000)
    documents = pullquote.pipe(source, threads=1, batch_size=1000)
    next(documents)
    assert source.read == 2
    documents.close()


def test_what_is_ready_does_not_wait_for_a_slow_source() -> None:
    extracted = threading.Event()

    class Watched:
        def extract_batch(
            self, articles: Sequence[_core.Article], boilerplate: bool, cancellation: _core.Cancellation
        ) -> tuple[list[Document], BaseException | None]:
            result = CORE.extract_batch(articles, boilerplate, cancellation)
            extracted.set()
            return result

    def slow() -> Iterator[str]:
        yield article(0)
        assert extracted.wait(10)
        time.sleep(0.1)
        yield article(1)
        pytest.fail("the first document was ready and not given")

    documents = pipe_of(Watched(), slow(), threads=2, batch_size=1)
    assert next(documents).text == article(0)
    documents.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_is_flat() -> None:
    program = """
import itertools, os, pullquote
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
texts = (f"Ana Number{n} said: “We will not sell.” " * 40 for n in itertools.count())
documents = pullquote.pipe(texts, threads=2)
for _ in itertools.islice(documents, 1000): pass
before = resident()
for _ in itertools.islice(documents, 6000): pass
print(resident() - before)
documents.close()
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(result.stdout) < 4 << 20  # the texts alone are 10 MB


# ---- failures -----------------------------------------------------------------------------------------------------

CORE = pullquote.Extractor()._core


def pipe_of(extractor: _pipeline.BatchExtractor, articles: Any, **options: Any) -> Any:
    settings: dict[str, Any] = {"boilerplate": False, "threads": 2, "progress": False, "batch_size": 4}
    return _pipeline.pipe(extractor, articles, read_article, **(settings | options))


@pytest.mark.parametrize("threads", THREADS)
@pytest.mark.parametrize(
    ("bad", "error", "what", "where"),
    [
        (None, InputTypeError, "expected str, bytes or a mapping, found NoneType", "article 10, article"),
        (("id", "text"), InputTypeError, "found tuple", "article 10, article"),
        ({"id": "x"}, InvalidInputError, '"text" is missing', "article 10, article"),
        ({"text": None}, InputTypeError, "expected str or bytes, found NoneType", "article 10, text"),
        ({"text": "", "id": 7}, InputTypeError, "expected str or None, found int", "article 10, id"),
        ({"text": "", "published": "soon"}, InvalidInputError, "not a day of the calendar", "article 10"),
    ],
)
def test_a_bad_article_raises_after_those_before_it(
    threads: int, bad: Any, error: type[pullquote.PullquoteError], what: str, where: str
) -> None:
    source = Source(lambda number: bad if number == 10 else article(number))
    given: list[Document] = []
    with pytest.raises(error) as caught:
        collect(pullquote.pipe(source, threads=threads, batch_size=4), given)
    assert [document.text for document in given] == [article(number) for number in range(10)]
    assert source.read == 11
    assert what in caught.value.what
    assert caught.value.where == where


@pytest.mark.parametrize("threads", THREADS)
def test_an_error_of_the_iterable_comes_through(threads: int) -> None:
    class TheirsError(Exception):
        pass

    def source() -> Iterator[str]:
        yield from (article(number) for number in range(10))
        raise TheirsError("disk on fire")

    given: list[Document] = []
    with pytest.raises(TheirsError, match="disk on fire"):
        collect(pullquote.pipe(source(), threads=threads, batch_size=4), given)
    assert [document.text for document in given] == [article(number) for number in range(10)]


class Failing:
    """Extracts as the real one does, and fails at the articles of some ids, as a core that runs out of memory would."""

    def __init__(self, *ids: str, slow: str = "") -> None:
        self._ids = ids
        self._slow = slow

    def extract_batch(
        self, articles: Sequence[_core.Article], boilerplate: bool, cancellation: _core.Cancellation
    ) -> tuple[list[Document], BaseException | None]:
        good = list(itertools.takewhile(lambda article: article.id not in self._ids, articles))
        if any(article.id == self._slow for article in articles):
            time.sleep(0.2)
        documents, failure = CORE.extract_batch(good, boilerplate, cancellation)
        assert failure is None
        return documents, None if len(good) == len(articles) else MemoryError(f"no room for {articles[len(good)].id}")


@pytest.mark.parametrize("threads", THREADS)
def test_the_first_failure_of_a_worker_is_the_one_raised(threads: int) -> None:
    articles = [{"id": str(number), "text": article(number)} for number in range(60)]
    # The batch of 13 fails long after those of 20 and 40 did.
    failing = Failing("13", "20", "40", slow="12")
    given: list[Document] = []
    with pytest.raises(MemoryError, match="no room for 13") as caught:
        collect(pipe_of(failing, articles, threads=threads), given)
    assert [document.id for document in given] == [str(number) for number in range(13)]
    if sys.version_info >= (3, 11):
        assert caught.value.__notes__ == ["while extracting article 13, id '13'"]


@pytest.mark.parametrize("threads", THREADS)
def test_a_worker_that_raises_does_not_hang(threads: int) -> None:
    class Broken:
        def extract_batch(self, *arguments: object) -> tuple[list[Document], BaseException | None]:
            raise RuntimeError("out of order")

    with pytest.raises(RuntimeError, match="out of order"):
        list(pipe_of(Broken(), Source(), threads=threads))


def test_failures_of_the_core_reach_python() -> None:
    documents, failure = CORE.extract_batch([_core.Article("Ana Ruiz")], False, _core.Cancellation())
    assert (len(documents), failure) == (1, None)
    with pytest.raises(TypeError):
        CORE.extract_batch(["Ana Ruiz"], False, _core.Cancellation())  # type: ignore[list-item]


# ---- arguments ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("articles", ["one text", b"one text", None, 3])
def test_articles_must_be_iterable_and_not_one_text(articles: Any) -> None:
    with pytest.raises(InputTypeError, match="expected an iterable of articles") as caught:
        pullquote.pipe(articles)
    assert caught.value.where == "articles"


@pytest.mark.parametrize("name", ["threads", "batch_size"])
def test_counts_are_checked_at_once(name: str) -> None:
    for value in (0, -1):
        with pytest.raises(InvalidInputError, match="1 or more") as caught:
            pullquote.pipe([], **{name: value})  # type: ignore[arg-type]
        assert caught.value.where == name
    for value in (1.5, "2", True):  # type: ignore[assignment]
        with pytest.raises(InputTypeError, match="expected int"):
            pullquote.pipe([], **{name: value})  # type: ignore[arg-type]


# ---- progress -----------------------------------------------------------------------------------------------------


def test_progress_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    texts = [article(number) for number in range(20)]
    assert list(pullquote.pipe(texts, progress=True)) == list(pullquote.pipe(texts))
    assert "20/20" in capsys.readouterr().err
    assert len(list(pullquote.pipe(iter(texts), progress=True))) == 20
    assert "20 articles" in capsys.readouterr().err


def test_progress_ends_with_the_generator() -> None:
    pytest.importorskip("tqdm")
    documents = pullquote.pipe(Source(), progress=True, threads=2)
    next(documents)
    documents.close()


def test_without_tqdm_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(MissingExtraError) as caught:
        pullquote.pipe([], progress=True)
    assert str(caught.value) == "progress=True needs tqdm: pip install 'pullquote[progress]'"


# ---- ends ---------------------------------------------------------------------------------------------------------


def test_closing_drops_what_is_not_begun() -> None:
    begun: list[str | None] = []
    release = threading.Event()

    class Slow:
        def extract_batch(
            self, articles: Sequence[_core.Article], boilerplate: bool, cancellation: _core.Cancellation
        ) -> tuple[list[Document], BaseException | None]:
            begun.append(articles[0].id)
            if len(begun) > 1:
                release.wait(10)
            return CORE.extract_batch(articles, boilerplate, cancellation)

    articles = ({"id": str(number), "text": article(number)} for number in itertools.count())
    documents = pipe_of(Slow(), articles, threads=2, batch_size=1)
    next(documents)
    start = time.monotonic()
    documents.close()
    assert time.monotonic() - start < 5  # it does not wait for the workers
    release.set()
    deadline = time.monotonic() + 10
    while pullquote_threads() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(begun) <= 4


def test_a_cancelled_batch_stops_at_the_next_article() -> None:
    cancellation = _core.Cancellation()
    cancellation.cancel()
    assert CORE.extract_batch([_core.Article("Ana Ruiz")] * 3, False, cancellation) == ([], None)


def test_a_generator_that_is_dropped_ends_its_workers() -> None:
    documents = pullquote.pipe(Source(), threads=3)
    next(documents)
    del documents  # the fixture sees to it that no thread is left


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("text", ["'Ana Ruiz said: “No.”' * 20", "'Ana Ruiz said: “We will not sell.” ' * 10_000"])
def test_ctrl_c_is_honoured(threads: int, text: str) -> None:
    program = f"""
import itertools, signal, pullquote
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
documents = pullquote.pipe(itertools.repeat({text}), threads={threads})
try:
    for number, document in enumerate(documents):
        if number == 0: print("running", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "running\n"
        time.sleep(0.1)
        os.kill(process.pid, signal.SIGINT)
        start = time.monotonic()
        assert process.stdout.readline() == "interrupted\n"
        assert process.wait(timeout=30) == 0
        assert time.monotonic() - start < 10
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_child_process_works_with_the_loaded_model() -> None:
    program = """
import os, pullquote
expected = pullquote.extract("Mayor Ana Ruiz said no.")
child = os.fork()
if child == 0:
    good = list(pullquote.pipe(["Mayor Ana Ruiz said no."] * 50, threads=2)) == [expected] * 50
    os._exit(0 if good else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "0"
