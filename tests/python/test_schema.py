"""The published JSON Schema says what documents are, and no less."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pullquote
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from pullquote import _core

SCHEMA: dict[str, Any] = json.loads(files("pullquote").joinpath("schema.json").read_text(encoding="utf-8"))
GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.expected.json"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_its_names_are_those_of_the_core() -> None:
    parts = SCHEMA["$defs"]
    assert parts["entity"]["properties"]["label"]["enum"] == list(_core.LABELS)
    assert parts["section"]["properties"]["kind"]["enum"] == list(_core.SECTION_KINDS)
    assert parts["mention"]["properties"]["kind"]["enum"] == list(_core.MENTION_KINDS)
    assert parts["quote"]["properties"]["kind"]["enum"] == list(_core.QUOTE_KINDS)
    assert parts["quote"]["properties"]["polarity"]["enum"] == list(_core.POLARITIES)
    assert parts["quote"]["properties"]["manner"]["enum"] == [*_core.MANNERS, None]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name.split(".")[0])
def test_articles_fit_it(path: Path) -> None:
    text = path.with_name(path.name.replace(".expected.json", ".txt")).read_bytes().decode("utf-8")
    for published in (None, "2024-02-29"):
        document = pullquote.extract(text, published=published, boilerplate=True)
        VALIDATOR.validate(document.to_dict())
        VALIDATOR.validate(json.loads(document.to_json()))


def test_every_member_is_described() -> None:
    document = samples.document()

    def compare(content: Any, part: Any) -> None:
        while "$ref" in part:
            part = SCHEMA["$defs"][part["$ref"].rsplit("/", 1)[1]]
        if isinstance(content, dict):
            if "anyOf" in part:
                return
            assert set(content) <= set(part["properties"])
            assert set(part["required"]) == set(part["properties"])
            for name, value in content.items():
                compare(value, part["properties"][name])
        elif isinstance(content, list) and "items" in part:
            for value in content:
                compare(value, part["items"])

    written = pullquote.Document.from_dict(document).to_dict()
    VALIDATOR.validate(written)
    compare(written, SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(schema=2),
        lambda d: d.pop("quotes"),
        lambda d: d.update(published="2024-13-01"),
        lambda d: d["quotes"][0].update(kind="loud"),
        lambda d: d["quotes"][0].update(content=[]),
        lambda d: d["quotes"][0]["content"][0].update(start=-1),
        lambda d: d["entities"][0].update(label="GPE"),
        lambda d: d["entities"][0].update(mentions=[]),
        lambda d: d["entities"][0]["mentions"][0].update(confidence=1.5),
        lambda d: d["entities"][3]["value"].update(type="money"),
    ],
)
def test_it_refuses_what_is_none(change: Callable[[dict[str, Any]], object]) -> None:
    document = samples.document()
    change(document)
    assert not VALIDATOR.is_valid(document)


@given(st.text(max_size=200))
@settings(max_examples=50, deadline=None)
def test_any_text_gives_a_document_that_fits(text: str) -> None:
    VALIDATOR.validate(json.loads(pullquote.extract(text).to_json()))
