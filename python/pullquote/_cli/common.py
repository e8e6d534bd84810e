"""What the commands share: exit statuses, types of arguments, and how a command fails."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from pullquote.errors import PullquoteError

DONE = 0
SOME_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 128 + 2  # as shells report a program that SIGINT ended
CLOSED_PIPE = 128 + 13  # and SIGPIPE

STATUSES = """\
exit status:
  0    every article was read
  1    some could not be read; each is reported on standard error, and the others are written
  2    wrong usage, a model that cannot be opened, an output that cannot be written, or an extra that is not installed
  130  interrupted (Ctrl-C)
  141  whoever read the output stopped reading it
"""


class Failure(Exception):
    """Ends the command with one line on standard error and the exit status of wrong usage."""


def fail(message: str) -> NoReturn:
    """Ends the command: nothing can be done as asked."""
    raise Failure(message)


def say(message: str) -> None:
    """One line on standard error."""
    print(f"pullquote: {printable(message)}", file=sys.stderr, flush=True)


def printable(message: str) -> str:
    """The message as a terminal may see it: file names and articles hold what it obeys, and what has no UTF-8."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in message)


def date(text: str) -> str:
    """A day of the calendar, as an argument."""
    from pullquote._core import Article

    try:
        Article("", None, text)
    except PullquoteError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def column(text: str) -> tuple[str, str]:
    """What holds a member of an article, as an argument: text=body."""
    name, equals, theirs = text.partition("=")
    if name not in ("text", "id", "published") or not equals or not theirs:
        raise argparse.ArgumentTypeError(f"expected text=…, id=… or published=…, found {text!r}")
    return name, theirs


def count(text: str) -> int:
    """A number of 1 or more, as an argument."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"expected a number of 1 or more, found {text!r}")
    return number
