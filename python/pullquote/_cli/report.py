"""`pullquote report`: one page about many articles."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from pullquote._cli.common import DONE, SOME_FAILED, STATUSES, fail

if TYPE_CHECKING:
    import argparse

SUMMARY = "write a page about articles: who speaks, when, and every quote to search"

_DESCRIPTION = """\
Write one page about many articles: who speaks most, when, and every quote in its context, to search and filter in a browser.
The page is a single file that needs no network. The files are articles, as for `pullquote extract`, or what that command wrote
as JSON lines.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    from pullquote._cli.extract import add_input

    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    add_input(parser)
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the page to write")
    parser.add_argument("--title", default="Who said what", help="its heading")
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress")


def run(options: argparse.Namespace) -> int:
    """Writes the page, and returns the exit status."""
    from pullquote._cli.documents import Reading
    from pullquote.report import write_report

    reading = Reading(options)
    # The page appears when it is whole.
    unfinished = f"{options.output}.unfinished"
    try:
        with open(unfinished, "w", encoding="utf-8", newline="\n") as file:
            write_report(reading.documents(), file.write, title=options.title)
        os.replace(unfinished, options.output)
    except OSError as error:
        fail(f"{options.output}: {error.strerror}")
    finally:
        with suppress(OSError):
            os.unlink(unfinished)
    return SOME_FAILED if reading.failed else DONE
