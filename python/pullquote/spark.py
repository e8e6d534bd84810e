"""Extraction on a Spark cluster.

    answers = pullquote.spark.extract(articles, text="body", id="url")

Articles go to Python workers as Arrow batches (`mapInArrow`), and each worker loads the model once. pullquote must be installed on
every worker. Needs the extra: ``pip install 'pullquote[spark]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pullquote._extras import needs

with needs("pullquote.spark", "pyspark", "spark"):
    from pyspark.sql import functions

from pullquote._tables import COLUMNS
from pullquote.batches import TABLES, Extraction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame

    from pullquote._tables import Column

__all__ = ["extract"]

_TYPES = {
    "bool": "boolean",
    "double": "double",
    "int32": "int",
    "int64": "bigint",
    "list<int32>": "array<int>",
    "list<span>": "array<struct<`start`: int, `end`: int>>",
    "list<string>": "array<string>",
    "string": "string",
}


def _struct(columns: Sequence[Column]) -> str:
    return f"struct<{', '.join(f'`{column.name}`: {_TYPES[column.type]}' for column in columns)}>"


_SCHEMA = "`id` string, `error` string, " + ", ".join(
    f"`{table}` array<{_struct(COLUMNS[table][2:])}>" for table in TABLES
)


def extract(
    articles: DataFrame,
    text: str = "text",
    id: str | None = "id",
    published: str | None = None,
    *,
    model: str | None = None,
    boilerplate: bool = False,
) -> DataFrame:
    """The answers of articles: a row each, with columns `id`, `error`, `entities`, `mentions` and `quotes`.

    A row that cannot be an article, such as one without a text, has its reason in `error` and nulls. The others are arrays of structs with
    the columns of `pullquote.frames`; ``answers.select("id", functions.explode("quotes").alias("q")).select("id", "q.*")`` makes
    rows of quotes.

    Args:
        articles: a data frame.
        text: the column with the articles.
        id: the column with their names, if there is one.
        published: the column with the days of their publication, if there is one: dates, times, or text as YYYY-MM-DD.
        model: path of a model file, on each worker; the shipped English model if None.
        boilerplate: also give the entities and quotes of boilerplate.
    """
    extraction = Extraction(text, id, published, model=model, boilerplate=boilerplate)
    # Text and days as they are, since a cast that fails would end the job and not its row. A number may be an id.
    wanted = [
        functions.col(column).cast("string") if name == "id" else functions.col(column)
        for name, column in extraction.columns.items()
    ]
    return articles.select(*wanted).mapInArrow(extraction.stream, _SCHEMA)
