"""What the command reads besides text and JSON lines, and what it writes besides them."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polars
import pullquote
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import samples
from command import DONE, SOME_FAILED, WRONG_USAGE, run, write_jsonl
from pullquote import frames
from pullquote._cli.records import form_of
from pullquote._tables import TABLES

ARTICLES = [{"id": f"a{n}", "text": f"{samples.TEXT}\n{n}", "published": "2024-03-14"} for n in range(5)]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_jsonl(tmp_path / "articles.jsonl", ARTICLES)


def expected() -> list[dict[str, Any]]:
    return [document.to_dict() for document in pullquote.pipe(ARTICLES)]


# ---- in -----------------------------------------------------------------------------------------------------------


def test_csv_and_tsv_in(tmp_path: Path) -> None:
    for name, delimiter in (("a.csv", ","), ("b.TSV", "\t")):
        with open(tmp_path / name, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, ["n", "id", "published", "text"], delimiter=delimiter)
            writer.writeheader()
            writer.writerows({**article, "n": 1} for article in ARTICLES)
        result = run("extract", tmp_path / name, "-f", "jsonl")
        assert (result.status, result.errors) == (DONE, "")
        assert result.lines == expected()


def test_bad_rows_of_csv(tmp_path: Path) -> None:
    long = "word " * 100_000
    rows = f'text,id,published\n"a\nb",1,\nc,2,soon\nd,3,2024-01-02,more\n{long},4,\n\ne\n'
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    result = run("extract", "a.csv", "-f", "jsonl", cwd=tmp_path)
    assert result.status == SOME_FAILED
    assert [(line["id"], line["text"]) for line in result.lines] == [("1", "a\nb"), ("4", long), (None, "e")]
    assert [re.sub(r": .*", "", line) for line in result.error_lines] == ["pullquote"] * 2
    assert result.error_lines[0].startswith("pullquote: a.csv:4: ")
    assert result.error_lines[1].startswith("pullquote: a.csv:5: 4 cells")
    (tmp_path / "b.csv").write_text("id,body\n1,x\n", encoding="utf-8")
    assert '"text" is missing' in run("extract", "b.csv", cwd=tmp_path).errors
    (tmp_path / "c.csv").touch()
    assert run("extract", "c.csv", "-f", "json", cwd=tmp_path).output == "[]\n"


def test_columns_of_other_names(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", [{"body": "Ana Ruiz said no.", "url": 7, "day": "2024-01-02", "id": "x"}])
    columns = ["--column", "text=body", "--column", "id=url", "--column", "published=day"]
    (line,) = run("extract", path, "-f", "jsonl", *columns).lines
    assert (line["text"], line["id"], line["published"]) == ("Ana Ruiz said no.", "7", "2024-01-02")
    assert run("extract", path, "--column", "body=text").status == WRONG_USAGE


def test_parquet_in(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table(
        {
            "text": [article["text"] for article in ARTICLES] + [None],
            "id": list(range(6)),
            "published": [date(2024, 3, 14)] * 6,
        }
    )
    pq.write_table(table, path)
    result = run("extract", "a.parquet", "-f", "jsonl", cwd=tmp_path)
    assert [line["id"] for line in result.lines] == ["0", "1", "2", "3", "4"]
    assert [line["quotes"] for line in result.lines] == [line["quotes"] for line in expected()]
    assert result.status == SOME_FAILED
    assert result.error_lines == ["pullquote: a.parquet:row 6: expected str or bytes, found NoneType (text)"]
    (tmp_path / "b.parquet").write_bytes(b"PAR1 is how it begins")
    result = run("extract", "b.parquet", cwd=tmp_path)
    assert result.status == SOME_FAILED
    assert result.errors.startswith("pullquote: b.parquet: not Parquet: ")


PAGE = """<!DOCTYPE html><html><head><title>Bridge to close – Gazette</title>
<meta property="og:title" content="Bridge to close"><meta property="article:published_time" content="2024-03-14T08:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge to close</h1>
<p>Mayor Ana Ruiz closed the old bridge on Tuesday, after engineers had found cracks in both of its piers.</p>
<p>&ldquo;It was built for horses,&rdquo; she said on the bank of the river, where two hundred people had come to see it once more.</p>
<p>The ferry, which had stopped in 1911, will run again from next week, said Tom Okafor, who owns the only boat.</p>
</article><footer>© Gazette</footer></body></html>"""


@pytest.mark.skipif(find_spec("trafilatura") is None, reason="needs trafilatura: ./dev extras")
def test_html_in(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.htm").write_text("<html><body></body></html>", encoding="utf-8")
    result = run("extract", "a.html", "b.htm", "-f", "jsonl", cwd=tmp_path)
    (line,) = result.lines
    assert line["text"].startswith("Bridge to close\n")
    assert "“It was built for horses,”" in line["text"]
    assert "Sport" not in line["text"]
    assert (line["id"], line["published"]) == ("a.html", "2024-03-14")
    assert result.error_lines == ["pullquote: b.htm: no article was found in the page"]


def test_without_an_extra_one_line_says_what_to_install(tmp_path: Path, articles: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    program = (
        "import sys\nfor name in ('pyarrow', 'trafilatura', 'shtab'): sys.modules[name] = None\n"
        "from pullquote.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    for arguments, line in (
        (["extract", tmp_path / "a.html"], "reading HTML needs trafilatura: pip install 'pullquote[html]'"),
        (["extract", "-i", "parquet", articles], "reading Parquet needs pyarrow: pip install 'pullquote[frames]'"),
        (
            ["extract", articles, "-f", "parquet", "-o", tmp_path / "o"],
            "writing Parquet needs pyarrow: pip install 'pullquote[frames]'",
        ),
        (["completion", "bash"], "completion needs shtab: pip install 'pullquote[completion]'"),
    ):
        command = [sys.executable, "-c", program, *map(str, arguments)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert result.stderr == f"pullquote: {line}\n"
        assert result.returncode == WRONG_USAGE


def test_forms_by_name() -> None:
    names = ["a", "a.txt", "a.jsonl", "a.NDJSON", "a.csv", "a.tsv", "a.parquet", "a.HTML", "a.htm"]
    assert [form_of(name, None) for name in names] == [
        "text", "text", "jsonl", "jsonl", "csv", "csv", "parquet", "html", "html"
    ]  # fmt: skip
    assert form_of("a.csv", "text") == "text"


# ---- tables -------------------------------------------------------------------------------------------------------


def test_parquet_out(articles: Path, tmp_path: Path) -> None:
    result = run("extract", articles, "-f", "parquet", "-o", tmp_path / "out")
    assert (result.status, result.output, result.errors) == (DONE, "", "")
    tables = pullquote.to_frames(pullquote.pipe(ARTICLES))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{name}.parquet" for name in TABLES)
    for name in TABLES:
        table = pq.read_table(tmp_path / "out" / f"{name}.parquet")
        assert table.equals(getattr(tables, name))
        assert table.schema.equals(frames.SCHEMAS[name])
    run("extract", articles, "-f", "parquet", "--table", "quotes", "-o", tmp_path / "q.parquet")
    assert pq.read_table(tmp_path / "q.parquet").equals(tables.quotes)
    assert not list(tmp_path.glob("*.unfinished"))


def test_csv_out(articles: Path, tmp_path: Path) -> None:
    assert run("extract", articles, "-f", "csv", "-o", tmp_path / "out").status == DONE
    tables = pullquote.to_frames(pullquote.pipe(ARTICLES))
    for name in TABLES:
        table = getattr(tables, name)
        with open(tmp_path / "out" / f"{name}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [list(row) for row in rows] == [table.column_names] * table.num_rows
        for row, values in zip(rows, table.to_pylist(), strict=True):
            for column, value in values.items():
                if isinstance(value, list):
                    assert json.loads(row[column]) == value
                elif isinstance(value, float):
                    assert float(row[column]) == value
                elif isinstance(value, bool):
                    assert row[column] == str(value).lower()
                else:
                    assert row[column].removeprefix("'") == ("" if value is None else str(value).removeprefix("'"))
    frame = polars.read_csv(tmp_path / "out" / "mentions.csv")
    assert frame["start"].dtype == polars.Int64
    one = run("extract", articles, "-f", "csv", "--table", "mentions")
    assert one.output == (tmp_path / "out" / "mentions.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "output", [["-f", "csv"], ["-f", "parquet"], ["-f", "brat"], ["--table", "quotes"], ["--resume"]]
)
def test_what_needs_an_output(articles: Path, output: list[str]) -> None:
    result = run("extract", articles, *output)
    assert result.status == WRONG_USAGE
    assert len(result.error_lines) == 1
    assert result.error_lines[0].startswith("pullquote: ")


def test_completion() -> None:
    for shell in ("bash", "zsh", "tcsh"):
        result = run("completion", shell)
        assert result.status == DONE
        assert "labelstudio" in result.output
