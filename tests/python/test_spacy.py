"""The spaCy component."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pullquote
import pytest
import samples

spacy = pytest.importorskip("spacy", reason="needs spacy: ./dev extras")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning", "ignore::FutureWarning")


class Prepared:
    """An extractor that gives the document of the samples, which has one of everything."""

    def extract(self, text: str, **_: object) -> pullquote.Document:
        return pullquote.Document.from_dict(samples.document() | {"id": None})


@pytest.fixture
def nlp() -> Any:
    return spacy.blank("en")


@pytest.fixture
def doc(nlp: Any) -> Any:
    nlp.add_pipe("pullquote").__dict__["_extractor"] = Prepared()
    return nlp(samples.TEXT)


def test_spacy_finds_it_without_an_import() -> None:
    program = "import spacy; print(spacy.blank('en').add_pipe('pullquote').__class__.__module__)"
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=False
    )
    assert result.stdout == "pullquote.spacy\n", result.stderr


def test_groups(doc: Any) -> None:
    document = doc._.pullquote
    assert [span.text for span in doc.spans["quotes"]] == [
        span.text for quote in document.quotes for span in quote.content
    ]
    assert [span.label_ for span in doc.spans["quotes"]] == ["direct", "direct", "direct", "scare"]
    assert [span.text for span in doc.spans["cues"]] == ["said on Monday", "said"]
    assert [span.text for span in doc.spans["sources"]] == ["Mayor Ana Ruiz", "Tom Okafor"]
    mentions = sum(len(entity.mentions) for entity in document.entities)
    assert len(doc.spans["entities"]) == mentions


def test_spans_lead_to_quotes_and_entities(doc: Any) -> None:
    quotes = doc.spans["quotes"]
    assert [span._.quote.id for span in quotes] == [0, 1, 1, 2]
    assert quotes[1]._.speaker.name == "Tom Okafor"
    assert quotes[3]._.speaker is None
    assert quotes[0]._.entity is None
    assert {span._.entity.name for span in doc.spans["entities"]} == {
        "the town hall",
        "Ana Ruiz",
        "Tom Okafor",
        "Monday",
    }
    assert doc[0:2]._.quote is None
    assert doc._.pullquote is doc._.pullquote


def test_it_agrees_with_the_library(nlp: Any) -> None:
    nlp.add_pipe("pullquote", config={"boilerplate": True})
    doc = nlp.make_doc(samples.TEXT)
    doc._.published = "2024-03-14"
    doc = nlp(doc)
    assert doc._.pullquote == pullquote.extract(samples.TEXT, published="2024-03-14", boilerplate=True)
    texts = [f"{samples.TEXT}{number}" for number in range(40)]
    for doc, text in zip(nlp.pipe(texts), texts, strict=True):
        assert doc.text == text
        assert doc._.pullquote == pullquote.extract(text, boilerplate=True)


def test_documents_are_written_and_read(nlp: Any, doc: Any) -> None:
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.pullquote == doc._.pullquote
    assert [span._.quote.id for span in again.spans["quotes"]] == [0, 1, 1, 2]


def test_ents(nlp: Any) -> None:
    nlp.add_pipe("pullquote", config={"set_ents": True})
    doc = nlp(samples.TEXT)
    assert ("Ana Ruiz", "PERSON") in [(ent.text, ent.label_) for ent in doc.ents]


def test_a_document_without_the_component(nlp: Any) -> None:
    assert nlp(samples.TEXT)._.pullquote is None
