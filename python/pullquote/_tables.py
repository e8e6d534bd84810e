"""The four tables that documents become: their columns, and the rows of a document.

This is plain Python, so that CSV needs no other package; `pullquote.frames` makes Arrow of it. A column keeps its name, its
type and its meaning; new columns come at the end.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pullquote import Document

    Row = tuple[Any, ...]


class Column(NamedTuple):
    """A column of a table. `type` is the name of an Arrow type; "span" is a struct of start and end."""

    name: str
    type: str
    meaning: str


_ARTICLE = (
    Column("article", "int64", "number of the article, from 0 in the order of reading; joins the tables"),
    Column("article_id", "string", "the id that the caller gave the article"),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "articles": (
        *_ARTICLE,
        Column("published", "date32", "the day it was published, where the caller said so"),
        Column("headline", "string", "its headline, where one was found"),
        Column("words", "int32", "words of the text, boilerplate included"),
        Column("entities", "int32", "how many entities it has"),
        Column("quotes", "int32", "how many quotes it has"),
        Column("text", "string", "the article; all offsets count its code points"),
    ),
    "entities": (
        *_ARTICLE,
        Column("entity", "int32", "number of the entity in its article"),
        Column("label", "string", "PERSON, ORG, LOC, FAC, NORP, DATE, MONEY, PRODUCT or MISC"),
        Column("name", "string", "its fullest name, or its fullest mention if the article never names it"),
        Column("named", "bool", "whether the article names it"),
        Column("aliases", "list<string>", "its other names"),
        Column("role", "string", "its role as written"),
        Column("affiliation", "int32", "the entity that its role belongs to"),
        Column("affiliation_name", "string", "the name of that entity"),
        Column("value", "string", "what a date, an amount or a country stands for, a JSON object"),
        Column("salience", "double", "its weight in the article, 0 to 1"),
        Column("mentions", "int32", "how many mentions it has"),
        Column("quotes", "int32", "how many quotes it speaks"),
        Column("start", "int32", "where its first mention begins"),
        Column("external_id", "string", "the id that the user's gazetteer has for it"),
    ),
    "mentions": (
        *_ARTICLE,
        Column("entity", "int32", "the entity that it refers to"),
        Column("label", "string", "the label of the entity"),
        Column("name", "string", "the name of the entity"),
        Column("kind", "string", "name, nominal or pronoun"),
        Column("text", "string", "the words"),
        Column("start", "int32", "the first code point"),
        Column("end", "int32", "the code point after the last"),
        Column("confidence", "double", "0 to 1"),
    ),
    "quotes": (
        *_ARTICLE,
        Column("quote", "int32", "number of the quote in its article"),
        Column("kind", "string", "direct, mixed, indirect or scare"),
        Column("speaker", "string", "name of the entity that speaks"),
        Column("speaker_entity", "int32", "number of that entity"),
        Column("speaker_label", "string", "label of that entity"),
        Column("speaker_role", "string", "role of that entity"),
        Column("text", "string", "what was said; where the cue interrupts it, the parts joined by a space"),
        Column("words", "int32", "words of it"),
        Column("cue", "string", "the reporting words"),
        Column("source", "string", "the speaker as it stands in the text"),
        Column("about", "list<int32>", "the entities that the quote mentions"),
        Column("about_names", "list<string>", "their names"),
        Column("manner", "string", "what kind of saying the cue stands for"),
        Column("polarity", "string", "asserted, negated or hypothetical"),
        Column("confidence", "double", "0 to 1"),
        Column("start", "int32", "the first code point of what was said"),
        Column("end", "int32", "the code point after the last"),
        Column("content_spans", "list<span>", "where its parts stand"),
        Column("cue_spans", "list<span>", "where the reporting words stand"),
        Column("source_spans", "list<span>", "where the speaker stands"),
    ),
}

TABLES = tuple(COLUMNS)

_SURROGATE = re.compile("[\ud800-\udfff]")


def rows(document: Document, number: int) -> dict[str, list[Row]]:
    """The rows of a document, by table. `number` is that of the article."""
    source = document.to_dict()
    entities, quotes = source["entities"], source["quotes"]
    article = (number, _text(source["id"]))
    names = [_text(entity["name"]) for entity in entities]
    spoken = [0] * len(entities)
    for quote in quotes:
        if quote["speaker"] is not None:
            spoken[quote["speaker"]] += 1
    return {
        "articles": [(*article, *_article(source, document))],
        "entities": [(*article, *_entity(entity, names, spoken)) for entity in entities],
        "mentions": [
            (*article, *_mention(mention, entity, names)) for entity in entities for mention in entity["mentions"]
        ],
        "quotes": [(*article, *_quote(quote, entities, names)) for quote in quotes],
    }


def _article(source: dict[str, Any], document: Document) -> Row:
    text = source["text"]
    headline = next((s for s in source["sections"] if s["kind"] == "headline"), None)
    return (
        document.published,
        headline and _text(text[headline["start"] : headline["end"]]),
        len(text.split()),
        len(source["entities"]),
        len(source["quotes"]),
        _text(text),
    )


def _entity(entity: dict[str, Any], names: Sequence[str | None], spoken: Sequence[int]) -> Row:
    affiliation = entity["affiliation"]
    value = entity["value"]
    return (
        entity["id"],
        entity["label"],
        names[entity["id"]],
        entity["named"],
        [_text(alias) for alias in entity["aliases"]],
        _text(entity["role"]),
        affiliation,
        None if affiliation is None else names[affiliation],
        None if value is None else _text(json.dumps(value, ensure_ascii=False, sort_keys=True)),
        entity["salience"],
        len(entity["mentions"]),
        spoken[entity["id"]],
        entity["mentions"][0]["start"],
        _text(entity["external_id"]),
    )


def _mention(mention: dict[str, Any], entity: dict[str, Any], names: Sequence[str | None]) -> Row:
    return (
        entity["id"],
        entity["label"],
        names[entity["id"]],
        mention["kind"],
        _text(mention["text"]),
        mention["start"],
        mention["end"],
        mention["confidence"],
    )


def _quote(quote: dict[str, Any], entities: list[dict[str, Any]], names: Sequence[str | None]) -> Row:
    number = quote["speaker"]
    speaker = None if number is None else entities[number]
    text = _joined(quote["content"])
    return (
        quote["id"],
        quote["kind"],
        None if number is None else names[number],
        number,
        speaker and speaker["label"],
        speaker and _text(speaker["role"]),
        text,
        len(text.split()),
        _joined(quote["cue"]) or None,
        _joined(quote["source"]) or None,
        quote["about"],
        [names[entity] for entity in quote["about"]],
        _text(quote["manner"]),
        quote["polarity"],
        quote["confidence"],
        quote["content"][0]["start"],
        quote["content"][-1]["end"],
        _places(quote["content"]),
        _places(quote["cue"]),
        _places(quote["source"]),
    )


def _joined(spans: list[dict[str, Any]]) -> str:
    return _text(" ".join(span["text"] for span in spans)) or ""


def _places(spans: list[dict[str, Any]]) -> list[dict[str, int]]:
    return [{"start": span["start"], "end": span["end"]} for span in spans]


def _text(text: str | None) -> str | None:
    # A lone surrogate has no UTF-8. One character stands in for one, so that offsets still hold.
    return text if text is None or text.isascii() else _SURROGATE.sub("\ufffd", text)


# ---- CSV ----------------------------------------------------------------------------------------------------------

# What a spreadsheet takes for a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_cells(row: Row) -> Iterator[str | int | float | None]:
    """The cells of a row in CSV.

    Lists are written as JSON and dates as YYYY-MM-DD. A text that a spreadsheet would run as a formula gets an apostrophe
    in front.
    """
    for cell in row:
        if isinstance(cell, bool):
            yield "true" if cell else "false"
        elif isinstance(cell, str):
            yield "'" + cell if cell.startswith(_FORMULA) else cell
        elif isinstance(cell, list):
            yield json.dumps(cell, ensure_ascii=False)
        elif cell is None or isinstance(cell, (int, float)):
            yield cell
        else:
            yield str(cell)
