"""Where documents go: streams of text, tables, folders.

A sink can say where it stands, once all it has taken is safe on disk, and go on from there in another process: what was
written after that is cut off. Numbers of documents count those that were written before.
"""

from __future__ import annotations

import csv
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from pullquote._cli import brat
from pullquote._cli.common import fail
from pullquote._tables import COLUMNS, TABLES, csv_cells, rows

if TYPE_CHECKING:
    from io import FileIO
    from typing import TextIO

    from pullquote import Document
    from pullquote._cli.formats import Format

    State = dict[str, Any]


class Sink(Protocol):
    """Takes documents."""

    def write(self, document: Document, number: int) -> None:
        """Takes a document."""

    def state(self) -> State:
        """Makes safe what was taken, and says what `__init__` needs to go on from here."""

    def finish(self, count: int) -> None:
        """Writes what comes after the last document."""

    def close(self) -> None:
        """Lets go of all files, and of those that only an unfinished run needs if this one is finished."""


class TextSink:
    """A file, or standard output where the name is None."""

    def __init__(self, name: str | None, form: Format, state: State | None) -> None:
        self._name = name or "standard output"
        self._form = form
        # Without a buffer: Ctrl-C must not wait for a reader that takes no more.
        if name is None:
            # A duplicate, so that closing it leaves standard output to its owner.
            self._file: FileIO = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
        else:
            self._file = open_output(name, state["size"] if state else None)

    def write(self, document: Document, number: int) -> None:
        self._put(self._form.document(document, number))

    def _put(self, text: str) -> None:
        # A lone surrogate has no UTF-8. (JSON has none of them left.)
        rest = memoryview(text.encode("utf-8", "backslashreplace"))
        try:
            while rest:
                rest = rest[self._file.write(rest) :]
        except BrokenPipeError:
            raise
        except OSError as error:
            fail(f"{self._name}: {error.strerror}")

    def state(self) -> State:
        os.fsync(self._file.fileno())
        return {"size": self._file.tell()}

    def finish(self, count: int) -> None:
        self._put(self._form.end(count))

    def close(self) -> None:
        self._file.close()


class Rows:
    """Takes rows that end in CRLF and ends them in LF.

    Before Python 3.13, csv.writer puts quotes around a carriage return only where rows end with one; without them it would
    end the row for who reads it, and the rest of an article's words would stand as cells of their own.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: str) -> int:
        return self._file.write(row.removesuffix("\r\n") + "\n")


class CsvSink:
    """Tables as CSV: all of them in a folder, or one in a file or on standard output."""

    def __init__(self, name: str | None, table: str | None, state: State | None) -> None:
        self._name = name or "standard output"
        self._tables = [table] if table else list(TABLES)
        self._files: dict[str, io.TextIOWrapper] = {}
        if table is None:
            make_folder(self._name)
        for each in self._tables:
            if name is None:
                file: FileIO = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
            else:
                path = name if table else os.path.join(name, f"{each}.csv")
                file = open_output(path, state["sizes"][each] if state else None)
            self._files[each] = io.TextIOWrapper(io.BufferedWriter(file), "utf-8", newline="")
        self._writers = {each: csv.writer(Rows(self._files[each]), lineterminator="\r\n") for each in self._tables}
        if state is None:
            for each in self._tables:
                self._row(each, [column.name for column in COLUMNS[each]])

    def _row(self, table: str, cells: list[Any]) -> None:
        try:
            self._writers[table].writerow(cells)
        except BrokenPipeError:
            raise
        except OSError as error:
            fail(f"{self._name}: {error.strerror}")

    def write(self, document: Document, number: int) -> None:
        found = rows(document, number)
        for table in self._tables:
            for row in found[table]:
                self._row(table, list(csv_cells(row)))

    def state(self) -> State:
        for file in self._files.values():
            file.flush()
            os.fsync(file.fileno())
        return {"sizes": {table: os.fstat(file.fileno()).st_size for table, file in self._files.items()}}

    def finish(self, count: int) -> None:
        for file in self._files.values():
            try:
                file.flush()
            except BrokenPipeError:
                raise
            except OSError as error:
                fail(f"{self._name}: {error.strerror}")

    def close(self) -> None:
        for file in self._files.values():
            with suppress(OSError):
                file.close()


class BratSink:
    """A folder of texts and annotations. A resumed run writes the last files again."""

    def __init__(self, name: str, state: State | None) -> None:
        self._name = name
        make_folder(name)
        self._put("annotation.conf", brat.configuration())

    def write(self, document: Document, number: int) -> None:
        name = brat.file_name(document, number)
        self._put(name + ".txt", brat.text(document))
        self._put(name + ".ann", brat.annotation_lines(document))

    def _put(self, name: str, content: str) -> None:
        path = os.path.join(self._name, name)
        try:
            with open(path, "wb") as file:
                file.write(content.encode("utf-8", "replace"))
        except OSError as error:
            fail(f"{path}: {error.strerror}")

    def state(self) -> State:
        return {}

    def finish(self, count: int) -> None:
        pass

    def close(self) -> None:
        pass


def open_output(name: str, size: int | None) -> FileIO:
    """The file, empty or cut to the size that it had, to write at its end."""
    try:
        if size is None:
            return open(name, "wb", buffering=0)  # the sink closes it
        file = open(name, "r+b", buffering=0)  # noqa: SIM115
    except OSError as error:
        fail(f"{name}: {error.strerror}")
    if os.fstat(file.fileno()).st_size < size:
        fail(f"{name}: is shorter than the interrupted run left it")
    file.truncate(size)
    file.seek(size)
    return file


def make_folder(name: str) -> None:
    """Makes the folder unless it is there."""
    try:
        os.makedirs(name, exist_ok=True)
    except OSError as error:
        fail(f"{name}: {error.strerror}")
