"""What the command reads: files and standard input, as whole texts or as one JSON article a line."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from pullquote import _core
from pullquote._articles import read_article
from pullquote.errors import InvalidInputError, PullquoteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    Report = Callable[[str], None]

STANDARD_INPUT = "-"


def is_jsonl(name: str, form: str | None) -> bool:
    """Whether a file holds one JSON article a line: as the user says, else by its name."""
    return form == "jsonl" if form else name.endswith((".jsonl", ".ndjson"))


def read_files(names: list[str], form: str | None, published: str | None, report: Report) -> Iterator[_core.Article]:
    """The articles of all files, in order. What cannot be read is reported, in one line, and left out."""
    for name in names:
        try:
            with _open(name) as file:
                if is_jsonl(name, form):
                    yield from _read_lines(file, name, published, report)
                else:
                    yield _core.Article(file.read(), None if name == STANDARD_INPUT else name, published)
        except OSError as error:
            report(f"{name}: {error.strerror or error}")
        except PullquoteError as error:
            report(f"{name}: {error}")


def _open(name: str) -> BinaryIO:
    # A duplicate, so that closing it leaves standard input to its owner.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb") if name == STANDARD_INPUT else open(name, "rb")


def _read_lines(file: BinaryIO, name: str, published: str | None, report: Report) -> Iterator[_core.Article]:
    for number, line in enumerate(file, 1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            article = _read_line(line, published)
        except PullquoteError as error:
            report(f"{name}:{number}: {error}")
        else:
            yield article


def _read_line(line: bytes, published: str | None) -> _core.Article:
    try:
        source = json.loads(line.decode("utf-8", "replace"))
    except json.JSONDecodeError as error:
        raise InvalidInputError(f"not JSON: {error.msg}", where=f"column {error.colno}", code="invalid-input") from None
    except (ValueError, RecursionError) as error:  # a number of too many digits; brackets nested too deeply
        raise InvalidInputError(f"not JSON: {error}", code="invalid-input") from None
    if not isinstance(source, dict):
        raise InvalidInputError('expected an object with "text"', code="invalid-input")
    if isinstance(source.get("id"), int) and not isinstance(source["id"], bool):
        source["id"] = str(source["id"])
    if source.get("published") is None:
        source["published"] = published
    return read_article(source)
