"""What a type checker must accept and refuse. Nothing runs this; mypy reads it, and an ignore that ignores nothing is an error."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import pullquote
from pullquote.types import Label, Manner, MentionKind, Polarity, QuoteKind, SectionKind, Value

if TYPE_CHECKING:
    from typing_extensions import assert_type

    document = pullquote.extract("…", id="a", published=date(2024, 3, 14))
    pullquote.extract(b"...", published="2024-03-14", boilerplate=True)
    pullquote.extract(3)  # type: ignore[arg-type]
    pullquote.extract("…", "a")  # type: ignore[call-arg]
    pullquote.extract("…", id=3)  # type: ignore[arg-type]

    assert_type(document, pullquote.Document)
    assert_type(document.published, date | None)
    assert_type(document.sections[0].kind, SectionKind)
    assert_type(document.to_dict(), dict[str, Any])
    assert_type(document.to_json(indent=2), str)
    assert_type(pullquote.Document.from_json("{}"), pullquote.Document)
    document.id = "b"  # type: ignore[misc]
    pullquote.Document("text")  # type: ignore[arg-type]

    entity = document.entities[0]
    assert_type(entity, pullquote.Entity)
    assert_type(entity.label, Label)
    assert_type(entity.aliases, tuple[str, ...])
    assert_type(entity.affiliation, pullquote.Entity | None)
    assert_type(entity.mentions[0].kind, MentionKind)
    assert_type(entity.mentions[0].entity, pullquote.Entity)
    assert_type(entity.value, Value | None)
    if entity.value and entity.value["type"] == "money":
        assert_type(entity.value["amount"], float | list[float] | None)
    if entity.label == "PEOPLE":  # type: ignore[comparison-overlap]
        pass

    quote = document.quotes[0]
    assert_type(quote.kind, QuoteKind)
    assert_type(quote.manner, Manner | None)
    assert_type(quote.polarity, Polarity)
    assert_type(quote.content, tuple[pullquote.Span, ...])
    assert_type(quote.speaker, pullquote.Entity | None)
    assert_type(quote.about, tuple[pullquote.Entity, ...])
    print(quote.speaker.name)  # type: ignore[union-attr]

    rows: list[dict[str, str]] = []
    views: list[Mapping[str, object]] = []
    assert_type(pullquote.pipe(rows, threads=2), Generator[pullquote.Document, None, None])
    pullquote.pipe(views)
    pullquote.pipe(["a", b"b", {"text": "c"}], progress=True, batch_size=4)
    pullquote.pipe([3])  # type: ignore[list-item]

    assert_type(pullquote.Extractor().extract("…"), pullquote.Document)
    assert_type(pullquote.Extractor("en.pqm", boilerplate=True).model, str)
    known = pullquote.Extractor(gazetteer={"Acme": "ORG", "Zeta": {"label": "ORG", "id": "z"}}, patterns="patterns.csv")
    assert_type(known.gazetteer, pullquote.Gazetteer | None)
    assert_type(document.entities[0].external_id, str | None)
    assert_type(pullquote.__version__, str)

    class Derived(pullquote.Document):  # type: ignore[misc]
        pass
