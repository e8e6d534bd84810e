"""The page: its frame, and the data in pieces."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from typing import TYPE_CHECKING, Any

from pullquote._html.escape import escaped, plain
from pullquote.corpus import Corpus
from pullquote.report._context import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pullquote import Document

_CHUNK = 1000  # quotes; a browser reads the data chunk by chunk
_FOLDER = os.path.dirname(__file__)


def write_report(
    documents: Iterable[Document], write: Callable[[str], object], *, title: str = "Who said what"
) -> None:
    """Writes the page.

    Args:
        documents: documents; they are read once and not kept.
        write: takes the page in pieces, such as the method of a file that is opened as UTF-8.
        title: the heading of the page.
    """
    script = _file("report.js")
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    head, body = _file("report.html").split("<!-- data -->")
    head = (
        head.replace("{{title}}", escaped(title)).replace("{{hash}}", hashed).replace("{{style}}", _file("report.css"))
    )
    write(head)
    corpus = Corpus()
    chunk = _Chunk()
    for document in documents:
        chunk.add(document, corpus)
        if len(chunk.quotes) >= _CHUNK:
            write(chunk.element())
            chunk = _Chunk()
    write(chunk.element())
    write(_element("summary", _summary(corpus)))
    write(body.replace("{{script}}", script))


def _file(name: str) -> str:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return file.read()


def _element(kind: str, data: dict[str, Any]) -> str:
    # Within a script element only "<" could end it or begin a comment.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" class="{kind}">{text}</script>\n'


class _Chunk:
    """Quotes and their articles."""

    def __init__(self) -> None:
        self.articles: list[list[Any]] = []
        self.quotes: list[list[Any]] = []

    def add(self, document: Document, corpus: Corpus) -> None:
        content = document.to_dict()
        added = corpus.add(document)
        headline = next((s for s in content["sections"] if s["kind"] == "headline"), None)
        title = content["text"][headline["start"] : headline["end"]] if headline else ""
        self.articles.append(
            [added.article, plain(content["id"] or ""), content["published"] or "", plain(title.strip())]
        )
        for quote, group in zip(content["quotes"], added.quotes, strict=True):
            number = quote["speaker"]
            entity = None if number is None else added.entities[number]
            name = content["entities"][number]["name"] if number is not None else _source(quote)
            self.quotes.append(
                [
                    added.article,
                    plain(name) if entity is None else entity,
                    quote["kind"],
                    quote["confidence"],
                    group,
                    pieces(content["text"], content["sections"], quote),
                ]
            )

    def element(self) -> str:
        return _element("data", {"articles": self.articles, "quotes": self.quotes})


def _source(quote: dict[str, Any]) -> str:
    return " ".join(span["text"] for span in quote["source"])


def _summary(corpus: Corpus) -> dict[str, Any]:
    """Who the speakers are. Entities of one profile lead to the same speaker."""
    profiles = [profile for profile in corpus.profiles() if profile.quotes]
    places = {profile.id: place for place, profile in enumerate(profiles)}
    return {
        "articles": len(corpus),
        "speakers": [[plain(p.name), p.label, plain(p.roles[0][0]) if p.roles else "", p.articles] for p in profiles],
        "entities": {
            str(number): places[profile] for number, profile in enumerate(corpus.links()) if profile in places
        },
        "repeated": {str(group.id): group.size for group in corpus.repeated_quotes()},
        "copies": sum(group.size - 1 for group in corpus.copies()),
    }
