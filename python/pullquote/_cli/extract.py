"""`pullquote extract`: who said what, from articles to pages, JSON, tables and annotations."""

from __future__ import annotations

import os
from collections import deque
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

from pullquote._cli.common import DONE, INTERRUPTED, SOME_FAILED, STATUSES, column, count, date, fail, say
from pullquote._tables import TABLES
from pullquote.errors import PullquoteError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pullquote import Extractor, _core
    from pullquote._cli.input import Articles
    from pullquote._cli.journal import Journal
    from pullquote._cli.progress import Progress
    from pullquote._cli.sinks import Sink

SUMMARY = "find who said what in articles"

_DESCRIPTION = """\
Find who said what in news articles.

A file is one article, or many, by its name:
  *.jsonl, *.ndjson   a JSON object a line with "text" and, if known, "id" and "published" (YYYY-MM-DD)
  *.csv, *.tsv        a row each, under columns of these names
  *.parquet           the same (needs the extra "frames")
  *.html, *.htm       a web page, whose article is looked for (needs the extra "html")
  others              the text of an article
Other members and columns are passed over. Text is UTF-8; bytes that are not become U+FFFD. Documents come in the order of
the articles.
"""

_FORMATS = """\
formats:
  text         a page to read (default)
  json         an indented document, or a list of them for several articles
  jsonl        a document a line
  csv          tables articles, entities, mentions and quotes in the folder --output, or one of them with --table
  parquet      the same (needs the extra "frames")
  conll        a token a line with its entity and its part in quotes
  brat         a text and annotations for each article, in the folder --output
  labelstudio  a list of tasks with predictions

A run that writes to --output and is interrupted can go on: run the same command with --resume. Until it is done, a file
OUTPUT.unfinished says how far it came.
"""

_SAVED_EVERY = 500  # articles; an interrupted run repeats the work on fewer than these

_FORMAT_NAMES = ("text", "json", "jsonl", "csv", "parquet", "conll", "brat", "labelstudio")


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.description = _DESCRIPTION
    parser.epilog = f"{_FORMATS}\n{STATUSES}"
    add_input(parser)
    parser.add_argument("-f", "--format", choices=_FORMAT_NAMES, default="text", help="what to write; see below")
    parser.add_argument("--table", choices=TABLES, help="of csv and parquet, write this table only")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument("--resume", action="store_true", help="go on with an interrupted run")
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress")


def add_input(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that reads articles."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="articles to read; - is standard input")
    parser.add_argument(
        "-i",
        "--input",
        choices=("text", "jsonl", "csv", "parquet", "html"),
        help="what the files hold, whatever their names; standard input is text",
    )
    parser.add_argument(
        "--column",
        metavar="NAME=THEIRS",
        type=column,
        action="append",
        default=[],
        help="the member or column of the files that holds text, id or published, such as text=body",
    )
    parser.add_argument(
        "--published",
        metavar="YYYY-MM-DD",
        type=date,
        help="the day that articles were published which do not say it themselves",
    )
    add_extractor(parser)


def add_extractor(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that extracts: those that `make_extractor` reads, and threads."""
    parser.add_argument("--boilerplate", action="store_true", help="also give the entities and quotes of boilerplate")
    parser.add_argument("--threads", metavar="N", type=count, help="threads that extract (default: one per core)")
    parser.add_argument("--model", metavar="FILE", help="a model of your own")
    parser.add_argument(
        "--gazetteer",
        metavar="FILE",
        help='names that you know, *.csv (name,label,id,aliases) or *.jsonl ({"pattern", "label", "id"})',
    )
    parser.add_argument(
        "--patterns",
        metavar="FILE",
        help='regular expressions that you know, *.csv (pattern,label,id,name) or *.jsonl ({"pattern", "label", "id"})',
    )
    parser.add_argument(
        "--verbs",
        metavar="FILE",
        help="verbs that report speech in your texts, one a line, and its manner after a comma",
    )


def run(options: argparse.Namespace) -> int:
    """Extracts, and returns the exit status."""
    _check(options)
    extractor = make_extractor(options)
    journal = _journal(options, extractor.model)
    state = _begin(options, journal)
    work = _Work(options, extractor, journal, state)
    try:
        return work.run()
    except KeyboardInterrupt:
        work.interrupted()
        return INTERRUPTED


def make_extractor(options: argparse.Namespace) -> Extractor:
    """The extractor that the user asks for."""
    from pullquote import Extractor

    try:
        return Extractor(
            options.model,
            boilerplate=options.boilerplate,
            gazetteer=options.gazetteer,
            patterns=options.patterns,
            verbs=options.verbs,
        )
    except PullquoteError as error:
        fail(str(error))


def _check(options: argparse.Namespace) -> None:
    form, table, output = options.format, options.table, options.output
    if table and form not in ("csv", "parquet"):
        fail("--table is for the formats csv and parquet")
    if output is None:
        if options.resume:
            fail("--resume needs --output: what went to standard output cannot be gone on with")
        if form in ("brat", "parquet") or (form == "csv" and not table):
            fail(f"{form} needs --output" + (", or --table for one table on standard output" if form == "csv" else ""))
        return
    for name in options.files:
        with suppress(OSError):
            if os.path.samefile(name, output):
                fail(f"{output}: is one of the files to read")


def _journal(options: argparse.Namespace, model: str) -> Journal | None:
    if options.output is None or (os.path.exists(options.output) and not _is_ours(options.output)):
        return None
    from pullquote._cli.journal import Journal

    plan = {
        "files": options.files,
        "input": options.input,
        "column": dict(options.column),
        "published": options.published,
        "format": options.format,
        "table": options.table,
        "boilerplate": options.boilerplate,
        "model": [model, os.path.getsize(model)],
        "gazetteer": _of_file(options.gazetteer),
        "patterns": _of_file(options.patterns),
        "verbs": _of_file(options.verbs),
    }
    return Journal(options.output, plan)


def _of_file(path: str | None) -> list[str | int] | None:
    return None if path is None else [path, os.path.getsize(path)]


def _is_ours(output: str) -> bool:
    # A device such as /dev/null keeps nothing to go on with.
    return os.path.isfile(output) or os.path.isdir(output)


def _begin(options: argparse.Namespace, journal: Journal | None) -> dict[str, Any] | None:
    if journal is None:
        return None
    if options.resume:
        return journal.read()
    if os.path.exists(journal.path):
        fail(f"{options.output}: is of an unfinished run; go on with --resume, or remove {journal.path} to begin anew")
    return None


class _Work:
    """A run: articles, documents, and how far they are."""

    def __init__(
        self, options: argparse.Namespace, extractor: Extractor, journal: Journal | None, state: dict[str, Any] | None
    ) -> None:
        self._options = options
        self._extractor = extractor
        self._journal = journal
        state = state or {"records": 0, "documents": 0, "failed": False, "sink": None}
        self._records: int = state["records"]
        self._documents: int = state["documents"]
        self._failed: bool = state["failed"]
        self._sink_state: dict[str, Any] | None = state["sink"]
        self._progress: Progress | None = None

    def run(self) -> int:
        from pullquote import _pipeline
        from pullquote._cli.input import Articles
        from pullquote._cli.progress import Progress
        from pullquote._cli.records import form_of

        options = self._options
        single = len(options.files) == 1 and form_of(options.files[0], options.input) in ("text", "html")
        articles = Articles(
            options.files, options.input, options.published, dict(options.column), self._report, self._records
        )
        own_terminal = options.output is None and os.isatty(1)
        self._progress = Progress(not options.quiet and not own_terminal, lambda: articles.part)
        with closing(self._sink(single)) as sink:
            numbers: deque[int] = deque()
            documents = _pipeline.pipe(
                self._extractor._core,
                _numbered(articles, numbers),
                lambda article: article,
                boilerplate=options.boilerplate,
                threads=1 if single else options.threads,
                progress=False,
                batch_size=16,
            )
            begun = self._documents
            with closing(documents):
                for document in documents:
                    sink.write(document, self._documents)
                    self._documents += 1
                    self._records = numbers.popleft()
                    if self._documents % _SAVED_EVERY == 0:
                        self._save(sink)
                    self._progress.step(self._documents - begun)
            self._progress.clear()
            sink.finish(self._documents)
            # Before the sink throws away what only an unfinished run needs.
            if self._journal:
                self._journal.remove()
        return SOME_FAILED if self._failed else DONE

    def _sink(self, single: bool) -> Sink:
        options = self._options
        if options.format == "parquet":
            from pullquote._cli.parquet import ParquetSink

            return ParquetSink(options.output, options.table, self._sink_state)
        from pullquote._cli import sinks

        if options.format == "csv":
            return sinks.CsvSink(options.output, options.table, self._sink_state)
        if options.format == "brat":
            return sinks.BratSink(options.output, self._sink_state)
        from pullquote._cli.formats import text_format

        return sinks.TextSink(options.output, text_format(options.format, single), self._sink_state)

    def _save(self, sink: Sink) -> None:
        if self._journal:
            state = {"records": self._records, "documents": self._documents, "failed": self._failed}
            self._journal.write(state | {"sink": sink.state()})

    def _report(self, message: str) -> None:
        self._failed = True
        if self._progress:
            self._progress.clear()
        say(message)

    def interrupted(self) -> None:
        """Says how to go on, where that is possible."""
        if self._progress:
            self._progress.clear()
        # Only the file knows: the interruption may have come just after it was replaced.
        state = self._journal.read() if self._journal else None
        if state:
            say(f"interrupted; {state['documents']} articles are safe, and the same command with --resume goes on")


def _numbered(articles: Articles, numbers: deque[int]) -> Iterator[_core.Article]:
    # Documents come in the order of the articles, one for each.
    for number, article in articles:
        numbers.append(number)
        yield article
