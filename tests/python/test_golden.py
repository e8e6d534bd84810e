"""Every golden article gives its expected answer, and the facts known about it hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import golden
import pytest

Fact = dict[str, Any]
Document = dict[str, Any]


@pytest.mark.parametrize("name", golden.NAMES)
def test_answer_is_the_expected_one(name: str) -> None:
    assert golden.expected_path(name).exists(), "no expected answer: run ./dev golden and read what it wrote"
    if difference := golden.difference(name):
        pytest.fail(f"{difference}\n\nWhere the new answer is the better one, run ./dev golden.", pytrace=False)


@pytest.mark.parametrize("name", golden.NAMES)
def test_every_span_gives_back_its_text(name: str) -> None:
    text, document = golden.text(name), golden.document(name)
    mentions = [mention for entity in document["entities"] for mention in entity["mentions"]]
    parts = [span for quote in document["quotes"] for part in ("content", "cue", "source") for span in quote[part]]
    assert mentions
    assert parts
    for span in mentions + parts:
        assert text[span["start"] : span["end"]] == span["text"]


def joined(spans: list[dict[str, Any]]) -> str:
    return " ".join(span["text"] for span in spans)


def stripped(quote: dict[str, Any]) -> str:
    return joined(quote["content"]).strip("\"“”‘’'")


def speaker_of(document: Document, quote: dict[str, Any]) -> dict[str, Any] | None:
    return None if quote["speaker"] is None else document["entities"][quote["speaker"]]


def check_quote(document: Document, fact: Fact) -> None:
    """Some quote holds the words, and it is of the kind, by the speaker and under the cue that the fact names."""
    found = [quote for quote in document["quotes"] if fact["quote"] in joined(quote["content"])]
    assert found, "not found"

    def mismatches(quote: dict[str, Any]) -> Iterator[str]:
        kinds = fact["kind"] if isinstance(fact["kind"], list) else [fact["kind"]]
        if quote["kind"] not in kinds:
            yield f"kind {quote['kind']}"
        entity = speaker_of(document, quote)
        if "nominal" in fact:
            if entity is None or entity["named"] or fact["nominal"].lower() not in entity["name"].lower():
                yield f"speaker {entity and entity['name']}"
        elif (entity and entity["name"]) != fact["speaker"]:
            yield f"speaker {entity and entity['name']}"
        if "source" in fact and joined(quote["source"]) != fact["source"]:
            yield f"source {joined(quote['source'])!r}"
        if "cue" in fact and fact["cue"] not in joined(quote["cue"]):
            yield f"cue {joined(quote['cue'])!r}"
        if "fragments" in fact and len(quote["content"]) != fact["fragments"]:
            yield f"{len(quote['content'])} fragments"

    complaints = [list(mismatches(quote)) for quote in found]
    assert [] in complaints, "; ".join(", ".join(complaint) for complaint in complaints)


def check_unattributed(document: Document, fact: Fact) -> None:
    """Nobody is said to have said these very words."""
    for quote in document["quotes"]:
        if stripped(quote) == fact["unattributed"]:
            assert quote["speaker"] is None


def check_scare(document: Document, fact: Fact) -> None:
    found = [quote for quote in document["quotes"] if stripped(quote) == fact["scare"]]
    assert [(quote["kind"], quote["speaker"]) for quote in found] == [("scare", None)]


def check_entity(document: Document, fact: Fact) -> None:
    named = [entity for entity in document["entities"] if entity["name"] == fact["entity"]]
    assert len(named) == 1, f"{len(named)} entities of that name"
    assert named[0]["label"] == fact["label"]
    assert set(fact.get("aliases", [])) <= set(named[0]["aliases"])
    if "role" in fact:
        assert named[0]["role"] == fact["role"]


def check_section(document: Document, fact: Fact) -> None:
    at = document["text"].index(fact["text"])
    covering = [section["kind"] for section in document["sections"] if section["start"] <= at < section["end"]]
    assert covering == [fact["section"]]


def check_absent(document: Document, fact: Fact) -> None:
    names = [mention["text"] for entity in document["entities"] for mention in entity["mentions"]]
    assert [name for name in names if fact["absent"] in name] == []


def check_mention(document: Document, fact: Fact) -> None:
    start = document["text"].index(fact["in"]) + fact["in"].rindex(fact["mention"])
    owners = [
        entity["name"]
        for entity in document["entities"]
        for mention in entity["mentions"]
        if (mention["start"], mention["text"]) == (start, fact["mention"])
    ]
    assert owners == [fact["entity"]]


CHECKS = {
    "quote": check_quote,
    "scare": check_scare,
    "unattributed": check_unattributed,
    "mention": check_mention,
    "entity": check_entity,
    "section": check_section,
    "absent": check_absent,
}


def check_for(fact: Fact) -> Any:
    return next(check for key, check in CHECKS.items() if key in fact)


def known_facts() -> Iterator[Any]:
    for name in golden.NAMES:
        for fact in golden.facts(name):
            key = next(key for key in CHECKS if key in fact)
            # A gap that closes must be struck from the list: that is what strict is for.
            marks = [pytest.mark.xfail(reason=fact["gap"], strict=True)] if "gap" in fact else []
            yield pytest.param(name, fact, id=f"{name}-{key}-{fact[key][:40]}", marks=marks)


@pytest.mark.parametrize(("name", "fact"), list(known_facts()))
def test_fact_holds(name: str, fact: Fact) -> None:
    check_for(fact)(golden.document(name), fact)
