"""`pullquote extract`: who said what, from articles to a page or to JSON."""

from __future__ import annotations

import os
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from pullquote._cli.common import DONE, SOME_FAILED, STATUSES, count, date, fail, say
from pullquote.errors import PullquoteError

if TYPE_CHECKING:
    import argparse
    from io import FileIO

SUMMARY = "find who said what in articles"

_DESCRIPTION = """\
Find who said what in news articles.

A file is one article. A file of the name *.jsonl or *.ndjson has an article on each line: a JSON object with "text" and,
if known, "id" and "published" (YYYY-MM-DD); other members are passed over. Text is UTF-8; bytes that are not become U+FFFD.
Documents come in the order of the articles.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    parser.add_argument("files", nargs="+", metavar="FILE", help="articles to read; - is standard input")
    parser.add_argument(
        "-f",
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text: a page to read (default); jsonl: a document a line; json: an indented document, or a list of them "
        "for several files and for JSONL",
    )
    parser.add_argument(
        "-i",
        "--input",
        choices=("text", "jsonl"),
        help="what the files hold, whatever their names; standard input is text",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    parser.add_argument(
        "--published",
        metavar="YYYY-MM-DD",
        type=date,
        help="the day that articles were published which do not say it themselves",
    )
    parser.add_argument("--boilerplate", action="store_true", help="also give the entities and quotes of boilerplate")
    parser.add_argument("--threads", metavar="N", type=count, help="threads that extract (default: one per core)")
    parser.add_argument("--model", metavar="FILE", help="a model of your own")


def run(options: argparse.Namespace) -> int:
    """Extracts, and returns the exit status."""
    from pullquote import Extractor, _pipeline
    from pullquote._cli.input import is_jsonl, read_files
    from pullquote._cli.page import formatter

    try:
        extractor = Extractor(options.model, boilerplate=options.boilerplate)
    except PullquoteError as error:
        fail(str(error))
    single = len(options.files) == 1 and not is_jsonl(options.files[0], options.input)
    failed = False

    def report(message: str) -> None:
        nonlocal failed
        failed = True
        say(message)

    with _open_output(options) as output:
        articles = read_files(options.files, options.input, options.published, report)
        documents = _pipeline.pipe(
            extractor._core,
            articles,
            lambda article: article,
            boilerplate=options.boilerplate,
            threads=1 if single else options.threads,
            progress=False,
            batch_size=16,
        )
        with closing(documents):
            for part in formatter(options.format, single)(documents):
                # A lone surrogate has no UTF-8. (JSON has none of them left.)
                _write(output, part.encode("utf-8", "backslashreplace"), options)
    return SOME_FAILED if failed else DONE


def _write(output: FileIO, data: bytes, options: argparse.Namespace) -> None:
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[output.write(rest) :]
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"{options.output or 'standard output'}: {error.strerror}")


def _open_output(options: argparse.Namespace) -> FileIO:
    # Without a buffer: Ctrl-C must not wait for a reader that takes no more.
    if options.output is None:
        # A duplicate, so that closing it leaves standard output to its owner.
        return os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    for name in options.files:
        with suppress(OSError):
            if os.path.samefile(name, options.output):
                fail(f"{options.output}: is one of the files to read")
    try:
        return open(options.output, "wb", buffering=0)
    except OSError as error:
        fail(f"{options.output}: {error.strerror}")
