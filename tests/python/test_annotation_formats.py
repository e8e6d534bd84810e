"""The formats of annotation tools: CoNLL, brat, and Label Studio there and back."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pullquote
import pytest
import samples
from command import DONE, run, write_jsonl
from hypothesis import given
from hypothesis import strategies as st
from pullquote import Document, _annotations
from pullquote._cli import brat, conll, labelstudio

ARTICLES = [{"id": f"a{n}", "text": f"{samples.TEXT}\n{n}"} for n in range(5)]


def conll_rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("# ")]


def test_conll(document: Document) -> None:
    text = conll.document(document, 3)
    assert text.startswith(
        "# document = 3\n# id = bridge\n# columns = token start end entity entity_id content cue source\n"
    )
    rows = conll_rows(text)
    assert all(len(row) == 8 for row in rows)
    assert all(samples.TEXT[int(start) : int(end)] == token for token, start, end, *_ in rows)
    assert "".join(row[0] for row in rows) == "".join(samples.TEXT.split())
    tags = {row[0]: row[3:] for row in rows}
    assert tags["Ana"] == ["B-PERSON", "1", "O", "O", "I-0"]
    assert tags["Ruiz"] == ["I-PERSON", "1", "O", "O", "I-0"]
    assert tags["ferrymen"][2:] == ["I-1", "O", "O"]
    assert tags["Monday"] == ["B-DATE", "3", "O", "I-0", "O"]
    again = [row for row in rows if row[5] == "B-1"]
    assert [row[0] for row in again] == ["Nobody", "and"]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Spans anywhere, over lines and inside words."""
    text = draw(st.text("ab \n\r\t.🌉é", min_size=1, max_size=40))

    def span() -> dict[str, Any]:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return {"start": start, "end": end, "text": text[start:end]}

    def spans(least: int) -> list[dict[str, Any]]:
        return [span() for _ in range(draw(st.integers(least, 2)))]

    source = samples.document() | {"text": text, "sections": []}
    mentions = [s | {"kind": "name", "confidence": 1} for s in spans(1)]
    source["entities"] = [samples.entity(0, "ORG", "a\nb", mentions)]
    base = source["quotes"][0] | {"speaker": 0, "content": spans(1), "cue": spans(0), "source": spans(0)}
    source["quotes"] = [base]
    return Document.from_dict(source)


@given(documents())
def test_conll_covers_any_text(document: Document) -> None:
    rows = conll_rows(conll.document(document, 0))
    assert "".join(row[0] for row in rows) == "".join(document.text.split())
    for row in rows:
        for tag in (row[3], *row[5:]):
            assert re.fullmatch(r"O|[BI]-\w+", tag)
    inside = {i for mention in document.entities[0].mentions for i in range(mention.start, mention.end)}
    for row in rows:
        places = set(range(int(row[1]), int(row[2])))
        assert places <= inside or row[3] == "O" or not places.isdisjoint(inside)


@pytest.mark.parametrize("universal_newlines", [False, True])
@given(documents())
def test_brat_annotations_fit_their_text(universal_newlines: bool, document: Document) -> None:
    text = brat.text(document)
    if universal_newlines:  # as Python opens a text, and so as many a reader of brat's files does
        text = io.StringIO(text, newline=None).read()
    names = set()
    for line in brat.annotation_lines(document).split("\n")[:-1]:
        name, body, *words = line.split("\t")
        assert name == "*" or name not in names
        names.add(name)
        if name[0] == "T":
            _, places = body.split(" ", 1)
            cut = [text[int(a) : int(b)] for a, b in (place.split() for place in places.split(";"))]
            assert words == [re.sub(r"[\n\t]", " ", " ".join(cut))]
            # What is blank is as it was.
            assert all(part == part.strip() and not {"\n", "\t"} & {*part} for part in cut if part.strip())
        for other in re.findall(r"\bT\d+", body):
            assert other in names


def test_brat_finds_every_line_where_it_was(tmp_path: Path) -> None:
    article = {"id": "a", "text": "🌉 Ana Ruiz\r\n  Tom\r\nOkafor\rOmar Silva"}
    run("extract", write_jsonl(tmp_path / "a.jsonl", [article]), "-f", "brat", "-o", tmp_path / "out")
    (path,) = (tmp_path / "out").glob("*.txt")
    assert path.read_bytes().decode() == "🌉 Ana Ruiz \n  Tom \nOkafor\nOmar Silva"


def test_brat_folder(tmp_path: Path) -> None:
    ids = ["../../etc/passwd", "a/b\\c", "", "é" * 300, "CON", "a\0b"]
    path = write_jsonl(tmp_path / "a.jsonl", [{"id": id, "text": samples.TEXT} for id in ids])
    result = run("extract", path, "-f", "brat", "-o", tmp_path / "deep" / "out")
    assert (result.status, result.errors) == (DONE, "")
    names = sorted(file.name for file in (tmp_path / "deep" / "out").iterdir())
    assert len(names) == 2 * len(ids) + 1
    assert "000000-etc-passwd.ann" in names
    assert "annotation.conf" in names
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.jsonl", "deep"]
    assert (tmp_path / "deep" / "out" / "000001-a-b-c.txt").read_bytes() == samples.TEXT.encode()


def test_brat_says_who_speaks(document: Document) -> None:
    lines = brat.annotation_lines(document).splitlines()
    bound = {line.split("\t")[0]: line.split("\t")[1:] for line in lines if line[0] == "T"}
    spoken = [re.findall(r"T\d+", line) for line in lines if "SpokenBy" in line]
    assert [(bound[content][1], bound[speaker][1]) for content, speaker in spoken] == [
        ("We will reopen the bridge.", "Ana Ruiz"),
        ("Nobody asked the ferrymen, and nobody will", "Tom Okafor"),
    ]
    known = set(re.findall(r"^(\w+)", brat.configuration(), re.MULTILINE))
    assert {line.split("\t")[1].split()[0] for line in lines} - {"AnnotatorNotes"} <= known


def test_brat_says_how_it_was_said(document: Document) -> None:
    said = [line.split("\t")[1].split() for line in brat.annotation_lines(document).splitlines() if "\tManner" in line]
    assert [manner for _, _, manner in said] == [quote.manner for quote in document.quotes if quote.manner]


def test_labelstudio(document: Document, tmp_path: Path) -> None:
    articles = write_jsonl(tmp_path / "articles.jsonl", ARTICLES)
    (prediction,) = json.loads(labelstudio.task(document))["predictions"]
    regions = {region["id"]: region for region in prediction["result"] if region["type"] == "labels"}
    for region in regions.values():
        value = region["value"]
        assert samples.TEXT[value["start"] : value["end"]] == value["text"]
    relations = [part for part in prediction["result"] if part["type"] == "relation"]
    assert {part[end] for part in relations for end in ("from_id", "to_id")} <= set(regions)
    speakers = [part for part in relations if part["labels"] == ["speaker"]]
    assert [regions[part["to_id"]]["value"]["text"] for part in speakers] == ["Ana Ruiz", "Tom Okafor"]
    tasks = json.loads(run("extract", articles, "-f", "labelstudio").output)
    assert [task["data"]["id"] for task in tasks] == [article["id"] for article in ARTICLES]


def test_labelstudio_counts_code_points_and_holds_what_it_can_store() -> None:
    text = '🌉 👩‍👧 Café\r\n"No\0," said 🐎 Ana \ud800 Ruiz.\r\n“Yes,” said Tom Okafor.'
    task = json.loads(labelstudio.task(pullquote.extract(text)))
    shown = task["data"]["text"]
    assert shown == text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    regions = [part["value"] for part in task["predictions"][0]["result"] if part["type"] == "labels"]
    assert {"Tom Okafor", "Yes"} <= {region["text"] for region in regions}
    assert all(shown[region["start"] : region["end"]] == region["text"] for region in regions)


def exported(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """What Label Studio gives back where annotators agree with all that was found."""
    tasks = [json.loads(labelstudio.task(document)) for document in documents]
    return [{"id": 1, "data": task["data"], "annotations": [task["predictions"][0] | {"id": 7}]} for task in tasks]


def test_labelstudio_back_again(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(exported([document])), encoding="utf-8")
    (article,) = _annotations.read(path)
    assert (article.id, article.text, article.published) == (document.id, document.text, "2024-03-14")
    mentions = [(m.start, m.end, entity.label) for entity in document.entities for m in entity.mentions]
    assert article.entities == mentions
    assert article.attributions is not None
    assert [
        [[(s.start, s.end) for s in part] for part in (q.source, q.cue, q.content)] for q in document.quotes[:2]
    ] == [[each.source, each.cue, each.content] for each in article.attributions]
    result = run("evaluate", path)
    assert result.status == DONE
    assert {"precision", "direct"} <= set(result.output.split())  # both tables


def test_labelstudio_teaches_only_what_was_annotated(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    tasks = exported([document, document, document])
    for task in tasks:
        result = task["annotations"][0]["result"]
        for part in result:
            # Arrows of people point either way, and need no label.
            if part["type"] == "relation":
                part |= {"from_id": part["to_id"], "to_id": part["from_id"], "labels": []}
        task["annotations"][0]["result"] = [
            part
            for part in result
            if part["type"] == "relation" or part["value"]["labels"][0] in ("Content", "Cue", "Source")
        ]
    tasks[1]["annotations"][0]["was_cancelled"] = True
    tasks[2]["annotations"][0]["result"] = []
    path.write_text(json.dumps(tasks), encoding="utf-8")
    first, skipped, empty = _annotations.read(path)
    assert first.entities is None
    assert [len(each.content) for each in first.attributions or ()] == [1, 2]
    assert (skipped.entities, skipped.attributions) == (None, None)
    assert (empty.entities, empty.attributions) == (None, [])


@pytest.mark.parametrize(
    "content", ["{", "{}", '[{"data": {"text": "a"}, "annotations": [{}]}]', '[{"data": {"txt": 1}}]']
)
def test_labelstudio_wrong_exports_are_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(pullquote.InvalidInputError, match=r"export\.json"):
        list(_annotations.read(path))
