"""Documents from what they were written to. Pickles name these functions: each keeps its name and its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pullquote._core import Document, Entity, Gazetteer, Mention, Quote, Section, Span
from pullquote.errors import InputTypeError, InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Mapping


def document(state: Mapping[str, Any]) -> Document:
    """The document of a state in the published schema, with or without the text of spans."""
    return Document.from_dict(state)


def entity(document: Document, index: int) -> Entity:
    """An entity of a document."""
    return document.entities[index]


def mention(document: Document, entity: int, index: int) -> Mention:
    """A mention of an entity."""
    return document.entities[entity].mentions[index]


def quote(document: Document, index: int) -> Quote:
    """A quote of a document."""
    return document.quotes[index]


def section(document: Document, index: int) -> Section:
    """A section of a document."""
    return document.sections[index]


def span(document: Document, start: int, end: int) -> Span:
    """A stretch of a document's text."""
    return document._span(start, end)


def gazetteer(source: bytes) -> Gazetteer:
    """A gazetteer, as the same version of the package wrote it."""
    return Gazetteer._from_bytes(source)


def parse_json(source: str | bytes) -> object:
    """What a JSON text holds."""
    import json

    if not isinstance(source, (str, bytes, bytearray)):
        raise InputTypeError(
            f"expected str or bytes, found {type(source).__name__}", where="document", code="input-type"
        )
    try:
        return json.loads(source)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"not JSON: {error}", where="document", code="invalid-input") from None
