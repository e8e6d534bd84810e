"""`pullquote corpus`: tables about many articles."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx
import samples
from command import DONE, SOME_FAILED, WRONG_USAGE, run, write_jsonl


def table(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables(tmp_path: Path) -> None:
    documents = [
        samples.document() | {"id": f"a{number}", "published": f"2024-0{number + 3}-14"} for number in range(3)
    ]
    path = write_jsonl(tmp_path / "a.jsonl", documents)
    out = tmp_path / "deep" / "out"
    result = run("corpus", path, "-o", out, "--graphml")
    assert (result.status, result.output, result.errors) == (DONE, "", "")
    names = ["about.csv", "about.graphml", "copies.csv", "profiles.csv", "repeated.csv", "timeline.csv"]
    assert sorted(file.name for file in out.iterdir()) == names

    profiles = {row["name"]: row for row in table(out / "profiles.csv")}
    ruiz = profiles["Ana Ruiz"]
    assert (ruiz["label"], ruiz["articles"], ruiz["quotes"], ruiz["distinct_quotes"]) == ("PERSON", "3", "3", "1")
    assert (ruiz["first"], ruiz["last"]) == ("2024-03-14", "2024-05-14")
    assert json.loads(ruiz["roles"]) == [["Mayor", 3]]
    months = [(row["month"], row["quotes"]) for row in table(out / "timeline.csv") if row["name"] == "Ana Ruiz"]
    assert months == [("2024-03", "1"), ("2024-04", "1"), ("2024-05", "1")]
    about = {(row["speaker_name"], row["about_name"]): row["quotes"] for row in table(out / "about.csv")}
    assert about["Tom Okafor", "Ana Ruiz"] == "3"
    assert {"times": "3", "quote": "We will reopen the bridge."} in table(out / "repeated.csv")
    assert table(out / "copies.csv") == [{"times": "3", "article_id": "a0"}]
    graph = networkx.read_graphml(out / "about.graphml")
    assert sum(weight for _, _, weight in graph.edges(data="weight")) == sum(map(int, about.values()))


def test_articles_and_bad_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "=1", "text": "“No,” said Ana Ruiz."}\n{"text": 3}\n{"id": "=1", "text": "“No,” said Ana Ruiz."}\n'
    )
    result = run("corpus", path, "-o", tmp_path / "out")
    assert result.status == SOME_FAILED
    assert result.error_lines[0].startswith(f"pullquote: {path}:2")
    assert [row["name"] for row in table(tmp_path / "out" / "profiles.csv")] == ["Ana Ruiz"]
    # What a spreadsheet would run as a formula is text.
    assert table(tmp_path / "out" / "copies.csv") == [{"times": "2", "article_id": "'=1"}]
    assert table(tmp_path / "out" / "timeline.csv") == []
    assert run("corpus", path, "-o", path).status == WRONG_USAGE
