"""Extraction of tables, for engines that hand out work in batches: Spark, Ray, Dask and the like.

>>> import pyarrow as pa
>>> from pullquote.batches import Extraction
>>> result = Extraction()(pa.table({"id": ["a"], "text": ["Ana Ruiz said: “No.”"]}))
>>> result.column_names
['id', 'error', 'entities', 'mentions', 'quotes']

Each row of articles becomes a row of answers. A row that cannot be an article has its reason in `error` and no answers, and stops
nobody. Needs the extra: ``pip install 'pullquote[frames]'``.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from pullquote import Document, Extractor
from pullquote._articles import read_article
from pullquote._extras import needs
from pullquote._tables import COLUMNS, rows
from pullquote.errors import InvalidInputError, PullquoteError

with needs("pullquote.batches", "pyarrow", "frames"):
    import pyarrow as pa

from pullquote.frames import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SCHEMA", "TABLES", "Extraction"]

TABLES = ("entities", "mentions", "quotes")
_ARTICLE = 2  # the columns that say which article a row belongs to: here it stands within its article


def _nested(table: str) -> pa.DataType:
    return pa.list_(pa.struct(list(SCHEMAS[table])[_ARTICLE:]))


SCHEMA: pa.Schema = pa.schema(
    [
        pa.field("id", pa.string()),
        pa.field("error", pa.string()),
        *(pa.field(table, _nested(table)) for table in TABLES),
    ]
)
"""The Arrow schema of answers. Entities, mentions and quotes are lists of structs with the columns of `pullquote.frames`."""


class Extraction:
    """Makes answers of articles, a batch at a time. It can be sent to other processes, which load the model once each.

    Args:
        text: the column with the articles.
        id: the column with their names, if there is one.
        published: the column with the days of their publication, if there is one: dates, times, or text as YYYY-MM-DD.
        model: path of a model file, on each machine; the shipped English model if None.
        boilerplate: also give the entities and quotes of boilerplate.
    """

    def __init__(
        self,
        text: str = "text",
        id: str | None = "id",
        published: str | None = None,
        *,
        model: str | None = None,
        boilerplate: bool = False,
    ) -> None:
        self.columns = {
            name: column for name, column in (("text", text), ("id", id), ("published", published)) if column
        }
        self._model = model
        self._boilerplate = boilerplate

    def __call__(self, articles: pa.Table) -> pa.Table:
        """The answers of a table of articles."""
        return pa.Table.from_batches(self.stream(articles.to_batches()), SCHEMA)

    def stream(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The answers of batches of articles, one for one."""
        extractor = _extractor(self._model, self._boilerplate)
        for batch in batches:
            columns = [self._column(batch, column) for column in self.columns.values()]
            answers = [
                self._answer(extractor, dict(zip(self.columns, row, strict=True))) for row in zip(*columns, strict=True)
            ]
            yield pa.RecordBatch.from_pylist(answers, SCHEMA)

    @staticmethod
    def _column(batch: pa.RecordBatch, name: str) -> list[Any]:
        place = batch.schema.get_field_index(name)
        if place < 0:
            raise InvalidInputError(
                f"no column, or more than one, is called {name!r}",
                where=f"columns {', '.join(batch.schema.names)}",
                code="invalid-input",
            )
        column: list[Any] = batch.column(place).to_pylist()
        return column

    def _answer(self, extractor: Extractor, article: dict[str, Any]) -> dict[str, Any]:
        name = article.get("id")
        article["id"] = None if name is None else str(name)
        if isinstance(article.get("published"), datetime):
            article["published"] = article["published"].date()
        try:
            document = extractor._core.extract(read_article(article), self._boilerplate)
        except PullquoteError as error:
            return {"id": _text(article["id"]), "error": _text(str(error))}
        return {"id": _text(article["id"])} | _nest(document)


def _nest(document: Document) -> dict[str, Any]:
    found = rows(document, 0)
    names = {table: [column.name for column in COLUMNS[table][_ARTICLE:]] for table in TABLES}
    return {table: [dict(zip(names[table], row[_ARTICLE:], strict=True)) for row in found[table]] for table in TABLES}


def _text(text: str | None) -> str | None:
    return text if text is None else text.encode("utf-8", "replace").decode("utf-8")


@cache
def _extractor(model: str | None, boilerplate: bool) -> Extractor:
    """One for each process, however often what uses it is unpickled."""
    return Extractor(model, boilerplate=boilerplate)
