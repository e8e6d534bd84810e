"""Articles and a document that the tests of the API share."""

from __future__ import annotations

import copy
from typing import Any

TEXT = (
    "Bridge to reopen 🌉 in spring\n\n"
    "Mayor Ana Ruiz said on Monday: “We will reopen the bridge.”\n\n"
    '"Nobody asked the ferrymen," said Tom Okafor, "and nobody will".\n\n'
    "She denied that the “old” bridge was unsafe.\n\n"
    "Read more: Ten bridges to see\n"
)


def span(words: str, start: int = 0) -> dict[str, Any]:
    """Where the words stand in TEXT, in the schema."""
    first = TEXT.index(words, start)
    return {"start": first, "end": first + len(words), "text": words}


def mention(words: str, kind: str = "name", confidence: float = 0.9, start: int = 0) -> dict[str, Any]:
    return span(words, start) | {"kind": kind, "confidence": confidence}


def entity(id: int, label: str, name: str, mentions: list[dict[str, Any]], **others: Any) -> dict[str, Any]:
    known = {
        "id": id,
        "label": label,
        "name": name,
        "named": True,
        "aliases": [],
        "role": None,
        "affiliation": None,
        "external_id": None,
        "value": None,
        "salience": 0.2,
    }
    return {**known, **others, "mentions": mentions}


_DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "id": "bridge",
    "published": "2024-03-14",
    "text": TEXT,
    "sections": [
        {"kind": "headline", "start": 0, "end": TEXT.index("\n")},
        {"kind": "paragraph", "start": TEXT.index("Mayor"), "end": TEXT.index("\n\n", 40)},
        {"kind": "boilerplate", "start": TEXT.index("Read more"), "end": len(TEXT) - 1},
    ],
    "entities": [
        entity(0, "MISC", "the town hall", [mention("Mayor", "nominal", 0.25)], named=False, salience=0.1),
        entity(
            1,
            "PERSON",
            "Ana Ruiz",
            [mention("Ana Ruiz"), mention("She", "pronoun", 0.6)],
            aliases=["Ruiz", "Ms Ruíz"],
            role="Mayor",
            affiliation=0,
            external_id="Q42",
        ),
        entity(2, "PERSON", "Tom Okafor", [mention("Tom Okafor")], salience=0.0),
        entity(
            3,
            "DATE",
            "Monday",
            [mention("Monday", confidence=1.0)],
            value={"type": "date", "iso": "2024-03-11", "start": "2024-03-11", "end": "2024-03-11"},
        ),
    ],
    "quotes": [
        {
            "id": 0,
            "kind": "direct",
            "speaker": 1,
            "content": [span("We will reopen the bridge.")],
            "cue": [span("said on Monday")],
            "source": [span("Mayor Ana Ruiz")],
            "about": [],
            "manner": "said",
            "polarity": "asserted",
            "confidence": 0.95,
        },
        {
            "id": 1,
            "kind": "direct",
            "speaker": 2,
            "content": [span("Nobody asked the ferrymen,"), span("and nobody will")],
            "cue": [span("said", 100)],
            "source": [span("Tom Okafor")],
            "about": [0, 1],
            "manner": None,
            "polarity": "negated",
            "confidence": 0.5,
        },
        {
            "id": 2,
            "kind": "scare",
            "speaker": None,
            "content": [span("old")],
            "cue": [],
            "source": [],
            "about": [],
            "manner": None,
            "polarity": "hypothetical",
            "confidence": 0.0,
        },
    ],
}


def document() -> dict[str, Any]:
    """A document that has one of everything, fresh to be changed."""
    return copy.deepcopy(_DOCUMENT)
