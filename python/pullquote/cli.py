"""The command `pullquote`.

It reads its arguments with argparse: a library whose only requirement is Python stays one, and the command starts at once.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NoReturn

from pullquote import __version__
from pullquote.errors import PullquoteError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import FileIO

DONE = 0
SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 128 + 2  # as shells report a program that SIGINT ended
CLOSED_PIPE = 128 + 13  # and SIGPIPE

_STATUSES = """\
exit status:
  0    every article was read
  1    some could not be read; each is reported on standard error, and the others are written
  2    wrong usage, a model that cannot be opened, or an output that cannot be written
  130  interrupted (Ctrl-C)
  141  whoever read the output stopped reading it
"""

_EXTRACT = """\
Find who said what in news articles.

A file is one article. A file of the name *.jsonl or *.ndjson has an article on each line: a JSON object with "text" and,
if known, "id" and "published" (YYYY-MM-DD); other members are passed over. Text is UTF-8; bytes that are not become U+FFFD.
Documents come in the order of the articles.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with the arguments of the process, and returns its exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return _extract(options, parser)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return CLOSED_PIPE


def _parser() -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="pullquote",
        description="Who said what: entities, quotations and speakers of news articles.",
        epilog=_STATUSES,
        formatter_class=raw,
    )
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    extract = commands.add_parser(
        "extract",
        help="find who said what in articles",
        description=_EXTRACT,
        epilog=_STATUSES,
        formatter_class=raw,
    )
    extract.add_argument("files", nargs="+", metavar="FILE", help="articles to read; - is standard input")
    extract.add_argument(
        "-f",
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text: a page to read (default); jsonl: a document a line; json: an indented document, or a list of them "
        "for several files and for JSONL",
    )
    extract.add_argument(
        "-i",
        "--input",
        choices=("text", "jsonl"),
        help="what the files hold, whatever their names; standard input is text",
    )
    extract.add_argument("-o", "--output", metavar="FILE", help="write there instead of standard output")
    extract.add_argument(
        "--published",
        metavar="YYYY-MM-DD",
        type=_date,
        help="the day that articles were published which do not say it themselves",
    )
    extract.add_argument("--boilerplate", action="store_true", help="also give the entities and quotes of boilerplate")
    extract.add_argument("--threads", metavar="N", type=_count, help="threads that extract (default: one per core)")
    extract.add_argument("--model", metavar="FILE", help="a model of your own")
    return parser


def _date(text: str) -> str:
    from pullquote._core import Article

    try:
        Article("", None, text)
    except PullquoteError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a number of 1 or more, found {text!r}")
    return number


def _extract(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    from pullquote import Extractor, _pipeline
    from pullquote._cli_input import is_jsonl, read_files
    from pullquote._cli_output import formatter

    try:
        extractor = Extractor(options.model, boilerplate=options.boilerplate)
    except PullquoteError as error:
        _fail(parser, str(error))
    single = len(options.files) == 1 and not is_jsonl(options.files[0], options.input)
    failed = False

    def report(message: str) -> None:
        nonlocal failed
        failed = True
        print(f"pullquote: {_printable(message)}", file=sys.stderr, flush=True)

    with _open_output(options, parser) as output:
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
                _write(output, part.encode("utf-8", "backslashreplace"), options, parser)
    return SOME_FAILED if failed else DONE


def _write(output: FileIO, data: bytes, options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[output.write(rest) :]
    except BrokenPipeError:
        raise
    except OSError as error:
        _fail(parser, f"{options.output or 'standard output'}: {error.strerror}")


def _open_output(options: argparse.Namespace, parser: argparse.ArgumentParser) -> FileIO:
    # Without a buffer: Ctrl-C must not wait for a reader that takes no more.
    if options.output is None:
        # A duplicate, so that closing it leaves standard output to its owner.
        return os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    for name in options.files:
        with suppress(OSError):
            if os.path.samefile(name, options.output):
                _fail(parser, f"{options.output}: is one of the files to read")
    try:
        return open(options.output, "wb", buffering=0)
    except OSError as error:
        _fail(parser, f"{options.output}: {error.strerror}")


def _fail(parser: argparse.ArgumentParser, message: str) -> NoReturn:
    parser.exit(WRONG_USAGE, f"pullquote: {_printable(message)}\n")


def _printable(message: str) -> str:
    # File names and articles may hold what no terminal should see, and what has no UTF-8.
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)
