"""`pullquote train`: a model of the user's own from annotated articles."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pullquote._cli.common import DONE, STATUSES, fail, printable, say
from pullquote.errors import PullquoteError

if TYPE_CHECKING:
    import argparse

SUMMARY = "learn a model of your own from annotated articles"

_DESCRIPTION = """\
Learn a model of your own from articles that you have annotated; `--model FILE` of the other commands uses it.

A GOLD file has an article on each line:
  {"text": ..., "entities": [[start, end, label], ...]}                                teaches which names are what
  {"text": ..., "attributions": [{"source": ..., "cue": ..., "content": ...}, ...]}    teaches who said what
One article may have both. Each part of an attribution is a list of [start, end]. Offsets are Unicode code points, end
exclusive; other members are passed over. A file whose name ends in .json is what Label Studio exports as JSON.

What is not taught is kept from the base model. Mentions that are taught replace those that it has learned; attributions
start from its own. The same articles give the same model.
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    parser.add_argument(
        "gold", nargs="+", metavar="GOLD", help="annotated articles, one a line, or a Label Studio export (.json)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the model to write")
    parser.add_argument("--base", metavar="FILE", help="the model that gives the rest (default: the shipped one)")
    parser.add_argument(
        "--attributions",
        choices=("adapt", "replace"),
        default="adapt",
        help="start from the attributions that the base has learned (adapt, the default), or learn them from the articles "
        "alone (replace)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="show no progress")


def run(options: argparse.Namespace) -> int:
    """Learns, and says what was written."""
    from pullquote.training import train

    progress = _Progress(not options.quiet)
    try:
        train(options.gold, options.output, base=options.base, attributions=options.attributions, tell=progress.show)
    except PullquoteError as error:
        progress.clear()
        fail(str(error))
    except KeyboardInterrupt:
        progress.clear()
        raise
    progress.clear()
    say(f"{options.output}: {os.path.getsize(options.output):,} bytes")
    return DONE


class _Progress:
    """One line that is written over on a terminal; nothing elsewhere."""

    def __init__(self, wanted: bool) -> None:
        self._shown = wanted and sys.stderr.isatty()

    def show(self, line: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{printable(line)[:100]}")
            sys.stderr.flush()

    def clear(self) -> None:
        self.show("")
