"""Views as HTML: what they say, that nothing gets out of them, and how a browser shows them."""

from __future__ import annotations

import html
import re
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pullquote
import samples
from browser import Page, needs_browser
from hypothesis import given
from hypothesis import strategies as st
from pullquote import Document
from pullquote._html.marks import DEEPEST, Mark, marked, nesting_order

HOSTILE = "</div><script>top.owned=1</script>\" onmouseover='x' & \u202egnirts\u2066 \x1b[31m \x00 \ud800"

TAG = re.compile(r"<[^>]*>")


class Outline(HTMLParser):
    """Checks that tags nest, and collects the words outside of cards, styles and the legend."""

    VOID = ("input", "meta")

    def __init__(self, source: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, tuple[str, ...]]] = []
        self.feed(source)
        self.close()
        assert not self.stack

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.stack.append((tag, dict(attributes).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = tuple(part for _, style in self.stack for part in style.split())
        if not {"pq-card", "pq-plain"} & {*classes} and "pq-article" in classes:
            self.words.append((data, classes))

    def inside(self, style: str) -> str:
        return "".join(data for data, classes in self.words if style in classes)


def everywhere(hostile: str) -> Document:
    """A document that says the same in every place where an article's words can get to."""
    source = samples.document()
    text = hostile * 3
    size = len(hostile)
    whole = {"start": 0, "end": size, "text": text[:size]}
    mention = whole | {"kind": "name", "confidence": 0.5}
    source |= {"id": hostile, "text": text, "sections": [{"kind": "headline", "start": 0, "end": size}]}
    source["entities"] = [samples.entity(0, "PERSON", hostile, [mention], role=hostile, aliases=[hostile])]
    quote = source["quotes"][0] | {"content": [whole], "cue": [whole], "source": [whole], "speaker": 0, "about": [0]}
    source["quotes"] = [quote, quote | {"id": 1, "speaker": None, "about": []}]
    return Document.from_dict(source)


# ---- what they say --------------------------------------------------------------------------------------------------


def test_the_article_stands_whole_in_its_view(document: Document) -> None:
    shown = "".join(data for data, _ in Outline(document.to_html()).words)
    assert "".join(shown.split()) == "".join(samples.TEXT.split())


def test_marks_stand_where_the_spans_are(document: Document) -> None:
    outline = Outline(document.to_html())
    for style in ("direct", "scare"):
        said = [span.text for quote in document.quotes if quote.kind == style for span in quote.content]
        assert outline.inside(f"pq-{style}") == "".join(said)
    assert outline.inside("pq-cue") == "said on Mondaysaid"
    assert outline.inside("pq-source") == "Mayor Ana RuizTom Okafor"
    assert outline.inside("pq-PERSON") == "Ana RuizTom OkaforShe"
    assert outline.inside("pq-headline") == "Bridge to reopen 🌉 in spring"
    assert outline.inside("pq-boilerplate") == "Read more: Ten bridges to see"


def test_quotes_say_who_speaks(document: Document) -> None:
    labels = [
        attributes["aria-label"] for _, attributes in Outline(document.to_html()).tags if "aria-label" in attributes
    ]
    assert labels[0] == "Quote by Ana Ruiz, Mayor: direct · said · “said on Monday” · 95 % sure"
    assert (
        labels[1]
        == labels[2]
        == "Quote by Tom Okafor: direct · negated · “said” · 50 % sure · about the town hall, Ana Ruiz"
    )
    assert labels[3] == "Quote by nobody named: scare · hypothetical · 0 % sure"
    stops = [attributes for _, attributes in Outline(document.to_html()).tags if attributes.get("tabindex") == "0"]
    assert len(stops) == len(document.quotes)  # one stop a quote, however many parts


def test_the_legend_has_what_the_document_has(document: Document) -> None:
    names = [attributes["data-show"] for _, attributes in Outline(document.to_html()).tags if "data-show" in attributes]
    assert names == ["direct", "scare", "who", "PERSON", "DATE", "MISC", "boilerplate"]
    assert "fieldset" not in pullquote.extract("").to_html()


def test_every_kind_can_be_hidden() -> None:
    from pullquote import _core
    from pullquote._html.views import _style

    for name in (*_core.LABELS, *_core.QUOTE_KINDS, "who", "boilerplate"):
        assert f'[data-show="{name}"]:not(:checked)' in _style()


def test_small_views(document: Document) -> None:
    quote, entity = document.quotes[1], document.entities[1]
    assert "Nobody asked the ferrymen, … and nobody will" in quote.to_html()
    assert "<b>Tom Okafor</b>" in quote.to_html()
    view = entity.to_html()
    for part in ("Ana Ruiz", "Mayor", "Ruiz, Ms Ruíz", "the town hall", "PERSON", "Ana Ruiz, She"):
        assert part in view
    assert "never named" not in view
    assert "never named" in document.entities[0].to_html()
    for whole in (document, quote, entity):
        assert whole._repr_html_() == whole.to_html()
        assert Outline(whole.to_html()).tags[0] == ("div", {"class": "pullquote"})


def test_a_page_of_its_own(document: Document) -> None:
    page = document.to_html(page=True)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>bridge</title>" in page
    assert "default-src 'none'" in page


# ---- nothing gets out -----------------------------------------------------------------------------------------------


def test_all_text_is_escaped() -> None:
    document = everywhere(HOSTILE)
    views = [
        document.to_html(),
        document.to_html(page=True),
        document.quotes[0].to_html(),
        document.quotes[1].to_html(),
    ]
    for view in [*views, document.entities[0].to_html()]:
        tags = Outline(view).tags
        assert "script" not in {tag for tag, _ in tags}
        assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", view)
        assert not re.search(r"(href|src|url\(|@import|https?:)", html.unescape(TAG.sub("", view)))
        view.encode("utf-8")


# ---- marks that overlap ---------------------------------------------------------------------------------------------


@st.composite
def texts_and_marks(draw: st.DrawFn) -> tuple[str, list[Mark], int, int]:
    text = draw(st.text('ab<&"\n ', max_size=30))
    place = st.integers(0, len(text))
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start, end = sorted((draw(place), draw(place)))
        marks.append(Mark(start, end, f'<i class="m{number}">', "</i>", "<u></u>"))
    start, end = sorted((draw(place), draw(place)))
    return text, sorted(marks, key=nesting_order), start, end


class Words(Outline):
    def handle_data(self, data: str) -> None:
        self.words.append((data, tuple(style for _, style in self.stack)))


@given(texts_and_marks())
def test_marks_nest_and_cover_their_words(case: tuple[str, list[Mark], int, int]) -> None:
    text, marks, start, end = case
    outline = Words(marked(text, marks, start, end))
    assert "".join(data for data, _ in outline.words) == text[start:end]
    for mark in marks:
        style = mark.opening.split('"')[1]
        assert outline.inside(style) == text[max(mark.start, start) : max(min(mark.end, end), mark.start, start)]


def test_depth_has_a_bound() -> None:
    marks = [Mark(i, 200 - i, "<i>", "</i>") for i in range(100)]
    assert marked("x" * 200, marks, 0, 200).count("<i>") == DEEPEST


def test_time_is_linear() -> None:
    def seconds(size: int) -> float:
        source = samples.document() | {"text": "ab " * size, "sections": [], "quotes": []}
        source["sections"] = [{"kind": "paragraph", "start": 3 * i, "end": 3 * i + 3} for i in range(size)]
        # Every mention reaches from its paragraph to the end.
        spans = [{"start": 3 * i, "end": 3 * size, "kind": "name", "confidence": 1} for i in range(size)]
        source["entities"] = [samples.entity(0, "PERSON", "ab", spans)]
        document = Document.from_dict(source)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            document.to_html()
            best = min(best, time.process_time() - start)
        return best

    assert seconds(2000) < 40 * seconds(200)


# ---- in a browser -----------------------------------------------------------------------------------------------------


def shown(page: Page, selector: str) -> bool:
    return bool(page.run(f"getComputedStyle(document.querySelector({selector!r})).visibility === 'visible'"))


@needs_browser
def test_hover_and_focus_show_who_speaks(document: Document, page: Page, tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(document.to_html(page=True), encoding="utf-8")
    page.open(path)
    card = ".pq-q .pq-card"
    assert not shown(page, card)
    page.hover(".pq-article .pq-q")
    assert shown(page, card)
    assert "Ana Ruiz" in page.run(f"document.querySelector({card!r}).innerText")
    page.hover(".pq-boilerplate")
    assert not shown(page, card)
    boxes = page.run("document.querySelectorAll('input').length")
    for _ in range(boxes + 1):
        page.press("Tab")
    assert page.run("document.activeElement.classList.contains('pq-q')")
    assert shown(page, card)
    assert page.run("document.documentElement.scrollWidth <= innerWidth")


@needs_browser
def test_the_legend_filters(document: Document, page: Page, tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(document.to_html(page=True), encoding="utf-8")
    page.open(path)
    background = "getComputedStyle(document.querySelector('.pq-article .{}')).backgroundColor"
    for style, key in (("pq-direct", "direct"), ("pq-PERSON", "PERSON")):
        assert page.run(background.format(style)) != "rgba(0, 0, 0, 0)"
        page.run(f"document.querySelector('[data-show={key}]').focus()")
        page.press(" ")
        assert page.run(background.format(style)) == "rgba(0, 0, 0, 0)"
    assert page.run("document.querySelector('.pq-article .pq-boilerplate').offsetHeight") > 0
    page.run("document.querySelector('[data-show=boilerplate]').click()")
    assert page.run("document.querySelector('.pq-article .pq-boilerplate').offsetHeight") == 0
    assert len(page.requests()) == 1
    assert page.complaints() == []


@needs_browser
def test_dark_and_light_differ_and_can_be_read(document: Document, page: Page, tmp_path: Path) -> None:
    path = tmp_path / "article.html"
    path.write_text(document.to_html(page=True), encoding="utf-8")
    page.open(path)
    pictures = []
    for dark in (False, True):
        page.dark(dark)
        colours = page.run(
            "(() => { const card = getComputedStyle(document.querySelector('.pq-card'));"
            "return [card.color, card.backgroundColor]; })()"
        )
        text, ground = (luminance(colour) for colour in colours)
        assert (max(text, ground) + 0.05) / (min(text, ground) + 0.05) > 7  # contrast, as WCAG counts it
        page.picture(tmp_path / "picture.png")
        pictures.append((tmp_path / "picture.png").read_bytes())
    assert pictures[0] != pictures[1]


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Untrusted(HTMLParser):
    """What JupyterLab leaves of an output that it does not trust: no style sheets, few attributes, and none that is empty."""

    KEPT = ("class", "dir", "hidden", "lang", "title", "type", "checked", "open", "scope")

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.in_style = False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.in_style = tag == "style"
        kept = [
            (name, value) for name, value in attributes if name in self.KEPT and (value or name in ("checked", "open"))
        ]
        if tag == "input":
            kept.append(("disabled", "disabled"))
        if not self.in_style:
            self.out.append(f"<{tag}{''.join(f' {name}={html.escape(value or name)!r}' for name, value in kept)}>")

    def handle_endtag(self, tag: str) -> None:
        if not self.in_style:
            self.out.append(f"</{tag}>")
        self.in_style = False

    def handle_data(self, data: str) -> None:
        if not self.in_style:
            self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")


@needs_browser
def test_a_notebook_that_is_not_trusted_shows_an_article(document: Document, page: Page, tmp_path: Path) -> None:
    path = tmp_path / "untrusted.html"
    plain = "".join(Untrusted(document.to_html()).out)
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{plain}", encoding="utf-8")
    page.open(path)
    text = page.run("document.querySelector('.pq-article').innerText")
    assert 'Nobody asked the ferrymen," said Tom Okafor' in text
    assert "and nobody will [Tom Okafor]" in text
    assert "% sure" not in text  # the cards, which nothing could lay over the text
    assert "Quotes are marked" in page.run("document.body.innerText")
    assert not page.run(
        "[...document.querySelectorAll('input')].some(box => box.offsetHeight > 0)"
    )  # they would do nothing
    assert (
        page.run("getComputedStyle(document.querySelector('.pq-article .pq-q')).backgroundColor") != "rgba(0, 0, 0, 0)"
    )

    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{document.to_html()}", encoding="utf-8")
    page.open(path)
    assert "[Tom Okafor]" not in page.run("document.querySelector('.pq-article').innerText")
    assert "Quotes are marked" not in page.run("document.body.innerText")
    assert page.run("document.querySelector('input').offsetHeight > 0")


@needs_browser
def test_hostile_text_does_nothing(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    # Without the page's own policy, which would also stop what escaping lets through.
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{everywhere(HOSTILE).to_html()}", encoding="utf-8")
    page.open(path)
    assert page.run("document.scripts.length") == 0
    assert page.run("document.querySelector('.pq-head').textContent.includes('<script>top.owned=1</script>')")


@needs_browser
def test_a_long_article_stays_fluid(page: Page, tmp_path: Path) -> None:
    source: dict[str, Any] = samples.document()
    copies, size = 1500, len(samples.TEXT)

    def shifted(part: Any, by: int) -> Any:
        if isinstance(part, list):
            return [shifted(each, by) for each in part]
        if isinstance(part, dict) and "start" in part:
            return part | {"start": part["start"] + by, "end": part["end"] + by}
        return part

    long = source | {"text": samples.TEXT * copies}
    for name in ("sections", "quotes"):
        long[name] = [
            {
                key: shifted(value, copy * size)
                for key, value in shifted(part, copy * size if name == "sections" else 0).items()
            }
            for copy in range(copies)
            for part in source[name]
        ]
    for number, quote in enumerate(long["quotes"]):
        quote["id"] = number
    path = tmp_path / "long.html"
    path.write_text(Document.from_dict(long).to_html(page=True), encoding="utf-8")
    page.open(path)
    start = time.monotonic()
    page.run("(() => { document.querySelector('[data-show=direct]').click(); return document.body.offsetHeight; })()")
    page.hover(".pq-article .pq-scare")
    assert (
        time.monotonic() - start < 5
    )  # 400,000 characters and 4,500 quotes; a fraction of a second on a quiet machine
