"""Documents and their parts as Python objects: values, copies, pickles, and the schema."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import weakref
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import samples
from pullquote import Document, Entity, InputTypeError, InvalidInputError, Mention, Quote, Section, Span, _core

Part = Document | Entity | Mention | Quote | Section | Span


@pytest.fixture
def doc() -> Document:
    return Document.from_dict(samples.document())


def parts_of(document: Document) -> list[Part]:
    spans = [span for quote in document.quotes for span in (*quote.content, *quote.cue, *quote.source)]
    mentions = [mention for entity in document.entities for mention in entity.mentions]
    return [document, *document.sections, *document.entities, *mentions, *document.quotes, *spans]


def test_document_attributes(doc: Document) -> None:
    assert doc.id == "bridge"
    assert doc.published == date(2024, 3, 14)
    assert type(doc.published) is date
    assert doc.text is samples.TEXT
    assert [section.kind for section in doc.sections] == ["headline", "paragraph", "boilerplate"]
    assert doc.sections[0].text == "Bridge to reopen 🌉 in spring"
    assert [entity.id for entity in doc.entities] == [0, 1, 2, 3]
    assert [quote.id for quote in doc.quotes] == [0, 1, 2]


def test_entity_attributes(doc: Document) -> None:
    hall, ruiz, okafor, monday = doc.entities
    assert (ruiz.label, ruiz.name, ruiz.named, ruiz.role) == ("PERSON", "Ana Ruiz", True, "Mayor")
    assert ruiz.aliases == ("Ruiz", "Ms Ruíz")
    assert ruiz.affiliation == hall
    assert (ruiz.external_id, hall.external_id) == ("Q42", None)
    assert ruiz.value is None
    assert ruiz.salience == 0.2
    assert (hall.named, hall.role, hall.affiliation) == (False, None, None)
    assert [(mention.text, mention.kind, mention.confidence) for mention in ruiz.mentions] == [
        ("Ana Ruiz", "name", 0.9),
        ("She", "pronoun", 0.6),
    ]
    assert ruiz.mentions[1].entity == ruiz
    assert okafor.salience == 0
    assert monday.mentions[0].confidence == 1
    assert monday.value == {"type": "date", "iso": "2024-03-11", "start": "2024-03-11", "end": "2024-03-11"}


@pytest.mark.parametrize(
    "value",
    [
        {"type": "season", "iso": "2024-21", "start": None, "end": None},
        {"type": "date", "iso": None, "start": None, "end": None},
        {"type": "money", "amount": 120_000_000, "currency": "USD"},
        {"type": "money", "amount": 0.5, "currency": None},
        {"type": "money", "amount": [5, 7.5], "currency": "EUR"},
        {"type": "money", "amount": None, "currency": "EUR"},
        {"type": "capital", "country": "VE", "alpha3": "VEN"},
    ],
)
def test_values_come_back_as_they_were(value: dict[str, Any]) -> None:
    source = samples.document()
    source["entities"][3]["value"] = value
    document = Document.from_dict(source)
    read = document.entities[3].value
    assert read == value
    assert document.to_dict() == source
    assert pickle.loads(pickle.dumps(document)) == document
    assert document != Document.from_dict(samples.document())
    # Whole amounts are int, as JSON should have them.
    assert json.dumps(read) == json.dumps(value)


def test_quote_attributes(doc: Document) -> None:
    _, second, scare = doc.quotes
    assert (second.kind, second.polarity, second.manner, second.confidence) == ("direct", "negated", None, 0.5)
    assert [span.text for span in second.content] == ["Nobody asked the ferrymen,", "and nobody will"]
    assert second.text == "Nobody asked the ferrymen, and nobody will"
    assert [span.text for span in second.cue] == ["said"]
    assert second.speaker == doc.entities[2]
    assert second.about == doc.entities[:2]
    assert doc.quotes[0].manner == "said"
    assert scare.speaker is None
    assert (scare.cue, scare.source, scare.about) == ((), (), ())


def test_offsets_give_back_the_text(doc: Document) -> None:
    for part in parts_of(doc):
        if isinstance(part, (Mention, Section, Span)):
            assert doc.text[part.start : part.end] == part.text


def test_repr_is_short_and_says_what_it_is(doc: Document) -> None:
    assert (
        repr(doc)
        == f"Document(id='bridge', published=2024-03-14, {len(samples.TEXT)} characters, 4 entities, 3 quotes)"
    )
    assert repr(doc.entities[1]) == "Entity(1, PERSON, 'Ana Ruiz', 2 mentions)"
    assert repr(doc.entities[3].mentions[0]) == "Mention(name, 53:59, 'Monday')"
    assert repr(doc.quotes[2]) == "Quote(2, scare, speaker=None, 'old')"
    assert repr(doc.quotes[0].content[0]) == "Span(62:88, 'We will reopen the bridge.')"
    assert repr(doc.sections[0]) == "Section(headline, 0:28, 'Bridge to reopen 🌉 in spring')"
    source = samples.document() | {"id": None, "published": None, "text": "x" * 200_000}
    source |= {"entities": [], "quotes": [], "sections": [{"kind": "paragraph", "start": 0, "end": 200_000}]}
    long = Document.from_dict(source)
    assert repr(long) == "Document(200000 characters, 0 entities, 0 quotes)"
    assert len(repr(long.sections[0])) < 100


def test_repr_takes_any_text() -> None:
    source = samples.document() | {"text": "\ud800\x1b[1m\n\0", "entities": [], "quotes": []}
    source["sections"] = [{"kind": "paragraph", "start": 0, "end": 7}]
    (section,) = Document.from_dict(source).sections
    assert repr(section) == r"Section(paragraph, 0:7, '\ud800\x1b[1m\n\x00')"


def test_equality_is_by_value(doc: Document) -> None:
    twin = Document.from_dict(samples.document())
    for one, other in zip(parts_of(doc), parts_of(twin), strict=True):
        assert one == other
        assert not one != other  # noqa: SIM202
        assert hash(one) == hash(other)
    assert len(set(parts_of(doc)) | set(parts_of(twin))) == len(set(parts_of(doc)))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "other"},
        {"id": None},
        {"published": None},
        {"published": "2024-03-15"},
        {"text": samples.TEXT + "!"},
        {"quotes": []},
        {"sections": []},
    ],
    ids=str,
)
def test_documents_differ(doc: Document, change: dict[str, Any]) -> None:
    other = Document.from_dict(samples.document() | change)
    assert doc != other
    # A part belongs to its document: the same words of another article are another mention.
    assert doc.entities[1] != other.entities[1]
    assert doc.entities[1].mentions[0] != other.entities[1].mentions[0]
    # A span is the words and their place.
    assert doc.quotes[0].cue[0] == other._span(45, 59)


def test_parts_differ_within_a_document(doc: Document) -> None:
    assert len(set(doc.entities)) == 4
    assert len(set(doc.quotes)) == 3
    assert doc.entities[0] != doc.entities[1]
    assert doc.entities[1].mentions[0] != doc.entities[1].mentions[1]
    assert doc.sections[0] != doc.sections[1]
    assert doc._span(0, 3) != doc._span(1, 3)


def test_other_types_are_never_equal(doc: Document) -> None:
    for part in parts_of(doc):
        for other in (None, 3, "bridge", object(), doc.to_dict()):
            assert part != other
            assert part.__eq__(other) is NotImplemented
        with pytest.raises(TypeError):
            part < part  # type: ignore[operator]  # noqa: B015
    assert doc.entities[0] != doc.quotes[0]


def test_parts_are_immutable(doc: Document) -> None:
    for part in parts_of(doc):
        attributes = [name for name in dir(part) if not name.startswith("_") and not callable(getattr(part, name))]
        assert attributes
        for name in (*attributes, "anything_else"):
            with pytest.raises(AttributeError):
                setattr(part, name, None)
            with pytest.raises(AttributeError):
                delattr(part, name)


def test_no_part_is_made_by_hand(doc: Document) -> None:
    for kind in {type(part) for part in parts_of(doc)}:
        with pytest.raises(TypeError):
            kind()
        with pytest.raises(TypeError):
            type("Derived", (kind,), {})


def test_what_to_dict_gives_is_the_callers_own(doc: Document) -> None:
    doc.to_dict()["entities"].clear()
    assert doc == Document.from_dict(samples.document())


def test_copies_are_the_object_itself(doc: Document) -> None:
    for part in parts_of(doc):
        assert copy.copy(part) is part
        assert copy.deepcopy(part) is part
    assert copy.deepcopy([doc]) == [doc]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles(doc: Document, protocol: int) -> None:
    for part in parts_of(doc):
        again = pickle.loads(pickle.dumps(part, protocol))
        assert type(again) is type(part)
        assert again == part
    entity = pickle.loads(pickle.dumps(doc.entities[1], protocol))
    assert entity.affiliation.name == "the town hall"


def test_a_pickle_holds_a_document_once(doc: Document) -> None:
    one = len(pickle.dumps(doc))
    everything = pickle.dumps(parts_of(doc))
    assert len(everything) < 2.5 * one
    again = pickle.loads(everything)
    assert again == parts_of(doc)
    assert again[0].text is again[-1].__reduce__()[1][0].text


def test_a_part_outlives_its_document() -> None:
    document = Document.from_dict(samples.document())
    speaker = document.quotes[0].speaker
    gone = weakref.ref(document)
    del document
    gc.collect()
    assert gone() is not None
    assert speaker is not None
    assert speaker.mentions[0].text == "Ana Ruiz"
    del speaker
    gc.collect()
    assert gone() is None


# ---- the schema ---------------------------------------------------------------------------------------------------


def test_to_dict_is_the_schema(doc: Document) -> None:
    assert doc.to_dict() == samples.document()
    assert list(doc.to_dict()) == list(samples.document())
    assert list(doc.to_dict()["entities"][0]) == list(samples.document()["entities"][0])
    assert list(doc.to_dict()["quotes"][0]) == list(samples.document()["quotes"][0])


def test_to_json_is_the_schema(doc: Document) -> None:
    assert json.loads(doc.to_json()) == samples.document()
    assert "\n" not in doc.to_json()
    assert "🌉" in doc.to_json()
    assert json.loads(doc.to_json(indent=2)) == samples.document()
    assert doc.to_json(indent=2).startswith('{\n  "schema": 1,')


def test_json_can_always_be_encoded() -> None:
    source = samples.document() | {"text": "a\udc80b\ud800", "sections": [], "entities": [], "quotes": []}
    document = Document.from_dict(source)
    assert json.loads(document.to_json().encode()) == source
    assert Document.from_json(document.to_json().encode()) == document


def test_round_trips(doc: Document) -> None:
    assert Document.from_dict(doc.to_dict()) == doc
    assert Document.from_json(doc.to_json()) == doc
    assert Document.from_json(doc.to_json().encode()) == doc


def test_members_of_a_later_version_are_passed_over(doc: Document) -> None:
    source = samples.document() | {"language": "en"}
    source["entities"][0]["wikidata"] = "Q1"
    assert Document.from_dict(source) == doc


def test_text_of_spans_may_be_left_out(doc: Document) -> None:
    source = samples.document()
    for entity in source["entities"]:
        for mention in entity["mentions"]:
            del mention["text"]
    assert Document.from_dict(source) == doc


Change = Callable[[dict[str, Any]], object]


def _value(**value: Any) -> Change:
    return lambda document: document["entities"][3].update(value=value)


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (lambda d: d.pop("text"), "", '"text" is missing'),
        (lambda d: d["quotes"][1].pop("cue"), "quotes[1]", '"cue" is missing'),
        (lambda d: d.update(schema=2), "schema", "expected 1, found 2"),
        (lambda d: d.update(text=b"x"), "text", "expected a string, found bytes"),
        (lambda d: d.update(id=3), "id", "expected a string, found int"),
        (lambda d: d.update(published="14.3.2024"), "published", "not a day"),
        (lambda d: d.update(published=date(2024, 3, 14)), "published", "expected a string, found date"),
        (lambda d: d.update(entities=None), "entities", "expected a list, found NoneType"),
        (lambda d: d.update(sections="x"), "sections", "expected a list, found str"),
        (lambda d: d["sections"].append(7), "sections[3]", "expected an object, found int"),
        (lambda d: d["sections"][0].update(kind="footer"), "sections[0].kind", "expected one of headline, byline"),
        (lambda d: d["sections"][0].update(end=10_000), "sections[0].end", "found 10000"),
        (lambda d: d["sections"][0].update(start=-1), "sections[0].start", "found -1"),
        (lambda d: d["sections"][0].update(start=2, end=1), "sections[0].end", "found 1"),
        (lambda d: d["sections"][0].update(end=10**5000), "sections[0].end", "far larger"),
        (lambda d: d["sections"][0].update(end=1.0), "sections[0].end", "expected a whole number, found float"),
        (lambda d: d["sections"][0].update(end=True), "sections[0].end", "expected a whole number, found bool"),
        (lambda d: d["entities"][2].update(id=3), "entities[2].id", "expected 2, found 3"),
        (lambda d: d["entities"][0].update(label="person"), "entities[0].label", "expected one of PERSON, ORG"),
        (lambda d: d["entities"][0].update(named=1), "entities[0].named", "expected true or false, found int"),
        (lambda d: d["entities"][0].update(aliases=["a", 1]), "entities[0].aliases[1]", "expected a string, found int"),
        (lambda d: d["entities"][1].update(affiliation=4), "entities[1].affiliation", "expected 0 to 3, found 4"),
        (lambda d: d["entities"][1].update(salience=1.5), "entities[1].salience", "from 0 to 1"),
        (lambda d: d["entities"][1].update(salience=float("nan")), "entities[1].salience", "from 0 to 1"),
        (lambda d: d["entities"][1].update(salience=10**500), "entities[1].salience", "from 0 to 1"),
        (lambda d: d["entities"][1].update(salience="1"), "entities[1].salience", "expected a number, found str"),
        (lambda d: d["entities"][1].update(mentions=[]), "entities[1].mentions", "at least one mention"),
        (lambda d: d["entities"][1]["mentions"][0].update(kind="noun"), "entities[1].mentions[0].kind", "one of name"),
        (lambda d: d["entities"][1]["mentions"][0].update(text="Ana"), "entities[1].mentions[0].text", "other words"),
        (lambda d: d["entities"][3].update(value="2024"), "entities[3].value", "expected an object, found str"),
        (lambda d: d["entities"][3].update(value={}), "entities[3].value", '"type" is missing'),
        (
            lambda d: d["entities"][3]["value"].update(type="day"),
            "entities[3].value.type",
            "expected one of date, week",
        ),
        (lambda d: d["entities"][3]["value"].pop("iso"), "entities[3].value", '"iso" is missing'),
        (lambda d: d["entities"][3]["value"].update(end="2024-02-30"), "entities[3].value.end", "not a day"),
        (_value(type="money", amount=1, currency="usd"), "entities[3].value.currency", "expected 3 capital letters"),
        (_value(type="money", amount=-1, currency="USD"), "entities[3].value.amount", "0 or more"),
        (_value(type="money", amount=float("inf"), currency="USD"), "entities[3].value.amount", "0 or more"),
        (_value(type="money", amount="1", currency="USD"), "entities[3].value.amount", "expected a number, found str"),
        (_value(type="money", amount=[2, 1], currency="USD"), "entities[3].value.amount", "the lower and the higher"),
        (_value(type="country", country="VEN", alpha3="VEN"), "entities[3].value.country", "expected 2 capital"),
        (_value(type="people", country="VE", alpha3="VEN"), "entities[3].value.type", "expected one of country"),
        (lambda d: d["quotes"][0].update(speaker=-1), "quotes[0].speaker", "found -1"),
        (lambda d: d["quotes"][0].update(content=[]), "quotes[0].content", "at least one span"),
        (lambda d: d["quotes"][1].update(about=[0, 9]), "quotes[1].about[1]", "found 9"),
        (lambda d: d["quotes"][1].update(manner="crooned"), "quotes[1].manner", "expected one of said, asked"),
        (lambda d: d["quotes"][1].update(polarity=None), "quotes[1].polarity", "expected a string, found NoneType"),
        (lambda d: d.update(entities=[]), "quotes[0].speaker", "no entity"),
    ],
)
def test_what_cannot_be_a_document_is_refused(change: Change, where: str, what: str) -> None:
    source = samples.document()
    change(source)
    with pytest.raises(InvalidInputError) as caught:
        Document.from_dict(source)
    assert caught.value.where == where
    assert what in caught.value.what
    assert caught.value.code == "invalid-input"


@pytest.mark.parametrize("source", [None, [], "{}", 3])
def test_from_dict_takes_a_dict(source: Any) -> None:
    with pytest.raises(InputTypeError, match="expected a dict"):
        Document.from_dict(source)


def test_from_json_says_what_is_wrong() -> None:
    with pytest.raises(InvalidInputError, match="not JSON"):
        Document.from_json("{")
    with pytest.raises(InvalidInputError, match="not JSON"):
        Document.from_json(b"\xff")
    with pytest.raises(InvalidInputError, match="not JSON"):
        Document.from_json("[" * 100_000)
    with pytest.raises(InputTypeError, match="expected a dict"):
        Document.from_json("[]")
    with pytest.raises(InputTypeError, match="expected str or bytes"):
        Document.from_json(3)  # type: ignore[arg-type]


def test_every_name_of_the_core_can_be_read() -> None:
    text = "x"
    for label in _core.LABELS:
        for kind in _core.MENTION_KINDS:
            mention = {"start": 0, "end": 1, "kind": kind, "confidence": 1}
            source = {
                "id": None,
                "published": None,
                "text": text,
                "sections": [{"kind": kind, "start": 0, "end": 1} for kind in _core.SECTION_KINDS],
                "entities": [samples.entity(0, label, "x", [mention])],
                "quotes": [],
            }
            document = Document.from_dict(source)
            assert document.entities[0].label == label
            assert document.entities[0].mentions[0].kind == kind
            assert tuple(section.kind for section in document.sections) == _core.SECTION_KINDS
