"""Tables as Parquet.

A Parquet file cannot be read before its end is written, nor written on after that. So each piece of work becomes a part, a
whole file of its own beside the output, and at the end the parts are joined, a row group each. An interrupted run leaves parts
that the next one keeps.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pullquote._cli.common import fail
from pullquote._cli.sinks import make_folder
from pullquote._extras import needs
from pullquote._tables import TABLES

with needs("writing Parquet", "pyarrow", "frames"):
    import pyarrow as pa
    import pyarrow.parquet as pq

from pullquote import frames

if TYPE_CHECKING:
    from pullquote import Document
    from pullquote._cli.sinks import State


class ParquetSink:
    """All tables in a folder, or one in a file."""

    def __init__(self, name: str, table: str | None, state: State | None) -> None:
        self._tables = {table: name} if table else {each: os.path.join(name, f"{each}.parquet") for each in TABLES}
        make_folder(os.path.dirname(name) or "." if table else name)
        self._documents: list[Document] = []
        self._first = 0
        self._finished = False
        self._parts = state["parts"] if state else 0

    def write(self, document: Document, number: int) -> None:
        if not self._documents:
            self._first = number
        self._documents.append(document)

    def state(self) -> State:
        if self._documents:
            (part,) = frames.stream(self._documents, size=len(self._documents), first=self._first)
            for table, path in self._tables.items():
                _write(self._part(path, self._parts), [getattr(part, table)])
            self._documents = []
            self._parts += 1
        return {"parts": self._parts}

    @staticmethod
    def _part(path: str, number: int) -> str:
        return f"{path}.part{number:05}"

    def finish(self, count: int) -> None:
        self.state()
        for table, path in self._tables.items():
            parts = [self._part(path, number) for number in range(self._parts)]
            _write(path, (_read(part) for part in parts), frames.SCHEMAS[table])
        self._finished = True

    def close(self) -> None:
        if self._finished:
            for path in self._tables.values():
                for number in range(self._parts):
                    os.unlink(self._part(path, number))


def _read(path: str) -> pa.Table:
    try:
        return pq.read_table(path, partitioning=None)
    except (OSError, pa.ArrowInvalid) as error:
        fail(f"{path}: is gone or damaged, though the interrupted run wrote it ({str(error).splitlines()[0]})")


def _write(path: str, tables: Any, schema: pa.Schema | None = None) -> None:
    """Writes a file that is whole or not there."""
    unfinished = path + ".unfinished-part"
    try:
        tables = iter(tables)
        first = next(tables, None) if schema is None else None
        with pq.ParquetWriter(unfinished, first.schema if first is not None else schema, compression="zstd") as writer:
            if first is not None:
                writer.write_table(first)
            for table in tables:
                writer.write_table(table)
        with open(unfinished, "rb") as file:
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError as error:
        fail(f"{path}: {error.strerror or error}")
