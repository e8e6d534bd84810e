"""Properties that hold for any text whatever."""

from __future__ import annotations

import json
import pickle
from itertools import pairwise
from typing import Any

import pullquote
from hypothesis import given, settings
from hypothesis import strategies as st
from pullquote import Document

# Pieces of which scraped articles are made, and of which they should not be.
PIECES = [
    *"“”‘’\"'`´«»„‚‹›′″",
    *("''", "``", "“‘", "’”", '."', ",” ", "--", " — ", "…", ": ", "; ", ". ", "? ", "! ", ", ", "(", ")"),
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", " ", "  ", "\N{NO-BREAK SPACE}", "\0", "\v\f", "\x1b[31m", "\x85"),
    *(
        "\u200b",
        "\u200d",
        "\ufeff",
        "\xad",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u2028",
        "\ufffd",
        "\ud83d",
        "\udc00",
        "\udfff",
    ),
    *(
        "&quot;",
        "&amp;",
        "&#8220;",
        "&#x201d;",
        "&nbsp;",
        "&lt;br&gt;",
        "&amp;amp;",
        "&#0;",
        "&#1114112;",
        "&bogus;",
        "&#",
    ),
    *("😀", "👩‍👩‍👧", "🇻🇪", "é", "é", "ﬁ", "İ", "ẞ", "Å", "中文", "عربي", "̈" * 3, "𝐀", "\U0010ffff"),
    *(
        " said ",
        " says ",
        "said: ",
        " according to ",
        " told reporters ",
        " wrote on Thursday",
        " denied that ",
        " asked ",
    ),
    *("he ", "She ", "they ", "the president ", "The ministry ", "who ", "that ", "not "),
    *(
        "Ana Ruiz",
        "Mr. Tom Okafor Jr.",
        "U.S.",
        "the U.N.",
        "Bank of Lund (BOL)",
        "O’Neill's",
        "JOHN SMITH",
        "van der Berg",
    ),
    *(
        "Foreign Minister ",
        "Jan. 4",
        "Wednesday",
        "$120-million",
        "€3bn",
        "Rs 5 crore",
        "12:30 p.m.",
        "#tag",
        "@handle",
    ),
    *(
        "https://example.org/a?b=c#d",
        "a@b.example",
        "PARIS (Reuters) - ",
        "By Ana Ruiz",
        "Read more: ",
        "© 2024 ",
        "Photo: ",
    ),
    *("word ", "a", "A", "1", "1,000.50", "x" * 70, "-", "_", "/", "\\", "%", "\N{COMBINING ACUTE ACCENT}"),
]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
NASTY_TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)
TEXT = ANY_TEXT | NASTY_TEXT

settings.register_profile("pullquote", deadline=None, max_examples=500)
settings.load_profile("pullquote")


def spans_of(document: Document) -> list[Any]:
    mentions = [mention for entity in document.entities for mention in entity.mentions]
    quoted = [span for quote in document.quotes for span in (*quote.content, *quote.cue, *quote.source)]
    return [*document.sections, *mentions, *quoted]


@given(TEXT, st.booleans())
def test_every_span_gives_back_its_text(text: str, boilerplate: bool) -> None:
    document = pullquote.extract(text, boilerplate=boilerplate)
    assert document.text == text
    for span in spans_of(document):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text


@given(TEXT, st.booleans())
def test_a_document_keeps_its_promises(text: str, boilerplate: bool) -> None:
    document = pullquote.extract(text, boilerplate=boilerplate)
    assert [entity.id for entity in document.entities] == list(range(len(document.entities)))
    firsts = []
    for entity in document.entities:
        starts = [mention.start for mention in entity.mentions]
        assert starts
        assert starts == sorted(starts)
        firsts.append(starts[0])
        assert entity.name
        assert entity.name not in entity.aliases
        assert len(set(entity.aliases)) == len(entity.aliases)
        assert 0 <= entity.salience <= 1
        assert all(0 <= mention.confidence <= 1 for mention in entity.mentions)
    assert firsts == sorted(firsts)
    for quote in document.quotes:
        assert quote.content
        assert 0 <= quote.confidence <= 1
        about = [entity.id for entity in quote.about]
        assert about == sorted(set(about))
        assert quote.speaker is None or quote.speaker.id not in about
        for spans in (quote.content, quote.cue, quote.source):
            assert all(one.end <= other.start for one, other in pairwise(spans))


@given(TEXT)
def test_sections_are_ordered_and_apart(text: str) -> None:
    sections = pullquote.extract(text).sections
    assert all(section.start < section.end <= len(text) for section in sections)
    assert all(one.end <= other.start for one, other in pairwise(sections))


@given(st.lists(TEXT, max_size=8), st.integers(1, 3), st.integers(1, 4))
@settings(max_examples=60)
def test_pipe_equals_extract(texts: list[str], threads: int, batch_size: int) -> None:
    documents = list(pullquote.pipe(texts, threads=threads, batch_size=batch_size))
    assert documents == [pullquote.extract(text) for text in texts]


@given(st.binary(max_size=200) | NASTY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read(data: bytes) -> None:
    document = pullquote.extract(data)
    assert document == pullquote.extract(data.decode("utf-8", "replace"))


@given(TEXT, st.none() | ANY_TEXT, st.none() | st.dates(), st.booleans())
def test_round_trips(text: str, id: str | None, published: Any, boilerplate: bool) -> None:
    document = pullquote.extract(text, id=id, published=published, boilerplate=boilerplate)
    assert document.published == published
    assert Document.from_dict(document.to_dict()) == document
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert hash(again) == hash(document)
    assert again.to_dict() == document.to_dict()
    assert json.loads(document.to_json().encode()) == json.loads(json.dumps(document.to_dict()))
    for part in (*document.entities, *document.quotes, *spans_of(document)):
        assert pickle.loads(pickle.dumps(part)) == part
        assert repr(part)


@given(TEXT)
def test_the_answer_depends_on_the_text_alone(text: str) -> None:
    assert pullquote.extract(text) == pullquote.extract(text)
    assert pullquote.extract(text, id="x").to_dict() | {"id": None} == pullquote.extract(text).to_dict()
