"""Documents as Arrow tables."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from typing import Any

import pandas
import polars
import pullquote
import pyarrow as pa
import pytest
import samples
from pullquote import Document, frames
from pullquote._tables import COLUMNS, TABLES, csv_cells


def test_one_row_for_each(document: Document) -> None:
    tables = pullquote.to_frames([document, document])
    mentions = sum(len(entity.mentions) for entity in document.entities)
    assert [table.num_rows for table in tables] == [2, 8, 2 * mentions, 6]
    assert tables.quotes["article"].to_pylist() == [0, 0, 0, 1, 1, 1]
    assert tables.quotes["article_id"].to_pylist() == ["bridge"] * 6
    for table, name in zip(tables, frames.Frames._fields, strict=True):
        assert table.schema.equals(frames.SCHEMAS[name], check_metadata=True)


def test_quotes_hold_what_the_document_says(document: Document) -> None:
    rows = pullquote.to_frames([document]).quotes.to_pylist()
    for row, quote in zip(rows, document.quotes, strict=True):
        speaker = quote.speaker
        assert (row["quote"], row["kind"], row["text"]) == (quote.id, quote.kind, quote.text)
        assert row["speaker"] == (speaker.name if speaker else None)
        assert row["speaker_entity"] == (speaker.id if speaker else None)
        assert row["speaker_role"] == (speaker.role if speaker else None)
        assert row["speaker_label"] == (speaker.label if speaker else None)
        assert row["about"] == [entity.id for entity in quote.about]
        assert row["about_names"] == [entity.name for entity in quote.about]
        assert (row["manner"], row["polarity"], row["confidence"]) == (quote.manner, quote.polarity, quote.confidence)
        assert (row["start"], row["end"]) == (quote.content[0].start, quote.content[-1].end)
        assert row["words"] == len(quote.text.split())
        for column, spans in (
            ("content_spans", quote.content),
            ("cue_spans", quote.cue),
            ("source_spans", quote.source),
        ):
            assert row[column] == [{"start": span.start, "end": span.end} for span in spans]
    assert [row["cue"] for row in rows] == ["said on Monday", "said", None]
    assert [row["source"] for row in rows] == ["Mayor Ana Ruiz", "Tom Okafor", None]


def test_entities_and_mentions(document: Document) -> None:
    tables = pullquote.to_frames([document])
    ruiz = tables.entities.to_pylist()[1]
    assert ruiz == {
        "article": 0,
        "article_id": "bridge",
        "entity": 1,
        "label": "PERSON",
        "name": "Ana Ruiz",
        "named": True,
        "aliases": ["Ruiz", "Ms Ruíz"],
        "role": "Mayor",
        "affiliation": 0,
        "affiliation_name": "the town hall",
        "value": None,
        "salience": document.entities[1].salience,
        "mentions": 2,
        "quotes": 1,
        "start": samples.TEXT.index("Ana Ruiz"),
        "external_id": "Q42",
    }
    for row in tables.mentions.to_pylist():
        assert samples.TEXT[row["start"] : row["end"]] == row["text"]
        assert row["name"] == document.entities[row["entity"]].name


def test_articles(document: Document) -> None:
    (row,) = pullquote.to_frames([document]).articles.to_pylist()
    assert row == {
        "article": 0,
        "article_id": "bridge",
        "published": date(2024, 3, 14),
        "headline": "Bridge to reopen 🌉 in spring",
        "words": len(samples.TEXT.split()),
        "entities": 4,
        "quotes": 3,
        "text": samples.TEXT,
    }


def test_streaming_gives_the_same_tables(document: Document) -> None:
    whole = pullquote.to_frames([document] * 7)
    parts = list(frames.stream(iter([document] * 7), size=3))
    assert [part.articles.num_rows for part in parts] == [3, 3, 1]
    for name in TABLES:
        assert pa.concat_tables([getattr(part, name) for part in parts]).equals(getattr(whole, name))
    assert next(frames.stream([document], first=40)).quotes["article"].to_pylist() == [40] * 3


def test_streaming_reads_only_what_is_asked_for(document: Document) -> None:
    read = 0

    def endless() -> Any:
        nonlocal read
        while True:
            read += 1
            yield document

    parts = frames.stream(endless(), size=5)
    next(parts)
    assert read == 5


def test_no_documents() -> None:
    for table, name in zip(pullquote.to_frames([]), TABLES, strict=True):
        assert table.num_rows == 0
        assert table.schema.equals(frames.SCHEMAS[name])


def test_a_lone_surrogate_keeps_its_place() -> None:
    text = "\ud83d Ana Ruiz said no. \udc00"
    (row,) = pullquote.to_frames([pullquote.extract(text, id="\ud800")]).articles.to_pylist()
    assert row["text"] == "\ufffd Ana Ruiz said no. \ufffd"
    assert row["article_id"] == "\ufffd"


def test_every_column_is_described() -> None:
    for name in TABLES:
        assert len({column.name for column in COLUMNS[name]}) == len(COLUMNS[name])
        for field in frames.SCHEMAS[name]:
            assert field.metadata[b"meaning"]


# ---- readers ------------------------------------------------------------------------------------------------------


def test_polars_and_pandas_read_them(document: Document) -> None:
    tables = pullquote.to_frames([document])
    for table in tables:
        assert polars.DataFrame(table).rows(named=True) == table.to_pylist()
        frame = table.to_pandas()
        assert isinstance(frame, pandas.DataFrame)
        assert list(frame.columns) == table.column_names
        assert len(frame) == table.num_rows


def test_numbers_are_not_copied(document: Document) -> None:
    column = pullquote.to_frames([document]).mentions["start"]
    read = pa.chunked_array(polars.Series(column).to_arrow())
    assert read.chunk(0).buffers()[1].address == column.chunk(0).buffers()[1].address


@pytest.mark.skipif(find_spec("duckdb") is None, reason="needs duckdb: ./dev extras")
def test_duckdb_reads_them(document: Document) -> None:
    import duckdb

    quotes = pullquote.to_frames([document]).quotes
    assert quotes.num_rows == 3
    found = duckdb.sql(
        "SELECT speaker, count(*) FROM quotes WHERE speaker IS NOT NULL GROUP BY 1 ORDER BY 1"
    ).fetchall()
    assert found == [("Ana Ruiz", 1), ("Tom Okafor", 1)]


# ---- without the extra --------------------------------------------------------------------------------------------


def test_without_pyarrow() -> None:
    program = "import sys; sys.modules['pyarrow'] = None; import pullquote; pullquote.to_frames([])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert result.stderr.splitlines()[-1] == (
        "pullquote.errors.MissingExtraError: pullquote.frames needs pyarrow: pip install 'pullquote[frames]'"
    )


def test_import_stays_light() -> None:
    program = "import sys; before = set(sys.modules); import pullquote; print(*sorted(set(sys.modules) - before))"
    result = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    slow = {"typing", "re", "json", "argparse", "inspect", "datetime", "concurrent", "importlib.metadata", "pyarrow"}
    assert slow.isdisjoint(result.stdout.split())  # each would cost every user time at each start


# ---- CSV ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝x"])
def test_a_cell_is_never_a_formula(text: str) -> None:
    assert list(csv_cells((text,))) == ["'" + text]


def test_cells() -> None:
    row = ("a=b", None, True, -3, -0.5, date(2024, 1, 2), ["é", "b"], [{"start": 1, "end": 2}])
    cells = list(csv_cells(row))
    assert cells[:6] == ["a=b", None, "true", -3, -0.5, "2024-01-02"]
    assert cells[6] == '["é", "b"]'
    assert json.loads(str(cells[7])) == [{"start": 1, "end": 2}]
