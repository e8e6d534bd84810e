"""No article can break out of what is made of it: pages in a browser without their own policy, tables, folders, graphs."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
import samples
from browser import Page, needs_browser
from command import DONE, run, write_jsonl
from pullquote import Document
from pullquote.corpus import Corpus

# Each would set `owned` if it ran, in the place that it is made for.
SCRIPTS = [
    "<script>owned=1</script>",
    "</script><script>owned=1</script>",
    "</style><script>owned=1</script>",
    "</title></textarea></noscript><img src=x onerror=owned=1>",
    "\"'><svg onload=owned=1>",
    '" autofocus onfocus=owned=1 x="',
    "' onmouseover=owned=1 style='position:fixed;inset:0",
    "<iframe srcdoc='<script>parent.owned=1</script>'>",
    "<a href=javascript:owned=1>x</a>",
    "<!--><script>owned=1</script>-->",
    "<![CDATA[<script>owned=1</script>]]>",
    "&lt;script&gt;owned=1&lt;/script&gt;&#60;script>owned=1&#60;/script>",
    "<math><mtext></form><mglyph><style></math><img src onerror=owned=1>",
    "${owned=1}{{owned=1}}`-owned=1-`\\u003cscript>owned=1</script>",
    "\u2028owned=1//\u2029\u202e>tpircs<\u2066\u200f",
    "\0<\0script>owned=1</script>",
]
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("http://a","b")',
    "＝1",
    "-2+3+cmd|' /C calc'!A0",
]
PATHS = [
    "../../../outside",
    "/outside",
    "C:\\outside",
    "..",
    ".",
    "~/outside",
    "a/../../outside",
    "con",
    "nul.txt",
    "x\0y",
    "-rf",
    "",
    "é" * 300,
    "a\nb",
    "%2e%2e%2foutside",
]


def hostile(text: str) -> Document:
    """A document that says the same thing wherever it can say something."""
    source: dict[str, Any] = samples.document()
    source["text"] = text + "\n" + source["text"]
    by = len(text) + 1

    def moved(part: Any) -> Any:
        if isinstance(part, list):
            return [moved(each) for each in part]
        if isinstance(part, dict):
            out = {key: moved(value) for key, value in part.items() if key != "text"}
            return out | {key: part[key] + by for key in ("start", "end") if isinstance(part.get(key), int)}
        return part

    for name in ("sections", "entities", "quotes"):
        source[name] = moved(source[name])
    source["id"] = text
    source["sections"].insert(0, {"kind": "headline", "start": 0, "end": len(text)})
    for entity in source["entities"]:
        entity |= {"name": text, "aliases": [text], "role": text, "external_id": text}
        entity["mentions"].insert(0, entity["mentions"][0] | {"start": 0, "end": len(text)})
    for quote in source["quotes"]:
        for part in ("content", "cue", "source"):
            quote[part].insert(0, {"start": 0, "end": len(text)})
    return Document.from_dict(source)


def without_policy(html: str) -> str:
    """A page without its own defence, which would hide that escaping failed."""
    return re.sub(r'<meta http-equiv="?Content-Security-Policy[^>]*>', "", html)


@needs_browser
def test_no_script_of_an_article_runs(page: Page, tmp_path: Path) -> None:
    documents = [hostile(text) for text in SCRIPTS]
    views = [view for d in documents for view in (d.to_html(), d.quotes[0].to_html(), d.entities[0].to_html())]
    all_in_one = tmp_path / "views.html"
    all_in_one.write_text("<!DOCTYPE html><meta charset=utf-8>" + "".join(views), encoding="utf-8")
    pages = [all_in_one]
    for number, document in enumerate(documents):
        pages.append(tmp_path / f"{number}.html")
        pages[-1].write_text(without_policy(document.to_html(page=True)), encoding="utf-8")
    for path in pages:
        page.open(path)
        page.run("document.querySelectorAll('[tabindex],a,label,input').forEach(e => { e.focus(); e.click(); })")
        page.run(
            "document.querySelectorAll('*').forEach(e => "
            "['mouseover', 'focus', 'load', 'error'].forEach(name => e.dispatchEvent(new Event(name))))"
        )
        assert page.run("typeof owned") == "undefined", path
        assert page.run("document.querySelectorAll('script,iframe,svg,img,math,object,embed,base,form').length") == 0


@needs_browser
def test_no_script_of_an_article_runs_in_a_report(page: Page, tmp_path: Path) -> None:
    articles = tmp_path / "documents.jsonl"
    articles.write_text("".join(hostile(text).to_json() + "\n" for text in SCRIPTS), encoding="utf-8")
    path = tmp_path / "report.html"
    assert run("report", articles, "-o", path, "--title", SCRIPTS[1]).status == DONE
    path.write_text(without_policy(path.read_text(encoding="utf-8")), encoding="utf-8")
    page.open(path)
    page.wait_for("'ready' in document.body.dataset")
    page.run("document.querySelectorAll('button,a,[tabindex]').forEach(e => { e.focus(); e.click(); })")
    assert page.run("typeof owned") == "undefined"
    assert page.run("document.querySelectorAll('iframe,img,math,object,embed,base').length") == 0


def test_a_control_does_run(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "control.html"
    path.write_text("<!DOCTYPE html>" + SCRIPTS[0] + SCRIPTS[3], encoding="utf-8")
    page.open(path)
    assert page.run("typeof owned") == "number"


def test_no_cell_of_a_table_is_a_formula(tmp_path: Path) -> None:
    documents = tmp_path / "documents.jsonl"
    articles = [{"id": text, "text": f'{text}\n\n"{text}," said {text} of {text}.'} for text in FORMULAS]
    write_jsonl(documents, articles)
    assert run("extract", documents, "-f", "csv", "-o", tmp_path / "out").status == DONE
    cells = 0
    for path in (tmp_path / "out").iterdir():
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    cells += 1
                    # Numbers of ours may be negative; texts may not begin as formulas do.
                    assert not cell.startswith(tuple("=+@\t\r\n＝＋＠")), cell
                    assert not cell.startswith("-") or re.fullmatch(r"-\d+(\.\d+)?", cell) is None or cell == "-1", cell
    assert cells > 100
    ids = {row[0] for row in _rows(tmp_path / "out" / "articles.csv", "article_id")}
    assert {f"'{text}" for text in FORMULAS} <= ids


def _rows(path: Path, *columns: str) -> list[tuple[str, ...]]:
    with open(path, encoding="utf-8", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


def test_no_id_leads_out_of_a_folder(tmp_path: Path) -> None:
    articles = write_jsonl(tmp_path / "in.jsonl", [{"id": id, "text": "Ana Ruiz said so."} for id in PATHS])
    home = tmp_path / "work"
    home.mkdir()
    assert run("extract", articles.absolute(), "-f", "brat", "-o", "out", cwd=home).status == DONE
    assert [path.name for path in home.iterdir()] == ["out"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "work"]
    names = sorted(path.name for path in (home / "out").iterdir())
    assert len(names) == 2 * len(PATHS) + 1
    assert all(re.fullmatch(r"annotation\.conf|\d{6}(-[A-Za-z0-9_-]+)?\.(txt|ann)", name) for name in names)


@pytest.mark.parametrize("text", SCRIPTS)
def test_lines_and_markup_stay_what_they_are(text: str, tmp_path: Path) -> None:
    document = hostile(text)
    assert "\n" not in document.to_json()
    assert Document.from_dict(json.loads(document.to_json())) == document
    pytest.importorskip("networkx")
    corpus = Corpus()
    corpus.add(document)
    corpus.write_graphml(tmp_path / "a.graphml")
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.parse(tmp_path / "a.graphml").iter()}
    assert tags <= {"graphml", "key", "graph", "node", "edge", "data"}


def test_a_terminal_is_not_commanded(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('\x1b]0;owned\x07\x1b[31m"Red," said Ana\x9b2J Ruiz. \x1b[2J\u202e', encoding="utf-8")
    for command in (("show", path), ("extract", path, "-f", "text")):
        done = run(*command)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.output)
