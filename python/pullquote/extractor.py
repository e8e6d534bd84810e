"""Extraction: the one extractor of the shipped model, and extractors of the user's own."""

from __future__ import annotations

import os
from threading import Lock

from pullquote import _core

TYPE_CHECKING = False  # not typing's: to import that takes longer than all the rest of the package
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from datetime import date

    from pullquote import _gazetteer, _verbs
    from pullquote._articles import ArticleLike
    from pullquote._core import Document
    from pullquote.types import Manner

__all__ = ["SHIPPED_MODEL", "Extractor", "extract", "pipe"]

SHIPPED_MODEL = os.path.join(os.path.dirname(__file__), "models", "en.pqm")


class Extractor:
    """Finds who said what in news articles.

    An extractor is immutable, and any number of threads may use it at once. Its model file is mapped into memory, so
    extractors of one file share it, also between processes. A pickle names the file and does not hold it; it holds the
    gazetteer and the verbs.

    What the user knows wins over what the model finds: a name of the gazetteer, or a match of a pattern, is a mention of
    its entry wherever it stands, and all names of an entry are one entity, with its label, its name and its id.

    Args:
        model: path of a model file; the shipped English model if None.
        boilerplate: also give the entities and quotes of boilerplate ("Read more: …", share prompts, copyright lines).
        quotes: find quotes. Without them an article takes about two thirds of the time, and its entities stay the same
            but for the mentions that only the source of a quote gives ("a fisherman said …").
        gazetteer: names that the user knows: a mapping of names to labels or to {"label", "id"?, "aliases"?}; or a list
            of {"name", "label", "id"?, "aliases"?}, or of {"pattern", "label", "id"?} as spaCy's EntityRuler has them;
            or a file of such a list, *.jsonl or *.csv; or the gazetteer of another extractor. See docs/how-to/gazetteer.md.
        patterns: regular expressions (re2) that the user knows: a mapping of expressions to labels or to
            {"label", "id"?, "name"?}; or a list of {"pattern", "label", "id"?, "name"?}; or a file of such a list.
        verbs: verbs that report speech in your texts: a list of base forms ("kvetch"), which then mean that something was
            said; or a mapping of base forms to manners (`pullquote.types.Manner`), of which each is read as the usual verb;
            or a file with a verb a line, and its manner after a comma. See docs/how-to/verbs.md.

    Raises:
        ModelError: the file is missing, altered, or of another version.
        InputFileError: a list of names, patterns or verbs cannot be read.
        InputTypeError: a value in such a list has the wrong type.
        InvalidInputError: an entry of such a list cannot be; `where` says which one, such as "names.csv:17".
    """

    __slots__ = ("_boilerplate", "_core", "_gazetteer", "_model", "_quotes", "_verbs")

    def __init__(
        self,
        model: str | os.PathLike[str] | None = None,
        *,
        boilerplate: bool = False,
        quotes: bool = True,
        gazetteer: _gazetteer.Names | None = None,
        patterns: _gazetteer.Patterns | None = None,
        verbs: _verbs.ReportingVerbs | None = None,
    ) -> None:
        self._model = SHIPPED_MODEL if model is None else os.fspath(model)
        self._boilerplate = bool(boilerplate)
        self._quotes = bool(quotes)
        self._gazetteer: _core.Gazetteer | None = None
        if gazetteer is not None or patterns is not None:
            from pullquote._gazetteer import build

            self._gazetteer = build(gazetteer, patterns)
        self._verbs: dict[str, Manner] = {}
        if verbs is not None:
            from pullquote._verbs import read

            self._verbs = read(verbs)
        known = _core.Verbs(self._verbs.items()) if self._verbs else None
        self._core = _core.Extractor(self._model, self._gazetteer, known, self._quotes)

    @property
    def model(self) -> str:
        """The path of the model file."""
        return self._model

    @property
    def boilerplate(self) -> bool:
        """Whether the entities and quotes of boilerplate are given too."""
        return self._boilerplate

    @property
    def quotes(self) -> bool:
        """Whether quotes are found."""
        return self._quotes

    @property
    def gazetteer(self) -> _core.Gazetteer | None:
        """The names and patterns that it knows. Another extractor that is given it shares it."""
        return self._gazetteer

    @property
    def verbs(self) -> dict[str, Manner]:
        """The reporting verbs that the user added, and their manners."""
        return dict(self._verbs)

    def extract(self, text: str | bytes, *, id: str | None = None, published: date | str | None = None) -> Document:
        """The entities and quotes of one article. Threads run in parallel: the GIL is released.

        Args:
            text: the article. Any `str` goes, lone surrogates included; bytes are decoded as UTF-8, and what is not UTF-8
                becomes U+FFFD.
            id: the caller's name for the article.
            published: the day that "Wednesday" and "last month" are counted from, as a date or as "YYYY-MM-DD".

        Raises:
            InputTypeError: an argument has the wrong type.
            InvalidInputError: `published` is not a day of the calendar, or the text is longer than 2 GiB.
        """
        return self._core.extract(_core.Article(text, id, published), self._boilerplate)

    def pipe(
        self,
        articles: Iterable[ArticleLike],
        *,
        threads: int | None = None,
        progress: bool = False,
        batch_size: int = 16,
    ) -> Generator[Document, None, None]:
        """The documents of many articles, in their order. See `pullquote.pipe`."""
        from pullquote import _pipeline
        from pullquote._articles import read_article

        return _pipeline.pipe(
            self._core,
            articles,
            read_article,
            boilerplate=self._boilerplate,
            threads=threads,
            progress=progress,
            batch_size=batch_size,
        )

    def __repr__(self) -> str:
        known = f", gazetteer={self._gazetteer!r}" if self._gazetteer else ""
        quotes = "" if self._quotes else ", quotes=False"
        verbs = f", verbs={self._verbs!r}" if self._verbs else ""
        return f"Extractor({self._model!r}, boilerplate={self._boilerplate}{quotes}{known}{verbs})"

    def __reduce__(self) -> tuple[object, ...]:
        # Another machine has the shipped model elsewhere.
        model = None if self._model == SHIPPED_MODEL else self._model
        return _restore, (model, self._boilerplate, self._gazetteer, self._verbs, self._quotes)


def _restore(
    model: str | None,
    boilerplate: bool,
    gazetteer: _core.Gazetteer | None = None,
    verbs: dict[str, Manner] | None = None,
    quotes: bool = True,
) -> Extractor:
    if model is None and gazetteer is None and not verbs:
        return shipped(boilerplate, quotes)
    return Extractor(model, boilerplate=boilerplate, quotes=quotes, gazetteer=gazetteer, verbs=verbs)


_shipped_extractors: dict[tuple[bool, bool], Extractor] = {}
_loading = Lock()


def shipped(boilerplate: bool, quotes: bool = True) -> Extractor:
    """The one extractor of the shipped model that finds these, loaded at the first call."""
    # A dict is read without the lock: once an extractor stands in it, it stays.
    extractor = _shipped_extractors.get((boilerplate, quotes))
    if extractor is None:
        with _loading:
            extractor = _shipped_extractors.get((boilerplate, quotes))
            if extractor is None:
                extractor = Extractor(boilerplate=boilerplate, quotes=quotes)
                _shipped_extractors[boilerplate, quotes] = extractor
    return extractor


def extract(
    text: str | bytes,
    *,
    id: str | None = None,
    published: date | str | None = None,
    boilerplate: bool = False,
) -> Document:
    """The entities and quotes of one article, found by the shipped English model, which is loaded at the first call.

    Args:
        text: the article. Any `str` goes, lone surrogates included; bytes are decoded as UTF-8, and what is not UTF-8
            becomes U+FFFD. All offsets of the document count the code points of this `str`.
        id: the caller's name for the article.
        published: the day that "Wednesday" and "last month" are counted from, as a date or as "YYYY-MM-DD".
        boilerplate: also give the entities and quotes of boilerplate ("Read more: …", share prompts, copyright lines).

    Raises:
        InputTypeError: an argument has the wrong type.
        InvalidInputError: `published` is not a day of the calendar, or the text is longer than 2 GiB.
    """
    return shipped(bool(boilerplate)).extract(text, id=id, published=published)


def pipe(
    articles: Iterable[ArticleLike],
    *,
    threads: int | None = None,
    progress: bool = False,
    batch_size: int = 16,
    boilerplate: bool = False,
) -> Generator[Document, None, None]:
    """The documents of many articles, in the order of the articles, found by the shipped English model.

    Articles are read as the documents are asked for, a few batches ahead, so an endless stream needs no more memory than a
    short one. Threads run in parallel: the GIL is released for a batch at a time. Closing the generator, and Ctrl-C, drop
    what is not begun.

    The first error, of an article or of the iterable, is raised after the documents before it; an error of this package
    says at which article, counted from 0. The rest is not read.

    Args:
        articles: texts (`str` or bytes), or mappings with "text" and, if known, "id" and "published"; other members of a
            mapping are passed over.
        threads: how many threads extract; None for one per available core.
        progress: show a progress bar (needs the extra: ``pip install 'pullquote[progress]'``).
        batch_size: how many articles a thread takes at once. With 1 a document is given as soon as it can be; more is
            faster on short articles.
        boilerplate: also give the entities and quotes of boilerplate.

    Raises:
        InputTypeError: an article or an argument has the wrong type.
        InvalidInputError: an article has no text or a date that is not in the calendar; `threads` or `batch_size` is below 1.
        MissingExtraError: `progress` is wanted and tqdm is not installed.
    """
    return shipped(bool(boilerplate)).pipe(articles, threads=threads, progress=progress, batch_size=batch_size)
