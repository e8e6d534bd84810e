"""What the command reads: the articles of files and of standard input, in order."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from pullquote import _core
from pullquote._articles import read_article
from pullquote._cli.records import READERS, form_of, require
from pullquote.errors import PullquoteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from pullquote._cli.records import Record

    Report = Callable[[str], None]

STANDARD_INPUT = "-"


class Articles:
    """The articles of all files, in order, each with its number among the records read.

    What cannot be read is reported, in one line, and left out; it has a number all the same.

    Args:
        names: files; "-" is standard input.
        form: what they hold, whatever their names.
        published: the day of articles that do not say theirs.
        columns: the names that a file has for "text", "id" and "published".
        report: takes a line for each record that cannot be read.
        skip: how many records an earlier run has done.
    """

    def __init__(
        self,
        names: Sequence[str],
        form: str | None,
        published: str | None,
        columns: dict[str, str],
        report: Report,
        skip: int = 0,
    ) -> None:
        for name in names:
            require(form_of(name, form))
        self._names = names
        self._form = form
        self._published = published
        self._columns = columns
        self._report = report
        self._skip = skip
        self._number = 0
        self._documents = False
        self._sizes = {name: os.path.getsize(name) for name in names if os.path.isfile(name)}
        self._total = sum(self._sizes.get(name, 0) for name in names) if len(self._sizes) == len(set(names)) else 0
        self._before = 0
        self._read = 0.0

    @property
    def part(self) -> float | None:
        """How much is read, as a part of 1; None where nobody knows."""
        return min((self._before + self._read) / self._total, 1) if self._total else None

    def __iter__(self) -> Iterator[tuple[int, _core.Article]]:
        for number, content in self.contents():
            assert isinstance(content, _core.Article)
            yield number, content

    def contents(self, documents: bool = False) -> Iterator[tuple[int, _core.Article | _core.Document]]:
        """The articles; with `documents` also what was extracted before, where a record is a document in our schema."""
        self._documents = documents
        for name in self._names:
            try:
                yield from self._articles(name)
            except OSError as error:
                self._fail(name, error.strerror or str(error))
            except PullquoteError as error:
                self._fail(name, str(error))
            self._before += self._sizes.get(name, 0)
            self._read = 0

    def _articles(self, name: str) -> Iterator[tuple[int, _core.Article | _core.Document]]:
        form = form_of(name, self._form)
        if form in ("text", "html") and self._number < self._skip:
            self._number += 1
            return
        with _open(name) as file:
            for record in READERS[form](file, None if name == STANDARD_INPUT else name):
                self._read = record.read * self._sizes.get(name, 0)
                if self._number < self._skip:
                    self._number += 1
                    continue
                try:
                    article = self._article(record)
                except PullquoteError as error:
                    self._fail(f"{name}:{record.place}" if record.place else name, str(error))
                else:
                    self._number += 1
                    yield self._number, article

    def _article(self, record: Record) -> _core.Article | _core.Document:
        content = record.content()
        if self._documents and "schema" in content and "quotes" in content:
            return _core.Document.from_dict(content)
        source: dict[str, Any] = {key: content.get(self._columns.get(key, key)) for key in ("text", "id", "published")}
        if self._columns.get("text", "text") not in content:
            del source["text"]
        if isinstance(source["id"], int) and not isinstance(source["id"], bool):
            source["id"] = str(source["id"])
        if source["published"] is None:
            source["published"] = self._published
        return read_article(source)

    def _fail(self, place: str, message: str) -> None:
        # A file that cannot be read counts as a record, so that a resumed run does not report it again.
        self._number += 1
        if self._number > self._skip:
            self._report(f"{place}: {message}")


def _open(name: str) -> BinaryIO:
    # A duplicate, so that closing it leaves standard input to its owner.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb") if name == STANDARD_INPUT else open(name, "rb")
