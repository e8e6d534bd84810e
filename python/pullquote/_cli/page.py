"""A document as a page of text, for people."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pullquote._values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pullquote import Document, Entity, Quote

_WIDTH = 80
_NAME_WIDTH = 34
_QUOTE_LINES = 3


def page(document: Document) -> str:
    """The entities and quotes of a document, in 80 columns."""
    return "\n".join(_page(document)) + "\n"


def _page(document: Document) -> Iterator[str]:
    heading = [part for part in (document.id, document.published and document.published.isoformat()) if part]
    if heading:
        yield _plain(" · ".join(heading))
        yield ""
    yield "ENTITIES"
    entities = sorted(document.entities, key=lambda entity: -len(entity.mentions))
    width = min(_NAME_WIDTH, max((_width(_plain(entity.name)) for entity in entities), default=0))
    yield from (_entity_line(entity, width) for entity in entities)
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


def _entity_line(entity: Entity, width: int) -> str:
    name = _shorten(entity.name, width)
    line = f"  {entity.label:<8} {name}{' ' * (width - _width(name))} {len(entity.mentions):>4} ×"
    if about := entity.role or shown(entity.value):
        line += "  " + _shorten(about, _WIDTH - _width(line) - 2)
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
    content = " … ".join(span.text for span in quote.content)
    margin = " " * len(head)
    yield from (margin + line for line in _wrap(content, _WIDTH - len(head), _QUOTE_LINES))


def _plain(text: str) -> str:
    # An article may hold what a terminal obeys: escape sequences, or marks that turn the direction of writing.
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _width(text: str) -> int:
    return sum(map(_columns, text))


def _fitting(text: str, width: int) -> int:
    """How many characters of the text fit."""
    used = 0
    for i, character in enumerate(text):
        used += _columns(character)
        if used > width:
            return i
    return len(text)


def _shorten(text: str, width: int) -> str:
    text = " ".join(_plain(text).split())
    if _fitting(text, width) == len(text):
        return text
    return text[: _fitting(text, width - 1)].rstrip() + "…"


def _wrap(text: str, width: int, most: int) -> Iterator[str]:
    # textwrap counts characters, and some take two columns.
    rest = " ".join(_plain(text).split())
    for _ in range(most - 1):
        cut = _fitting(rest, width)
        if cut < len(rest):
            cut = max(rest.rfind(" ", 0, cut + 1), 0) or cut
        yield rest[:cut]
        rest = rest[cut:].lstrip()
        if not rest:
            return
    yield _shorten(rest, width)
