"""The report: one page about many articles, in a browser."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
import samples
from browser import Page, needs_browser
from command import DONE, SOME_FAILED, WRONG_USAGE, run, write_jsonl
from pullquote import Document
from pullquote.report import write_report
from pullquote.report._context import pieces

HOSTILE = "</script><script>document.title='owned'</script><!--<script> & \u202e\x00 \"'"


def dated(day: str | None, **others: Any) -> Document:
    return Document.from_dict(samples.document() | {"published": day} | others)


def written(documents: list[Document], path: Path, title: str = "Bridges") -> Path:
    with open(path, "w", encoding="utf-8") as file:
        write_report(documents, file.write, title=title)
    return path


def data(path: Path) -> list[dict[str, Any]]:
    found = re.findall(r'<script type="application/json" class="\w+">(.*?)</script>', path.read_text(encoding="utf-8"))
    return [json.loads(part) for part in found]


# ---- what is written --------------------------------------------------------------------------------------------------


def test_quotes_in_their_context() -> None:
    source = samples.document()
    first, second, scare = (pieces(samples.TEXT, source["sections"], quote) for quote in source["quotes"])
    assert first == [
        "s",
        "Mayor Ana Ruiz",
        "",
        " ",
        "c",
        "said on Monday",
        "",
        ": “",
        "q",
        "We will reopen the bridge.",
        "",
        "”",
    ]
    # This one stands in no section: there is the whole article around it.
    assert "".join(second[1::2]) in samples.TEXT
    assert [words for kind, words in zip(second[::2], second[1::2], strict=True) if kind == "q"] == [
        "Nobody asked the ferrymen,",
        "and nobody will",
    ]
    assert "q" in scare


def test_context_is_cut() -> None:
    text = "before " * 100 + "said" + " after" * 100
    start = text.index("said")
    quote = {"content": [{"start": start, "end": start + 4}], "cue": [], "source": []}
    out = pieces(text, [], quote)
    assert out[1].startswith("… before")
    assert out[-1].endswith("after …")
    assert len("".join(out[1::2])) < 400
    quote["content"] = [{"start": 0, "end": 3}, {"start": len(text) - 3, "end": len(text)}]
    assert len("".join(pieces(text, [], quote)[1::2])) < 400


def test_the_page_is_one_file_that_loads_nothing(tmp_path: Path) -> None:
    page = written([dated("2024-03-14")], tmp_path / "a.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=\"(?!#)|url\(|@import|https?:", page)


def test_speakers_are_linked_over_articles(tmp_path: Path) -> None:
    short = samples.document()
    short["entities"][1] |= {"name": "Ruiz", "aliases": []}
    *_, summary = data(written([Document.from_dict(short), dated(None), dated(None)], tmp_path / "a.html"))
    assert [speaker[0] for speaker in summary["speakers"]] == ["Tom Okafor", "Ana Ruiz"]
    assert summary["articles"] == 3
    assert summary["copies"] == 2
    assert set(summary["repeated"].values()) == {3}


def test_the_command(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", [samples.document(), {"text": "Mayor Ana Ruiz left."}])
    result = run("report", path, "-o", tmp_path / "r.html", "--title", "A & B")
    assert (result.status, result.output, result.errors) == (DONE, "", "")
    assert "<title>A &amp; B</title>" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert data(tmp_path / "r.html")[-1]["articles"] == 2
    path.write_text("{\n", encoding="utf-8")
    assert run("report", path, "-o", tmp_path / "r.html").status == SOME_FAILED
    assert run("report", path, "-o", tmp_path / "none" / "r.html").status == WRONG_USAGE
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.jsonl", "r.html"]


# ---- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture
def report(page: Page, tmp_path: Path) -> Page:
    documents = [dated("2024-03-14", id="a"), dated("2024-05-02", id="b"), dated(None, id="c")]
    other = samples.document() | {"id": "d", "published": "2024-05-20"}
    other["quotes"] = other["quotes"][:1]
    documents.append(Document.from_dict(other))
    page.picture(tmp_path / "size.png", 1280, 900)
    page.open(written(documents, tmp_path / "report.html"))
    page.wait_for("'ready' in document.body.dataset")
    return page


def count(page: Page) -> str:
    return str(page.run("document.getElementById('count').textContent"))


def set_to(page: Page, id: str, value: str) -> None:
    page.run(
        f"(e => {{ e.value = {json.dumps(value)}; e.dispatchEvent(new Event('input', {{bubbles: true}})); }})({id!r} && document.getElementById({id!r}))"
    )


@needs_browser
def test_it_shows_all_quotes(report: Page) -> None:
    assert count(report) == "10 quotes"
    facts = report.run("document.getElementById('facts').textContent")
    assert facts == "4 articles · 10 quotes · 2 speakers · 2024-03-14 to 2024-05-20 · 3 articles repeat another"
    assert report.run("document.querySelectorAll('#quotes > li').length") == 10
    assert report.run("document.querySelector('#quotes mark').textContent") == "We will reopen the bridge."
    assert report.run("[...document.querySelectorAll('.bars span:first-child')].map(e => e.textContent)") == [
        "Ana Ruiz",
        "Tom Okafor",
    ]
    assert report.complaints() == []
    assert len(report.requests()) == 1


@needs_browser
@pytest.mark.parametrize(
    ("id", "value", "left"),
    [
        ("words", "FERRYMEN", "3 of 10 quotes"),
        ("words", "bridge ana", "4 of 10 quotes"),
        ("words", "xyz", "0 of 10 quotes"),
        ("speaker", "okafor", "3 of 10 quotes"),
        ("from", "2024-05-01", "4 of 10 quotes"),
        ("to", "2024-05-02", "6 of 10 quotes"),
        ("sure", "60", "4 of 10 quotes"),
    ],
)
def test_filters(report: Page, id: str, value: str, left: str) -> None:
    set_to(report, id, value)
    report.wait_for(f"document.getElementById('count').textContent === {json.dumps(left)}")
    report.run("document.querySelector('button[type=reset]').click()")
    report.wait_for("document.getElementById('count').textContent === '10 quotes'")


@needs_browser
def test_charts_filter_and_follow(report: Page) -> None:
    report.run("document.querySelector('.bars li:nth-child(2) button').click()")
    assert count(report) == "3 of 10 quotes"
    assert report.run("document.querySelector('.bars [aria-pressed=true] span').textContent") == "Tom Okafor"
    report.run("document.querySelector('.bars [aria-pressed=true]').click()")
    assert count(report) == "10 quotes"
    report.run("document.getElementById('by-words').click()")
    assert report.run("document.querySelector('.bars span:last-child').textContent") == "21"
    report.run("[...document.querySelectorAll('#time-chart button')].at(-1).click()")
    assert report.run("document.querySelector('#from').value") in ("2024-05-01", "2024-05-20")
    report.run("document.querySelector('button[type=reset]').click()")
    report.wait_for("document.getElementById('count').textContent === '10 quotes'")
    report.run("document.querySelector('#kinds input[value=scare]').click()")
    report.wait_for("document.getElementById('count').textContent === '7 of 10 quotes'")
    report.run("document.querySelector('#once').click()")
    report.wait_for("document.getElementById('count').textContent === '2 of 10 quotes'")


@needs_browser
def test_it_is_used_by_keyboard(report: Page) -> None:
    report.press("Tab")
    assert report.run("document.activeElement.className") == "skip"
    for _ in range(2):
        report.press("Tab")
    assert report.run("document.activeElement.id") == "speaker"
    assert report.run(
        "[...document.querySelectorAll('input, select')].every(e => e.labels.length || e.getAttribute('aria-label'))"
    )
    assert report.run(
        "[...document.querySelectorAll('button')].every(e => e.textContent.trim() || e.getAttribute('aria-label'))"
    )


@needs_browser
def test_orders(report: Page) -> None:
    def first() -> str:
        return str(report.run("document.querySelector('#quotes .facts').textContent"))

    for order, words in (
        ("new", "2024-05-20"),
        ("sure", "95 % sure"),
        ("repeated", "printed 4 times"),
        ("long", "50 % sure"),
    ):
        set_to(report, "order", order)
        report.wait_for(f"document.querySelector('#quotes .facts').textContent.includes({json.dumps(words)})")
        assert words in first()


@needs_browser
def test_hostile_articles(page: Page, tmp_path: Path) -> None:
    source = samples.document()
    text = HOSTILE + source["text"]
    shift = len(HOSTILE)

    def moved(part: Any) -> Any:
        if isinstance(part, list):
            return [moved(each) for each in part]
        if isinstance(part, dict):
            out = {key: moved(value) for key, value in part.items() if key != "text"}
            return out | {key: part[key] + shift for key in ("start", "end") if isinstance(part.get(key), int)}
        return part

    source = moved(source) | {"text": text, "id": HOSTILE}
    source["sections"][0]["start"] = 0
    source["entities"][1] |= {"name": HOSTILE, "role": HOSTILE}
    path = written([Document.from_dict(source)], tmp_path / "a.html", HOSTILE)
    page.open(path)
    page.wait_for("'ready' in document.body.dataset")
    assert page.run("document.title").startswith("</script><script>")
    assert page.run("document.querySelectorAll('script').length") == 2  # the summary and the page's own
    assert not re.search("[\x00\u202e]", path.read_text(encoding="utf-8"))


@needs_browser
def test_fifty_thousand_quotes(page: Page, tmp_path: Path) -> None:
    source = samples.document()
    source["quotes"] = [quote | {"id": number * 3 + quote["id"]} for number in range(84) for quote in source["quotes"]]
    document = Document.from_dict(source)
    path = written([document] * 199, tmp_path / "a.html")
    page.open(path)
    page.wait_for("'ready' in document.body.dataset", 60)
    assert count(page) == "50,148 quotes"
    start = time.monotonic()
    set_to(page, "words", "ferrymen")
    page.wait_for("document.getElementById('count').textContent.startsWith('16,716 of')")
    first = time.monotonic() - start
    start = time.monotonic()
    set_to(page, "words", "ferrymen okafor")
    page.wait_for("document.getElementById('count').textContent.startsWith('16,716 of')")
    page.run("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for("document.querySelectorAll('#quotes > li').length > 60")
    assert first < 10  # a second on a quiet machine: the words are made ready
    assert time.monotonic() - start < 5
