"""The article that the project started from, against its gold. It is somebody else's text, so it lies outside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pullquote
import pytest
import scoring

SEED = scoring.SHARED / "seed"

pytestmark = pytest.mark.skipif(
    not (SEED / "maduro.gold.json").exists() or not scoring.available(),
    reason="the seed article is not beside the checkout",
)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SEED / "maduro.gold.json").read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def document(gold: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = pullquote.extract(gold["text"], published="2019-01-25").to_dict()
    return answer | {"id": "maduro"}


def words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The words of spans, so that a mark or a full stop at an edge makes no difference."""
    return [word.strip("\"“”'.,:") for start, end in spans for word in text[start:end].split()]


def test_directly_quoted_sentences_have_the_right_source(gold: dict[str, Any], document: dict[str, Any]) -> None:
    text = gold["text"]
    expected = [quote for quote in gold["quotes"] if quote["kind"] == "direct" and quote["speaker"]]
    assert sorted(quote["speaker"].split()[-1] for quote in expected) == ["Pacolli", "Peskov", "Trump"]
    for quote in expected:
        content = words(text, quote["content"])
        found = [
            candidate
            for candidate in document["quotes"]
            if words(text, [(span["start"], span["end"]) for span in candidate["content"]]) == content
        ]
        assert len(found) == 1, " ".join(content)
        assert any(
            span["start"] < end and start < span["end"] for span in found[0]["source"] for start, end in quote["source"]
        )
        assert document["entities"][found[0]["speaker"]]["name"].split()[-1] == quote["speaker"].split()[-1]


def test_thirteen_attributions_are_related_correctly(document: dict[str, Any], tmp_path: Path) -> None:
    table = json.loads(scoring.score(SEED / "maduro.gold.jsonl", [document], tmp_path, "--json"))
    relation = table["relation"]
    assert relation["gold"] == 14
    assert relation["r"] * relation["gold"] / 100 >= 12.95  # thirteen; the scorer rounds its percentages


def test_boilerplate_gives_no_entities(gold: dict[str, Any], document: dict[str, Any]) -> None:
    assert len(gold["boilerplate"]) == 3
    for start, end in gold["boilerplate"]:
        inside = [
            mention["text"]
            for entity in document["entities"]
            for mention in entity["mentions"]
            if mention["start"] < end and start < mention["end"]
        ]
        assert inside == []
