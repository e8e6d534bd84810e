"""What the command writes: the schema as JSON, or a page of text for a terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pullquote import Document, Entity, Quote

_WIDTH = 80
_NAME_WIDTH = 34
_QUOTE_LINES = 3


def as_jsonl(documents: Iterable[Document]) -> Iterator[str]:
    """One document a line."""
    for document in documents:
        yield document.to_json() + "\n"


def as_json(documents: Iterable[Document]) -> Iterator[str]:
    """A document for people and programs that read one."""
    for document in documents:
        yield document.to_json(indent=2) + "\n"


def as_json_list(documents: Iterable[Document]) -> Iterator[str]:
    """A list of documents, written as they come."""
    separator = "[\n"
    for document in documents:
        yield separator + document.to_json(indent=2)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def as_text(documents: Iterable[Document]) -> Iterator[str]:
    """The entities and quotes of each document, in 80 columns."""
    separator = ""
    for document in documents:
        yield separator + "\n".join(_page(document)) + "\n"
        separator = "\n"


def formatter(form: str, single: bool) -> Callable[[Iterable[Document]], Iterator[str]]:
    """What writes a format. JSON for a single article is an object, and for others a list."""
    if form == "json":
        return as_json if single else as_json_list
    return {"jsonl": as_jsonl, "text": as_text}[form]


def _page(document: Document) -> Iterator[str]:
    heading = [part for part in (document.id, document.published and document.published.isoformat()) if part]
    if heading:
        yield _plain(" · ".join(heading))
        yield ""
    yield "ENTITIES"
    entities = sorted(document.entities, key=lambda entity: -len(entity.mentions))
    yield from map(_entity_line, entities)
    if not entities:
        yield "  none found"
    yield ""
    yield "QUOTES"
    quotes = document.quotes
    for number, quote in enumerate(quotes):
        if number:
            yield ""
        yield from _quote_lines(quote)
    if not quotes:
        yield "  none found"


def _entity_line(entity: Entity) -> str:
    mentions = f"{len(entity.mentions)} ×"
    line = f"  {entity.label:<8} {_pad(_shorten(entity.name, _NAME_WIDTH), _NAME_WIDTH)} {mentions:>5}"
    if entity.role:
        line += "  " + _shorten(entity.role, _WIDTH - len(line) - 2)
    return line


def _quote_lines(quote: Quote) -> Iterator[str]:
    speaker = quote.speaker
    source = " ".join(span.text for span in quote.source)
    cue = " … ".join(span.text for span in quote.cue)
    who = speaker.name if speaker else source or "—"
    if speaker and source and source != speaker.name:
        who += f" ({source})"
    head = f"  {quote.kind:<8} "
    yield head + _shorten(who + (f" · {cue}" if cue else ""), _WIDTH - len(head))
    content = _plain(" … ".join(span.text for span in quote.content))
    margin = " " * len(head)
    yield from textwrap.wrap(
        content, _WIDTH, initial_indent=margin, subsequent_indent=margin, max_lines=_QUOTE_LINES, placeholder=" …"
    )


def _plain(text: str) -> str:
    # An article may hold what a terminal obeys: escape sequences, or marks that turn the direction of writing.
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _shorten(text: str, width: int) -> str:
    text = " ".join(_plain(text).split())
    if sum(map(_columns, text)) <= width:
        return text
    used = 1  # for the ellipsis
    for i, character in enumerate(text):
        used += _columns(character)
        if used > width:
            return text[:i].rstrip() + "…"
    return text


def _pad(text: str, width: int) -> str:
    return text + " " * (width - sum(map(_columns, text)))
