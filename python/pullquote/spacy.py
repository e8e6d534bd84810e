"""A spaCy component: ``nlp.add_pipe("pullquote")``.

It takes the text of a `Doc` and adds what pullquote finds, aligned to spaCy's tokens (outwards, where a span ends inside of one):

- ``doc._.pullquote``: the `Document`, with offsets in ``doc.text``
- ``doc.spans["quotes"]``, ``["cues"]``, ``["sources"]``: what was said, the reporting words, and the speakers as they stand. The
  label of a span is the kind of its quote
- ``doc.spans["entities"]``: all mentions; the label of a span is that of its entity
- ``span._.quote`` and ``span._.entity``: the `Quote` or `Entity` of a span of these groups, ``span._.speaker`` who says it
- ``doc._.published``: set it before, where the day is known

Both are found by spaCy without an import, once pullquote is installed. Needs the extra: ``pip install 'pullquote[spacy]'``.
"""

from __future__ import annotations

from itertools import tee
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from pullquote import Document, Extractor, _core
from pullquote._extras import needs

with needs("pullquote.spacy", "spacy", "spacy"):
    from spacy.language import Language
    from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pullquote import Entity, Quote

__all__ = ["Component", "create"]

_DATA = "pullquote"
_PARTS = {"content": "quotes", "cue": "cues", "source": "sources"}


def create(nlp: Language, name: str, model: str | None, boilerplate: bool, set_ents: bool) -> Component:
    """The component. spaCy calls this.

    Args:
        nlp: the pipeline.
        name: what the component is called there.
        model: path of a model file; the shipped English model if None.
        boilerplate: also give the entities and quotes of boilerplate.
        set_ents: also make the named mentions ``doc.ents``, in place of those of other components.
    """
    return Component(model, boilerplate=boilerplate, set_ents=set_ents)


Language.factory("pullquote", default_config={"model": None, "boilerplate": False, "set_ents": False}, func=create)


class Component:
    """Adds what pullquote finds to spaCy's documents."""

    def __init__(self, model: str | None = None, *, boilerplate: bool = False, set_ents: bool = False) -> None:
        self._extractor = Extractor(model, boilerplate=boilerplate)
        self._set_ents = set_ents

    def __call__(self, doc: Doc) -> Doc:
        """Adds to one document."""
        document = self._extractor.extract(doc.text, published=doc._.published)
        return self._add(doc, document)

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Adds to many, on several threads."""
        docs, sources = tee(stream)
        articles = ({"text": doc.text, "published": doc._.published} for doc in sources)
        documents = self._extractor.pipe(articles, batch_size=max(1, min(batch_size, 64)))
        for doc, document in zip(docs, documents, strict=True):
            yield self._add(doc, document)

    def _add(self, doc: Doc, document: Document) -> Doc:
        content = document.to_dict()
        # Plain data, which spaCy can write to disk.
        doc.user_data[_DATA] = content
        _documents[doc] = document
        mentions = [
            self._span(doc, mention, entity["label"], entity["id"])
            for entity in content["entities"]
            for mention in entity["mentions"]
        ]
        doc.spans["entities"] = [span for span in mentions if span is not None]
        for part, group in _PARTS.items():
            spans = [self._span(doc, s, quote["kind"], quote["id"]) for quote in content["quotes"] for s in quote[part]]
            doc.spans[group] = [span for span in spans if span is not None]
        if self._set_ents:
            from spacy.util import filter_spans

            named = [
                self._span(doc, mention, entity["label"], entity["id"])
                for entity in content["entities"]
                for mention in entity["mentions"]
                if mention["kind"] == "name"
            ]
            doc.ents = filter_spans([span for span in named if span is not None])
        return doc

    @staticmethod
    def _span(doc: Doc, span: dict[str, Any], label: str, number: int) -> Span | None:
        return doc.char_span(span["start"], span["end"], label=label, span_id=str(number), alignment_mode="expand")


# ---- extensions -----------------------------------------------------------------------------------------------------


# Documents of this process, so that each span does not build its own from the data.
_documents: WeakKeyDictionary[Doc, Document] = WeakKeyDictionary()


def _document(doc: Doc) -> Document | None:
    content = doc.user_data.get(_DATA)
    if content is None:
        return None
    document = _documents.get(doc)
    if document is None:
        document = _documents[doc] = Document.from_dict(content)
    return document


def _number(span: Span, labels: tuple[str, ...]) -> int | None:
    """The number of the quote or entity of a span, if it is one of ours."""
    return int(span.id_) if span.label_ in labels and span.id_.isdecimal() else None


def _quote(span: Span) -> Quote | None:
    number = _number(span, _core.QUOTE_KINDS)
    document = _document(span.doc)
    return None if number is None or document is None else document.quotes[number]


def _entity(span: Span) -> Entity | None:
    number = _number(span, _core.LABELS)
    document = _document(span.doc)
    return None if number is None or document is None else document.entities[number]


def _speaker(span: Span) -> Entity | None:
    quote = _quote(span)
    return quote.speaker if quote else None


def _register() -> None:
    Doc.set_extension("pullquote", getter=_document, force=True)
    Doc.set_extension("published", default=None, force=True)
    for name, getter in (("quote", _quote), ("entity", _entity), ("speaker", _speaker)):
        Span.set_extension(name, getter=getter, force=True)


_register()
