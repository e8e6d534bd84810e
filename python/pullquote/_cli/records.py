"""Files as records, one for each article: JSON lines, rows of a table, web pages.

A record is a mapping with "text" and, if known, "id" and "published", or a `BadRecord` that says what is wrong with it. Each
comes with the place where it stands and with how far the file is read, as a part of 1.
"""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from pullquote._extras import needs
from pullquote.errors import InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO


class Record(NamedTuple):
    """An article as a file has it. `content` makes it: a record that is skipped costs nothing."""

    place: str
    read: float
    content: Callable[[], dict[str, Any]]


def whole(file: BinaryIO, name: str | None) -> Iterator[Record]:
    """The file as one article."""
    yield Record("", 0, lambda: {"text": file.read(), "id": name})


def html(file: BinaryIO, name: str | None) -> Iterator[Record]:
    """The article of a web page."""
    import trafilatura

    yield Record("", 0, lambda: _page(trafilatura, file.read(), name))


def _page(trafilatura: Any, data: bytes, name: str | None) -> dict[str, Any]:
    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False, include_tables=False)
    article = found.as_dict() if found is not None else {}
    text = article.get("text") or ""
    if not text.strip():
        raise InvalidInputError("no article was found in the page", code="invalid-input")
    title = (article.get("title") or "").strip()
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return {"text": text, "id": name, "published": article.get("date")}


def jsonl(file: BinaryIO, name: str | None) -> Iterator[Record]:
    """The lines of a file, which are JSON objects. Blank lines are passed over."""
    size = _size(file)
    read = 0
    for number, line in enumerate(file, 1):
        read += len(line)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield Record(str(number), read / size if size else 0, lambda line=line: _json(line))  # type: ignore[misc]


def _json(line: bytes) -> dict[str, Any]:
    try:
        content = json.loads(line.decode("utf-8", "replace"))
    except json.JSONDecodeError as error:
        raise InvalidInputError(f"not JSON: {error.msg}", where=f"column {error.colno}", code="invalid-input") from None
    except (ValueError, RecursionError) as error:  # a number of too many digits; brackets nested too deeply
        raise InvalidInputError(f"not JSON: {error}", code="invalid-input") from None
    if not isinstance(content, dict):
        raise InvalidInputError('expected an object with "text"', code="invalid-input")
    return content


def csv_rows(file: BinaryIO, name: str | None) -> Iterator[Record]:
    """The rows of a CSV or, by the name of the file, of a TSV. The first names the columns."""
    csv.field_size_limit(2**31 - 1)  # the default is 131,072 characters, and articles are longer
    size = _size(file)
    lines = io.TextIOWrapper(file, "utf-8-sig", "replace", newline="")
    reader = csv.reader(lines, dialect="excel-tab" if (name or "").lower().endswith(".tsv") else "excel")
    try:
        columns = next(reader, [])
        for row in reader:
            if row:
                read = file.tell() / size if size else 0
                yield Record(str(reader.line_num), read, lambda row=row: _row(columns, row))  # type: ignore[misc]
    except csv.Error as error:
        raise InvalidInputError(f"not CSV: {error}", where=f"line {reader.line_num}", code="invalid-input") from None
    finally:
        lines.detach()  # whoever opened the file closes it


def _row(columns: list[str], row: list[str]) -> dict[str, Any]:
    if len(row) > len(columns):
        raise InvalidInputError(
            f"{len(row)} cells, and the first row names {len(columns)} columns", code="invalid-input"
        )
    # CSV has no null: an empty cell says nothing, but for an empty text.
    return {column: cell for column, cell in zip(columns, row, strict=False) if cell or column == "text"}


def parquet(file: BinaryIO, name: str | None) -> Iterator[Record]:
    """The rows of a Parquet file, a few at a time."""
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.ParquetFile(file)
        rows = max(table.metadata.num_rows, 1)
        number = 0
        for batch in table.iter_batches(batch_size=64):
            for index in range(batch.num_rows):
                number += 1
                part = batch.slice(index, 1)
                yield Record(f"row {number}", number / rows, lambda part=part: part.to_pylist()[0])  # type: ignore[misc]
    except pyarrow.ArrowInvalid as error:
        raise InvalidInputError(f"not Parquet: {str(error).splitlines()[0]}", code="invalid-input") from None


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


READERS = {"text": whole, "html": html, "jsonl": jsonl, "csv": csv_rows, "parquet": parquet}

_ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
}


def form_of(name: str, form: str | None) -> str:
    """What a file holds: as the user says, else by its name."""
    return form or _ENDINGS.get(os.path.splitext(name)[1].lower(), "text")


def require(form: str) -> None:
    """Fails where what a form needs is not installed."""
    if form == "html":
        with needs("reading HTML", "trafilatura", "html"):
            import trafilatura  # noqa: F401
    if form == "parquet":
        with needs("reading Parquet", "pyarrow", "frames"):
            import pyarrow.parquet  # noqa: F401
