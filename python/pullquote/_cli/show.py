"""`pullquote show`: articles in the terminal, with names in colour and quotes marked."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from pullquote._cli.common import DONE, SOME_FAILED, STATUSES, count, say

if TYPE_CHECKING:
    import argparse

    from pullquote._cli.terminal import Styles

_WIDEST = 100  # columns: longer lines are hard to read

SUMMARY = "show articles in the terminal, with names and quotes marked"

_DESCRIPTION = """\
Show articles with what was found in them: names in the colour of their class, quotes marked and followed by their speaker,
boilerplate dimmed. The files are articles, as for `pullquote extract`, or what that command wrote as JSON lines.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    from pullquote._cli.extract import add_input

    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    add_input(parser)
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto: in a terminal; where NO_COLOR is set, marks without colours (default)",
    )
    parser.add_argument(
        "--width",
        type=count,
        metavar="N",
        help="break lines there (default: at the width of the terminal, at most 100; elsewhere nowhere)",
    )


def run(options: argparse.Namespace) -> int:
    """Shows, and returns the exit status."""
    from pullquote._cli.documents import read_documents
    from pullquote._cli.extract import make_extractor
    from pullquote._cli.input import Articles
    from pullquote._cli.terminal import render

    failed = False

    def report(message: str) -> None:
        nonlocal failed
        failed = True
        say(message)

    styles, width = _styles(options.color), options.width
    if width is None:
        width = min(shutil.get_terminal_size().columns, _WIDEST) if os.isatty(1) else 0
    articles = Articles(options.files, options.input, options.published, dict(options.column), report)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0) as output:
        for number, document in enumerate(read_documents(options, lambda: make_extractor(options), articles)):
            text = ("\n" if number else "") + render(document, styles, width)
            rest = memoryview(text.encode("utf-8", "replace"))
            while rest:
                rest = rest[output.write(rest) :]
    return SOME_FAILED if failed else DONE


def _styles(wanted: str) -> Styles:
    if wanted == "always":
        return "all"
    if wanted == "never" or not os.isatty(1) or os.environ.get("TERM") == "dumb":
        return "none"
    return "no colours" if os.environ.get("NO_COLOR") else "all"
