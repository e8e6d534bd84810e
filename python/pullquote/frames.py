"""Documents as Arrow tables, which Polars, pandas, DuckDB and PyArrow read without a copy.

>>> import pullquote
>>> frames = pullquote.to_frames(pullquote.pipe(["Ana Ruiz said: “We will not sell.”"]))
>>> frames.articles.num_rows
1

The tables are PyArrow's, which exports the Arrow PyCapsule interface: ``polars.DataFrame(frames.quotes)``,
``frames.quotes.to_pandas()``, and DuckDB's ``SELECT … FROM quotes`` of a variable of that name. Columns keep their names and
types; each carries its meaning as metadata. PyArrow is an optional extra: ``pip install 'pullquote[frames]'``.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pullquote._extras import needs
from pullquote._tables import COLUMNS, TABLES, rows

with needs("pullquote.frames", "pyarrow", "frames"):
    import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pullquote import Document
    from pullquote._tables import Column, Row

__all__ = ["SCHEMAS", "Frames", "stream", "to_frames"]

_SPAN = pa.struct([pa.field("start", pa.int32(), nullable=False), pa.field("end", pa.int32(), nullable=False)])
_TYPES: dict[str, pa.DataType] = {
    "bool": pa.bool_(),
    "date32": pa.date32(),
    "double": pa.float64(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "list<int32>": pa.list_(pa.int32()),
    "list<span>": pa.list_(_SPAN),
    "list<string>": pa.list_(pa.string()),
    "string": pa.string(),
}


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _TYPES[column.type], metadata={"meaning": column.meaning})


SCHEMAS: dict[str, pa.Schema] = {table: pa.schema([_field(column) for column in COLUMNS[table]]) for table in TABLES}
"""The Arrow schema of each table."""


class Frames(NamedTuple):
    """What was found in articles, as four Arrow tables. The column `article` joins them."""

    articles: pa.Table
    entities: pa.Table
    mentions: pa.Table
    quotes: pa.Table


def to_frames(documents: Iterable[Document]) -> Frames:
    """The documents as Arrow tables.

    All tables stand in memory at the end; `stream` gives them piece by piece.

    Args:
        documents: documents, such as a list or what `pullquote.pipe` gives. They are read once.
    """
    parts = list(stream(documents)) or [_frames([], 0)]
    return Frames(*(pa.concat_tables(tables) for tables in zip(*parts, strict=True)))


def stream(documents: Iterable[Document], *, size: int = 1000, first: int = 0) -> Iterator[Frames]:
    """The tables of `size` documents at a time, so that memory does not grow with the stream.

    Args:
        documents: documents; they are read as the tables are asked for.
        size: how many documents go into one set of tables.
        first: the number of the first article.
    """
    remaining = iter(documents)
    while part := list(islice(remaining, size)):
        yield _frames(part, first)
        first += len(part)


def _frames(documents: list[Document], first: int) -> Frames:
    collected: dict[str, list[Row]] = {table: [] for table in TABLES}
    for number, document in enumerate(documents, first):
        for table, more in rows(document, number).items():
            collected[table] += more
    return Frames(*(_table(SCHEMAS[table], collected[table]) for table in TABLES))


def _table(schema: pa.Schema, table: list[Row]) -> pa.Table:
    columns = zip(*table, strict=True) if table else ([] for _ in schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
